using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Kling;

/// <summary>JSON of requests and responses.</summary>
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class WebJson : JsonSerializerContext
{
    /// <summary>Text is written as it is: it is shown as code and sent as JSON, and never part of a page.</summary>
    public static WebJson Context { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The same with line ends, for people.</summary>
    public static WebJson Indented { get; } =
        new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true });

    /// <summary>Writes a response.</summary>
    public static Task WriteAsync(HttpContext context, JsonNode json, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(json, Context.JsonNode, cancellationToken: context.RequestAborted);
    }

    /// <summary>Writes a problem (RFC 9457).</summary>
    public static Task RefuseAsync(HttpContext context, int status, string title, Action<JsonObject>? more = null)
    {
        var problem = new JsonObject { ["title"] = title, ["status"] = status };
        more?.Invoke(problem);
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(problem, Context.JsonNode, "application/problem+json", context.RequestAborted);
    }

    /// <summary>The body as JSON; otherwise the request is refused.</summary>
    public static async Task<JsonElement?> ReadAsync(HttpContext context)
    {
        try
        {
            using JsonDocument document = await JsonDocument
                .ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted)
                .ConfigureAwait(false);
            return document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "The body is not JSON: " + e.Message).ConfigureAwait(false);
            return null;
        }
    }

    /// <summary>Violations as the page places them.</summary>
    public static JsonArray Violations(IEnumerable<KlingViolation> violations) =>
        new([
            .. violations.Select(static violation => new JsonObject
            {
                ["pointer"] = violation.Path,
                ["keyword"] = violation.Keyword,
                ["message"] = violation.Message,
            }),
        ]);
}
