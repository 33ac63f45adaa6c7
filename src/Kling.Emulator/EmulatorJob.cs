using System.Text.Json;

namespace Kling.Emulator;

/// <summary>A job that an emulator has accepted: what a test asserts about what was asked for, and what it would have cost.</summary>
public sealed record EmulatorJob
{
    /// <summary>The id that the submit was answered with, whether the client heard of it or not.</summary>
    public required string RequestId { get; init; }

    /// <summary>The model.</summary>
    public required string Slug { get; init; }

    /// <summary>The request's body.</summary>
    public required JsonElement Body { get; init; }

    /// <summary>When the submit arrived, on the emulator's clock.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>How long it takes from submit to result, on the emulator's clock.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>What it says in <c>error</c> in the end; <see langword="null"/> for a job that succeeds.</summary>
    public required string? Error { get; init; }

    /// <summary>What it is billed with, in credits; 0 for a job that fails.</summary>
    public required decimal Cost { get; init; }
}
