using System.Collections.Immutable;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding;

/// <summary>
/// A schema with everything that applies to the same value put together: what <c>$ref</c> names, what <c>allOf</c> lists,
/// and the one alternative that <c>anyOf</c> leaves beside null. It decides the C# type and nothing else.
/// </summary>
/// <param name="Schema">The keywords put together.</param>
/// <param name="IsExact">Whether they say all that the schema says; if not, the schema itself is checked as JSON.</param>
/// <param name="AllowsNull">Whether an alternative beside the others is null.</param>
/// <param name="Reference">The definition, where the schema is nothing but a reference to one with a few annotations.</param>
internal sealed record SchemaShape(JsonNode Schema, bool IsExact, bool AllowsNull, string? Reference)
{
    /// <summary>Longer than any chain of references that somebody wrote on purpose.</summary>
    private const int MaxDepth = 64;

    public static SchemaShape Of(JsonNode schema, JsonNode root) => Of(schema, root, 0);

    private static SchemaShape Of(JsonNode schema, JsonNode root, int depth)
    {
        var shape = new SchemaShape(schema, IsExact: true, AllowsNull: false, Reference: null);
        if (!schema.IsObject || depth > MaxDepth)
        {
            return shape with { IsExact = depth <= MaxDepth };
        }

        if (schema["$ref"] is { Kind: JsonKind.String } reference)
        {
            shape = shape.WithReference(reference.Text, root, depth);
        }

        if (schema["allOf"] is { Kind: JsonKind.Array } all)
        {
            shape = shape with { Schema = Without(shape.Schema, "allOf") };
            shape = all.Items.Aggregate(shape, (merged, part) => merged.MergeWith(Of(part, root, depth + 1)));
        }

        foreach (string choice in (string[])["anyOf", "oneOf"])
        {
            if (shape.Schema[choice] is { Kind: JsonKind.Array } alternatives)
            {
                shape = shape.WithAlternatives(choice, alternatives, root, depth);
            }
        }

        return shape;
    }

    private SchemaShape WithReference(string reference, JsonNode root, int depth)
    {
        JsonNode siblings = Without(Schema, "$ref");
        if (JsonPointer.Resolve(root, reference) is not { } target)
        {
            return this with { Schema = siblings };
        }

        SchemaShape merged = (this with { Schema = siblings }).MergeWith(Of(target, root, depth + 1));
        bool isPlain = siblings.Members.All(static member => Keywords.IsAnnotation(member.Name));
        return merged with { Reference = isPlain ? reference : null };
    }

    /// <summary>Null beside one alternative makes that one nullable; several alternatives stay what they are.</summary>
    private SchemaShape WithAlternatives(string choice, JsonNode alternatives, JsonNode root, int depth)
    {
        JsonNode[] others = [.. alternatives.Items.Where(static alternative => !IsNull(alternative))];
        bool hasNull = others.Length < alternatives.Items.Length;
        if (others.Length != 1)
        {
            return this with { IsExact = false };
        }

        SchemaShape other = Of(others[0], root, depth + 1);
        SchemaShape merged = (this with { Schema = Without(Schema, choice) }).MergeWith(other);
        bool isPlain = Schema.Members.All(member => member.Name == choice || Keywords.IsAnnotation(member.Name));
        string? reference = isPlain ? other.Reference ?? (others[0]["$ref"] is { Kind: JsonKind.String } direct ? direct.Text : null) : null;

        // "oneOf" refuses null where both alternatives take it, and a constraint beside the choice holds for null too.
        bool isExact = merged.IsExact && (isPlain || !hasNull) && !(hasNull && choice == "oneOf" && other.AllowsNull);
        return merged with { AllowsNull = AllowsNull || hasNull || other.AllowsNull, Reference = reference, IsExact = isExact };
    }

    private SchemaShape MergeWith(SchemaShape other)
    {
        if (!other.Schema.IsObject)
        {
            // "true" says nothing; "false" says that there is no value, which no C# type can.
            return this with { IsExact = IsExact && other.Schema.Kind is JsonKind.True };
        }

        JsonNode merged = SchemaMerger.Merge(Schema, other.Schema, out bool isExact);
        return this with { Schema = merged, IsExact = IsExact && other.IsExact && isExact && (AllowsNull == other.AllowsNull || Schema.Members.Length == 0), AllowsNull = other.AllowsNull };
    }

    private static bool IsNull(JsonNode schema) =>
        schema["type"] is { Kind: JsonKind.String, Text: "null" }
        || schema["const"] is { Kind: JsonKind.Null }
        || (schema["enum"] is { Kind: JsonKind.Array, Items.Length: 1 } only && only.Items[0].Kind is JsonKind.Null);

    private static JsonNode Without(JsonNode schema, string keyword) =>
        JsonNode.Object(schema.Span, schema.Members.Where(member => member.Name != keyword).ToImmutableArray());
}
