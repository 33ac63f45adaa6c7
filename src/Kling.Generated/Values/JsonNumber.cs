using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Kling;

/// <summary>JSON numbers by their mathematical value, whatever their size and however they are written.</summary>
internal static class JsonNumber
{
    /// <summary>One text per value: <c>1</c>, <c>1.0</c> and <c>10e-1</c> all give <c>1e0</c>.</summary>
    /// <param name="token">A number as JSON writes it.</param>
    public static string Canonical(string token)
    {
        ReadOnlySpan<char> text = token;
        bool isNegative = text[0] == '-';
        text = text[(isNegative ? 1 : 0)..];

        int e = text.IndexOfAny('e', 'E');
        BigInteger exponent = e < 0 ? 0 : BigInteger.Parse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        ReadOnlySpan<char> mantissa = e < 0 ? text : text[..e];

        int point = mantissa.IndexOf('.');
        string digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        exponent -= point < 0 ? 0 : mantissa.Length - point - 1;

        digits = digits.TrimStart('0');
        string significant = digits.TrimEnd('0');
        if (significant.Length == 0)
        {
            return "0";
        }

        exponent += digits.Length - significant.Length;
        return string.Create(CultureInfo.InvariantCulture, $"{(isNegative ? "-" : "")}{significant}e{exponent}");
    }

    /// <summary>The value as a 64-bit integer: <c>5</c>, <c>5.0</c> and <c>50e-1</c> are all 5.</summary>
    /// <param name="json">A JSON number.</param>
    /// <param name="isInteger">Whether the value is an integer at all, of any size.</param>
    /// <returns>The value, or <see langword="null"/> if it is no integer or does not fit.</returns>
    public static long? ToInt64(JsonElement json, out bool isInteger)
    {
        if (json.TryGetInt64(out long value))
        {
            isInteger = true;
            return value;
        }

        string canonical = Canonical(json.GetRawText());
        if (canonical == "0")
        {
            isInteger = true;
            return 0;
        }

        int e = canonical.IndexOf('e', StringComparison.Ordinal);
        var exponent = BigInteger.Parse(canonical.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        isInteger = exponent >= 0;

        // 64 bits hold 19 digits; more zeros than that cannot fit, so the text below stays short.
        return isInteger && exponent < 20
            && long.TryParse(string.Concat(canonical.AsSpan(0, e), new string('0', (int)exponent)), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
            ? value
            : null;
    }
}
