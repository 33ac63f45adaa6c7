using System.Text.Json;

namespace Kling;

/// <summary>What went wrong, as a result that an agent can read and act on. An exception would reach it without any detail.</summary>
internal static class ToolFailure
{
    private const string AskUser = "Do not call the tool again. Tell the user what is wrong.";

    /// <summary>
    /// The violations of a model's schema, each with its JSON Pointer and with what is allowed. Nothing was sent.
    /// </summary>
    public static JsonElement Invalid(string slug, IReadOnlyList<KlingViolation> violations) =>
        Invalid(
            $"The arguments for {slug} are not valid. Nothing was sent, and nothing was billed.",
            "Correct every violation and call the tool again with all arguments.",
            violations
        );

    /// <summary>Arguments that are not valid, for any reason.</summary>
    public static JsonElement Invalid(string message, string next, IReadOnlyList<KlingViolation> violations) =>
        ToolResult.Of(
            "invalid",
            json =>
            {
                json.WriteString("message", message);
                WriteViolations(json, violations);
                json.WriteString("next", next);
            }
        );

    /// <summary>
    /// A submit whose outcome is not known: the server may have taken the request. The agent is told not to send it again.
    /// </summary>
    /// <param name="slug">The model.</param>
    /// <param name="message">What happened.</param>
    /// <param name="token">What the account's history can be asked with, or <see langword="null"/>.</param>
    /// <param name="next">What to do.</param>
    public static JsonElement Unconfirmed(string slug, string message, string? token, string next) =>
        ToolResult.Of(
            "unconfirmed",
            json =>
            {
                json.WriteString("model", slug);
                json.WriteString("message", message);
                json.WriteBoolean("may_be_billed", true);
                if (token is not null)
                {
                    json.WriteString("token", token);
                }

                json.WriteString(
                    "next",
                    "Do NOT submit this request again: the job may be running, and a second one would be billed too. " + next
                );
            }
        );

    /// <summary>Whether a submit's error leaves open whether the server has taken the request.</summary>
    public static bool IsUnconfirmed(KlingException error) =>
        error
            is KlingSubmitUnconfirmedException
                or KlingApiException { IsRetryable: false, StatusCode: >= System.Net.HttpStatusCode.InternalServerError };

    /// <summary>Any other error of the library.</summary>
    /// <param name="error">The error.</param>
    /// <param name="isSubmit">Whether it is the error of a submit, which a retry sends again.</param>
    public static JsonElement Of(KlingException error, bool isSubmit) =>
        error switch
        {
            KlingValidationException invalid => Invalid(invalid.Slug, invalid.Violations),
            KlingApiException refused => Refused(refused, isSubmit),
            KlingJobFailedException failed => Failed(failed),
            KlingJobExpiredException expired => Ended("expired", expired.RequestId, expired.Message, AskUser),
            _ => Ended("error", error.RequestId, error.Message, AskUser),
        };

    /// <summary>Writes violations as a member. The allowed values are JSON, so that the agent can copy one.</summary>
    public static void WriteViolations(Utf8JsonWriter json, IReadOnlyList<KlingViolation> violations)
    {
        json.WriteStartArray("violations");
        foreach (KlingViolation violation in violations)
        {
            json.WriteStartObject();
            json.WriteString("path", violation.Path);
            json.WriteString("keyword", violation.Keyword);
            json.WriteString("message", violation.Message);
            if (violation.Limit is { } limit)
            {
                WriteLimit(json, limit);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLimit(Utf8JsonWriter json, string limit)
    {
        json.WritePropertyName("allowed");
        try
        {
            using var value = JsonDocument.Parse(limit);
            value.RootElement.WriteTo(json);
        }
        catch (JsonException)
        {
            json.WriteStringValue(limit);
        }
    }

    private static JsonElement Refused(KlingApiException error, bool isSubmit) =>
        ToolResult.Of(
            "refused",
            json =>
            {
                json.WriteString("reason", JsonNamingPolicy.SnakeCaseLower.ConvertName(error.Kind.ToString()));
                json.WriteString("message", Sentence(error, isSubmit));
                if (error.RequestId is { } id)
                {
                    json.WriteString("id", id);
                }

                if (error.Token is { } token)
                {
                    json.WriteString("token", token);
                }

                if ((error.Detail ?? error.BodyExcerpt) is { } detail)
                {
                    json.WriteString("server_message", detail);
                }

                if (error.RetryAt is { } time)
                {
                    json.WriteString("retry_at", time.UtcDateTime);
                }

                json.WriteString("next", Next(error, isSubmit));
            }
        );

    /// <summary>What happened, without the server's text, which is a member of its own.</summary>
    private static string Sentence(KlingApiException error, bool isSubmit)
    {
        string what = isSubmit
            ? "The API did not accept the request; no job was created, and nothing was billed."
            : "The API did not answer as expected.";
        return error.StatusCode is { } status ? FormattableString.Invariant($"{what} Status {(int)status}.") : what;
    }

    private static string Next(KlingApiException error, bool isSubmit) =>
        error.Kind switch
        {
            KlingErrorKind.InsufficientCredits or KlingErrorKind.SpendLimit =>
                "Do not call the tool again. Tell the user that the account needs more credits or a higher spend limit.",
            KlingErrorKind.Unauthorized or KlingErrorKind.Forbidden =>
                "Do not call the tool again. Tell the user that the application's API key is not accepted for this.",
            KlingErrorKind.Gone when error.ReplacedBy is { } successor => $"The model was retired. Use {successor} instead.",
            KlingErrorKind.Gone or KlingErrorKind.NotFound when isSubmit => "The API does not have this model. Use another one.",
            KlingErrorKind.BadRequest or KlingErrorKind.Unprocessable when isSubmit =>
                "Correct the arguments by server_message, and call the tool again.",
            KlingErrorKind.NotFinished => "Call the tool again later with the same token.",
            _ when error.IsRetryable => error.RetryAt is null ? "Call the tool again in a minute." : "Call the tool again after retry_at.",
            _ => AskUser,
        };

    private static JsonElement Failed(KlingJobFailedException error) =>
        ToolResult.Of(
            "failed",
            json =>
            {
                json.WriteString("id", error.RequestId);
                json.WriteString("model", error.Slug);
                json.WriteString("message", "The job ended without a result. Failed jobs are not billed.");
                if (error.Detail is { } detail)
                {
                    json.WriteString("server_message", detail);
                }

                json.WriteString(
                    "next",
                    "Read server_message. A new request is a new job with its own cost; change it before you submit it."
                );
            }
        );

    private static JsonElement Ended(string status, string? requestId, string message, string next) =>
        ToolResult.Of(
            status,
            json =>
            {
                if (requestId is not null)
                {
                    json.WriteString("id", requestId);
                }

                json.WriteString("message", message);
                json.WriteString("next", next);
            }
        );
}
