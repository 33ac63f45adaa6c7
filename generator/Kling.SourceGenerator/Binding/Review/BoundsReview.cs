using Kling.SourceGenerator.Binding.Findings;
using Kling.SourceGenerator.Binding.Keywords;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Review;

/// <summary>Lower and upper limits between which nothing lies.</summary>
internal static class BoundsReview
{
    private static readonly string[] Lower = ["minimum", "exclusiveMinimum"];
    private static readonly string[] Upper = ["maximum", "exclusiveMaximum"];
    private static readonly (string Least, string Most)[] Sizes =
    [
        ("minLength", "maxLength"),
        ("minItems", "maxItems"),
        ("minProperties", "maxProperties"),
    ];

    public static void Check(JsonNode schema, SchemaFindings findings)
    {
        foreach ((string minimum, string maximum) in Sizes)
        {
            if (
                Limits.Of(schema, minimum, findings) is { } least
                && Limits.Of(schema, maximum, findings) is { } most
                && NumberToken.Compare(least.Limit, most.Limit) > 0
            )
            {
                Report(schema[minimum]!, least, most, "", findings);
            }
        }

        // What every value is a multiple of: an integer of 1.
        bool isInteger = TypeKeyword.Single(TypeKeyword.Names(schema, findings)) == "integer";
        string? multipleOf = Limits.Of(schema, "multipleOf", findings)?.Limit;
        string? step = isInteger && (multipleOf is null || NumberToken.Integer(multipleOf) is null) ? "1" : multipleOf;
        foreach (string lower in Lower)
        {
            foreach (string upper in Upper)
            {
                if (
                    Limits.Of(schema, lower, findings) is { } least
                    && Limits.Of(schema, upper, findings) is { } most
                    && IsEmpty(least, most, step)
                )
                {
                    Report(
                        schema[lower]!,
                        least,
                        most,
                        step is null ? ""
                            : step == "1" ? "an integer "
                            : $"a multiple of {step} ",
                        findings
                    );
                    return;
                }
            }
        }
    }

    private static bool IsEmpty(ConstraintModel least, ConstraintModel most, string? step)
    {
        bool isAbove = least.Keyword == "exclusiveMinimum";
        bool isBelow = most.Keyword == "exclusiveMaximum";
        string? first = step is null ? least.Limit : NumberToken.LeastMultiple(least.Limit, step, isAbove);
        return first is not null
            && NumberToken.Compare(first, most.Limit) is { } order
            && (order > 0 || (order == 0 && (isBelow || (isAbove && step is null))));
    }

    private static void Report(JsonNode place, ConstraintModel least, ConstraintModel most, string kind, SchemaFindings findings) =>
        findings.Report(
            SchemaDiagnostics.SchemaContradictsItself,
            place.Span,
            $"No value is {kind}between \"{least.Keyword}\" {least.Limit} and \"{most.Keyword}\" {most.Limit}"
        );
}
