using System.Globalization;
using System.Text.Json;

namespace Kling;

/// <summary>
/// JSON numbers by their mathematical value, whatever their size and however they are written. No method spells out an
/// exponent: <c>1e999999999</c> costs no more than <c>1e9</c>.
/// </summary>
internal static class JsonNumber
{
    /// <summary>One text per value: <c>1</c>, <c>1.0</c> and <c>10e-1</c> all give <c>1e0</c>.</summary>
    /// <param name="token">A number as JSON writes it.</param>
    public static string Canonical(string token)
    {
        ScientificNumber number = ScientificNumber.Parse(token);
        return number.IsZero
            ? "0"
            : string.Create(CultureInfo.InvariantCulture, $"{(number.IsNegative ? "-" : "")}{number.Digits}e{number.Exponent}");
    }

    /// <summary>Whether the value fits a C# double.</summary>
    /// <param name="json">A JSON number.</param>
    public static bool IsDouble(JsonElement json) => json.TryGetDouble(out double value) && double.IsFinite(value);

    /// <summary>
    /// Which of two numbers is greater: the first as C# holds it, so that a body and the request that is read from it are judged alike. A
    /// 64-bit integer is compared exactly, any other number as the nearest double.
    /// </summary>
    /// <param name="json">A JSON number.</param>
    /// <param name="limit">Another, as JSON writes it.</param>
    /// <returns>Less than 0, 0 or more than 0, as of <see cref="IComparable.CompareTo"/>.</returns>
    public static int Compare(JsonElement json, string limit) =>
        ToInt64(json, out _) is null ? ToDouble(json.GetRawText()).CompareTo(ToDouble(limit)) : Compare(json.GetRawText(), limit);

    /// <summary>Whether one number is an integer times another.</summary>
    /// <param name="value">A number as JSON writes it.</param>
    /// <param name="divisor">Another, which is not 0.</param>
    public static bool IsMultipleOf(ReadOnlySpan<char> value, ReadOnlySpan<char> divisor) =>
        TryDecimal(value, out decimal x) && TryDecimal(divisor, out decimal y)
            ? x % y == 0
            : ScientificNumber.Parse(value).IsMultipleOf(ScientificNumber.Parse(divisor));

    /// <summary>The value as a 64-bit integer: <c>5</c>, <c>5.0</c> and <c>50e-1</c> are all 5.</summary>
    /// <param name="json">A JSON number.</param>
    /// <param name="isInteger">Whether the value is an integer at all, of any size.</param>
    /// <returns>The value, or <see langword="null"/> if it is not an integer or does not fit.</returns>
    public static long? ToInt64(JsonElement json, out bool isInteger)
    {
        isInteger = true;
        return json.TryGetInt64(out long value) ? value : ToInt64(json.GetRawText(), out isInteger);
    }

    private static long? ToInt64(string token, out bool isInteger)
    {
        if (long.TryParse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value))
        {
            isInteger = true;
            return value;
        }

        ScientificNumber number = ScientificNumber.Parse(token);
        isInteger = number.IsZero || number.Exponent.Sign >= 0;

        // 64 bits hold 19 digits; more zeros than that cannot fit, so the text below stays short.
        return isInteger
            && number.Exponent < 20
            && long.TryParse(
                $"{(number.IsNegative ? "-" : "")}{number.Digits}{new string('0', (int)number.Exponent)}",
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out value
            )
                ? value
            : number.IsZero ? 0
            : null;
    }

    private static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        TryDecimal(left, out decimal x) && TryDecimal(right, out decimal y)
            ? x.CompareTo(y)
            : ScientificNumber.Parse(left).CompareTo(ScientificNumber.Parse(right));

    private static double ToDouble(string token) => double.Parse(token, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>The common case, without an allocation: 28 digits without an exponent are a decimal exactly.</summary>
    private static bool TryDecimal(ReadOnlySpan<char> token, out decimal value)
    {
        value = 0;
        return token.Length <= 28
            && token.IndexOfAny('e', 'E') < 0
            && decimal.TryParse(
                token,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out value
            );
    }
}
