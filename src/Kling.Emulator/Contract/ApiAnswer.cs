using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Kling.Emulator;

/// <summary>The API's responses: JSON, and the formats of its errors.</summary>
internal static class ApiAnswer
{
    private const string RateLimitHeader = "x-rate-limit-reset-at-utc";

    public static HttpResponseMessage Json(HttpStatusCode status, JsonObject body) =>
        new(status) { Content = Content(body.ToJsonString(), "application/json") };

    public static HttpResponseMessage Error(HttpStatusCode status, string? message = null) =>
        status switch
        {
            HttpStatusCode.Unauthorized => Unauthorized(message),
            HttpStatusCode.MethodNotAllowed => HtmlPage(status, message),
            _ => Json(status, new JsonObject { ["error"] = message ?? UsualMessage(status) }),
        };

    public static HttpResponseMessage RateLimited(DateTimeOffset resetAt, TimeSpan? retryAfter)
    {
        HttpResponseMessage answer = Error(HttpStatusCode.TooManyRequests);
        answer.Headers.Add(RateLimitHeader, resetAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        if (retryAfter is { } delta)
        {
            // As text: what a server sends may be more than the typed header holds.
            _ = answer.Headers.TryAddWithoutValidation("Retry-After", ((long)delta.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        }

        return answer;
    }

    public static HttpResponseMessage Redirect(HttpStatusCode status, Uri location)
    {
        HttpResponseMessage answer = HtmlPage(status);
        answer.Headers.Location = location;
        return answer;
    }

    /// <summary>A web server's own page: a wrong verb never reaches the application.</summary>
    public static HttpResponseMessage HtmlPage(HttpStatusCode status, string? message = null)
    {
        var answer = new HttpResponseMessage(status);
        string title = WebUtility.HtmlEncode(answer.ReasonPhrase ?? "Error");
        answer.Content = Content(
            $"<!doctype html>\n<html lang=en>\n<title>{(int)status} {title}</title>\n<h1>{title}</h1>\n<p>{WebUtility.HtmlEncode(message ?? UsualMessage(status))}</p>\n",
            "text/html"
        );
        return answer;
    }

    // The auth surface has an envelope of its own.
    private static HttpResponseMessage Unauthorized(string? message) =>
        Json(
            HttpStatusCode.Unauthorized,
            new JsonObject
            {
                ["error"] = "unauthorized",
                ["error_description"] = message ?? UsualMessage(HttpStatusCode.Unauthorized),
                ["status_code"] = 401,
            }
        );

    private static ByteArrayContent Content(string text, string mediaType) =>
        new(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType, "utf-8") } };

    private static string UsualMessage(HttpStatusCode status) =>
        (int)status switch
        {
            400 => "Invalid parameters",
            401 => "Missing or invalid API key",
            403 => "This account may not call this model",
            404 => "Not found",
            405 => "The method is not allowed for the requested URL.",
            406 => "Not enough credits",
            410 => "This model has been retired",
            413 => "The request body is too large",
            415 => "Unsupported content encoding",
            429 => "Too many requests",
            500 => "Internal server error",
            502 => "Bad gateway",
            503 => "Service unavailable",
            504 => "The request timed out",
            _ => "Error " + ((int)status).ToString(CultureInfo.InvariantCulture),
        };
}
