using System.Globalization;
using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>KLING109, KLING110: <c>minItems</c> and <c>maxItems</c>.</summary>
internal static class ItemCountRule
{
    public static void Check(ConstraintCheck check, ItemCountConstraint limits, ListValue list)
    {
        int count = list.Count;
        (string, string) counted = (ConstraintDiagnostics.Count, Text(count));
        if (count > limits.Maximum)
        {
            IEnumerable<Location> surplus =
                check.Value.IsInPlace && list.More == 0
                    ? list.Items.Skip(limits.Maximum).Select(static item => item.Place.GetLocation())
                    : [];
            check.Fail(
                check.Value.Place,
                ConstraintDiagnostics.TooManyElements,
                Elements(count),
                Elements(limits.Maximum),
                surplus,
                (ConstraintDiagnostics.Limit, Text(limits.Maximum)),
                counted
            );
        }
        else if (list.IsComplete && count < limits.Minimum)
        {
            check.Fail(
                ConstraintDiagnostics.TooFewElements,
                Elements(count),
                Elements(limits.Minimum),
                (ConstraintDiagnostics.Limit, Text(limits.Minimum)),
                counted
            );
        }
    }

    private static string Elements(int count) => NumberText.Count(count, "element");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
