using System.Globalization;
using System.Text;

namespace Kling.SourceGenerator.Schema;

/// <summary>Reads the tokens of a JSON text (RFC 8259, 7 and 6): white space, strings, numbers and literals.</summary>
internal sealed class JsonScanner(string text)
{
    public int Position { get; private set; }

    public bool IsAtEnd => Position >= text.Length;

    /// <summary>The next character; NUL at the end.</summary>
    public char Current => IsAtEnd ? '\0' : text[Position];

    public bool Accept(char c)
    {
        if (IsAtEnd || text[Position] != c)
        {
            return false;
        }

        Position++;
        return true;
    }

    public void SkipWhiteSpace()
    {
        // A byte order mark that the decoder left in front is not part of the JSON.
        if (Position == 0 && Current == '\uFEFF')
        {
            Position++;
        }

        int position = Position;
        while (position < text.Length && text[position] is ' ' or '\t' or '\n' or '\r')
        {
            position++;
        }

        Position = position;
        if (Current == '/')
        {
            throw Error("Comments are not allowed in JSON; use \"$comment\".", length: Math.Min(2, text.Length - Position));
        }
    }

    /// <summary>Reads a string and returns its content.</summary>
    public string ReadString()
    {
        int start = Position++;
        int run = Position;
        int end = run;
        while (end < text.Length && text[end] is not ('"' or '\\') and >= ' ')
        {
            end++;
        }

        Position = end;
        string plain = text.Substring(run, end - run);
        string content = Accept('"') ? plain : ReadStringRest(start, new StringBuilder(plain));
        return !PlainText.HasLoneSurrogate(content)
            ? content
            : throw new JsonSyntaxException("This text is not valid Unicode: half of a surrogate pair is missing.", Since(start));
    }

    /// <summary>Reads a number and returns its token.</summary>
    public string ReadNumber()
    {
        int start = Position;
        _ = Accept('-');
        if (!Accept('0'))
        {
            RequireDigits(start);
        }

        if (Accept('.'))
        {
            RequireDigits(start);
        }

        if (Accept('e') || Accept('E'))
        {
            _ = Accept('+') || Accept('-');
            RequireDigits(start);
        }

        if (char.IsLetterOrDigit(Current) || Current is '.')
        {
            Position++;
            throw BadNumber(start);
        }

        return text.Substring(start, Position - start);
    }

    /// <summary>Reads a literal: <c>true</c>, <c>false</c> or <c>null</c>.</summary>
    public void ReadLiteral(string literal)
    {
        if (string.CompareOrdinal(text, Position, literal, 0, literal.Length) != 0)
        {
            throw Error($"Unknown word; did you mean {literal}?");
        }

        Position += literal.Length;
    }

    /// <summary>From a position to the current one.</summary>
    public TextSpan Since(int start) => TextSpan.FromBounds(start, Math.Min(Position, text.Length));

    /// <summary>An error at the current position.</summary>
    public JsonSyntaxException Error(string message, int length = 1) =>
        new(message, new TextSpan(Math.Min(Position, text.Length), IsAtEnd ? 0 : length));

    private string ReadStringRest(int start, StringBuilder content)
    {
        while (!IsAtEnd)
        {
            char c = Current;
            if (c < ' ')
            {
                throw Error(
                    c is '\n' or '\r' ? "The string is not closed on its line." : "A control character in a string must be escaped."
                );
            }

            Position++;
            switch (c)
            {
                case '"':
                    return content.ToString();
                case '\\':
                    content.Append(ReadEscape());
                    break;
                default:
                    content.Append(c);
                    break;
            }
        }

        throw new JsonSyntaxException("The string is not closed.", Since(start));
    }

    private char ReadEscape()
    {
        int start = Position - 1;
        char c = Current;
        Position++;
        return c switch
        {
            '"' or '\\' or '/' => c,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => ReadHex(start),
            _ => throw new JsonSyntaxException(
                "Unknown escape; it must be one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t, or \\u with four hexadecimal digits.",
                Since(start)
            ),
        };
    }

    private char ReadHex(int start)
    {
        if (
            Position + 4 <= text.Length
            && ushort.TryParse(text.Substring(Position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code)
        )
        {
            Position += 4;
            return (char)code;
        }

        throw new JsonSyntaxException("\\u must be followed by four hexadecimal digits.", Since(start));
    }

    private void RequireDigits(int start)
    {
        int first = Position;
        while (Current is >= '0' and <= '9')
        {
            Position++;
        }

        if (Position == first)
        {
            throw BadNumber(start);
        }
    }

    private JsonSyntaxException BadNumber(int start) => new("This is not a JSON number; one is written as -12, 0.5 or 1e6.", Since(start));
}
