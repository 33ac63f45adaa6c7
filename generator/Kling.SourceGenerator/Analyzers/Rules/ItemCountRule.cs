using System.Globalization;
using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
            ExpressionSyntax[] surplus =
                check.Value.IsInPlace && list.More == 0 ? [.. list.Items.Skip(limits.Maximum).Select(static item => item.Place)] : [];
            check.Fail(
                surplus.Length > 0 && Line(surplus[0]) > Line(check.Value.Place) ? surplus[0] : check.Value.Place,
                ConstraintDiagnostics.TooManyElements,
                Elements(count),
                Elements(limits.Maximum),
                surplus.Select(static item => item.GetLocation()),
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

    /// <summary>A list of several lines is shown where its extra elements begin.</summary>
    private static int Line(ExpressionSyntax place) => place.GetLocation().GetLineSpan().StartLinePosition.Line;

    private static string Elements(int count) => NumberText.Count(count, "element");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
