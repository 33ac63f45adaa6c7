using System.Text.Json;

namespace Kling.Cli;

/// <summary>
/// Parameters as they come out of a page where nothing separates its boxes: <c>durationoptionalstringLength of the output video.</c>, and
/// at the beginning of the next line the default, the allowed values, and then the next parameter: <c>"5""3""4"+3
/// moreelementsoptional…</c>. Some copies keep the words: <c>Default:</c> on a line before the default, and <c>Allowed values :</c> at the
/// end of the line before the values.
/// </summary>
internal sealed class JoinedLayout(ParameterGathering gathering, PageExample? example)
{
    private const string DefaultWord = "Default:";

    private bool _isDefault;
    private PageValues? _heading;

    /// <summary>Reads the next line.</summary>
    public void Read(PageLine line)
    {
        if (line.Text == DefaultWord && gathering.Current is not null)
        {
            _isDefault = true;
        }
        else if (line.Text.Length > 0)
        {
            (PageLine before, PageValues? heading) = ValueHeading.Split(line);
            ReadText(before);
            (_isDefault, _heading) = (false, heading);
        }
    }

    private void ReadText(PageLine line)
    {
        bool hasBegun = false;
        while (Begin(line) is { } rest)
        {
            (line, hasBegun) = (rest, true);
        }

        if (line.Text.Length == 0)
        {
            return;
        }

        if (gathering.Current is null)
        {
            gathering.Remark(line, $"\"{line.Text}\" is before the first parameter and is not understood.");
        }
        else if (!TakeValues(line))
        {
            gathering.Describe(line, isDoubtful: !hasBegun);
        }
    }

    /// <summary>Reads the last line before a cut, and takes from it only what no further character could change.</summary>
    public void ReadCut(PageLine line)
    {
        bool hasBegun = false;
        while (Begin(line) is { } rest)
        {
            (line, hasBegun) = (rest, true);
        }

        if (hasBegun)
        {
            // string may be the beginning of string[] or of string (uri).
            bool isTypeCut = line.Text is "" or ['(', ..] or ['[', ..];
            gathering.Current = isTypeCut ? gathering.Current! with { Type = null } : gathering.Current;
            gathering.Describe(line with { Text = isTypeCut ? "" : line.Text }, isDoubtful: false);
        }
        else if (gathering.Current is { } listed && _heading is { } heading)
        {
            gathering.Current = listed with { Allowed = heading with { Shown = [.. new ValueScanner(line.Text).CompleteTexts()] } };
        }
        else if (gathering.Current is { } current)
        {
            var scanner = new ValueScanner(line.Text);
            PageParameter changed = WithValues(line, current, scanner);
            if (PresenceWords.Of(scanner.Rest) is (var name, var isRequired))
            {
                gathering.Current = changed;
                gathering.Begin(line, name, isRequired, type: null);
            }
            else
            {
                gathering.Current = WithCompleteValues(line, current);
            }
        }

        gathering.Cut();
    }

    private static PageParameter WithCompleteValues(PageLine line, PageParameter parameter)
    {
        var scanner = new ValueScanner(line.Text);
        if (parameter.Type is not { Depth: 0, Name: "string" })
        {
            return scanner.CompleteLiteral() is { ValueKind: not JsonValueKind.String and not JsonValueKind.Null } value && Begins(scanner, value)
                ? parameter with { Default = value }
                : parameter;
        }

        PageValue[] values = scanner.BeginsWith('"') ? [.. scanner.CompleteTexts()] : [];
        bool hasDefault = values.Skip(1).Any(value => JsonValues.AreEqual(value.Json, values[0].Json));
        return parameter with
        {
            Default = hasDefault ? values[0].Json : null,
            Allowed = new PageValues { Line = line.Number, Shown = hasDefault ? values[1..] : values },
        };
    }

    /// <summary>Whether a number is certainly the default: its range follows.</summary>
    private static bool Begins(ValueScanner scanner, JsonElement value) =>
        value.ValueKind is not JsonValueKind.Number || scanner.Rest.StartsWith("Range", StringComparison.Ordinal);

    /// <summary>Where a parameter's description begins, and the text before its name.</summary>
    private static (string Before, bool IsRequired, PageType Type, string Description)? Header(string text)
    {
        for (int i = 1; i < text.Length; i++)
        {
            foreach ((string word, bool isRequired) in PresenceWords.All)
            {
                if (
                    string.CompareOrdinal(text, i, word, 0, word.Length) == 0
                    && PageType.ReadFront(text.AsSpan(i + word.Length)) is (var type, var length)
                )
                {
                    return (text[..i], isRequired, type, text[(i + word.Length + length)..].Trim());
                }
            }
        }

        return null;
    }

