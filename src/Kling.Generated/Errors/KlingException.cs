namespace Kling;

/// <summary>The base class of all exceptions of this library. A message never contains the API key.</summary>
public class KlingException : Exception
{
    /// <summary>Creates an exception.</summary>
    /// <param name="message">What happened, where, and what to do.</param>
    /// <param name="requestId">The id of the job, if there is one.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public KlingException(string message, string? requestId = null, Exception? innerException = null)
        : base(message, innerException) => RequestId = requestId;

    /// <summary>
    /// The id of the job. Every exception after a successful submit has it; <see langword="null"/> means that no job is known.
    /// </summary>
    public string? RequestId { get; }

    /// <summary>
    /// The token of the job that was waited for; pass it to <see cref="KlingClient.GetJob"/> to resume the job. <see langword="null"/> if
    /// the job failed or expired, and for exceptions that were not thrown by a wait.
    /// </summary>
    public string? Token { get; internal set; }
}
