using System.Globalization;

namespace Kling.SourceGenerator.Binding.Patterns;

/// <summary>The text of an ECMA-262 pattern, read from the left: the parts that are the same inside and outside of a class.</summary>
internal sealed class EcmaPatternText(string text, int start = 0)
{
    public int Position { get; private set; } = start;

    public bool IsAtEnd => Position == text.Length;

    /// <summary>The next UTF-16 unit; U+0000 at the end. No caller searches for U+0000.</summary>
    public char Next => IsAtEnd ? '\0' : text[Position];

    public bool TryTake(string expected)
    {
        if (string.CompareOrdinal(text, Position, expected, 0, expected.Length) != 0)
        {
            return false;
        }

        Position += expected.Length;
        return true;
    }

    /// <summary>Takes a code point: a surrogate pair is one.</summary>
    public int TakeCodePoint()
    {
        int codePoint =
            char.IsHighSurrogate(Next) && Position + 1 < text.Length && char.IsLowSurrogate(text[Position + 1])
                ? char.ConvertToUtf32(text[Position], text[Position + 1])
                : text[Position];
        Position += codePoint > char.MaxValue ? 2 : 1;
        return codePoint;
    }

    /// <summary>Takes ASCII digits; an empty text if there are none.</summary>
    public string TakeDigits()
    {
        int start = Position;
        while (Next is >= '0' and <= '9')
        {
            Position++;
        }

        return text.Substring(start, Position - start);
    }

    /// <summary>Takes everything up to a mark, and the mark.</summary>
    public string TakeUntil(char mark, string what)
    {
        int end = text.IndexOf(mark, Position);
        if (end < 0)
        {
            throw new EcmaPatternException($"the '{mark}' at the end of {what} is missing");
        }

        string taken = text.Substring(Position, end - Position);
        Position = end + 1;
        return taken;
    }

    /// <summary>Reads an escape of one code point, after the backslash.</summary>
    public int TakeCharacterEscape(bool isInClass)
    {
        char c = Next;
        Position += IsAtEnd ? 0 : 1;
        return c switch
        {
            't' => '\t',
            'n' => '\n',
            'v' => '\v',
            'f' => '\f',
            'r' => '\r',
            'b' or '-' when isInClass => c == 'b' ? '\b' : '-',
            '0' when Next is < '0' or > '9' => 0,
            'c' when Next is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => TakeCodePoint() % 32,
            'x' => TakeHex(2),
            'u' => TakeUnicodeEscape(),
            '^' or '$' or '\\' or '.' or '*' or '+' or '?' or '(' or ')' or '[' or ']' or '{' or '}' or '|' or '/' => c,
            _ => throw new EcmaPatternException(
                c == '\0'
                    ? "it ends in a backslash"
                    : $"'\\{c}' is not an escape of ECMA-262. Only a character with a special meaning can follow a backslash"
            ),
        };
    }

    private int TakeUnicodeEscape()
    {
        if (TryTake("{"))
        {
            string digits = TakeUntil('}', "a code point");
            return Hex(digits.TrimStart('0').PadLeft(1, digits.FirstOrDefault())) is { } codePoint and <= 0x10FFFF
                ? codePoint
                : throw new EcmaPatternException($"'\\u{{{digits}}}' is not a code point");
        }

        int unit = TakeHex(4);
        int start = Position;
        if (char.IsHighSurrogate((char)unit) && TryTake("\\u"))
        {
            if (Next != '{' && TakeHex(4) is int low && char.IsLowSurrogate((char)low))
            {
                return char.ConvertToUtf32((char)unit, (char)low);
            }

            Position = start;
        }

        return unit;
    }

    private int TakeHex(int length)
    {
        string digits = Position + length <= text.Length ? text.Substring(Position, length) : "";
        Position += digits.Length;
        return Hex(digits) ?? throw new EcmaPatternException($"{length} hexadecimal digits are missing after '\\x' or '\\u'");
    }

    private static int? Hex(string digits) =>
        digits.All(static c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F'))
        && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value)
            ? value
            : null;
}
