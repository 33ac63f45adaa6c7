namespace Kling;

/// <summary>A wait reached its deadline before the job was finished. The job itself goes on, and it can be waited for again.</summary>
public sealed class KlingTimeoutException : KlingException
{
    /// <summary>An error about a wait that took too long.</summary>
    /// <param name="requestId">The id of the job.</param>
    /// <param name="lastStatus">The last state that the server told.</param>
    /// <param name="elapsed">The time since the submit.</param>
    /// <param name="expiresAt">Until when the server keeps the job's record.</param>
    /// <param name="innerException">The last call that failed, if any did.</param>
    /// <param name="lastState">The server's own word for the last status, or <see langword="null"/> if it gave none.</param>
    public KlingTimeoutException(
        string requestId,
        KlingJobStatus lastStatus,
        TimeSpan elapsed,
        DateTimeOffset expiresAt,
        Exception? innerException = null,
        string? lastState = null)
        : base(
            FormattableString.Invariant(
                $"The wait for the job {requestId} timed out: its last known status is {Shown(lastStatus, lastState)}, {elapsed.TotalSeconds:0.#} s after the submit. {Outlook(lastStatus, elapsed, expiresAt)}"),
            requestId,
            innerException)
    {
        LastStatus = lastStatus;
        LastState = lastState;
        Elapsed = elapsed;
    }

    /// <summary>The last state that the server told.</summary>
    public KlingJobStatus LastStatus { get; }

    /// <summary>The server's own word for the last status, verbatim, or <see langword="null"/> if it gave none.</summary>
    public string? LastState { get; }

    /// <summary>The time since the submit.</summary>
    public TimeSpan Elapsed { get; }

    private static string Shown(KlingJobStatus status, string? state) =>
        status is KlingJobStatus.Unknown && state is not null ? $"'{state}' (unknown to this version)" : status.ToString();

    private static string Outlook(KlingJobStatus lastStatus, TimeSpan elapsed, DateTimeOffset expiresAt)
    {
        if (elapsed >= JobRecord.Retention)
        {
            return FormattableString.Invariant($"The server kept its record until {expiresAt.UtcDateTime:u}; the output may still be found in the account's history.");
        }

        string state = lastStatus is KlingJobStatus.Completed ? "The job is finished, but its result is not available yet" : "The job may still be running";
        return FormattableString.Invariant(
            $"{state}. Wait for it again with {nameof(KlingJob.WaitForCompletionAsync)}, or resume it in any process with {nameof(KlingClient)}.{nameof(KlingClient.GetJob)} and the {nameof(Token)} of this exception; the server keeps its record until {expiresAt.UtcDateTime:u}.");
    }
}
