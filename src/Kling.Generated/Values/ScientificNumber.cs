using System.Globalization;
using System.Numerics;

namespace Kling;

/// <summary>
/// A decimal number of any size: <c>± digits × 10^exponent</c>, with neither a leading nor a trailing zero among the digits.
/// </summary>
internal readonly record struct ScientificNumber : IComparable<ScientificNumber>
{
    private const int ChunkLength = 18;

    private static readonly BigInteger Chunk = BigInteger.Pow(10, ChunkLength);

    private ScientificNumber(bool isNegative, string digits, BigInteger exponent) =>
        (IsNegative, Digits, Exponent) = (isNegative, digits, exponent);

    public bool IsNegative { get; }

    /// <summary>The significant digits; none for 0.</summary>
    public string Digits { get; }

    public BigInteger Exponent { get; }

    public bool IsZero => Digits.Length == 0;

    private int Sign =>
        IsZero ? 0
        : IsNegative ? -1
        : 1;

    /// <summary>Reads a number as JSON writes it.</summary>
    public static ScientificNumber Parse(ReadOnlySpan<char> token)
    {
        bool isNegative = token[0] == '-';
        ReadOnlySpan<char> text = token[(isNegative ? 1 : 0)..];

        int e = text.IndexOfAny('e', 'E');
        BigInteger exponent = e < 0 ? 0 : BigInteger.Parse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        ReadOnlySpan<char> mantissa = e < 0 ? text : text[..e];

        int point = mantissa.IndexOf('.');
        string digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        exponent -= point < 0 ? 0 : mantissa.Length - point - 1;

        digits = digits.TrimStart('0');
        string significant = digits.TrimEnd('0');
        return significant.Length == 0 ? new(false, "", 0) : new(isNegative, significant, exponent + digits.Length - significant.Length);
    }

    public int CompareTo(ScientificNumber other)
    {
        if (Sign != other.Sign || IsZero)
        {
            return Sign.CompareTo(other.Sign);
        }

        // The digits are fractions here, 0.digits: the number of places in front of the point decides first.
        int places = (Exponent + Digits.Length).CompareTo(other.Exponent + other.Digits.Length);
        int magnitude = places != 0 ? places : string.CompareOrdinal(Digits, other.Digits);
        return IsNegative ? -magnitude : magnitude;
    }

    /// <summary>Whether this is an integer times a divisor that is not 0.</summary>
    public bool IsMultipleOf(ScientificNumber divisor)
    {
        BigInteger shift = Exponent - divisor.Exponent;
        if (IsZero || shift.Sign < 0)
        {
            // The digits end in no zero, so a divisor with more zeros does not go into them.
            return IsZero;
        }

        var modulus = BigInteger.Parse(divisor.Digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return (Remainder(Digits, modulus) * BigInteger.ModPow(10, shift, modulus) % modulus).IsZero;
    }

    // Piece by piece: a million digits must not take the square of a million steps.
    private static BigInteger Remainder(string digits, BigInteger modulus)
    {
        BigInteger remainder = 0;
        int head = digits.Length % ChunkLength;
        for (int i = 0; i < digits.Length; i += i == 0 && head > 0 ? head : ChunkLength)
        {
            ReadOnlySpan<char> chunk = digits.AsSpan(i, i == 0 && head > 0 ? head : ChunkLength);
            remainder = ((remainder * Chunk) + long.Parse(chunk, NumberStyles.None, CultureInfo.InvariantCulture)) % modulus;
        }

        return remainder;
    }
}
