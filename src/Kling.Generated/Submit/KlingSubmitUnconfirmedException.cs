using System.Net;

namespace Kling;

/// <summary>
/// A submit was sent, but it is unknown whether the server accepted it. The job may be running and may be billed, so the client does not
/// retry the request. <see cref="KlingClient.ResolveAsync(KlingSubmitUnconfirmedException, KlingResolveOptions?, CancellationToken)"/> finds out
/// from the account's history.
/// </summary>
/// <remarks>
/// Thrown for 408, 502, 504 and other gateway responses, for a connection that was lost after the body was started, for a timeout, and for
/// a response that cannot be parsed or has no <c>request_id</c>. It is also thrown if a submit is cancelled while it is in flight;
/// <see cref="Exception.InnerException"/> is then the <see cref="OperationCanceledException"/>. A plain cancellation would hide that the
/// job may be billed.
/// </remarks>
public sealed class KlingSubmitUnconfirmedException : KlingException
{
    /// <summary>Creates an exception about an unconfirmed submit.</summary>
    /// <param name="slug">The model that the request is for.</param>
    /// <param name="cause">What happened, as a sentence.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public KlingSubmitUnconfirmedException(string slug, string cause, Exception? innerException = null)
        : base(
            $"The request for '{slug}' was sent, but it is unknown whether the server accepted it. {cause} "
                + "The job may be running and may be billed, so the request was not retried. Ask the account's history with ResolveAsync before you submit it again.",
            requestId: null,
            innerException
        ) => Slug = slug;

    /// <summary>The model that the request is for.</summary>
    public string Slug { get; }

    /// <summary>What was sent, or <see langword="null"/> if the exception did not come from a client.</summary>
    public KlingSubmitIntent? Intent { get; internal set; }

    /// <summary>The HTTP status of the response, or <see langword="null"/> if there was no response.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>
    /// The beginning of the response body without control characters, at most 500 characters; <see langword="null"/> if there is no body.
    /// </summary>
    public string? BodyExcerpt { get; init; }
}
