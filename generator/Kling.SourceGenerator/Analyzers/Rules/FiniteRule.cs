using Kling.SourceGenerator.Diagnostics;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>KLING118: NaN and the infinities, which no JSON number is.</summary>
internal static class FiniteRule
{
    /// <summary>An infinity that is beyond a bound is reported as that.</summary>
    public static void Check(ConstraintCheck check, RangeConstraint? range)
    {
        if (
            check.Known.Exact is double or float
            && NumberText.From(check.Known.Exact) is { } number
            && (double.IsNaN(number) || (double.IsInfinity(number) && !(number < range?.Minimum) && !(number > range?.Maximum)))
        )
        {
            check.Fail(ConstraintDiagnostics.NumberIsNotFinite, NumberText.Text(check.Known.Exact), "JSON has no such number");
        }
    }
}
