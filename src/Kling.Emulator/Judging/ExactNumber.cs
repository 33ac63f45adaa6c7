using System.Globalization;
using System.Numerics;

namespace Kling.Emulator;

/// <summary>
/// A JSON number by its mathematical value: a base-10 decimal of any size and precision, as JSON Schema's data model has it (Core, 4.2.1).
/// It is ±0.<see cref="Digits"/> × 10^<see cref="Exponent"/>, where the digits neither begin nor end with a zero, so equal values are equal
/// records.
/// </summary>
internal readonly record struct ExactNumber(int Sign, string Digits, BigInteger Exponent) : IComparable<ExactNumber>
{
    public bool IsInteger => Exponent >= Digits.Length;

    public static ExactNumber Parse(string token)
    {
        int e = token.IndexOfAny(['e', 'E']);
        string mantissa = (e < 0 ? token : token[..e]).TrimStart('-');
        BigInteger exponent =
            e < 0 ? 0 : BigInteger.Parse(token.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        string written = point < 0 ? mantissa : mantissa.Remove(point, 1);
        string digits = written.TrimStart('0');
        exponent += (point < 0 ? mantissa.Length : point) - (written.Length - digits.Length);
        digits = digits.TrimEnd('0');
        return digits.Length == 0 ? new ExactNumber(0, "", 0) : new ExactNumber(token[0] == '-' ? -1 : 1, digits, exponent);
    }

    public int CompareTo(ExactNumber other)
    {
        if (Sign != other.Sign)
        {
            return Sign.CompareTo(other.Sign);
        }

        // Behind the same "0." a text that goes on is the larger number, so the ordinal order is the numbers' order.
        int magnitude = Exponent.CompareTo(other.Exponent);
        return Sign * (magnitude != 0 ? magnitude : string.CompareOrdinal(Digits, other.Digits));
    }

    public bool IsMultipleOf(ExactNumber divisor)
    {
        if (Sign == 0)
        {
            return true;
        }

        // Without trailing zeros, a number is never a multiple of one whose last digit stands further left.
        BigInteger shift = Exponent - Digits.Length - (divisor.Exponent - divisor.Digits.Length);
        BigInteger by = Whole(divisor.Digits);
        return shift >= 0 && (Whole(Digits) * BigInteger.ModPow(10, shift, by) % by).IsZero;

        static BigInteger Whole(string digits) => BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
