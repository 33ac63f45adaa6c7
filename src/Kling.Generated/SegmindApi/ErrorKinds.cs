using System.Net;

namespace Kling;

/// <summary>Maps a status to the kind of error and the advice for it.</summary>
internal static class ErrorKinds
{
    public static KlingErrorKind Of(HttpStatusCode status, string? message) =>
        (int)status switch
        {
            >= 300 and <= 399 => KlingErrorKind.Redirected,
            400 => KlingErrorKind.BadRequest,
            401 => KlingErrorKind.Unauthorized,
            403 => KlingErrorKind.Forbidden,
            404 => KlingErrorKind.NotFound,
            405 => KlingErrorKind.MethodNotAllowed,
            406 => OfNotAcceptable(message ?? ""),
            408 => KlingErrorKind.RequestTimeout,
            410 => KlingErrorKind.Gone,
            422 => KlingErrorKind.Unprocessable,
            429 => KlingErrorKind.RateLimited,
            500 => KlingErrorKind.ServerError,
            502 => KlingErrorKind.BadGateway,
            503 => KlingErrorKind.ServiceUnavailable,
            504 => KlingErrorKind.GatewayTimeout,
            _ => KlingErrorKind.Unexpected,
        };

    /// <summary>
    /// Whether a retry may succeed and cannot be billed twice. A read can be retried after every 5xx. A submit cannot, because the server
    /// may still have accepted it.
    /// </summary>
    public static bool IsRetryable(KlingErrorKind kind, HttpStatusCode status, bool isRead) =>
        kind switch
        {
            KlingErrorKind.RateLimited => true,
            KlingErrorKind.RequestTimeout => isRead,
            _ => isRead && IsServerError(status),
        };

    /// <summary>Whether the server or a gateway failed, so that it is unknown what the server did.</summary>
    public static bool IsServerError(HttpStatusCode? status) => (int?)status >= 500;

    public static string Advice(KlingErrorKind kind, string keySource, bool isRead, string? successor) =>
        kind switch
        {
            KlingErrorKind.Redirected => "Redirects are not followed. Check BaseAddress.",
            KlingErrorKind.Unauthorized => $"Check the API key. It came from {keySource}.",
            KlingErrorKind.Forbidden => "The account is not allowed to use it; a retry does not help.",
            KlingErrorKind.NotFound => "Check the name of the model, or the id of the job.",
            KlingErrorKind.InsufficientCredits => "Add credits to the account.",
            KlingErrorKind.SpendLimit => "Raise the team's spend limit.",
            KlingErrorKind.InvalidContentType =>
                "Something between client and server changed the Content-Type, which must be application/json.",
            KlingErrorKind.Gone => $"The model has been retired; use {(successor is null ? "another one" : $"'{successor}'")}.",
            KlingErrorKind.RateLimited => "Send requests less often.",
            KlingErrorKind.ServerError or KlingErrorKind.ServiceUnavailable when !isRead =>
                "The server may still have accepted the request. Check the account's usage before you submit it again.",
            KlingErrorKind.ServerError => "If you just changed a parameter, check its value; otherwise try again.",
            KlingErrorKind.ServiceUnavailable => "Try again later.",
            _ => "",
        };

    // The API has one status for three causes, and only its words tell them apart.
    private static KlingErrorKind OfNotAcceptable(string message)
    {
        bool Says(string word) => message.Contains(word, StringComparison.OrdinalIgnoreCase);
        if (Says("content type") || Says("content-type"))
        {
            return KlingErrorKind.InvalidContentType;
        }

        if (Says("spend"))
        {
            return KlingErrorKind.SpendLimit;
        }

        if (Says("credit") || Says("balance"))
        {
            return KlingErrorKind.InsufficientCredits;
        }

        return Says("limit") ? KlingErrorKind.SpendLimit : KlingErrorKind.NotAcceptable;
    }
}
