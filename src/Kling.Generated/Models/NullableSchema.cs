using System.Text.Json.Nodes;

namespace Kling;

/// <summary>OpenAPI's <c>nullable</c> in JSON Schema's own words.</summary>
internal static class NullableSchema
{
    private static readonly string[] Annotations =
    [
        "title",
        "description",
        "$comment",
        "default",
        "examples",
        "deprecated",
        "readOnly",
        "writeOnly",
    ];

    // Beside these, null is allowed if the types and the allowed values include it.
    private static readonly string[] Deciding = ["const", "$ref", "allOf", "anyOf", "oneOf", "not", "if"];

    /// <summary>The schema, or null.</summary>
    public static JsonObject OrNull(JsonObject schema)
    {
        if (Deciding.Any(schema.ContainsKey))
        {
            return Alternative(schema);
        }

        if (schema["type"] is { } types && !StandardKeywords.Includes(types, "null"))
        {
            schema["type"] = new JsonArray([.. Names(types).Append("null").Select(static name => (JsonNode)JsonValue.Create(name))]);
        }

        if (schema["enum"] is JsonArray values && values.All(static value => value is not null))
        {
            values.Add((JsonNode?)null);
        }

        return schema;
    }

    private static JsonObject Alternative(JsonObject schema)
    {
        var alternative = new JsonObject();
        foreach (string keyword in schema.Select(static member => member.Key).Except(Annotations).ToArray())
        {
            JsonNode? value = schema[keyword];
            _ = schema.Remove(keyword);
            alternative[keyword] = value;
        }

        schema["anyOf"] = new JsonArray(alternative, new JsonObject { ["type"] = "null" });
        return schema;
    }

    private static IEnumerable<string> Names(JsonNode types) =>
        types is JsonArray several ? several.Select(static type => (string)type!) : [(string)types!];
}
