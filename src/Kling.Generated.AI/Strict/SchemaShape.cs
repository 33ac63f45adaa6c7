using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling;

/// <summary>Which types and values a schema allows, by the keywords that it has.</summary>
internal static class SchemaShape
{
    private static readonly string[] OfObjects =
    [
        "properties",
        "required",
        "additionalProperties",
        "patternProperties",
        "propertyNames",
        "minProperties",
        "maxProperties",
        "dependentRequired",
        "dependentSchemas",
    ];

    private static readonly string[] OfArrays = ["items", "prefixItems", "minItems", "maxItems", "uniqueItems", "contains"];

    private static readonly string[] OfStrings = ["pattern", "format", "minLength", "maxLength", "contentEncoding", "contentMediaType"];

    private static readonly string[] OfNumbers = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];

    private static readonly string[] Deciding =
    [
        "type",
        "enum",
        "const",
        "$ref",
        "allOf",
        "anyOf",
        "oneOf",
        "properties",
        "patternProperties",
        "items",
        "prefixItems",
    ];

    /// <summary>Whether a branch of a choice says which shape a value has. <c>true</c> and <c>{}</c> allow every shape.</summary>
    public static bool Has(JsonNode? branch) => branch is not JsonObject schema || schema.Count == 0 || Deciding.Any(schema.ContainsKey);

    /// <summary>The types, or <see langword="null"/> if a value may be of any type or is one that the subset does not have.</summary>
    public static IReadOnlyList<string>? Types(JsonObject schema)
    {
        string[] declared = SchemaMerge.Names(schema["type"]);
        if (Values(schema) is { } values)
        {
            string[] found = [.. values.Select(static value => Type(value)).Distinct()];
            return found.Contains("object") || found.Contains("array") || found.Length == 0 ? null : Narrowed(found, declared);
        }

        return declared.Length > 0 ? declared
            : OfObjects.Any(schema.ContainsKey) ? ["object"]
            : OfArrays.Any(schema.ContainsKey) ? ["array"]
            : OfStrings.Any(schema.ContainsKey) ? ["string"]
            : OfNumbers.Any(schema.ContainsKey) ? ["number"]
            : null;
    }

    /// <summary>The allowed values, or <see langword="null"/> if they are not listed.</summary>
    public static IReadOnlyList<JsonNode?>? Values(JsonObject schema) =>
        schema.ContainsKey("const") ? [schema["const"]]
        : schema["enum"] is JsonArray values ? [.. values]
        : null;

    /// <summary>The schema for one of its types.</summary>
    public static JsonObject Only(JsonObject schema, string type)
    {
        JsonObject only = schema.DeepClone().AsObject();
        only["type"] = type;
        string[] others =
        [
            .. type == "object" ? [] : OfObjects,
            .. type == "array" ? [] : OfArrays,
            .. type == "string" ? [] : OfStrings,
            .. type is "number" or "integer" ? [] : OfNumbers,
            "title",
            "description",
            "default",
            "examples",
        ];
        foreach (string keyword in others)
        {
            _ = only.Remove(keyword);
        }

        return only;
    }

    // A type that the schema declares says more than the values: 1 may be of an integer or of a number.
    private static string[] Narrowed(string[] found, string[] declared) =>
        [
            .. found
                .Select(type => type == "integer" && !declared.Contains(type) && declared.Contains("number") ? "number" : type)
                .Distinct(),
        ];

    private static string Type(JsonNode? value) =>
        value?.GetValueKind() switch
        {
            null or JsonValueKind.Null => "null",
            JsonValueKind.String => "string",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Number => value.ToJsonString().All(static c => char.IsAsciiDigit(c) || c == '-') ? "integer" : "number",
            JsonValueKind.Object => "object",
            _ => "array",
        };
}
