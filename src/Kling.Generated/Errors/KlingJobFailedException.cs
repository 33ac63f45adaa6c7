namespace Kling;

/// <summary>
/// The job ended without a result. Its status is FAILED (also for blocked content) or another final status, such as CANCELLED. Failed jobs
/// are not billed.
/// </summary>
public sealed class KlingJobFailedException : KlingException
{
    private const string Failed = "FAILED";

    /// <summary>Creates an exception about a failed job.</summary>
    /// <param name="slug">The model.</param>
    /// <param name="requestId">The id of the job.</param>
    /// <param name="detail">The server's error message, or <see langword="null"/> if there is none.</param>
    /// <param name="state">The status as the server sent it, or <see langword="null"/> for FAILED.</param>
    public KlingJobFailedException(string slug, string requestId, string? detail, string? state = null)
        : base($"The job {requestId} of '{slug}' {Verb(state)}: {detail ?? "the server gave no reason"}", requestId)
    {
        Slug = slug;
        Detail = detail;
        State = state ?? Failed;
    }

    /// <summary>The model.</summary>
    public string Slug { get; }

    /// <summary>The server's error message, or <see langword="null"/> if there is none.</summary>
    public string? Detail { get; }

    /// <summary>The status as the server sent it: <c>FAILED</c>, or an undocumented one such as <c>CANCELLED</c>.</summary>
    public string State { get; }

    /// <summary>The metrics of the job; <see langword="null"/> if the server did not send any.</summary>
    public KlingMetrics? Metrics { get; init; }

    private static string Verb(string? state) =>
        state is null || state.Equals(Failed, StringComparison.OrdinalIgnoreCase) ? "failed" : $"ended as {state}";
}
