namespace Kling;

/// <summary>What a job cost and took, as far as the server told. Every member is <see langword="null"/> if it did not.</summary>
public sealed record KlingMetrics
{
    /// <summary>The cost in credits.</summary>
    public decimal? Cost { get; init; }

    /// <summary>The credits that were left afterwards.</summary>
    public decimal? RemainingCredits { get; init; }

    /// <summary>The time that the model worked.</summary>
    public TimeSpan? InferenceTime { get; init; }

    /// <summary>The time that the job waited for a worker.</summary>
    public TimeSpan? QueueTime { get; init; }

    /// <summary>The time from submit to result.</summary>
    public TimeSpan? TotalTime { get; init; }

    /// <summary>How often the server repeated the job by itself; told only where it did.</summary>
    public int? RetryCount { get; init; }
}
