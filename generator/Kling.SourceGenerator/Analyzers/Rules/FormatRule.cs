using Kling.Formats;
using Kling.SourceGenerator.Diagnostics;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>KLING107: <c>format</c>, of a text or of the URI that is made from it.</summary>
internal static class FormatRule
{
    public static void Check(ConstraintCheck check, FormatConstraint constraint)
    {
        string[] texts = check.Known switch
        {
            ExactValue { Constant: string text } => [text],
            TextSamples samples => samples.Samples,
            TextParts parts when TextAlphabet.ExcludesFormat(parts, constraint.Format) && !FetchableUrlRule.Reports(parts) =>
            [
                string.Concat(parts.Known),
            ],
            _ => [],
        };

        // A text of a form is wrong if it is, in whatever way it is written.
        if (
            texts.Length > 0
            && TextFormat.Fault(constraint.Format, texts[0]) is { } fault
            && texts.All(text => TextFormat.Fault(constraint.Format, text) is not null)
        )
        {
            check.Fail(
                ConstraintDiagnostics.FormatIsViolated,
                (check.Known as TextParts)?.Shown ?? texts[0],
                fault,
                constraint.Format == TextFormat.Uri && FetchableUrlRule.IsFile(texts[0]) ? [(ConstraintDiagnostics.LocalFile, "true")] : []
            );
        }
    }
}
