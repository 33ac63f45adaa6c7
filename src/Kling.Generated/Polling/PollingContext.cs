namespace Kling;

/// <summary>The facts from which a <see cref="PollingStrategy"/> chooses the next poll.</summary>
public sealed class PollingContext
{
    /// <summary>The model.</summary>
    public required string Slug { get; init; }

    /// <summary>
    /// The values of the parameters that decide the price (<c>x-cost</c>), as one text: jobs with the same text do the same amount of work.
    /// <see langword="null"/> if the schema does not say which parameters these are, or the job was created from a token.
    /// </summary>
    public string? PriceKey { get; init; }

    /// <summary>The last status that the server sent.</summary>
    public required KlingJobStatus Status { get; init; }

    /// <summary>How long such a job usually takes from submit to result, or <see langword="null"/> if unknown.</summary>
    public required TimeSpan? ExpectedDuration { get; init; }

    /// <summary>The time from the submit to the last poll; zero before the first.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>
    /// The last time at which the job was queued, counted from the submit; <see langword="null"/> if it was never queued.
    /// </summary>
    public TimeSpan? QueuedUntil { get; init; }

    /// <summary>The number of polls so far, including failed ones.</summary>
    public required int Polls { get; init; }
}
