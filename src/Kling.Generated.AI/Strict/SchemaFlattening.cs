using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling;

/// <summary>
/// Schemas without <c>allOf</c>, and without other keywords beside <c>$ref</c>: whatever applies to the same value becomes one schema.
/// </summary>
internal sealed class SchemaFlattening(JsonObject root)
{
    /// <summary>Keywords that only describe.</summary>
    public static readonly string[] Annotations =
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

    private readonly HashSet<string> _resolving = new(StringComparer.Ordinal);

    /// <summary>The flat schema, or <see langword="null"/> if one schema cannot say it.</summary>
    public JsonObject? Flatten(JsonObject schema) =>
        !schema.ContainsKey("allOf") && (!schema.ContainsKey("$ref") || IsReference(schema)) ? schema : Merge(schema);

    /// <summary>The definition at the end of references that lead to references; <see langword="null"/> if there is none.</summary>
    public string? Follow(string pointer)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (seen.Add(pointer) && Find(pointer) is { } target)
        {
            if (target is not JsonObject next || !next.ContainsKey("$ref") || !IsReference(next))
            {
                return pointer;
            }

            pointer = (string)next["$ref"]!;
        }

        return null;
    }

    /// <summary>What a reference refers to, or <see langword="null"/>.</summary>
    public JsonNode? Find(string pointer)
    {
        const string Definitions = "#/$defs/";
        return pointer == "#" ? root
            : pointer.StartsWith(Definitions, StringComparison.Ordinal) ? (root["$defs"] as JsonObject)?[pointer[Definitions.Length..]]
            : null;
    }

    private static bool IsReference(JsonObject schema) =>
        schema.All(static member => member.Key == "$ref" || Annotations.Contains(member.Key));

    private JsonObject? Merge(JsonObject schema)
    {
        JsonObject? merged = schema.DeepClone().AsObject();
        _ = merged.Remove("allOf");
        _ = merged.Remove("$ref");
        foreach (
            JsonNode? part in (schema["allOf"] as JsonArray ?? []).Prepend(
                schema.ContainsKey("$ref") ? new JsonObject { ["$ref"] = (string)schema["$ref"]! } : null
            )
        )
        {
            if (part is null || part.GetValueKind() is JsonValueKind.True)
            {
                continue;
            }

            merged = part is JsonObject own && Resolve(own) is { } flat ? SchemaMerge.Of(merged, flat) : null;
            if (merged is null)
            {
                return null;
            }
        }

        return merged;
    }

    /// <summary>A part of a schema, without references, because other parts apply to the same value.</summary>
    private JsonObject? Resolve(JsonObject part)
    {
        if (!part.ContainsKey("$ref"))
        {
            return Flatten(part);
        }

        string pointer = (string)part["$ref"]!;
        if (!_resolving.Add(pointer))
        {
            return null;
        }

        try
        {
            JsonObject? own = part.DeepClone().AsObject();
            _ = own.Remove("$ref");
            return Find(pointer) is JsonObject target && Resolve(target) is { } flat && Flatten(own) is { } rest
                ? SchemaMerge.Of(rest, flat)
                : null;
        }
        finally
        {
            _ = _resolving.Remove(pointer);
        }
    }
}
