using System.Text.Json;

namespace Kling.Emulator;

/// <summary>A job that an emulator has accepted, for assertions about its request and its cost.</summary>
public sealed record EmulatorJob
{
    /// <summary>The id of the job in the response to the submit, even if the response did not reach the client.</summary>
    public required string RequestId { get; init; }

    /// <summary>The model.</summary>
    public required string Slug { get; init; }

    /// <summary>The request's body.</summary>
    public required JsonElement Body { get; init; }

    /// <summary>When the submit arrived, on the emulator's clock.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>How long it takes from submit to result, on the emulator's clock.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The final value of <c>error</c>; <see langword="null"/> for a job that succeeds.</summary>
    public required string? Error { get; init; }

    /// <summary>The cost of the job in credits; 0 for a job that fails.</summary>
    public required decimal Cost { get; init; }
}
