using System.Collections.Immutable;
using System.Globalization;

namespace Kling.SourceGenerator.Schema;

/// <summary>
/// Reads JSON (RFC 8259) into nodes that know their place. The only place that parses JSON: the compiler's process is no place for a JSON
/// library, and none of them keeps positions.
/// </summary>
internal sealed class JsonReader
{
    /// <summary>Deeper than any schema, shallow enough for the smallest stack that a compiler runs on.</summary>
    private const int MaxDepth = 128;

    private readonly JsonScanner _scanner;

    // What the open objects and arrays hold so far, the innermost last.
    private readonly List<JsonMember> _members = [];
    private readonly List<JsonNode> _items = [];
    private int _depth;

    private JsonReader(string text) => _scanner = new JsonScanner(text);

    /// <summary>Reads the one value that a text holds.</summary>
    /// <param name="text">The text.</param>
    /// <param name="error">The error with its location, or <see langword="null"/>.</param>
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
        _scanner.SkipWhiteSpace();
        if (_scanner.IsAtEnd)
        {
            throw _scanner.Error("The file is empty; a JSON object is expected.");
        }

        JsonNode value = ReadValue();
        _scanner.SkipWhiteSpace();
        return _scanner.IsAtEnd ? value : throw _scanner.Error("The JSON value ends before this; remove what follows it.");
    }

    private JsonNode ReadValue() =>
        _scanner.Current switch
        {
            '{' or '[' => ReadNested(),
            '"' => ReadStringNode(),
            '-' or (>= '0' and <= '9') => ReadNumber(),
            't' => ReadLiteral("true", JsonKind.True),
            'f' => ReadLiteral("false", JsonKind.False),
            'n' => ReadLiteral("null", JsonKind.Null),
            '\0' when _scanner.IsAtEnd => throw _scanner.Error("The file ends here, but a value is expected."),
            _ => throw _scanner.Error("A value is expected: an object, an array, a string, a number, true, false or null."),
        };

    private JsonNode ReadNested()
    {
        if (_depth == MaxDepth)
        {
            throw _scanner.Error(string.Format(CultureInfo.InvariantCulture, "Values are nested deeper than {0} levels.", MaxDepth));
        }

        _depth++;
        JsonNode node = _scanner.Current == '{' ? ReadObject() : ReadArray();
        _depth--;
        return node;
    }

    private JsonNode ReadObject()
    {
        int start = _scanner.Position;
        _ = _scanner.Accept('{');
        int first = _members.Count;
        HashSet<string>? names = null;
        _scanner.SkipWhiteSpace();
        if (!_scanner.Accept('}'))
        {
            do
            {
                _members.Add(ReadMember(first, ref names));
                _scanner.SkipWhiteSpace();
            } while (AcceptComma('}', "the next property"));
        }

        return JsonNode.Object(_scanner.Since(start), Take(_members, first));
    }

    private JsonMember ReadMember(int first, ref HashSet<string>? names)
    {
        _scanner.SkipWhiteSpace();
        int start = _scanner.Position;
        if (_scanner.Current != '"')
        {
            throw _scanner.Error(
                _scanner.IsAtEnd ? "The file ends inside an object; '}' is missing." : "A property name in double quotes is expected."
            );
        }

        string name = _scanner.ReadString();
        TextSpan nameSpan = _scanner.Since(start);
        if (StandsIn(first, name, ref names))
        {
            throw new JsonSyntaxException($"The name \"{name}\" is duplicated in this object.", nameSpan);
        }

        _scanner.SkipWhiteSpace();
        if (!_scanner.Accept(':'))
        {
            throw _scanner.Error("':' is expected after a property name.");
        }

        _scanner.SkipWhiteSpace();
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
        int start = _scanner.Position;
        _ = _scanner.Accept('[');
        int first = _items.Count;
        _scanner.SkipWhiteSpace();
        if (!_scanner.Accept(']'))
        {
            do
            {
                _scanner.SkipWhiteSpace();
                _items.Add(ReadValue());
                _scanner.SkipWhiteSpace();
            } while (AcceptComma(']', "the next item"));
        }

        return JsonNode.Array(_scanner.Since(start), Take(_items, first));
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
        if (_scanner.Accept(close))
        {
            return false;
        }

        int comma = _scanner.Position;
        if (!_scanner.Accept(','))
        {
            throw _scanner.Error(_scanner.IsAtEnd ? $"The file ends here; '{close}' is missing." : $"',' or '{close}' is expected.");
        }

        _scanner.SkipWhiteSpace();
        return _scanner.Current != close
            ? true
            : throw new JsonSyntaxException($"A trailing comma is not allowed in JSON; remove it or add {next}.", new TextSpan(comma, 1));
    }

    private JsonNode ReadStringNode()
    {
        int start = _scanner.Position;
        string text = _scanner.ReadString();
        return JsonNode.Scalar(JsonKind.String, _scanner.Since(start), text);
    }

    private JsonNode ReadNumber()
    {
        int start = _scanner.Position;
        string token = _scanner.ReadNumber();
        return JsonNode.Scalar(JsonKind.Number, _scanner.Since(start), token);
    }

    private JsonNode ReadLiteral(string literal, JsonKind kind)
    {
        int start = _scanner.Position;
        _scanner.ReadLiteral(literal);
        return JsonNode.Scalar(kind, _scanner.Since(start), literal);
    }
}
