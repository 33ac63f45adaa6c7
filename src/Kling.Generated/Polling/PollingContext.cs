namespace Kling;

/// <summary>What a <see cref="PollingStrategy"/> knows when it chooses the next poll.</summary>
public sealed class PollingContext
{
    /// <summary>The model.</summary>
    public required string Slug { get; init; }

    /// <summary>The last state that the server told.</summary>
    public required KlingJobStatus Status { get; init; }

    /// <summary>How long such a job usually takes from submit to result, or <see langword="null"/> if unknown.</summary>
    public required TimeSpan? ExpectedDuration { get; init; }

    /// <summary>The time from the submit to the last poll; zero before the first.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>When the job was last seen waiting for a worker, counted from the submit; <see langword="null"/> if it never was.</summary>
    public TimeSpan? QueuedUntil { get; init; }

    /// <summary>How often the job was asked about so far, failed polls included; 0 before the first.</summary>
    public required int Polls { get; init; }
}
