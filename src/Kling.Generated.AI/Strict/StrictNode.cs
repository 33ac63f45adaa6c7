using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling;

/// <summary>One schema of a strict document.</summary>
/// <param name="description">What the value means, with what the subset cannot say; <see langword="null"/> for nothing.</param>
internal abstract class StrictNode(string? description)
{
    /// <summary>What the value means; <see langword="null"/> for nothing.</summary>
    protected string? Description => description;

    /// <summary>Whether the schema itself allows null, so that a null is a value and does not mean that there is none.</summary>
    public abstract bool AllowsNull { get; }

    /// <summary>Whether a value has the shape of this schema. Limits are not checked.</summary>
    public abstract bool Matches(JsonElement value);

    /// <summary>Writes a value as the original schema has it.</summary>
    public virtual void Read(JsonElement value, Utf8JsonWriter json) => value.WriteTo(json);

    /// <summary>The schema, as a new object.</summary>
    public JsonObject ToSchema()
    {
        JsonObject schema = Write();
        if (description is null)
        {
            return schema;
        }

        // The subset takes nothing beside a reference.
        JsonObject described = schema.ContainsKey("$ref") ? new JsonObject { ["anyOf"] = new JsonArray(schema) } : schema;
        described["description"] = description;
        return described;
    }

    /// <summary>The same schema, or null.</summary>
    public JsonObject ToNullableSchema()
    {
        JsonObject schema = ToSchema();
        if (schema["anyOf"] is JsonArray choices)
        {
            choices.Add((JsonNode)Null());
            return schema;
        }

        if (schema["type"] is JsonArray types)
        {
            types.Add((JsonNode)"null");
            (schema["enum"] as JsonArray)?.Add((JsonNode?)null);
            return schema;
        }

        if ((string?)schema["type"] is { } type and not ("object" or "array"))
        {
            schema["type"] = new JsonArray(type, "null");
            (schema["enum"] as JsonArray)?.Add((JsonNode?)null);
            return schema;
        }

        var choice = new JsonObject { ["anyOf"] = new JsonArray(schema, Null()) };
        if (schema.Remove("description", out JsonNode? text))
        {
            choice["description"] = text;
        }

        return choice;
    }

    /// <summary>The schema without its description.</summary>
    protected abstract JsonObject Write();

    private static JsonObject Null() => new() { ["type"] = "null" };
}
