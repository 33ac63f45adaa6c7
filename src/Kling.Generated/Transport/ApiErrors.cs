using System.Text.Json;

namespace Kling;

/// <summary>Turns answers and failures into exceptions.</summary>
internal static class ApiErrors
{
    /// <summary>The error that an answer tells of.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="asked">What was asked for, as the subject of a sentence.</param>
    /// <param name="requestId">The job, if there is one.</param>
    /// <param name="isRead">Whether the call is never billed, so that a retry is always safe: it only reads, or uploads.</param>
    public static KlingApiException FromAnswer(ApiAnswer answer, string asked, string? requestId, bool isRead)
    {
        JsonElement? json = answer.ReadObject();
        string? detail = answer.Detail(json);
        string? excerpt = answer.Excerpt();
        KlingErrorKind kind = ErrorKinds.Of(answer.StatusCode, detail ?? excerpt);
        string words = (detail ?? excerpt) is { } message ? $": \"{message}\"" : " without a message";
        string advice = ErrorKinds.Advice(kind, answer.Key.Source, isRead) is { Length: > 0 } sentence ? " " + sentence : "";
        return new KlingApiException($"{asked} failed with status {(int)answer.StatusCode} ({kind}){words}.{advice}", kind, requestId, answer.BodyError)
        {
            StatusCode = answer.StatusCode,
            Detail = detail,
            BodyExcerpt = excerpt,
            IsRetryable = ErrorKinds.IsRetryable(kind, answer.StatusCode, isRead),
            RetryAt = answer.RetryAt,
        };
    }

    /// <summary>There was no answer to a call that may be repeated.</summary>
    public static KlingApiException NoAnswer(string what, string? requestId, Exception cause)
    {
        string reason = cause is OperationCanceledException ? "the request timed out" : cause.Message.TrimEnd('.');
        return new KlingApiException($"{what}: {reason}.", KlingErrorKind.ConnectionFailed, requestId, cause) { IsRetryable = true };
    }

    /// <summary>A handler of the caller's chain went to another host.</summary>
    public static KlingApiException ForeignAnswer(string requestId, Exception? cause = null) =>
        new(
            $"The server's response about the job {requestId} redirects to another host, and a handler of the HttpClient followed it. "
                + "The response is ignored, because only the configured API knows the job. Turn redirects off (AllowAutoRedirect = false) and check BaseAddress.",
            KlingErrorKind.Redirected,
            requestId,
            cause);

    /// <summary>A completed job without an output, which may come later.</summary>
    public static KlingApiException NoOutput(ApiAnswer answer, string requestId)
    {
        string? excerpt = answer.Excerpt();
        return new KlingApiException(
            $"The job {requestId} is completed, but it has no output. The server may add it later: get the result again later, within one hour after the submit. The response begins: {excerpt}",
            KlingErrorKind.InvalidResponse,
            requestId)
        {
            StatusCode = answer.StatusCode,
            BodyExcerpt = excerpt,
            IsRetryable = true,
            LacksOutput = true,
            RetryAt = answer.RetryAt,
        };
    }

    /// <summary>An answer with a good status and a body that is not the documented one.</summary>
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
