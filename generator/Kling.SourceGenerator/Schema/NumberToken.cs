using System.Globalization;
using System.Numerics;

namespace Kling.SourceGenerator.Schema;

/// <summary>JSON number tokens by their mathematical value, whatever their size and however they are written.</summary>
internal static class NumberToken
{
    // A token can claim more zeros than memory holds; beyond this it fits no C# type anyway.
    private const int MostDigits = 400;

    /// <summary>The digits of an integer value: <c>5</c> for <c>5</c>, <c>5.0</c> and <c>50e-1</c>.</summary>
    /// <returns>The digits, or <see langword="null"/> if the value is not an integer or is too large to compute.</returns>
    public static string? Integer(string token) =>
        IsShortInteger(token) ? token
        : Scale(token) is { } number && number.Exponent >= 0
            ? (number.Mantissa * BigInteger.Pow(10, number.Exponent)).ToString(CultureInfo.InvariantCulture)
        : null;

    /// <summary>The value as 64 bits, or <see langword="null"/> if it is not an integer or does not fit.</summary>
    public static long? Int64(string token) =>
        Integer(token) is { } digits && long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            ? value
            : null;

    /// <summary>The value as a length or count, or <see langword="null"/> if it is none.</summary>
    public static int? Count(string token) => Int64(token) is { } value and >= 0 and <= int.MaxValue ? (int)value : null;

    /// <summary>Whether the value fits a C# <c>double</c>.</summary>
    public static bool IsDouble(string token) =>
        double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
        && !double.IsInfinity(value)
        && !double.IsNaN(value);

    /// <summary>
    /// Whether the value is what its nearest C# <c>double</c> is written as, and no two integers share that double: 0.1 is, and
    /// 0.10000000000000000001 or 9007199254740993 is not.
    /// </summary>
    public static bool IsShortDouble(string token) =>
        double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
        && Math.Abs(value) < 1L << 53
        && Compare(token, value.ToString("R", CultureInfo.InvariantCulture)) == 0;

    /// <summary>The greatest integer that is not above the value, or <see langword="null"/> if it is too large to compute.</summary>
    public static string? Floor(string token) => Round(token, up: false);

    /// <summary>The least integer that is not below the value, or <see langword="null"/> if it is too large to compute.</summary>
    public static string? Ceiling(string token) => Round(token, up: true);

    /// <summary>Compares two values, exactly.</summary>
    /// <returns>Negative, zero or positive; <see langword="null"/> if one of them is too large to compute.</returns>
    public static int? Compare(string left, string right)
    {
        if (IsShortInteger(left) && IsShortInteger(right))
        {
            return Short(left).CompareTo(Short(right));
        }

        if (Scale(left) is not { } a || Scale(right) is not { } b)
        {
            return null;
        }

        int exponent = Math.Min(a.Exponent, b.Exponent);
        return (a.Mantissa * BigInteger.Pow(10, a.Exponent - exponent)).CompareTo(b.Mantissa * BigInteger.Pow(10, b.Exponent - exponent));
    }

    /// <summary>
    /// Compares a value with a bound, as a request compares it: a 64-bit integer exactly, any other number as the nearest doubles.
    /// </summary>
    /// <returns>Negative, zero or positive; <see langword="null"/> if one of them is too large to compute.</returns>
    public static int? CompareWithBound(string token, string bound) =>
        Int64(token) is null && IsDouble(token) && IsDouble(bound) ? Double(token).CompareTo(Double(bound)) : Compare(token, bound);

    /// <summary>Whether a value is a multiple of another, counted in decimal; a value that is too large to compute counts as one.</summary>
    public static bool IsMultipleOf(string token, string divisor)
    {
        if (Scale(token) is not { } value || Scale(divisor) is not { } step || step.Mantissa.IsZero)
        {
            return true;
        }

        int exponent = Math.Min(value.Exponent, step.Exponent);
        BigInteger scaled = value.Mantissa * BigInteger.Pow(10, value.Exponent - exponent);
        return (scaled % (step.Mantissa * BigInteger.Pow(10, step.Exponent - exponent))).IsZero;
    }

    /// <summary>The least multiple of a positive number that is not below a bound, or that is above it.</summary>
    /// <returns>The multiple, or <see langword="null"/> if it is too large to compute.</returns>
    public static string? LeastMultiple(string bound, string step, bool isAbove)
    {
        if (Scale(bound) is not { } least || Scale(step) is not { } unit)
        {
            return null;
        }

        int exponent = Math.Min(least.Exponent, unit.Exponent);
        BigInteger scaled = least.Mantissa * BigInteger.Pow(10, least.Exponent - exponent);
        BigInteger scaledUnit = unit.Mantissa * BigInteger.Pow(10, unit.Exponent - exponent);

        // Division cuts towards zero: above zero one more is needed, unless nothing was cut.
        BigInteger count = BigInteger.DivRem(scaled, scaledUnit, out BigInteger rest);
        count += rest.Sign > 0 || (rest.IsZero && isAbove) ? 1 : 0;
        return (count * scaledUnit).ToString(CultureInfo.InvariantCulture) + "e" + exponent.ToString(CultureInfo.InvariantCulture);
    }

    private static double Double(string token) => double.Parse(token, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string? Round(string token, bool up)
    {
        if (Integer(token) is { } digits)
        {
            return digits;
        }

        if (Scale(token) is not { Exponent: < 0 } number)
        {
            return null;
        }

        // Division cuts towards zero; one direction then needs one more step.
        BigInteger quotient = BigInteger.DivRem(number.Mantissa, BigInteger.Pow(10, -number.Exponent), out BigInteger rest);
        quotient +=
            up && rest.Sign > 0 ? 1
            : !up && rest.Sign < 0 ? -1
            : 0;
        return quotient.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Whether a token is what most are: an integer of a few digits, written in the one usual way.</summary>
    private static bool IsShortInteger(string token)
    {
        int first = token[0] == '-' ? 1 : 0;
        if (token.Length - first is < 1 or > 18 || (token[first] == '0' && token.Length > 1))
        {
            return false;
        }

        for (int i = first; i < token.Length; i++)
        {
            if (token[i] is < '0' or > '9')
            {
                return false;
            }
        }

        return true;
    }

    private static long Short(string integer) => long.Parse(integer, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <summary>Mantissa and power of ten, without trailing zeros in the mantissa.</summary>
    private static (BigInteger Mantissa, int Exponent)? Scale(string token)
    {
        int e = token.IndexOfAny(['e', 'E']);
        string digits = e < 0 ? token : token.Substring(0, e);
        int exponent = 0;
        if (e >= 0 && !int.TryParse(token.Substring(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
        {
            return null;
        }

        int point = digits.IndexOf('.');
        if (point >= 0)
        {
            exponent -= digits.Length - point - 1;
            digits = digits.Remove(point, 1);
        }

        string significant = digits.TrimEnd('0');
        exponent += digits.Length - significant.Length;
        if (significant is "" or "-")
        {
            return (BigInteger.Zero, 0);
        }

        return Math.Abs((long)exponent) > MostDigits || significant.Length > MostDigits
            ? null
            : (BigInteger.Parse(significant, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), exponent);
    }
}
