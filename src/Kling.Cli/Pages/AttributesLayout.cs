using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kling.Cli;

/// <summary>
/// Parameters of the oldest pages, under the heading "Attributes": <c>image_urlstr *</c>, <c>cfg_scalefloat ( default: 0.5 )</c>, then the
/// description, <c>min : 0,</c> and <c>max : 1</c>, or <c>Allowed values:</c> and a value on each line.
/// </summary>
internal sealed partial class AttributesLayout(ParameterGathering gathering, PageExample? example)
{
    // These pages print the default 1 for a parameter that has none.
    private const string NoDefault = "1";
    private const string EnumWord = "enum:";
    private const string AllowedWord = "Allowed values:";

    private bool _afterBlank;
    private bool _isEnum;
    private bool _isUnknown;
    private AttributeValues? _values;

    /// <summary>Reads the next line.</summary>
    public void Read(PageLine line)
    {
        if (line.Text.Length > 0)
        {
            Understand(line);
        }

        _afterBlank = line.Text.Length == 0;
    }

    /// <summary>Reads the last line before a cut, and takes from it only what no further character could change.</summary>
    public void ReadCut(PageLine line)
    {
        if (Header().IsMatch(line.Text))
        {
            Read(line);
        }
        else if (
            _values is null
            && !_isUnknown
            && !ParameterGathering.IsName(line.Text)
            && line.Text.Contains(' ')
            && !line.Text.Contains('(')
            && !line.Text.Contains(':')
        )
        {
            gathering.Describe(line, isDoubtful: false);
        }

        EndValues();
        gathering.Cut();
    }

    /// <summary>Reads the end of the parameters.</summary>
    public void End()
    {
        EndValues();
        if (_isEnum && gathering.Current is { Allowed: null } current)
        {
            var line = new PageLine(current.Line, "");
            gathering.Remark(line, "The page calls this an enum, but shows no allowed values. Write them as \"enum\".");
        }

        _isEnum = false;
    }

    private void Understand(PageLine line)
    {
        if (Header().Match(line.Text) is { Success: true } header)
        {
            End();
            Begin(line, header);
        }
        else if (_isUnknown)
        {
            return;
        }
        else if (gathering.Current is not { } current)
        {
            gathering.Remark(line, $"\"{line.Text}\" is before the first parameter and is not understood.");
        }
        else if (line.Text.StartsWith(AllowedWord, StringComparison.Ordinal))
        {
            EndValues();
            _values = new AttributeValues(line.Number, current.Type);
            _values.Add(line.Text[AllowedWord.Length..].Trim());
        }
        else if (Limits().Match(line.Text) is { Success: true } limits)
        {
            EndValues();
            foreach ((Capture side, Capture value) in limits.Groups["side"].Captures.Zip(limits.Groups["value"].Captures))
            {
                AttributeLimits.Take(gathering, line, side.Value == "min", value.Value);
            }
        }
        else if (_values is not null)
        {
            _values.Add(line.Text);
        }
        else
        {
            gathering.Describe(line, isDoubtful: current.Description.Length > 0 && _afterBlank);
        }
    }

    private void Begin(PageLine line, Match header)
    {
        string word = header.Groups["type"].Value;
        string name = header.Groups["name"].Value;
        if (word.Length == 0)
        {
            // Where the name ends and the type begins is not visible. The example request can tell.
            string? known = example?.Names.Where(sent => name.StartsWith(sent, StringComparison.Ordinal)).MaxBy(static sent => sent.Length);
            _isUnknown = known is null;
            if (known is null)
            {
                gathering.Skip(
                    line,
                    $"\"{line.Text}\" seems to begin a parameter of a type that is not understood. It is left out. Add it."
                );
                return;
            }

            (name, word) = (known, name[known.Length..]);
        }

        _isUnknown = false;
        _isEnum = word.StartsWith(EnumWord, StringComparison.Ordinal);
        PageType? type = Type(word);
        gathering.Begin(line, name, header.Groups["required"].Success, type);
        if (type is null)
        {
            gathering.Remark(line, $"The type \"{word}\" is not understood, so any value is allowed. Write \"type\".");
        }

        TakeDefault(line, header.Groups["default"].Value);
    }

    private static PageType? Type(string word) =>
        (word.StartsWith(EnumWord, StringComparison.Ordinal) ? word[EnumWord.Length..] : word) switch
        {
            "int" or "integer" => new PageType("integer", Format: null, Depth: 0),
            "float" or "number" => new PageType("number", Format: null, Depth: 0),
            "bool" or "boolean" => new PageType("boolean", Format: null, Depth: 0),
            "list" or "array" => new PageType("array", Format: null, Depth: 0),
            "str" or "string" or "image" => new PageType("string", Format: null, Depth: 0),
            _ => null,
        };

    private void EndValues()
    {
        if (_values is { } values && gathering.Current is { } current)
        {
            gathering.Current = current with { Allowed = values.Read(current.Default) };
        }

        _values = null;
    }

    private void TakeDefault(PageLine line, string text)
    {
        PageParameter current = gathering.Current!;
        if (text is "" or NoDefault)
        {
            if (text.Length > 0 && current.Type is { Name: "integer" or "number" })
            {
                gathering.Remark(
                    line,
                    "The page gives the default 1, which such pages also print where there is none. The default is not used."
                );
            }

            return;
        }

        JsonElement? value = AttributeValues.Value(text, current.Type);
        if (value is null)
        {
            gathering.Remark(line, $"\"{line.Text}\" is not understood, so the parameter has no default. Write \"default\".");
            return;
        }

        gathering.Current = current with { Default = value };
    }

    // Between the name and the type is nothing; no type is the end of another.
    [GeneratedRegex(
        @"^(?<name>[A-Za-z_][A-Za-z0-9_.-]*?)"
            + "(?<type>enum:[a-z]+|str|string|image|float|number|int|integer|boolean|bool|list|array|)"
            + @" ?(?:(?<required>\*)|\( ?default ?: ?(?<default>.*?) ?\))(?: ?Affects Pricing)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Header();

    [GeneratedRegex(@"^(?:(?<side>min|max) ?: ?(?<value>[^\s,]+)(?:, ?|$))+$", RegexOptions.CultureInvariant)]
    private static partial Regex Limits();
}
