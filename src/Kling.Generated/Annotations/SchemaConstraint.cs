using System.Collections;
using System.Globalization;
using Kling.CompilerServices;

namespace Kling.Annotations;

/// <summary>What all constraint attributes do alike: reach the items of lists, and say a range in words.</summary>
internal static class SchemaConstraint
{
    public static bool Holds(object? value, int depth, ISchemaConstraint constraint) =>
        value switch
        {
            // Like every DataAnnotations attribute: null is valid, because [Required] checks for it.
            null => true,
            _ when depth == 0 => constraint.Allows(value),
            IEnumerable items => items.Cast<object?>().All(item => Holds(item, depth - 1, constraint)),
            _ => true,
        };

    /// <summary>A range of counts: <c>at least 1 character</c>, <c>from 2 to 8 characters</c>.</summary>
    public static string Counts(int minimum, int maximum, string one, string many) =>
        (minimum, maximum) switch
        {
            (0, int.MaxValue) => $"any number of {many}",
            (_, int.MaxValue) => $"at least {KlingValidation.Counted(minimum, one, many)}",
            (0, _) => $"at most {KlingValidation.Counted(maximum, one, many)}",
            _ when minimum == maximum => $"exactly {KlingValidation.Counted(maximum, one, many)}",
            _ => $"from {minimum.ToString(CultureInfo.InvariantCulture)} to {KlingValidation.Counted(maximum, one, many)}",
        };

    /// <summary>A range of numbers: <c>from 0 to 1</c>, <c>more than 0 and at most 1</c>.</summary>
    public static string Range(double minimum, bool isMinimumExclusive, double maximum, bool isMaximumExclusive)
    {
        string low = minimum.ToString(CultureInfo.InvariantCulture);
        string high = maximum.ToString(CultureInfo.InvariantCulture);
        string least = $"{(isMinimumExclusive ? "more than" : "at least")} {low}";
        string most = $"{(isMaximumExclusive ? "less than" : "at most")} {high}";
        return double.IsNegativeInfinity(minimum) ? most
            : double.IsPositiveInfinity(maximum) ? least
            : isMinimumExclusive || isMaximumExclusive ? $"{least} and {most}"
            : minimum.Equals(maximum) ? low
            : $"from {low} to {high}";
    }
}
