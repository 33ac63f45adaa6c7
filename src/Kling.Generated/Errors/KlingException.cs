namespace Kling;

/// <summary>What every error of this library derives from. A message never holds the API key.</summary>
public class KlingException : Exception
{
    /// <summary>An error.</summary>
    /// <param name="message">What happened, where, and what to do.</param>
    /// <param name="requestId">The id of the job, if there is one.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public KlingException(string message, string? requestId = null, Exception? innerException = null)
        : base(message, innerException) => RequestId = requestId;

    /// <summary>
    /// The id of the job that the error is about. Every error after a successful submit has it; <see langword="null"/> means
    /// that no job is known.
    /// </summary>
    public string? RequestId { get; }

    /// <summary>
    /// The token of the job that a wait was about, to go on with <see cref="KlingClient.GetJob"/>; <see langword="null"/> for every other error. There is nothing to
    /// go on with where the job failed or expired.
    /// </summary>
    public string? Token { get; internal set; }
}
