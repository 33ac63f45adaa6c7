using System.Net;

namespace Kling;

/// <summary>The API refused a request, could not be reached, or returned an invalid response.</summary>
public sealed class KlingApiException : KlingException
{
    /// <summary>Creates an exception about a request to the API.</summary>
    /// <param name="message">What happened, where, and what to do.</param>
    /// <param name="kind">What kind of error it is.</param>
    /// <param name="requestId">The id of the job, if there is one.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public KlingApiException(string message, KlingErrorKind kind, string? requestId = null, Exception? innerException = null)
        : base(message, requestId, innerException) => Kind = kind;

    /// <summary>What kind of error it is.</summary>
    public KlingErrorKind Kind { get; }

    /// <summary>The HTTP status of the response, or <see langword="null"/> if there was no response.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The server's error message, or <see langword="null"/> if the response has none.</summary>
    public string? Detail { get; init; }

    /// <summary>
    /// The beginning of the response body without control characters, at most 500 characters; <see langword="null"/> if the body is empty.
    /// </summary>
    public string? BodyExcerpt { get; init; }

    /// <summary>
    /// The slug of the model that replaces a retired one (410, <see cref="KlingErrorKind.Gone"/>); <see langword="null"/> if the schema of the
    /// request's model does not name one (<c>x-replaced-by</c>), or the request was sent without a schema.
    /// </summary>
    public string? ReplacedBy { get; init; }

    /// <summary>True if a retry may succeed and cannot be billed twice.</summary>
    /// <value> For a submit, true only if the server did not receive the request (no connection) or refused it with 429. It is false for
    /// 500 and 503, because the server may still have accepted the request. For calls that are never billed (a status, a result, a
    /// download, an upload), also true for 408 and every 5xx.
    /// </value>
    public bool IsRetryable { get; init; }

    /// <summary>Whether the job is completed but has no output. Some services report the end of a job before its output.</summary>
    internal bool LacksOutput { get; init; }

    /// <summary>The earliest time for a retry, on the local clock; <see langword="null"/> if the server did not send one.</summary>
    public DateTimeOffset? RetryAt { get; init; }
}
