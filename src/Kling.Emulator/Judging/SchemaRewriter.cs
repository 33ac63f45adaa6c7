using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling.Emulator;

/// <summary>
/// Rewrites an <see cref="EnforcedSchema"/> into the part of it that NJsonSchema judges: without the keywords that a judge exception
/// withholds, and with a mark in every subschema that leads back to it.
/// </summary>
internal sealed class SchemaRewriter
{
    /// <summary>The member that holds a subschema's mark.</summary>
    public const string Mark = "x-judge-mark";

    /// <summary>The definition that holds what <c>propertyNames</c> says.</summary>
    public const string Names = "x-judge-names";

    /// <summary>The definition for <c>additionalProperties</c> if there are <c>patternProperties</c> too.</summary>
    public const string Additional = "x-judge-additional";

    private const string Patterned = "x-judge-pattern-";

    private readonly Dictionary<string, JudgedSchema> _schemas = [];
    private readonly Dictionary<string, JudgedPattern> _patterns = [];

    /// <summary>The subschemas, by mark.</summary>
    public IReadOnlyDictionary<string, JudgedSchema> Schemas => _schemas;

    public JsonObject Rewrite(JsonElement schema)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return schema.ValueKind is JsonValueKind.True ? [] : Nothing();
        }

        string mark = _schemas.Count.ToString(CultureInfo.InvariantCulture);
        JsonProperty[] patterns = schema.TryGetProperty("patternProperties", out JsonElement named) ? [.. named.EnumerateObject()] : [];
        _schemas[mark] = new JudgedSchema(
            schema,
            schema.TryGetProperty("pattern", out JsonElement pattern) ? Pattern(pattern.GetString()!) : null,
            [.. patterns.Select((member, index) => (Pattern(member.Name), Patterned + index.ToString(CultureInfo.InvariantCulture)))]
        );
        var rewritten = new JsonObject { [Mark] = mark };
        foreach (JsonProperty member in schema.EnumerateObject())
        {
            if (!JudgeExceptions.All.Any(exception => exception.Withholds(member.Name, member.Value)) && Keyword(member) is { } value)
            {
                rewritten[member.Name] = value;
            }
        }

        for (int i = 0; i < patterns.Length; i++)
        {
            Define(rewritten, Patterned + i.ToString(CultureInfo.InvariantCulture), Rewrite(patterns[i].Value));
        }

        return InDraft4(rewritten, hasPatterns: patterns.Length > 0, hasSiblings: schema.EnumerateObject().Count() > 1);
    }

    // What later drafts say otherwise than draft 4, which NJsonSchema knows.
    private static JsonObject InDraft4(JsonObject schema, bool hasPatterns, bool hasSiblings)
    {
        if (hasSiblings && schema.Remove("$ref", out JsonNode? reference))
        {
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

        if (schema.Remove("propertyNames", out JsonNode? names))
        {
            Define(schema, Names, names!);
        }

        if (hasPatterns && schema.Remove("additionalProperties", out JsonNode? additional))
        {
            Define(schema, Additional, additional as JsonObject ?? (additional!.GetValue<bool>() ? [] : Nothing()));
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

    private JudgedPattern Pattern(string pattern)
    {
        if (!_patterns.TryGetValue(pattern, out JudgedPattern? known))
        {
            _patterns.Add(pattern, known = new JudgedPattern(pattern));
        }

        return known;
    }

    // What is not named here is judged by a judge exception alone.
    private JsonNode? Keyword(JsonProperty member) =>
        member.Name switch
        {
            "properties" or "definitions" => Map(member.Value),
            "allOf" or "anyOf" or "oneOf" or "prefixItems" => new JsonArray([.. member.Value.EnumerateArray().Select(Rewrite)]),
            "items" or "propertyNames" => Rewrite(member.Value),
            "additionalProperties" => member.Value.ValueKind is JsonValueKind.Object
                ? Rewrite(member.Value)
                : JsonValue.Create(member.Value.ValueKind is JsonValueKind.True),
            "$ref" => member.Value.GetString(),
            "type"
            or "required"
            or "uniqueItems"
            or "enum"
            or "const"
            or "format"
            or "minimum"
            or "maximum"
            or "exclusiveMinimum"
            or "exclusiveMaximum"
            or "multipleOf"
            or "minLength"
            or "maxLength"
            or "minItems"
            or "maxItems"
            or "minProperties"
            or "maxProperties" => JsonNode.Parse(member.Value.GetRawText()),
            _ => null,
        };

    private JsonObject Map(JsonElement schemas) =>
        new(schemas.EnumerateObject().Select(member => KeyValuePair.Create<string, JsonNode?>(member.Name, Rewrite(member.Value))));
}
