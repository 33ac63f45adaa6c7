using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>KLING101, KLING102: <c>minimum</c>, <c>maximum</c> and their exclusive kin.</summary>
internal static class RangeRule
{
    public static void Check(ConstraintCheck check, RangeConstraint range)
    {
        if (check.Value.Type()?.TypeKind is TypeKind.Enum)
        {
            return;
        }

        object? constant = Nearest(check.Known, range);
        if (NumberText.From(constant) is not { } number)
        {
            return;
        }

        // A great integer may be rounded onto the bound: then it is not known to be on it.
        bool isExact = !NumberText.IsInteger(constant) || Math.Abs(number) < NumberText.MostExact;
        if (number < range.Minimum || (isExact && range.MinimumIsExclusive && number == range.Minimum))
        {
            string words = (range.MinimumIsExclusive ? "more than " : "at least ") + NumberText.Text(range.Minimum);
            check.Fail(
                ConstraintDiagnostics.NumberIsBelowMinimum,
                NumberText.Text(constant!),
                words,
                Bound(range.Minimum, range.MinimumIsExclusive, check, 1)
            );
        }
        else if (number > range.Maximum || (isExact && range.MaximumIsExclusive && number == range.Maximum))
        {
            string words = (range.MaximumIsExclusive ? "less than " : "at most ") + NumberText.Text(range.Maximum);
            check.Fail(
                ConstraintDiagnostics.NumberIsAboveMaximum,
                NumberText.Text(constant!),
                words,
                Bound(range.Maximum, range.MaximumIsExclusive, check, -1)
            );
        }
    }

    /// <summary>The number; of one that is surely beyond a bound, the nearest to it that it can be.</summary>
    private static object? Nearest(KnownValue known, RangeConstraint range) =>
        known is not NumberBounds bounds ? known.Exact
        : bounds.Least > range.Maximum ? bounds.Least
        : bounds.Most < range.Minimum ? bounds.Most
        : null;

    /// <summary>The nearest value inside. Next to an exclusive bound of a number there is none.</summary>
    private static (string, string)[] Bound(double bound, bool isExclusive, ConstraintCheck check, int inwards) =>
        Math.Abs(bound) >= NumberText.MostExact || (isExclusive && !TakesIntegers(check.Value.Target))
            ? []
            : [(ConstraintDiagnostics.Limit, NumberText.Text(isExclusive ? bound + inwards : bound))];

    private static bool TakesIntegers(ITypeSymbol? parameter) =>
        parameter switch
        {
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => TakesIntegers(
                nullable.TypeArguments[0]
            ),
            { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 } => true,
            _ => false,
        };
}
