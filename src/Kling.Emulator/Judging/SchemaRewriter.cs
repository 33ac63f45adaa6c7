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

    /// <summary>The definition that holds what <c>propertyNames</c> says.</summary>
    public const string Names = "x-judge-names";

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
                return Nothing();
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

        return InDraft4(rewritten);
    }

    // What later drafts say otherwise than draft 4, which NJsonSchema knows.
    private static JsonObject InDraft4(JsonObject schema)
    {
        if (schema.TryGetPropertyValue("$ref", out JsonNode? reference) && schema.Count > 2)
        {
            _ = schema.Remove("$ref");
            JsonArray all = schema["allOf"] as JsonArray ?? [];
            all.Add(new JsonObject { ["$ref"] = reference });
            schema["allOf"] = all;
        }

        // A list of one reference would stand in for the whole schema; with a schema that changes nothing it is a list of two.
        foreach (string choice in (string[])["allOf", "anyOf", "oneOf"])
        {
            if (schema[choice] is JsonArray { Count: 1 } only)
            {
                only.Add(choice == "allOf" ? new JsonObject() : Nothing());
            }
        }

        if (schema.Remove("prefixItems", out JsonNode? prefix))
        {
            if (schema.Remove("items", out JsonNode? items))
            {
                schema["additionalItems"] = items;
            }

            schema["items"] = prefix;
        }

        if (schema.Remove("$defs", out JsonNode? definitions))
        {
            foreach (KeyValuePair<string, JsonNode?> definition in definitions!.AsObject().ToArray())
            {
                Define(schema, definition.Key, definition.Value!.DeepClone());
            }
        }

        if (schema.Remove("propertyNames", out JsonNode? names))
        {
            Define(schema, Names, names!);
        }

        return schema;
    }

    private static JsonObject Nothing() => new() { ["not"] = new JsonObject() };

    private static void Define(JsonObject schema, string name, JsonNode definition)
    {
        JsonObject definitions = schema["definitions"] as JsonObject ?? [];
        definitions[name] = definition;
        schema["definitions"] = definitions;
    }

    // What is not named here says nothing of a value, or nothing that NJsonSchema knows.
    private JsonNode? Keyword(JsonProperty member, string place) => member.Name switch
    {
        "properties" or "patternProperties" or "$defs" or "definitions" => Map(member.Value, place),
        "allOf" or "anyOf" or "oneOf" or "prefixItems" => List(member.Value, place),
        "items" => member.Value.ValueKind is JsonValueKind.Array ? List(member.Value, place) : Schema(member.Value, place),
        "additionalProperties" when member.Value.ValueKind is JsonValueKind.Object => Schema(member.Value, place),
        "not" or "propertyNames" => Schema(member.Value, place),
        "$ref" => member.Value.GetString()!.Replace("/$defs/", "/definitions/", StringComparison.Ordinal),
        "type" or "required" or "additionalProperties" or "pattern" or "uniqueItems"
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
