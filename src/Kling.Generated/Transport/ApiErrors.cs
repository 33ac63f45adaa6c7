using System.Text.Json;

namespace Kling;

/// <summary>Converts error responses and failures to exceptions.</summary>
internal static class ApiErrors
{
    /// <summary>The exception for an error response.</summary>
    /// <param name="answer">The response.</param>
    /// <param name="asked">What was requested, as the subject of a sentence.</param>
    /// <param name="requestId">The job, if there is one.</param>
    /// <param name="isRead">Whether the call is never billed, so that a retry is always safe: it only reads, or uploads.</param>
    /// <param name="successor">The slug of the model that replaces the one that was requested, if it is known.</param>
    public static KlingApiException FromAnswer(ApiAnswer answer, string asked, string? requestId, bool isRead, string? successor = null)
    {
        JsonElement? json = answer.ReadObject();
        string? detail = answer.Detail(json);
        string? excerpt = answer.Excerpt();
        KlingErrorKind kind = ErrorKinds.Of(answer.StatusCode, detail ?? excerpt);
        string words = (detail ?? excerpt) is { } message ? $": \"{message}\"" : " without a message";
        string advice = ErrorKinds.Advice(kind, answer.Key.Source, isRead, successor) is { Length: > 0 } sentence ? " " + sentence : "";
        return new KlingApiException(
            $"{asked} failed with status {(int)answer.StatusCode} ({kind}){words}.{advice}",
            kind,
            requestId,
            answer.BodyError
        )
        {
            StatusCode = answer.StatusCode,
            Detail = detail,
            BodyExcerpt = excerpt,
            ReplacedBy = kind is KlingErrorKind.Gone ? successor : null,
            IsRetryable = ErrorKinds.IsRetryable(kind, answer.StatusCode, isRead),
            RetryAt = answer.RetryAt,
        };
    }

    /// <summary>There was no response to a request that may be retried.</summary>
    public static KlingApiException NoAnswer(string what, string? requestId, Exception cause)
    {
        string reason = cause is OperationCanceledException ? "the request timed out" : cause.Message.TrimEnd('.');
        return new KlingApiException($"{what}: {reason}.", KlingErrorKind.ConnectionFailed, requestId, cause) { IsRetryable = true };
    }

    /// <summary>A handler of the caller's <see cref="HttpClient"/> sent the request to another host.</summary>
    public static KlingApiException ForeignAnswer(string asked, string? requestId, Exception? cause = null) =>
        new(
            $"{asked} was redirected to another host, and a handler of the HttpClient followed it. "
                + "The response is ignored, because only the configured API is trusted. Turn redirects off (AllowAutoRedirect = false) and check BaseAddress.",
            KlingErrorKind.Redirected,
            requestId,
            cause
        );

    /// <summary>A completed job without an output, which may come later.</summary>
    public static KlingApiException NoOutput(ApiAnswer answer, string requestId)
    {
        string? excerpt = answer.Excerpt();
        return new KlingApiException(
            $"The job {requestId} is completed, but it has no output. The server may add it later: get the result again later, within one hour after the submit. The response begins: {excerpt}",
            KlingErrorKind.InvalidResponse,
            requestId
        )
        {
            StatusCode = answer.StatusCode,
            BodyExcerpt = excerpt,
            IsRetryable = true,
            LacksOutput = true,
            RetryAt = answer.RetryAt,
        };
    }

    /// <summary>A response with a success status whose body is not the documented one.</summary>
    public static KlingApiException Unreadable(ApiAnswer answer, string? requestId, string what, bool isRetryable)
    {
        string? excerpt = answer.Excerpt();
        string shown = excerpt is null ? "The response is empty." : $"The response begins: {excerpt}";
        return new KlingApiException($"{what} {shown}", KlingErrorKind.InvalidResponse, requestId, answer.BodyError)
        {
            StatusCode = answer.StatusCode,
            BodyExcerpt = excerpt,
            IsRetryable = isRetryable,
            RetryAt = answer.RetryAt,
        };
    }
}
