using System.Collections.Immutable;
using Kling.SourceGenerator.Binding.Document;
using Kling.SourceGenerator.Binding.Findings;
using Kling.SourceGenerator.Binding.Instances;
using Kling.SourceGenerator.Binding.Keywords;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Review;

/// <summary>Keywords that exclude each other, so that no value is valid, or one that the schema names is not.</summary>
internal sealed class ContradictionReview(
    SchemaDocument document,
    ReferenceResolver references,
    InstanceJudge instances,
    SchemaFindings findings
)
{
    private static readonly string[] Choices = ["anyOf", "oneOf"];

    public void Check(JsonNode schema)
    {
        JsonNode merged = document.Shape(schema).Schema;
        BoundsReview.Check(merged, findings);
        CheckItems(merged);
        CheckProperties(merged);
        CheckTypes(schema);
        CheckValues(schema);
        CheckAlternatives(schema);
    }

    private void Report(JsonNode place, string message) => findings.Report(SchemaDiagnostics.SchemaContradictsItself, place.Span, message);

    private void CheckItems(JsonNode schema)
    {
        if (Limits.Of(schema, "minItems", findings) is not { } least)
        {
            return;
        }

        int prefix = schema["prefixItems"]?.Items.Length ?? 0;
        JsonNode? items = schema["items"];
        if (items is { Kind: JsonKind.False } && NumberToken.Int64(least.Limit) > prefix)
        {
            Report(schema["minItems"]!, $"\"minItems\" {least.Limit} requires more items than the schema allows");
        }
        else if (
            schema["uniqueItems"] is { IsTrue: true }
            && prefix == 0
            && items is not null
            && document.Shape(items).Schema["enum"] is { Kind: JsonKind.Array } values
            && NumberToken.Int64(least.Limit) > values.Items.Length
        )
        {
            Report(schema["minItems"]!, $"\"minItems\" {least.Limit} requires more items than there are different values");
        }
    }

    private void CheckProperties(JsonNode schema)
    {
        if (
            Limits.Of(schema, "maxProperties", findings) is { } most
            && NumberToken.Int64(most.Limit) < ObjectKeywords.Required(schema, findings).Count
        )
        {
            Report(schema["maxProperties"]!, $"\"maxProperties\" {most.Limit} allows fewer properties than \"required\" lists");
        }

        bool isClosed = schema["additionalProperties"] is { Kind: JsonKind.False } && schema["patternProperties"] is null;
        if (
            isClosed
            && Limits.Of(schema, "minProperties", findings) is { } least
            && NumberToken.Int64(least.Limit) > (schema["properties"]?.Members.Length ?? 0)
        )
        {
            Report(schema["minProperties"]!, $"\"minProperties\" {least.Limit} requires more properties than the schema declares");
        }

        foreach (JsonNode name in schema.ItemsOf("required"))
        {
            if (schema["properties"]?[name.Text] is { Kind: JsonKind.False })
            {
                Report(name, $"'{name.Text}' is required, but its schema false allows no value");
            }
        }
    }

    /// <summary>The type that a schema declares, and those of the schemas that hold for the same value.</summary>
    private void CheckTypes(JsonNode schema)
    {
        IReadOnlyList<string> own = TypeKeyword.Names(schema, findings);
        IEnumerable<JsonNode> parts = schema.ItemsOf("allOf");
        parts =
            schema.Member("$ref") is { } reference && references.Resolve(reference) is { } definition ? parts.Append(definition) : parts;
        foreach (JsonNode part in parts)
        {
            IReadOnlyList<string> others = TypeKeyword.Names(document.Shape(part).Schema, findings);
            if (!Overlap(own, others))
            {
                Report(
                    schema["type"] ?? part,
                    $"No value can be of both type {TypeKeyword.Quote(own)} and type {TypeKeyword.Quote(others)}"
                );
                return;
            }

            own = own.Count == 0 ? others : own;
        }

        foreach (string choice in Choices)
        {
            if (
                schema[choice] is { Kind: JsonKind.Array, Items.Length: > 0 } alternatives
                && alternatives.Items.All(alternative => !Overlap(own, TypeKeyword.Names(document.Shape(alternative).Schema, findings)))
            )
            {
                Report(schema["type"] ?? alternatives, $"No alternative of \"{choice}\" is of type {TypeKeyword.Quote(own)}");
            }
        }
    }

    private static bool Overlap(IReadOnlyList<string> first, IReadOnlyList<string> second) =>
        first.Count == 0
        || second.Count == 0
        || first.Intersect(second).Any()
        || (first.Contains("integer") && second.Contains("number"))
        || (first.Contains("number") && second.Contains("integer"));

    private void CheckValues(JsonNode schema)
    {
        if (schema["const"] is { } only)
        {
            CheckValue(only, "const", schema);

            // It may choose one of the values of "enum": the others are then excluded on purpose.
            schema = JsonNode.Object(schema.Span, schema.Members.Where(static member => member.Name != "const").ToImmutableArray());
        }

        if (schema.ItemsOf("enum") is { Length: > 0 } values)
        {
            // Each is among the values of "enum": only what else limits them can exclude one.
            JsonNode limits = JsonNode.Object(
                schema.Span,
                schema.Members.Where(static member => member.Name != "enum" && !KnownKeywords.IsAnnotation(member.Name)).ToImmutableArray()
            );
            foreach (JsonNode value in values)
            {
                CheckValue(value, "enum", limits);
            }
        }
    }

    private void CheckValue(JsonNode value, string keyword, JsonNode schema)
    {
        if (instances.Fault(value, schema) is { } fault)
        {
            Report(value, $"The value {JsonPrinter.Excerpt(value)} of \"{keyword}\" is never valid: {fault}");
        }
    }

    /// <summary>Two equal alternatives of "oneOf": a value is valid for both or for none.</summary>
    private void CheckAlternatives(JsonNode schema)
    {
        HashSet<string>? seen = null;
        foreach (JsonNode alternative in schema.ItemsOf("oneOf"))
        {
            seen ??= new HashSet<string>(StringComparer.Ordinal);
            if (!seen.Add(JsonPrinter.Print(alternative)))
            {
                Report(alternative, "This alternative of \"oneOf\" is a duplicate, so no value that it allows is valid");
            }
        }
    }
}
