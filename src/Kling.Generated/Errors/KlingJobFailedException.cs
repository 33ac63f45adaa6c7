namespace Kling;

/// <summary>The job ended as FAILED; content blocks are among the reasons. Failed jobs are not billed.</summary>
public sealed class KlingJobFailedException : KlingException
{
    /// <summary>An error about a failed job.</summary>
    /// <param name="slug">The model.</param>
    /// <param name="requestId">The id of the job.</param>
    /// <param name="detail">The server's own words, or <see langword="null"/> if it gave none.</param>
    public KlingJobFailedException(string slug, string requestId, string? detail)
        : base($"The job {requestId} of '{slug}' failed: {detail ?? "the server gave no reason"}", requestId)
    {
        Slug = slug;
        Detail = detail;
    }

    /// <summary>The model.</summary>
    public string Slug { get; }

    /// <summary>The server's own words, or <see langword="null"/> if it gave none.</summary>
    public string? Detail { get; }

    /// <summary>What the job took, as far as the server told; <see langword="null"/> if it did not.</summary>
    public KlingMetrics? Metrics { get; init; }
}
