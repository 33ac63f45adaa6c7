namespace Kling.Emulator;

/// <summary>A request as the emulator received it, before anything was decided about it. The API key itself is never kept.</summary>
/// <param name="Operation">What its address asks for, whatever the verb.</param>
/// <param name="Method">The verb: <c>POST</c>.</param>
/// <param name="Uri">The whole address.</param>
/// <param name="Slug">The model in the address of a submit; <see langword="null"/> for the others.</param>
/// <param name="RequestId">The job in the address of a status or result; <see langword="null"/> for the others.</param>
/// <param name="CarriesApiKey">Whether it brings an <c>x-api-key</c> or <c>Authorization</c> header.</param>
public sealed record EmulatorRequest(
    EmulatorOperation Operation,
    string Method,
    Uri Uri,
    string? Slug,
    string? RequestId,
    bool CarriesApiKey);
