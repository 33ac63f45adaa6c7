using System.Net;

namespace Kling;

/// <summary>
/// A submit went out, and nothing tells whether the server took it. The job may be running and may be billed, so the
/// request is never repeated by itself: look at the account's usage before you submit again.
/// </summary>
/// <remarks>
/// Thrown for 408, 502, 504 and other answers of gateways, a connection that broke after the body began, a client time-out, an answer that cannot be
/// read or has no <c>request_id</c>. A submit that is cancelled while in flight ends in it as well, with the
/// <see cref="OperationCanceledException"/> as <see cref="Exception.InnerException"/>: a plain cancellation would hide that there may be a bill.
/// </remarks>
public sealed class KlingSubmitUnconfirmedException : KlingException
{
    /// <summary>An error about a submit whose outcome is unknown.</summary>
    /// <param name="slug">The model that the request is for.</param>
    /// <param name="cause">What happened, as a sentence.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public KlingSubmitUnconfirmedException(string slug, string cause, Exception? innerException = null)
        : base(
            $"The request for '{slug}' was sent, but it is unknown whether the server accepted it. {cause} "
                + "The job may be running and may be billed, so the request was not retried. Check the account's usage before you submit it again.",
            requestId: null,
            innerException) => Slug = slug;

    /// <summary>The model that the request is for.</summary>
    public string Slug { get; }

    /// <summary>The HTTP status of the answer, or <see langword="null"/> if there was none.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The beginning of the answer's body, without control characters; at most 500 characters, or <see langword="null"/> if there was none.</summary>
    public string? BodyExcerpt { get; init; }
}
