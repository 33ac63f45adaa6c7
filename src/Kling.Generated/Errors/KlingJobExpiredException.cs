namespace Kling;

/// <summary>The job no longer exists on the server: records are kept for one hour after the submit.</summary>
public sealed class KlingJobExpiredException : KlingException
{
    /// <summary>Creates an exception about a job whose record was deleted.</summary>
    /// <param name="requestId">The id of the job.</param>
    /// <param name="expiresAt">The time until which the server keeps the record.</param>
    public KlingJobExpiredException(string requestId, DateTimeOffset expiresAt)
        : this(requestId, expiresAt, "The output may still be found in the account's history.", innerException: null) { }

    internal KlingJobExpiredException(string requestId, DateTimeOffset expiresAt, string advice, Exception? innerException)
        : base(
            FormattableString.Invariant(
                $"The job {requestId} no longer exists on the server. The server keeps a job's record for one hour after the submit, here until {expiresAt.UtcDateTime:u}. {advice}"
            ),
            requestId,
            innerException
        ) => ExpiresAt = expiresAt;

    /// <summary>The time until which the server kept the record.</summary>
    public DateTimeOffset ExpiresAt { get; }
}
