using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Kling.SourceGenerator.Schema;

/// <summary>
/// Reads JSON (RFC 8259) into nodes that know their place. The only place that parses JSON: the compiler's process is no
/// place for a JSON library, and none of them keeps positions.
/// </summary>
internal sealed class JsonReader
{
    /// <summary>Deeper than any schema, shallow enough for the smallest stack that a compiler runs on.</summary>
    private const int MaxDepth = 128;

    private readonly string _text;

    // What the open objects and arrays hold so far, the innermost last.
    private readonly List<JsonMember> _members = [];
    private readonly List<JsonNode> _items = [];
    private int _position;
    private int _depth;

    private JsonReader(string text) => _text = text;

    private bool IsAtEnd => _position >= _text.Length;

    private char Current => IsAtEnd ? '\0' : _text[_position];

    /// <summary>Reads the one value that a text holds.</summary>
    /// <param name="text">The text.</param>
    /// <param name="error">What is wrong with it and where, or <see langword="null"/>.</param>
    /// <returns>The value, or <see langword="null"/> if there is an error.</returns>
    public static JsonNode? Read(string text, out JsonSyntaxException? error)
    {
        var reader = new JsonReader(text);
        try
        {
            error = null;
            return reader.ReadDocument();
        }
        catch (JsonSyntaxException e)
        {
            error = e;
            return null;
        }
    }

    private JsonNode ReadDocument()
    {
        SkipWhiteSpace();
        if (IsAtEnd)
        {
            throw Error("The file is empty; a JSON object is expected.");
        }

        JsonNode value = ReadValue();
        SkipWhiteSpace();
        return IsAtEnd ? value : throw Error("The JSON value ends before this; remove what follows it.");
    }

    private JsonNode ReadValue() => Current switch
    {
        '{' or '[' => ReadNested(),
        '"' => ReadStringNode(),
        '-' or (>= '0' and <= '9') => ReadNumber(),
        't' => ReadLiteral("true", JsonKind.True),
        'f' => ReadLiteral("false", JsonKind.False),
        'n' => ReadLiteral("null", JsonKind.Null),
        '\0' when IsAtEnd => throw Error("The file ends here, but a value is expected."),
        _ => throw Error("A value is expected: an object, an array, a string, a number, true, false or null."),
    };

    private JsonNode ReadNested()
    {
        if (_depth == MaxDepth)
        {
            throw Error(string.Format(CultureInfo.InvariantCulture, "Values are nested deeper than {0} levels.", MaxDepth));
        }

        _depth++;
        JsonNode node = Current == '{' ? ReadObject() : ReadArray();
        _depth--;
        return node;
    }

    private JsonNode ReadObject()
    {
        int start = _position++;
        int first = _members.Count;
        HashSet<string>? names = null;
        SkipWhiteSpace();
        if (!Accept('}'))
        {
            do
            {
                _members.Add(ReadMember(first, ref names));
                SkipWhiteSpace();
            }
            while (AcceptComma('}', "the next member"));
        }

        return JsonNode.Object(Since(start), Take(_members, first));
    }

    private JsonMember ReadMember(int first, ref HashSet<string>? names)
    {
        SkipWhiteSpace();
        int start = _position;
        if (Current != '"')
        {
            throw Error(IsAtEnd ? "The file ends inside an object; '}' is missing." : "A member's name in double quotes is expected.");
        }

        string name = ReadString();
        TextSpan nameSpan = Since(start);
        if (StandsIn(first, name, ref names))
        {
            throw new JsonSyntaxException($"The name \"{name}\" is duplicated in this object.", nameSpan);
        }

        SkipWhiteSpace();
        if (!Accept(':'))
        {
            throw Error("':' is expected after a member's name.");
        }

        SkipWhiteSpace();
        return new JsonMember(name, nameSpan, ReadValue());
    }

    /// <summary>Whether the innermost object has a name already. Few names are compared one by one; many are put into a set.</summary>
    private bool StandsIn(int first, string name, ref HashSet<string>? names)
    {
        const int Few = 16;
        if (_members.Count - first >= Few)
        {
            names ??= new HashSet<string>(_members.Skip(first).Select(static member => member.Name), StringComparer.Ordinal);
            return !names.Add(name);
        }

        for (int i = first; i < _members.Count; i++)
        {
            if (_members[i].Name == name)
            {
                return true;
            }
        }

        return false;
    }

    private JsonNode ReadArray()
    {
        int start = _position++;
        int first = _items.Count;
        SkipWhiteSpace();
        if (!Accept(']'))
        {
            do
            {
                SkipWhiteSpace();
                _items.Add(ReadValue());
                SkipWhiteSpace();
            }
            while (AcceptComma(']', "the next item"));
        }

        return JsonNode.Array(Since(start), Take(_items, first));
    }

