using System.Globalization;
using Kling.SourceGenerator.Diagnostics;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>KLING104, KLING105: <c>minLength</c> and <c>maxLength</c>, in Unicode code points.</summary>
internal static class LengthRule
{
    public static void Check(ConstraintCheck check, LengthConstraint length)
    {
        // All texts of one form have its length.
        KnownValue known =
            check.Known is TextSamples { Samples: var samples } && samples.Length == 1 ? new ExactValue(samples[0]) : check.Known;
        if (known is not (TextParts or TextSamples or ExactValue { Constant: string }))
        {
            return;
        }

        // The text between the known parts only makes the text longer.
        bool isWhole = known.Text is not null;
        int count = CodePoints(string.Concat(known.Parts));
        if (isWhole && count < length.Minimum)
        {
            check.Fail(
                ConstraintDiagnostics.TextIsTooShort,
                Characters(count),
                Characters(length.Minimum),
                (ConstraintDiagnostics.Limit, Text(length.Minimum)),
                (ConstraintDiagnostics.Count, Text(count))
            );
        }
        else if (count > length.Maximum)
        {
            check.Fail(
                ConstraintDiagnostics.TextIsTooLong,
                (isWhole ? "" : "at least ") + Characters(count),
                Characters(length.Maximum),
                (ConstraintDiagnostics.Limit, Text(length.Maximum)),
                (ConstraintDiagnostics.Count, Text(count))
            );
        }
    }

    private static int CodePoints(string text)
    {
        int count = text.Length;
        for (int i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
            {
                count--;
                i++;
            }
        }

        return count;
    }

    private static string Characters(int count) => NumberText.Count(count, "character");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
