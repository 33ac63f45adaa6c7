using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling;

/// <summary>The description of a value: that of the schema, and the keywords that the subset does not have.</summary>
internal static class StrictDescription
{
    // A longer keyword would fill the context. It is still checked when the tool is called.
    private const int LongestKeyword = 500;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What every schema says in its own way, or what says nothing of a value.</summary>
    private static readonly HashSet<string> Said =
    [
        "title",
        "description",
        "type",
        "enum",
        "const",
        "properties",
        "required",
        "items",
        "$schema",
        "$defs",
        "$ref",
        "$comment",
    ];

    /// <summary>The description of a schema, or <see langword="null"/> if there is nothing to say.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="also">Further keywords that the strict schema expresses.</param>
    public static string? Of(JsonObject schema, params ReadOnlySpan<string> also)
    {
        var text = new StringBuilder();
        Append(text, Text(schema["title"]));
        Append(text, Text(schema["description"]));
        foreach ((string keyword, JsonNode? value) in schema)
        {
            if (!Said.Contains(keyword) && !also.Contains(keyword))
            {
                Append(text, Keyword(keyword, value));
            }
        }

        return text.Length == 0 ? null : text.ToString();
    }

    /// <summary>The description of a value that is passed as JSON text.</summary>
    public static string OfText(JsonNode? schema)
    {
        var text = new StringBuilder();
        if (schema is JsonObject known)
        {
            Append(text, Text(known["title"]));
            Append(text, Text(known["description"]));
            JsonObject rest = known.DeepClone().AsObject();
            foreach (string word in new[] { "title", "description", "$schema", "$defs", "$comment" })
            {
                _ = rest.Remove(word);
            }

            if (rest.Count > 0)
            {
                Append(text, Keyword("Schema", rest));
            }
        }

        Append(text, "Pass the value as JSON text.");
        return text.ToString();
    }

    private static string? Text(JsonNode? value) => value?.GetValueKind() is JsonValueKind.String ? (string?)value : null;

    private static string Keyword(string keyword, JsonNode? value)
    {
        string json = value?.ToJsonString(Readable) ?? "null";
        return json.Length <= LongestKeyword ? $"{keyword}: {json}." : $"{keyword}: checked when the tool is called.";
    }

    private static void Append(StringBuilder text, string? sentence)
    {
        if (string.IsNullOrWhiteSpace(sentence))
        {
            return;
        }

        if (text.Length > 0)
        {
            _ = text.Append(text[^1] is '.' or '!' or '?' ? " " : ". ");
        }

        _ = text.Append(sentence.Trim());
    }
}
