namespace Kling;

/// <summary>A wait timed out before the job was finished. The job is still running, and you can wait for it again.</summary>
public sealed class KlingTimeoutException : KlingException
{
    /// <summary>Creates an exception about a wait that timed out.</summary>
    /// <param name="requestId">The id of the job.</param>
    /// <param name="lastStatus">The last status that the server sent.</param>
    /// <param name="elapsed">The time since the submit.</param>
    /// <param name="expiresAt">The time until which the server keeps the job's record.</param>
    /// <param name="innerException">The last failed request, if there is one.</param>
    /// <param name="lastState">The last status as the server sent it, or <see langword="null"/> if it sent none.</param>
    public KlingTimeoutException(
        string requestId,
        KlingJobStatus lastStatus,
        TimeSpan elapsed,
        DateTimeOffset expiresAt,
        Exception? innerException = null,
        string? lastState = null
    )
        : base(
            FormattableString.Invariant(
                $"The wait for the job {requestId} timed out: its last known status is {Shown(lastStatus, lastState)}, {elapsed.TotalSeconds:0.#} s after the submit. {Outlook(lastStatus, elapsed, expiresAt)}"
            ),
            requestId,
            innerException
        )
    {
        LastStatus = lastStatus;
        LastState = lastState;
        Elapsed = elapsed;
    }

    /// <summary>The last status that the server sent.</summary>
    public KlingJobStatus LastStatus { get; }

    /// <summary>The last status as the server sent it, or <see langword="null"/> if it sent none.</summary>
    public string? LastState { get; }

    /// <summary>The time since the submit.</summary>
    public TimeSpan Elapsed { get; }

    private static string Shown(KlingJobStatus status, string? state) =>
        status is KlingJobStatus.Unknown && state is not null ? $"'{state}' (unknown to this version)" : status.ToString();

    private static string Outlook(KlingJobStatus lastStatus, TimeSpan elapsed, DateTimeOffset expiresAt)
    {
        if (elapsed >= JobRecord.Retention)
        {
            return FormattableString.Invariant(
                $"The server kept its record until {expiresAt.UtcDateTime:u}; the output may still be found in the account's history."
            );
        }

        string state =
            lastStatus is KlingJobStatus.Completed
                ? "The job is finished, but its result is not available yet"
                : "The job may still be running";
        return FormattableString.Invariant(
            $"{state}. Wait for it again with {nameof(KlingJob.WaitForCompletionAsync)}, or resume it in any process with {nameof(KlingClient)}.{nameof(KlingClient.GetJob)} and the {nameof(Token)} of this exception; the server keeps its record until {expiresAt.UtcDateTime:u}."
        );
    }
}
