using System.Text.Json;

namespace Kling;

/// <summary>
/// A schema and the schemas that apply with it: what its <c>$ref</c> names, what <c>allOf</c> lists, the one alternative beside null. What
/// the schema says itself goes before what they say.
/// </summary>
internal sealed class SchemaLayers
{
    // A circle of references ends here; no honest chain is that long.
    private const int MaxDepth = 16;

    private readonly List<JsonElement> _layers = [];
    private readonly JsonElement _root;

    public SchemaLayers(JsonElement schema, JsonElement root)
    {
        _root = root;
        Add(schema, depth: 0);
    }

    /// <summary>A keyword's value, or <see langword="null"/>.</summary>
    public JsonElement? Member(string keyword)
    {
        foreach (JsonElement layer in _layers)
        {
            if (layer.TryGetProperty(keyword, out JsonElement value))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Every keyword once, in order.</summary>
    public IEnumerable<JsonProperty> Members() =>
        _layers.SelectMany(static layer => layer.EnumerateObject()).DistinctBy(static member => member.Name);

    private void Add(JsonElement schema, int depth)
    {
        if (schema.ValueKind is not JsonValueKind.Object || depth > MaxDepth)
        {
            return;
        }

        _layers.Add(schema);
        if (
            schema.TryGetProperty("$ref", out JsonElement reference)
            && reference.ValueKind is JsonValueKind.String
            && SchemaPointer.Resolve(_root, reference.GetString()!) is { } target
        )
        {
            Add(target, depth + 1);
        }

        foreach (JsonElement part in Schemas(schema, "allOf"))
        {
            Add(part, depth + 1);
        }

        foreach (string choice in (ReadOnlySpan<string>)["anyOf", "oneOf"])
        {
            JsonElement[] others = [.. Schemas(schema, choice).Where(static alternative => !IsNull(alternative))];
            if (others.Length == 1)
            {
                Add(others[0], depth + 1);
            }
        }
    }

    private static JsonElement.ArrayEnumerator Schemas(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out JsonElement list) && list.ValueKind is JsonValueKind.Array ? list.EnumerateArray() : default;

    private static bool IsNull(JsonElement schema) =>
        schema.ValueKind is JsonValueKind.Object
        && schema.TryGetProperty("type", out JsonElement type)
        && type.ValueKind is JsonValueKind.String
        && type.ValueEquals("null");
}
