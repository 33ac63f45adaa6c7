namespace Kling.Emulator;

/// <summary>A request as the emulator received it. The API key itself is not stored.</summary>
/// <param name="Operation">The operation that the URL identifies, for any HTTP method.</param>
/// <param name="Method">The HTTP method: <c>POST</c>.</param>
/// <param name="Uri">The complete URL.</param>
/// <param name="Slug">The model in the URL of a submit; <see langword="null"/> for other operations.</param>
/// <param name="RequestId">
/// The job in the URL of a status, of a result or of one request of the history; <see langword="null"/> for other operations.
/// </param>
/// <param name="CarriesApiKey">Whether it has an <c>x-api-key</c> or <c>Authorization</c> header.</param>
public sealed record EmulatorRequest(
    EmulatorOperation Operation,
    string Method,
    Uri Uri,
    string? Slug,
    string? RequestId,
    bool CarriesApiKey
);
