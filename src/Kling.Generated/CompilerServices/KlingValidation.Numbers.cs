using System.Globalization;

namespace Kling.CompilerServices;

public partial struct KlingValidation
{
    /// <summary>JSON has no NaN and no infinity.</summary>
    /// <param name="value">The number.</param>
    public void Finite(double? value)
    {
        if (value is { } number && !double.IsFinite(number))
        {
            Report("type", "a number", Text(number), $"{Text(number)} cannot be written as JSON. Give a finite number.");
        }
    }

    /// <summary><c>minimum</c>.</summary>
    /// <param name="value">The number.</param>
    /// <param name="minimum">The least value allowed.</param>
    public void Minimum(double? value, double minimum)
    {
        if (value < minimum)
        {
            Report("minimum", Text(minimum), Text(value.Value), $"{Text(value.Value)} is less than the minimum of {Text(minimum)}.");
        }
    }

    /// <summary><c>minimum</c>.</summary>
    /// <param name="value">The number.</param>
    /// <param name="minimum">The least value allowed.</param>
    public void Minimum(long? value, long minimum)
    {
        if (value < minimum)
        {
            Report("minimum", Text(minimum), Text(value.Value), $"{Text(value.Value)} is less than the minimum of {Text(minimum)}.");
        }
    }

    /// <summary><c>maximum</c>.</summary>
    /// <param name="value">The number.</param>
    /// <param name="maximum">The greatest value allowed.</param>
    public void Maximum(double? value, double maximum)
    {
        if (value > maximum)
        {
            Report("maximum", Text(maximum), Text(value.Value), $"{Text(value.Value)} is more than the maximum of {Text(maximum)}.");
        }
    }

    /// <summary><c>maximum</c>.</summary>
    /// <param name="value">The number.</param>
    /// <param name="maximum">The greatest value allowed.</param>
    public void Maximum(long? value, long maximum)
    {
        if (value > maximum)
        {
            Report("maximum", Text(maximum), Text(value.Value), $"{Text(value.Value)} is more than the maximum of {Text(maximum)}.");
        }
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
