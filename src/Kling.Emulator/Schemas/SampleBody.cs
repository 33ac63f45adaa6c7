using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling.Emulator;

/// <summary>
/// Makes a request for any model out of its schema: the required parameters, each with its first example, else its default, else an allowed
/// value, else something neutral of its type.
/// </summary>
internal static class SampleBody
{
    private const string Prompt = "A paper boat sails down a street in the rain, seen from close to the water.";

    /// <summary>The sample request of a model.</summary>
    public static JsonElement Of(KlingModel model)
    {
        using var schema = JsonDocument.Parse(model.Schema);
        using var body = JsonDocument.Parse(Sample(schema.RootElement, "")?.ToJsonString() ?? "null");
        return body.RootElement.Clone();
    }

    private static JsonNode? Sample(JsonElement schema, string name)
    {
        if (schema.ValueKind is not JsonValueKind.Object)
        {
            return Text(name, isUri: false);
        }

        JsonElement? stated = First(schema, "examples") ?? Member(schema, "default") ?? Member(schema, "const") ?? First(schema, "enum");
        return stated is { } given ? Node(given.Clone()) : Neutral(schema, name);
    }

    private static JsonNode? Neutral(JsonElement schema, string name) =>
        Word(schema, "type") switch
        {
            "integer" or "number" => Member(schema, "minimum") is { } least ? Node(least.Clone()) : JsonValue.Create(1),
            "boolean" => JsonValue.Create(false),
            "array" => Items(schema, name),
            "object" => Members(schema),
            _ => Text(name, Word(schema, "format") is "uri"),
        };

    private static JsonValue Text(string name, bool isUri) =>
        JsonValue.Create(isUri ? $"https://example.com/{Uri.EscapeDataString(name)}" : Prompt);

    private static JsonArray Items(JsonElement schema, string name)
    {
        int count = Member(schema, "minItems") is { } least && least.TryGetInt32(out int number) ? number : 0;
        return new JsonArray([.. Enumerable.Range(0, count).Select(_ => Sample(Member(schema, "items") ?? default, name))]);
    }

    private static JsonObject Members(JsonElement schema)
    {
        var members = new JsonObject();
        JsonElement properties = Member(schema, "properties") ?? default;
        if (Member(schema, "required") is { ValueKind: JsonValueKind.Array } required)
        {
            foreach (string name in required.EnumerateArray().Select(static item => item.ToString()))
            {
                members[name] = Sample(Member(properties, name) ?? default, name);
            }
        }

        return members;
    }

    private static JsonNode? Node(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => JsonObject.Create(json),
            JsonValueKind.Array => JsonArray.Create(json),
            _ => JsonValue.Create(json),
        };

    private static JsonElement? First(JsonElement schema, string keyword) =>
        Member(schema, keyword) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0 ? list[0] : null;

    private static string? Word(JsonElement schema, string keyword) =>
        Member(schema, keyword) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement? Member(JsonElement schema, string keyword) =>
        schema.ValueKind is JsonValueKind.Object && schema.TryGetProperty(keyword, out JsonElement value) ? value : null;
}
