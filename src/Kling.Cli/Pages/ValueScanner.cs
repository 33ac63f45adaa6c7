using System.Globalization;
using System.Text.Json;

namespace Kling.Cli;

/// <summary>
/// Takes values off the front of a line, in which nothing separates them: <c>"5""3""4"+3 more</c>, <c>0.5Range: 0 - 1</c>.
/// </summary>
internal sealed class ValueScanner(string text)
{
    private const string RangeWord = "Range:";
    private const string MoreWord = " more";
    private const char Minus = '\u2212';

    // Hyphen, hyphens of Unicode, figure dash, en dash, em dash, bar, minus.
    private static readonly string[] Dashes = ["-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212"];

    private int _position;

    /// <summary>What is left.</summary>
    public string Rest => text[_position..];

    /// <summary>Whether nothing is left.</summary>
    public bool IsAtEnd => _position == text.Length;

    /// <summary>Whether what is left begins with a sign.</summary>
    public bool BeginsWith(char sign) => At(_position, sign);

    /// <summary>Takes a JSON value, or nothing.</summary>
    public JsonElement? Literal()
    {
        int end = IsAtEnd ? _position : EndOfLiteral();
        JsonElement? value = end > _position ? Parse(text[_position..end]) : null;
        _position = value is null ? _position : end;
        return value;
    }

    /// <summary>Takes <c>null</c>, or nothing.</summary>
    public JsonElement? Null() => BeginsWith('n') ? Literal() : null;

    /// <summary>
    /// Takes a JSON value that no further character could change: not a number at the end of the text.
    /// </summary>
    public JsonElement? CompleteLiteral() => Literal() is { } value && (!IsAtEnd || value.ValueKind is not JsonValueKind.Number) ? value : null;

    /// <summary>Takes quoted texts, with their labels, as long as they are complete.</summary>
    public IEnumerable<PageValue> CompleteTexts()
    {
        while (!IsAtEnd && !BeginsWith('+') && LabelledText() is { } value)
        {
            yield return value;
        }
    }

    /// <summary>Reads a label and the quoted text after it, if they are next.</summary>
    public PageValue? LabelledText()
    {
        int quote = text.IndexOf('"', _position);
        if (quote < 0)
        {
            return null;
        }

        int start = _position;
        string label = text[start..quote].Trim();
        _position = quote;
        if (Literal() is { } value)
        {
            return new PageValue(value, label.Length == 0 ? null : label);
        }

        _position = start;
        return null;
    }

    /// <summary>Takes a row of digits, or nothing.</summary>
    public string Digits()
    {
        int end = _position;
        SkipDigits(ref end);
        return Take(end);
    }

    /// <summary>Takes <c>Range: 0 - 1</c>, or nothing.</summary>
    public PageRange? Range()
    {
        int start = _position;
        if (Word(RangeWord) && Number() is { } minimum && Dash() && Number() is { } maximum)
        {
            return new PageRange(minimum, maximum);
        }

        _position = start;
        return null;
    }

    /// <summary>Takes the count of <c>+3 more</c>, or nothing.</summary>
    public int? More()
    {
        int start = _position;
        if (Word("+") && int.TryParse(Digits(), NumberStyles.None, CultureInfo.InvariantCulture, out int count) && Word(MoreWord))
        {
            return count;
        }

        _position = start;
        return null;
    }

    /// <summary>The end of the string that begins at a quote; the text's end if nothing closes it.</summary>
    public static int EndOfString(string text, int start)
    {
        for (int i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                return i + 1;
            }
        }

        return text.Length;
    }

    private static JsonElement? Parse(string token)
    {
        try
        {
            using var document = JsonDocument.Parse(token[0] == Minus ? "-" + token[1..] : token);

            // Half of a surrogate pair is legal in a JSON text and no text in .NET.
            _ = document.RootElement.ValueKind is JsonValueKind.String ? document.RootElement.GetString() : null;
            return document.RootElement.Clone();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private JsonElement? Number()
    {
        SkipSpaces();
        return Take(EndOfNumber()) is { Length: > 0 } token ? Parse(token) : null;
    }

    private bool Dash()
    {
        SkipSpaces();
        return Dashes.Any(Word);
    }

    private void SkipSpaces()
    {
        while (_position < text.Length && text[_position] == ' ')
        {
            _position++;
        }
    }

    private bool Word(string word)
    {
        bool found = string.CompareOrdinal(text, _position, word, 0, word.Length) == 0;
        _position += found ? word.Length : 0;
        return found;
    }

    private string Take(int end)
    {
        string token = text[_position..end];
        _position = end;
        return token;
    }

    private int EndOfLiteral() =>
        text[_position] switch
        {
            '"' => EndOfString(text, _position),
            '[' or '{' => EndOfBrackets(),
            't' => EndOfWord("true"),
            'f' => EndOfWord("false"),
            'n' => EndOfWord("null"),
            _ => EndOfNumber(),
        };

    private int EndOfWord(string word) =>
        string.CompareOrdinal(text, _position, word, 0, word.Length) == 0 ? _position + word.Length : _position;

    private int EndOfBrackets()
    {
        int depth = 0;
        for (int i = _position; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                i = EndOfString(text, i) - 1;
                continue;
            }

            depth += text[i] is '[' or '{' ? 1 : text[i] is ']' or '}' ? -1 : 0;
            if (depth == 0)
            {
                return i + 1;
            }
        }

        return _position;
    }

    // An exponent has its sign: a name may follow that begins with an e.
    private int EndOfNumber()
    {
        int end = _position;
        end += At(end, '-') || At(end, Minus) ? 1 : 0;
        if (!SkipDigits(ref end))
        {
            return _position;
        }

        int fraction = end + 1;
        end = At(end, '.') && SkipDigits(ref fraction) ? fraction : end;
        int exponent = end + 2;
        return (At(end, 'e') || At(end, 'E')) && (At(end + 1, '-') || At(end + 1, '+')) && SkipDigits(ref exponent) ? exponent : end;
    }

    private bool At(int index, char sign) => index < text.Length && text[index] == sign;

    private bool SkipDigits(ref int index)
    {
        int start = index;
        while (index < text.Length && char.IsAsciiDigit(text[index]))
        {
            index++;
        }

        return index > start;
    }
}
