using System.Text;
using System.Text.Json;

namespace Kling;

/// <summary>A request as a line for a POSIX shell.</summary>
internal static class RequestCommand
{
    /// <summary>The call of the <c>kling</c> command that sends the request.</summary>
    public static string Kling(KlingModel model, JsonElement body)
    {
        string slug = Quoted(model.Slug);
        if (body.EnumerateObject().Any(member => !IsOption(model, member)))
        {
            return $"kling run {slug} --input - <<'JSON'\n{Json(body)}\nJSON";
        }

        var line = new StringBuilder("kling run ").Append(slug);
        foreach (JsonProperty member in body.EnumerateObject())
        {
            string value = member.Value.ValueKind is JsonValueKind.String ? member.Value.GetString()! : Json(member.Value);
            _ = line.Append(" \\\n  --").Append(member.Name.Replace('_', '-')).Append(' ').Append(Quoted(value));
        }

        return line.ToString();
    }

    /// <summary>The HTTP request by curl. The key comes from the environment.</summary>
    public static string Curl(Uri address, KlingModel model, JsonElement body) =>
        $"""
            curl {Quoted(new Uri(address, "v2/" + Uri.EscapeDataString(model.Slug)).AbsoluteUri)} \
              -H "x-api-key: $SEGMIND_API_KEY" -H 'Content-Type: application/json' \
              -d {Quoted(Json(body))}
            """;

    // Text that begins with a dash would be read as an option; objects and unions are read by rules of the command.
    private static bool IsOption(KlingModel model, JsonProperty member) =>
        model.Parameters.FirstOrDefault(parameter => parameter.Name == member.Name) is { } parameter
        && member.Name.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_')
        && (parameter.Type, member.Value.ValueKind) switch
        {
            ("string", JsonValueKind.String) => member.Value.GetString() is { Length: > 0 } text && text[0] is not '-' and not '@',
            ("integer" or "number", JsonValueKind.Number) => member.Value.GetRawText()[0] != '-',
            ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
            _ => false,
        };

    private static string Json(JsonElement json) => JsonSerializer.Serialize(json, WebJson.Context.JsonElement);

    private static string Quoted(string text) =>
        text.Length > 0 && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '/')
            ? text
            : "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
