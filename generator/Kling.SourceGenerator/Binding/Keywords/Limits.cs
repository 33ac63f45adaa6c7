using Kling.SourceGenerator.Binding.Findings;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Keywords;

/// <summary>The keywords that take a number, read once for typed values and for JSON.</summary>
internal static class Limits
{
    /// <summary>A keyword's limit, or <see langword="null"/> if it is not valid, which is reported.</summary>
    public static ConstraintModel? Of(JsonNode schema, string keyword, SchemaFindings findings)
    {
        if (schema[keyword] is not { } limit)
        {
            return null;
        }

        return keyword switch
        {
            "minimum" or "maximum" => Bound(schema, keyword, limit, findings),
            "exclusiveMinimum" or "exclusiveMaximum" when limit.Kind is JsonKind.True or JsonKind.False => null,
            "exclusiveMinimum" or "exclusiveMaximum" => Number(keyword, limit, findings),
            "multipleOf" => MultipleOf(limit, findings),
            _ => Count(keyword, limit, findings),
        };
    }

    /// <summary>Draft 4 wrote an exclusive bound as <c>"minimum": 0, "exclusiveMinimum": true</c>.</summary>
    private static ConstraintModel? Bound(JsonNode schema, string keyword, JsonNode limit, SchemaFindings findings)
    {
        string exclusive = keyword == "minimum" ? "exclusiveMinimum" : "exclusiveMaximum";
        return Number(schema[exclusive] is { IsTrue: true } ? exclusive : keyword, limit, findings);
    }

    private static ConstraintModel? Number(string keyword, JsonNode limit, SchemaFindings findings)
    {
        if (limit.Kind is JsonKind.Number && NumberToken.IsDouble(limit.Text))
        {
            return new ConstraintModel(keyword, limit.Text);
        }

        findings.Report(SchemaDiagnostics.KeywordValueIsInvalid, limit.Span, keyword, "it must be a number that fits a double" + Quoted.Number(limit));
        return null;
    }

    private static ConstraintModel? MultipleOf(JsonNode limit, SchemaFindings findings)
    {
        if (limit.Kind is JsonKind.Number && NumberToken.Compare(limit.Text, "0") > 0)
        {
            return new ConstraintModel("multipleOf", limit.Text);
        }

        findings.Report(SchemaDiagnostics.KeywordValueIsInvalid, limit.Span, "multipleOf", "it must be a number greater than 0" + Quoted.Number(limit));
        return null;
    }

    private static ConstraintModel? Count(string keyword, JsonNode limit, SchemaFindings findings)
    {
        if (limit.Kind is JsonKind.Number && NumberToken.Count(limit.Text) is not null)
        {
            return new ConstraintModel(keyword, NumberToken.Integer(limit.Text)!);
        }

        findings.Report(SchemaDiagnostics.KeywordValueIsInvalid, limit.Span, keyword, "it must be an integer from 0 to 2147483647" + Quoted.Number(limit));
        return null;
    }
}
