using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling.Emulator;

/// <summary>
/// Rewrites a schema into the part of it that NJsonSchema judges: only keywords that it knows, without those that a judge exception
/// withholds, and with a mark in every subschema that leads back to the original.
/// </summary>
internal sealed class SchemaRewriter
{
    /// <summary>The member that holds a subschema's mark.</summary>
    public const string Mark = "x-judge-mark";

    private readonly Dictionary<string, JsonElement> _originals = [];

    /// <summary>The original subschemas, by mark.</summary>
    public IReadOnlyDictionary<string, JsonElement> Originals => _originals;

    /// <exception cref="NotSupportedException">The schema has something that cannot be judged; the message gives its place.</exception>
    public JsonObject Rewrite(JsonElement schema) => Schema(schema, "#");

    private JsonObject Schema(JsonElement schema, string place)
    {
        switch (schema.ValueKind)
        {
            case JsonValueKind.Object:
                break;
            case JsonValueKind.True:
                return new JsonObject();
            case JsonValueKind.False:
                return new JsonObject { ["not"] = new JsonObject() };
            default:
                throw new NotSupportedException($"{place} should be a schema: a JSON object, true or false.");
        }

        var rewritten = new JsonObject { [Mark] = place };
        _originals[place] = schema;
        foreach (JsonProperty member in schema.EnumerateObject())
        {
            string here = $"{place}/{member.Name}";
            Check(member, here);
            if (Keyword(member, here) is { } value && !JudgeExceptions.All.Any(exception => exception.Withholds(member.Name, member.Value)))
            {
                rewritten[member.Name] = value;
            }
        }

        return rewritten;
    }

    // What is not named here says nothing of a value, or nothing that NJsonSchema knows.
    private JsonNode? Keyword(JsonProperty member, string place) => member.Name switch
    {
        "properties" or "patternProperties" or "$defs" or "definitions" => Map(member.Value, place),
        "allOf" or "anyOf" or "oneOf" => List(member.Value, place),
        "items" => member.Value.ValueKind is JsonValueKind.Array ? List(member.Value, place) : Schema(member.Value, place),
        "additionalProperties" when member.Value.ValueKind is JsonValueKind.Object => Schema(member.Value, place),
        "not" => Schema(member.Value, place),
        "type" or "required" or "additionalProperties" or "pattern" or "uniqueItems" or "$ref"
            or "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" or "multipleOf"
            or "enum" or "const" or "format" or "minLength" or "maxLength"
            or "minItems" or "maxItems" or "minProperties" or "maxProperties" => JsonNode.Parse(member.Value.GetRawText()),
        _ => null,
    };

    private JsonObject Map(JsonElement schemas, string place)
    {
        Expect(schemas, JsonValueKind.Object, place);
        var rewritten = new JsonObject();
        foreach (JsonProperty member in schemas.EnumerateObject())
        {
            rewritten[member.Name] = Schema(member.Value, $"{place}/{member.Name}");
        }

        return rewritten;
    }

    private JsonArray List(JsonElement schemas, string place)
    {
        Expect(schemas, JsonValueKind.Array, place);
        return [.. schemas.EnumerateArray().Select((schema, index) => Schema(schema, $"{place}/{index}"))];
    }

    // NJsonSchema would look for another document's schema on the disk and the network.
    private static void Check(JsonProperty member, string place)
    {
        switch (member.Name)
        {
            case "$ref" when member.Value.ValueKind is not JsonValueKind.String || !member.Value.GetString()!.StartsWith('#'):
                throw new NotSupportedException($"{place} leads out of the document. Put what it refers to under $defs.");
            case "enum":
                Expect(member.Value, JsonValueKind.Array, place);
                break;
            case "minLength" or "maxLength":
                Expect(member.Value, JsonValueKind.Number, place);
                break;
        }
    }

    private static void Expect(JsonElement value, JsonValueKind kind, string place)
    {
        if (value.ValueKind != kind)
        {
            throw new NotSupportedException($"{place} should be {(kind is JsonValueKind.Number ? "a number" : kind is JsonValueKind.Array ? "an array" : "an object")}.");
        }
    }
}
