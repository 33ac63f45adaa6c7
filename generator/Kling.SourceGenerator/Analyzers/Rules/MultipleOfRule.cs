using System.Globalization;
using Kling.SourceGenerator.Diagnostics;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>KLING103: <c>multipleOf</c>, counted in decimal as at run time.</summary>
internal static class MultipleOfRule
{
    public static void Check(ConstraintCheck check, MultipleOfConstraint multiple)
    {
        if (check.Known.Exact is not { } constant || NumberText.Exact(constant) is not { } number || number % multiple.Step == 0)
        {
            return;
        }

        (string, string)[] nearest = Nearest(number, multiple.Step) is { } limit ? [(ConstraintDiagnostics.Limit, limit)] : [];
        check.Fail(ConstraintDiagnostics.NumberIsNotAMultiple, NumberText.Text(constant), Text(multiple.Step), nearest);
    }

    private static string? Nearest(decimal number, decimal step)
    {
        try
        {
            return Text(Math.Round(number / step, MidpointRounding.AwayFromZero) * step);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    // Without the trailing zeros that a decimal keeps.
    private static string Text(decimal number) => number.ToString("0.#############################", CultureInfo.InvariantCulture);
}
