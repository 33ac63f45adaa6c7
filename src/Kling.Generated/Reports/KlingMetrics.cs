namespace Kling;

/// <summary>The cost and the duration of a job. A property is <see langword="null"/> if the server did not send its value.</summary>
public sealed record KlingMetrics
{
    /// <summary>The cost in credits; 1 credit is counted as 1 US dollar.</summary>
    public decimal? Cost { get; init; }

    /// <summary>The credits of the account after the job.</summary>
    public decimal? RemainingCredits { get; init; }

    /// <summary>The time that the model needed.</summary>
    public TimeSpan? InferenceTime { get; init; }

    /// <summary>The time that the job waited for a worker.</summary>
    public TimeSpan? QueueTime { get; init; }

    /// <summary>The time from submit to result.</summary>
    public TimeSpan? TotalTime { get; init; }

    /// <summary>How often the server retried the job itself; <see langword="null"/> if it did not.</summary>
    public int? RetryCount { get; init; }
}
