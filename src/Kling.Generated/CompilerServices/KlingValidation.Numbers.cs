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
            Report("type", "a number", Text(number), $"{Text(number)} cannot be written as JSON. The number must be finite.");
        }
    }

    /// <summary><c>minimum</c>.</summary>
    /// <param name="value">The number.</param>
    /// <param name="minimum">The least value allowed.</param>
    public void Minimum(double? value, double minimum)
    {
        if (value < minimum)
        {
            ReportBound("minimum", Text(value.Value), Text(minimum));
        }
    }

    /// <summary><c>minimum</c>.</summary>
    /// <param name="value">The number.</param>
    /// <param name="minimum">The least value allowed.</param>
    public void Minimum(long? value, long minimum)
    {
        if (value < minimum)
        {
            ReportBound("minimum", Text(value.Value), Text(minimum));
        }
    }

    /// <summary><c>maximum</c>.</summary>
    /// <param name="value">The number.</param>
    /// <param name="maximum">The greatest value allowed.</param>
    public void Maximum(double? value, double maximum)
    {
        if (value > maximum)
        {
            ReportBound("maximum", Text(value.Value), Text(maximum));
        }
    }

    /// <summary><c>maximum</c>.</summary>
    /// <param name="value">The number.</param>
    /// <param name="maximum">The greatest value allowed.</param>
    public void Maximum(long? value, long maximum)
    {
        if (value > maximum)
        {
            ReportBound("maximum", Text(value.Value), Text(maximum));
        }
    }

    /// <summary><c>exclusiveMinimum</c>.</summary>
    /// <param name="value">The number.</param>
    /// <param name="minimum">The value that the number must be more than.</param>
    public void ExclusiveMinimum(double? value, double minimum)
    {
        if (value <= minimum)
        {
            ReportBound("exclusiveMinimum", Text(value.Value), Text(minimum));
        }
    }

    /// <summary><c>exclusiveMinimum</c>.</summary>
    /// <param name="value">The number.</param>
    /// <param name="minimum">The value that the number must be more than.</param>
    public void ExclusiveMinimum(long? value, long minimum)
    {
        if (value <= minimum)
        {
            ReportBound("exclusiveMinimum", Text(value.Value), Text(minimum));
        }
    }

    /// <summary><c>exclusiveMaximum</c>.</summary>
    /// <param name="value">The number.</param>
    /// <param name="maximum">The value that the number must be less than.</param>
    public void ExclusiveMaximum(double? value, double maximum)
    {
        if (value >= maximum)
        {
            ReportBound("exclusiveMaximum", Text(value.Value), Text(maximum));
        }
    }

    /// <summary><c>exclusiveMaximum</c>.</summary>
    /// <param name="value">The number.</param>
    /// <param name="maximum">The value that the number must be less than.</param>
    public void ExclusiveMaximum(long? value, long maximum)
    {
        if (value >= maximum)
        {
            ReportBound("exclusiveMaximum", Text(value.Value), Text(maximum));
        }
    }

    /// <summary><c>multipleOf</c>, of the decimal number that the double is written as: 0.3 is a multiple of 0.1.</summary>
    /// <param name="value">The number.</param>
    /// <param name="limitToken">The divisor as the schema writes it.</param>
    public void MultipleOf(double? value, string limitToken)
    {
        if (value is { } number && double.IsFinite(number))
        {
            // 24 characters hold the longest double: -2.2250738585072014E-308.
            Span<char> token = stackalloc char[32];
            _ = number.TryFormat(token, out int length, "R", CultureInfo.InvariantCulture);
            CheckMultiple(token[..length], limitToken);
        }
    }

    /// <summary><c>multipleOf</c>.</summary>
    /// <param name="value">The number.</param>
    /// <param name="limitToken">The divisor as the schema writes it.</param>
    public void MultipleOf(long? value, string limitToken)
    {
        if (value is { } number)
        {
            Span<char> token = stackalloc char[32];
            _ = number.TryFormat(token, out int length, default, CultureInfo.InvariantCulture);
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
    internal void ReportBound(string keyword, string actual, string limit) => Report(keyword, limit, actual, keyword switch
    {
        "minimum" => $"{actual} is less than the minimum of {limit}.",
        "maximum" => $"{actual} is more than the maximum of {limit}.",
        "exclusiveMinimum" => $"{actual} is too small: the value must be more than {limit}.",
        _ => $"{actual} is too large: the value must be less than {limit}.",
    });

    private void ReportMultipleOf(string actual, string limit) =>
        Report("multipleOf", limit, actual, $"{actual} is not a multiple of {limit}.");

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