    private static ImmutableArray<T> Take<T>(List<T> open, int first)
    {
        ImmutableArray<T>.Builder taken = ImmutableArray.CreateBuilder<T>(open.Count - first);
        for (int i = first; i < open.Count; i++)
        {
            taken.Add(open[i]);
        }

        open.RemoveRange(first, open.Count - first);
        return taken.MoveToImmutable();
    }

    private bool AcceptComma(char close, string next)
    {
        if (Accept(close))
        {
            return false;
        }

        int comma = _position;
        if (!Accept(','))
        {
            throw Error(IsAtEnd ? $"The file ends here; '{close}' is missing." : $"',' or '{close}' is expected.");
        }

        SkipWhiteSpace();
        return Current != close
            ? true
            : throw new JsonSyntaxException($"A trailing comma is not allowed in JSON; remove it or add {next}.", new TextSpan(comma, 1));
    }

    private JsonNode ReadStringNode()
    {
        int start = _position;
        string text = ReadString();
        return JsonNode.Scalar(JsonKind.String, Since(start), text);
    }

    private string ReadString()
    {
        int start = _position++;
        int run = _position;
        int end = run;
        while (end < _text.Length && _text[end] is not ('"' or '\\') and >= ' ')
        {
            end++;
        }

        _position = end;
        string plain = _text.Substring(run, end - run);
        string content = Accept('"') ? plain : ReadStringRest(start, new StringBuilder(plain));
        return !PlainText.HasLoneSurrogate(content)
            ? content
            : throw new JsonSyntaxException("This text is not valid Unicode: half of a surrogate pair is missing.", Since(start));
    }

    private string ReadStringRest(int start, StringBuilder content)
    {
        while (!IsAtEnd)
        {
            char c = Current;
            if (c < ' ')
            {
                throw Error(c is '\n' or '\r' ? "The string is not closed on its line." : "A control character in a string must be escaped.");
            }

            _position++;
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
        int start = _position - 1;
        char c = Current;
        _position++;
        return c switch
        {
            '"' or '\\' or '/' => c,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => ReadHex(start),
            _ => throw new JsonSyntaxException("Unknown escape; allowed are \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits.", Since(start)),
        };
    }

    private char ReadHex(int start)
    {
        if (_position + 4 <= _text.Length
            && ushort.TryParse(_text.Substring(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code))
        {
            _position += 4;
            return (char)code;
        }

        throw new JsonSyntaxException("\\u takes four hexadecimal digits.", Since(start));
    }

    private JsonNode ReadNumber()
    {
        int start = _position;
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
            _position++;
            throw BadNumber(start);
        }

        return JsonNode.Scalar(JsonKind.Number, Since(start), _text.Substring(start, _position - start));
    }

    private void RequireDigits(int start)
    {
        int first = _position;
        while (Current is >= '0' and <= '9')
        {
            _position++;
        }

        if (_position == first)
        {
            throw BadNumber(start);
        }
    }

    private JsonSyntaxException BadNumber(int start) =>
        new("This is not a JSON number; one is written as -12, 0.5 or 1e6.", Since(start));

    private JsonNode ReadLiteral(string literal, JsonKind kind)
    {
        if (string.CompareOrdinal(_text, _position, literal, 0, literal.Length) != 0)
        {
            throw Error($"Unknown word; did you mean {literal}?");
        }

        int start = _position;
        _position += literal.Length;
        return JsonNode.Scalar(kind, Since(start), literal);
    }

    private bool Accept(char c)
    {
        if (IsAtEnd || _text[_position] != c)
        {
            return false;
        }

        _position++;
        return true;
    }

    private void SkipWhiteSpace()
    {
        // A byte order mark that the decoder left in front is not part of the JSON.
        if (_position == 0 && Current == '\uFEFF')
        {
            _position++;
        }

        int position = _position;
        while (position < _text.Length && _text[position] is ' ' or '\t' or '\n' or '\r')
        {
            position++;
        }

        _position = position;
        if (Current == '/')
        {
            throw Error("Comments are not allowed in JSON; use \"$comment\".", length: Math.Min(2, _text.Length - _position));
        }
    }

    private TextSpan Since(int start) => TextSpan.FromBounds(start, Math.Min(_position, _text.Length));

    private JsonSyntaxException Error(string message, int length = 1) =>
        new(message, new TextSpan(Math.Min(_position, _text.Length), IsAtEnd ? 0 : length));
}
