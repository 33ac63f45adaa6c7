using System.Globalization;
using System.Text;

namespace Kling.SourceGenerator.Binding.Patterns;

/// <summary>Reads a pattern by the grammar of ECMA-262, 22.2.1, and writes the .NET pattern meanwhile.</summary>
internal sealed class EcmaPatternReader
{
    // .NET searches from every UTF-16 unit, ECMA-262 from every code point: never between the halves of a pair.
    private const string BetweenCodePoints = @"(?<![\ud800-\udbff](?=[\udc00-\udfff]))";
    private const string Word = "[0-9A-Z_a-z]";
    private const int Deepest = 100;

    private readonly EcmaPatternText _text;
    private readonly EcmaGroups _groups;
    private readonly StringBuilder _output = new();
    private bool _looksAround;

    public EcmaPatternReader(string pattern)
    {
        _text = new EcmaPatternText(pattern);
        _groups = new EcmaGroups(pattern);
    }

    public string Translate()
    {
        ReadAlternatives(depth: 0);
        if (!_text.IsAtEnd)
        {
            throw new EcmaPatternException("a ')' has no matching '('");
        }

        _groups.ThrowIfUnfaithful();

        // Only an assertion can hold between the halves of a pair and nowhere else.
        return _looksAround ? $"{BetweenCodePoints}(?:{_output})" : _output.ToString();
    }

    private void ReadAlternatives(int depth)
    {
        if (depth > Deepest)
        {
            throw new EcmaPatternException($"its groups are nested more than {Deepest} deep");
        }

        while (!_text.IsAtEnd && _text.Next != ')')
        {
            if (_text.TryTake("|"))
            {
                _ = _output.Append('|');
                continue;
            }

            int opened = _groups.Opened;
            bool canRepeat = ReadAtom(depth);
            ReadQuantifier(canRepeat, opened);
        }
    }

    /// <returns>Whether the atom may be repeated; assertions may not.</returns>
    private bool ReadAtom(int depth)
    {
        if (_text.TryTake("^"))
        {
            _ = _output.Append('^');
            return false;
        }

        if (_text.TryTake("$"))
        {
            // .NET's own '$' also matches before a final line break.
            _ = _output.Append(@"\z");
            return false;
        }

        if (_text.TryTake("("))
        {
            return ReadGroup(depth);
        }

        if (_text.TryTake("\\"))
        {
            return ReadEscape();
        }

        if (_text.TryTake("."))
        {
            CodePointSet.LineEnds.Write(_output, isNegated: true);
        }
        else if (_text.TryTake("["))
        {
            EcmaClass.Translate(_text, _output);
        }
        else if (_text.Next is '*' or '+' or '?' or '{' or '}' or ']')
        {
            throw new EcmaPatternException($"a '{_text.Next}' must follow something. Write '\\{_text.Next}' for the character itself");
        }
        else
        {
            CodePointSet.WriteLiteral(_output, _text.TakeCodePoint());
        }

        return true;
    }

    private bool ReadGroup(int depth)
    {
        bool isAssertion = false;
        int number = 0;
        if (_text.TryTake("?:"))
        {
            _ = _output.Append("(?:");
        }
        else if (TakeAssertion() is { } assertion)
        {
            isAssertion = _looksAround = true;
            _ = _output.Append('(').Append(assertion);
        }
        else
        {
            if (_text.TryTake("?<"))
            {
                _ = _text.TakeUntil('>', "a group's name");
            }
            else if (_text.Next == '?')
            {
                throw new EcmaPatternException("'(?' does not begin a group of ECMA-262");
            }

            number = _groups.Open();
            _ = _output.Append(_groups.HasReferences ? $"(?<{Text(number)}>" : "(?:");
        }

        ReadAlternatives(depth + 1);
        if (!_text.TryTake(")"))
        {
            throw new EcmaPatternException("the ')' at the end of a group is missing");
        }

        _groups.Close(number);
        _ = _output.Append(')');
        return !isAssertion;
    }

    private string? TakeAssertion()
    {
        foreach (string assertion in (string[])["?=", "?!", "?<=", "?<!"])
        {
            if (_text.TryTake(assertion))
            {
                return assertion;
            }
        }

        return null;
    }

    private bool ReadEscape()
    {
        if (_text.TryTake("b"))
        {
            _ = _output.Append($"(?:(?<={Word})(?!{Word})|(?<!{Word})(?={Word}))");
            return false;
        }

        if (_text.TryTake("B"))
        {
            _looksAround = true;
            _ = _output.Append($"(?:(?<={Word})(?={Word})|(?<!{Word})(?!{Word}))");
            return false;
        }

        if (_text.Next is >= '1' and <= '9')
        {
            WriteReference(_groups.Refer(_text.TakeDigits()));
        }
        else if (_text.TryTake("k"))
        {
            WriteReference(_groups.ReferByName(_text.TryTake("<") ? _text.TakeUntil('>', "a group's name") : ""));
        }
        else if (EcmaClass.TakeSetEscape(_text) is { } set)
        {
            set.Write(_output, isNegated: false);
        }
        else
        {
            CodePointSet.WriteLiteral(_output, _text.TakeCharacterEscape(isInClass: false));
        }

        return true;
    }

    private void WriteReference(int group)
    {
        // A group that took no part matches nothing in .NET, and the empty text here; so does a group that is still open.
        string name = Text(group);
        _ = _output.Append(_groups.IsOpen(group) ? "(?:)" : $@"(?:{BetweenCodePoints}(?({name})\k<{name}>){BetweenCodePoints})");
    }

    private void ReadQuantifier(bool canRepeat, int opened)
    {
        (string quantifier, bool repeats)? read =
            _text.TryTake("*") ? ("*", true)
            : _text.TryTake("+") ? ("+", true)
            : _text.TryTake("?") ? ("?", false)
            : _text.TryTake("{") ? ReadCounts()
            : null;
        if (read is not var (text, isRepeated))
        {
            return;
        }

        if (!canRepeat)
        {
            throw new EcmaPatternException($"'{text}' follows an assertion, which cannot be repeated");
        }

        _ = _output.Append(text).Append(_text.TryTake("?") ? "?" : "");
        if (isRepeated)
        {
            _groups.MarkRepeated(opened);
        }
    }

    private (string Quantifier, bool Repeats) ReadCounts()
    {
        int least = Count(_text.TakeDigits());
        bool isRange = _text.TryTake(",");
        string digits = isRange ? _text.TakeDigits() : "";
        int? most = isRange
            ? digits.Length == 0
                ? null
                : Count(digits)
            : least;
        if (!_text.TryTake("}"))
        {
            throw new EcmaPatternException("a '{' does not begin a count. Write '\\{' for the character itself");
        }

        if (most < least)
        {
            throw new EcmaPatternException($"the counts of '{{{Text(least)},{Text(most.Value)}}}' are out of order");
        }

        return ($"{{{Text(least)}{(isRange ? "," : "")}{(isRange && most is { } m ? Text(m) : "")}}}", most is not (0 or 1));
    }

    private static int Count(string digits)
    {
        if (digits.Length == 0)
        {
            throw new EcmaPatternException("a '{' does not begin a count. Write '\\{' for the character itself");
        }

        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            ? count
            : throw new EcmaPatternException($"the count {digits} is larger than .NET supports");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
