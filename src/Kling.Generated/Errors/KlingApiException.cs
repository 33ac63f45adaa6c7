using System.Net;

namespace Kling;

/// <summary>The API refused a call, could not be reached, or answered what cannot be understood.</summary>
public sealed class KlingApiException : KlingException
{
    /// <summary>An error of an exchange with the API.</summary>
    /// <param name="message">What happened, where, and what to do.</param>
    /// <param name="kind">What kind of error it is.</param>
    /// <param name="requestId">The id of the job, if there is one.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public KlingApiException(string message, KlingErrorKind kind, string? requestId = null, Exception? innerException = null)
        : base(message, requestId, innerException) => Kind = kind;

    /// <summary>What kind of error it is.</summary>
    public KlingErrorKind Kind { get; }

    /// <summary>The HTTP status of the answer, or <see langword="null"/> if there was none.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The server's own words, or <see langword="null"/> where the answer has none that can be read.</summary>
    public string? Detail { get; init; }

    /// <summary>The beginning of the answer's body, without control characters; at most 500 characters, or <see langword="null"/> if it was empty.</summary>
    public string? BodyExcerpt { get; init; }

    /// <summary>True if a retry may succeed and cannot be billed twice.</summary>
    /// <value>
    /// For a submit, true only if the server did not receive the request (no connection) or refused it with 429. It is false for 500 and 503, because the server may have taken the request
    /// all the same. For calls that are never billed (a status, a result, a download, an upload), also true for 408 and every 5xx.
    /// </value>
    public bool IsRetryable { get; init; }

    /// <summary>Whether the job is completed and its output is missing. Some services note the end before the output.</summary>
    internal bool LacksOutput { get; init; }

    /// <summary>When the server wants to be asked again, on the local clock; <see langword="null"/> if it did not say.</summary>
    public DateTimeOffset? RetryAt { get; init; }
}
