using System.Globalization;
using System.Numerics;

namespace Kling.CompilerServices;

public partial struct KlingValidation
{
    /// <summary>The constraints of an integer.</summary>
    /// <param name="value">The integer.</param>
    /// <param name="range">The schema's bounds.</param>
    /// <param name="multipleOf">The schema's <c>multipleOf</c>, as the schema writes it.</param>
    internal void Integer(long value, NumberRange<long> range, string? multipleOf)
    {
        Bounds(value, range);
        if (multipleOf is not null)
        {
            MultipleOf(value, multipleOf);
        }
    }

    /// <summary>The constraints of a number, and that it is finite: JSON has no NaN and no infinity.</summary>
    /// <inheritdoc cref="Integer"/>
    internal void Number(double value, NumberRange<double> range, string? multipleOf)
    {
        if (!double.IsFinite(value))
        {
            Report("type", "a number", Text(value), $"{Text(value)} cannot be written as JSON. The number must be finite.");
        }

        Bounds(value, range);
        if (multipleOf is not null)
        {
            MultipleOf(value, multipleOf);
        }
    }

    private void Bounds<T>(T value, NumberRange<T> range)
        where T : struct, INumber<T>
    {
        if (range.Minimum is { } minimum && value < minimum)
        {
            ReportBound("minimum", Text(value), Text(minimum));
        }

        if (range.ExclusiveMinimum is { } above && value <= above)
        {
            ReportBound("exclusiveMinimum", Text(value), Text(above));
        }

        if (range.Maximum is { } maximum && value > maximum)
        {
            ReportBound("maximum", Text(value), Text(maximum));
        }

        if (range.ExclusiveMaximum is { } below && value >= below)
        {
            ReportBound("exclusiveMaximum", Text(value), Text(below));
        }
    }

    /// <summary><c>multipleOf</c>.</summary>
    /// <param name="value">The integer.</param>
    /// <param name="limitToken">The divisor as the schema writes it.</param>
    internal void MultipleOf(long value, string limitToken)
    {
        Span<char> token = stackalloc char[32];
        _ = value.TryFormat(token, out int length, default, CultureInfo.InvariantCulture);
        CheckMultiple(token[..length], limitToken);
    }

    /// <summary><c>multipleOf</c>, of the decimal number that the double is written as: 0.3 is a multiple of 0.1.</summary>
    /// <param name="value">The number; one that is not finite is ignored.</param>
    /// <param name="limitToken">The divisor as the schema writes it.</param>
    internal void MultipleOf(double value, string limitToken)
    {
        if (double.IsFinite(value))
        {
            // 24 characters hold the longest double: -2.2250738585072014E-308.
            Span<char> token = stackalloc char[32];
            _ = value.TryFormat(token, out int length, "R", CultureInfo.InvariantCulture);
            CheckMultiple(token[..length], limitToken);
        }
    }

    private void CheckMultiple(ReadOnlySpan<char> value, string divisor)
    {
        if (!JsonNumber.IsMultipleOf(value, divisor))
        {
            ReportMultipleOf(value.ToString(), divisor);
        }
    }

    /// <summary>A number is beyond a bound.</summary>
    /// <param name="keyword"><c>minimum</c>, <c>exclusiveMinimum</c>, <c>maximum</c> or <c>exclusiveMaximum</c>.</param>
    /// <param name="actual">The number.</param>
    /// <param name="limit">The bound.</param>
    internal void ReportBound(string keyword, string actual, string limit) =>
        Report(
            keyword,
            limit,
            actual,
            keyword switch
            {
                "minimum" => $"{actual} is less than the minimum of {limit}.",
                "maximum" => $"{actual} is more than the maximum of {limit}.",
                "exclusiveMinimum" => $"{actual} is too small: the value must be more than {limit}.",
                _ => $"{actual} is too large: the value must be less than {limit}.",
            }
        );

    private void ReportMultipleOf(string actual, string limit) =>
        Report("multipleOf", limit, actual, $"{actual} is not a multiple of {limit}.");

    /// <summary>A number as JSON writes it; a double by the fewest digits that give it back.</summary>
    internal static string Text<T>(T value)
        where T : struct, IFormattable => value.ToString(null, CultureInfo.InvariantCulture);
}
