using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>Numbers between the compiler's constants, the constraints and the texts of messages and fixes.</summary>
internal static class NumberText
{
    /// <summary>Beyond it not every integer is a double of its own.</summary>
    public const double MostExact = 9007199254740992;

    /// <summary>A constant as a number, if it is one.</summary>
    public static double? From(object? constant) =>
        constant switch
        {
            char letter => letter,
            sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal => Convert.ToDouble(
                constant,
                CultureInfo.InvariantCulture
            ),
            _ => null,
        };

    public static bool IsInteger(object? constant) => constant is char or sbyte or byte or short or ushort or int or uint or long or ulong;

    public static bool IsNumeric(SpecialType type) => type is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    /// <summary>A constant in decimal, if it fits.</summary>
    public static decimal? Exact(object? constant) =>
        From(constant) is not null
        && decimal.TryParse(Text(constant!), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
            ? number
            : null;

    /// <summary>A count with its noun: <c>1 element</c>, <c>2 elements</c>.</summary>
    public static string Count(int count, string one) => $"{Text(count)} {one}{(count == 1 ? "" : "s")}";

    public static string Text(object constant) =>
        constant switch
        {
            char letter => ((int)letter).ToString(CultureInfo.InvariantCulture),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            float number => number.ToString("R", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => constant.ToString(),
        };
}
