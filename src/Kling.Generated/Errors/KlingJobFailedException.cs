namespace Kling;

/// <summary>
/// The job ended without a result: FAILED, content blocks included, or another word that ends a job, such as CANCELLED. Failed jobs are not billed.
/// </summary>
public sealed class KlingJobFailedException : KlingException
{
    private const string Failed = "FAILED";

    /// <summary>An error about a failed job.</summary>
    /// <param name="slug">The model.</param>
    /// <param name="requestId">The id of the job.</param>
    /// <param name="detail">The server's own words, or <see langword="null"/> if it gave none.</param>
    /// <param name="state">The server's word for the status, or <see langword="null"/> for FAILED.</param>
    public KlingJobFailedException(string slug, string requestId, string? detail, string? state = null)
        : base($"The job {requestId} of '{slug}' {Verb(state)}: {detail ?? "the server gave no reason"}", requestId)
    {
        Slug = slug;
        Detail = detail;
        State = state ?? Failed;
    }

    /// <summary>The model.</summary>
    public string Slug { get; }

    /// <summary>The server's own words, or <see langword="null"/> if it gave none.</summary>
    public string? Detail { get; }

    /// <summary>The server's word for the status, verbatim: <c>FAILED</c>, or an undocumented one such as <c>CANCELLED</c>.</summary>
    public string State { get; }

    /// <summary>What the job took, as far as the server told; <see langword="null"/> if it did not.</summary>
    public KlingMetrics? Metrics { get; init; }

    private static string Verb(string? state) => state is null || state.Equals(Failed, StringComparison.OrdinalIgnoreCase) ? "failed" : $"ended as {state}";
}
