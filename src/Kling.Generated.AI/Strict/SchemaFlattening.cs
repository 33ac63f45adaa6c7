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
    /// <param name="schema">The schema.</param>
    /// <param name="copied">The references whose definitions were copied into it.</param>
    public JsonObject? Flatten(JsonObject schema, ICollection<string> copied)
    {
        if (schema["allOf"] is JsonArray { Count: 1 } parts && parts[0] is JsonObject only && IsReference(schema, "allOf"))
        {
            // OpenAPI's way to describe a reference.
            JsonObject described = schema.DeepClone().AsObject();
            _ = described.Remove("allOf");
            return SchemaMerge.Of(described, only) is { } reference && IsReference(only, "$ref") ? reference : Merge(schema, copied);
        }

        return !schema.ContainsKey("allOf") && (!schema.ContainsKey("$ref") || IsReference(schema, "$ref"))
            ? schema
            : Merge(schema, copied);
    }

    /// <summary>The definition at the end of references that lead to references; <see langword="null"/> if there is none.</summary>
    public string? Follow(string pointer)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (seen.Add(pointer) && Find(pointer) is { } target)
        {
            if (target is not JsonObject next || Flatten(next, []) is not { } flat || !flat.ContainsKey("$ref"))
            {
                return pointer;
            }

            pointer = (string)flat["$ref"]!;
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

    /// <summary>Whether a schema has a keyword and only descriptions beside it.</summary>
    private static bool IsReference(JsonObject schema, string keyword) =>
        schema.ContainsKey(keyword) && schema.All(member => member.Key == keyword || Annotations.Contains(member.Key));

    private JsonObject? Merge(JsonObject schema, ICollection<string> copied)
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

            merged = part is JsonObject own && Resolve(own, copied) is { } flat ? SchemaMerge.Of(merged, flat) : null;
            if (merged is null)
            {
                return null;
            }
        }

        return merged;
    }

    /// <summary>A part of a schema, without references, because other parts apply to the same value.</summary>
    private JsonObject? Resolve(JsonObject part, ICollection<string> copied)
    {
        if (!part.ContainsKey("$ref"))
        {
            JsonObject? flat = Flatten(part, copied);
            return flat is not null && flat.ContainsKey("$ref") ? Resolve(flat, copied) : flat;
        }

        string pointer = (string)part["$ref"]!;
        if (!_resolving.Add(pointer))
        {
            return null;
        }

        copied.Add(pointer);
        try
        {
            JsonObject? own = part.DeepClone().AsObject();
            _ = own.Remove("$ref");
            return Find(pointer) is JsonObject target && Resolve(target, copied) is { } definition && Resolve(own, copied) is { } rest
                ? SchemaMerge.Of(rest, definition)
                : null;
        }
        finally
        {
            _ = _resolving.Remove(pointer);
        }
    }
}
