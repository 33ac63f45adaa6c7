using System.Collections.Immutable;
using Kling.SourceGenerator.Binding.Keywords;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Document;

/// <summary>
/// A schema with everything that applies to the same value put together: what <c>$ref</c> names, what <c>allOf</c> lists, and the one
/// alternative that <c>anyOf</c> leaves beside null. It decides the C# type and nothing else.
/// </summary>
/// <param name="Schema">The keywords put together.</param>
/// <param name="IsExact">Whether they say all that the schema says; if not, the schema itself is checked as JSON.</param>
/// <param name="AllowsNull">Whether an alternative beside the others is null.</param>
/// <param name="Reference">The definition, if the schema is only a reference to it with annotations.</param>
internal sealed record SchemaShape(JsonNode Schema, bool IsExact, bool AllowsNull, string? Reference)
{
    /// <summary>The definitions whose keywords are among those of <see cref="Schema"/>.</summary>
    public ImmutableArray<JsonNode> Targets { get; private init; } = ImmutableArray<JsonNode>.Empty;

    private static readonly string[] Choices = ["anyOf", "oneOf"];

    public static SchemaShape Of(JsonNode schema, JsonNode root) => Of(schema, new Reading(root), 0);

    private static SchemaShape Of(JsonNode schema, Reading document, int depth)
    {
        var shape = new SchemaShape(schema, IsExact: true, AllowsNull: false, Reference: null);
        bool isRead = document.MayReadMore(depth);
        if (!schema.IsObject || !isRead)
        {
            return shape with { IsExact = isRead };
        }

        if (schema["$ref"] is { Kind: JsonKind.String } reference)
        {
            shape = shape.WithReference(reference.Text, document, depth);
        }

        if (schema["allOf"] is { Kind: JsonKind.Array } all)
        {
            shape = shape.WithAll(all, document, depth);
        }

        foreach (string choice in Choices)
        {
            if (shape.Schema[choice] is { Kind: JsonKind.Array } alternatives)
            {
                shape = shape.WithAlternatives(choice, alternatives, document, depth);
            }
        }

        return shape;
    }

    private SchemaShape WithReference(string reference, Reading document, int depth)
    {
        JsonNode siblings = Without(Schema, "$ref");
        if (JsonPointer.Resolve(document.Root, reference) is not { } target)
        {
            return this with { Schema = siblings };
        }

        SchemaShape merged = (this with { Schema = siblings, Targets = Targets.Add(target) }).MergeWith(Of(target, document, depth + 1));
        bool isPlain = siblings.Members.All(static member => KnownKeywords.IsAnnotation(member.Name));
        return merged with { Reference = isPlain ? reference : null };
    }

    /// <summary>
    /// A list of one schema, with nothing but annotations beside it, is that schema: so tools write a described reference.
    /// </summary>
    private SchemaShape WithAll(JsonNode all, Reading document, int depth)
    {
        JsonNode siblings = Without(Schema, "allOf");
        bool isPlain =
            all.Items.Length == 1 && Schema.Members.All(static member => member.Name == "allOf" || KnownKeywords.IsAnnotation(member.Name));
        SchemaShape[] parts = [.. all.Items.Select(part => Of(part, document, depth + 1))];
        SchemaShape merged = parts.Aggregate(this with { Schema = siblings }, static (merged, part) => merged.MergeWith(part));
        return merged with { Reference = isPlain ? parts[0].Reference : null };
    }

    /// <summary>Null beside one alternative makes that one nullable; several alternatives stay what they are.</summary>
    private SchemaShape WithAlternatives(string choice, JsonNode alternatives, Reading document, int depth)
    {
        JsonNode[] others = [.. alternatives.Items.Where(static alternative => !IsNull(alternative))];
        bool hasNull = others.Length < alternatives.Items.Length;
        if (others.Length != 1)
        {
            return this with { IsExact = false, AllowsNull = AllowsNull || hasNull };
        }

        SchemaShape other = Of(others[0], document, depth + 1);
        SchemaShape merged = (this with { Schema = Without(Schema, choice) }).MergeWith(other);
        bool isPlain = Schema.Members.All(member => member.Name == choice || KnownKeywords.IsAnnotation(member.Name));

        // "oneOf" refuses null where both alternatives take it, and a constraint beside the choice holds for null too.
        bool isAmbiguous = hasNull && choice == "oneOf" && (other.AllowsNull || MayBeNull(other.Schema));
        bool isExact = merged.IsExact && (isPlain || !hasNull) && !isAmbiguous;
        string? reference = isPlain && !isAmbiguous ? other.Reference : null;
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
        return this with
        {
            Schema = merged,
            IsExact = IsExact && other.IsExact && isExact && (AllowsNull == other.AllowsNull || Schema.Members.Length == 0),
            AllowsNull = AllowsNull || other.AllowsNull,
            Targets = Targets.AddRange(other.Targets),
        };
    }

    private static bool MayBeNull(JsonNode schema) =>
        schema["nullable"] is { IsTrue: true }
        || (
            schema["type"] is { } type ? type.Items.Append(type).Any(static name => name.Text == "null")
            : schema["enum"] is { } values ? values.Items.Any(static value => value.Kind is JsonKind.Null)
            : schema["const"] is null or { Kind: JsonKind.Null }
        );

    private static bool IsNull(JsonNode schema) =>
        schema["type"] is { Kind: JsonKind.String, Text: "null" }
        || schema["const"] is { Kind: JsonKind.Null }
        || (schema["enum"] is { Kind: JsonKind.Array, Items.Length: 1 } only && only.Items[0].Kind is JsonKind.Null);

    private static JsonNode Without(JsonNode schema, string keyword) =>
        JsonNode.Object(schema.Span, schema.Members.Where(member => member.Name != keyword).ToImmutableArray());

    /// <summary>How much of a document one shape may read: references that multiply would otherwise never end.</summary>
    private sealed class Reading(JsonNode root)
    {
        // Longer than any chain of references, and more schemas for one value, than somebody wrote on purpose.
        private const int MaxDepth = 64;
        private const int MaxSchemas = 1000;

        private int _schemas;

        public JsonNode Root { get; } = root;

        public bool MayReadMore(int depth) => depth <= MaxDepth && _schemas++ < MaxSchemas;
    }
}