    /// <summary>Reads the beginning of a parameter from a line, which may start with the values of the parameter before.</summary>
    /// <returns>The text after it, or <see langword="null"/> if no parameter begins on the line.</returns>
    private PageLine? Begin(PageLine line)
    {
        if (Header(line.Text) is not (var before, var isRequired, var type, var description))
        {
            return null;
        }

        var scanner = new ValueScanner(before);
        PageParameter? previous = gathering.Current is { } current ? WithValues(line, current, scanner) : null;
        if (!ParameterGathering.IsName(scanner.Rest))
        {
            return null;
        }

        gathering.Current = previous;
        gathering.Begin(line, scanner.Rest, isRequired, type);
        (_isDefault, _heading) = (false, null);
        return line with { Text = description };
    }

    private bool TakeValues(PageLine line)
    {
        var scanner = new ValueScanner(line.Text);
        PageParameter current = gathering.Current!;
        PageParameter changed = WithValues(line, current, scanner);
        gathering.Current = scanner.IsAtEnd ? changed : current;
        return scanner.IsAtEnd;
    }

    /// <summary>Reads the text before the next name: default, range, allowed values.</summary>
    private PageParameter WithValues(PageLine line, PageParameter parameter, ValueScanner scanner) =>
        parameter.Type switch
        {
            _ when _heading is { } heading => ValueHeading.Read(parameter, heading, scanner),
            _ when scanner.Null() is { } none => parameter with { Default = none },
            { Depth: 0, Name: "string" } when _isDefault => parameter with { Default = scanner.Literal() ?? parameter.Default },
            { Depth: 0, Name: "string" } => WithTexts(line, parameter, scanner),
            { Depth: 0, Name: "integer" or "number" } => WithNumber(line, parameter, scanner),
            { Depth: 0, Name: "boolean" } when scanner.Literal() is { ValueKind: JsonValueKind.True or JsonValueKind.False } value =>
                parameter with
                {
                    Default = value,
                },
            { Depth: > 0 } or { Name: "object" or "array" }
                when (scanner.BeginsWith('[') || scanner.BeginsWith('{')) && scanner.Literal() is { } value => parameter with
            {
                Default = value,
            },
            _ => parameter,
        };

    private static PageParameter WithTexts(PageLine line, PageParameter parameter, ValueScanner scanner)
    {
        List<PageValue> values = [];
        while ((values.Count > 0 || scanner.BeginsWith('"')) && scanner.LabelledText() is { } value)
        {
            values.Add(value);
        }

        int more = scanner.More() ?? 0;
        if (values.Count + more < 2)
        {
            return values is [var only] ? parameter with { Default = only.Json } : parameter;
        }

        // The default comes before the list, and again in it; an empty text is only ever a default.
        PageValue[] others = [.. values.Skip(1)];
        string first = values[0].Json.GetRawText();
        bool hasDefault = first == "\"\"" || others.Any(other => other.Json.GetRawText() == first);
        return parameter with
        {
            Default = hasDefault ? values[0].Json : null,
            Allowed = new PageValues
            {
                Line = line.Number,
                Shown = hasDefault ? others : values,
                More = more,
                Doubt = hasDefault
                    ? null
                    : $"The page does not show whether {first} is the default or the first of the allowed values. It is read as an allowed value.",
            },
        };
    }

    private PageParameter WithNumber(PageLine line, PageParameter parameter, ValueScanner scanner)
    {
        JsonElement? value = scanner.Literal();
        PageRange? range = scanner.Range();
        string digits = _isDefault ? "" : value?.GetRawText() ?? "";
        if (range is null && NumberRun.WithDefault(digits, Sample(parameter.Name), parameter.Description) is (var standard, var numbers))
        {
            string read = string.Join(", ", numbers.Select(static number => number.GetRawText()));
            return parameter with
            {
                Default = standard,
                Allowed = new PageValues
                {
                    Line = line.Number,
                    Shown = [.. numbers.Select(static number => new PageValue(number))],
                    Doubt =
                        $"The page shows the default and the allowed values without separators: {digits}. They are read as the default {standard.GetRawText()} of {read}, which matches the example or the description. Check them.",
                },
            };
        }

        for (int length = 1; length < digits.Length && range is null; length++)
        {
            // A default in front of values that are run together: 5510 may be 5, of 5 and 10.
            if (
                new ValueScanner(digits[..length]).Literal() is { } front
                && NumberRun.Split(digits[length..], front, count: null) is { Count: > 1 }
            )
            {
                return parameter with
                {
                    Allowed = new PageValues { Line = line.Number, RunTogether = digits + " (the first may be the default)" },
                };
            }
        }

        return parameter with
        {
            Default = value ?? parameter.Default,
            Range = range ?? parameter.Range,
        };
    }

    /// <summary>What the example sends for a parameter: a number, or a text that may be one.</summary>
    private string? Sample(string name) =>
        example is { } request && request.Body.TryGetProperty(name, out JsonElement value)
            ? value.ValueKind is JsonValueKind.String
                ? value.GetString()
                : value.GetRawText()
            : null;
}
