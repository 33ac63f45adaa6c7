using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kling.Cli;

/// <summary>
/// Parameters of the oldest pages, under the heading "Attributes": <c>image_urlstr *</c>, <c>cfg_scalefloat ( default: 0.5 )</c>, then
/// <c>min : 0,</c> and <c>max : 1</c>, and the description.
/// </summary>
internal sealed partial class AttributesLayout(ParameterGathering gathering)
{
    // These pages print it where there is no default.
    private const string NoDefault = "1";

    private bool _afterBlank;
    private JsonElement? _minimum;

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
        else if (!ParameterGathering.IsName(line.Text) && line.Text.Contains(' ') && !line.Text.Contains('(') && !line.Text.Contains(':'))
        {
            gathering.Describe(line, isDoubtful: false);
        }

        gathering.Cut();
    }

    private void Understand(PageLine line)
    {
        if (Header().Match(line.Text) is { Success: true } header)
        {
            _minimum = null;
            string word = header.Groups["type"].Value;
            gathering.Begin(line, header.Groups["name"].Value, header.Groups["required"].Success, Type(word));
            if (word.StartsWith("enum", StringComparison.Ordinal))
            {
                gathering.Remark(line, "The page calls this an enum. If it shows the allowed values, write them as \"enum\".");
            }

            TakeDefault(line, header.Groups["default"].Value);
        }
        else if (gathering.Current is not { } current)
        {
            gathering.Remark(line, $"\"{line.Text}\" is before the first parameter and is not understood.");
        }
        else if (Limit().Match(line.Text) is { Success: true } limit && new ValueScanner(limit.Groups[2].Value).Literal() is { } value)
        {
            TakeLimit(line, current, isMinimum: limit.Groups[1].Value == "min", value);
        }
        else
        {
            gathering.Describe(line, isDoubtful: current.Description.Length > 0 && _afterBlank);
        }
    }

    private static PageType? Type(string word) =>
        word switch
        {
            "int" or "enum:int" => new PageType("integer", Format: null, Depth: 0),
            "float" or "enum:float" => new PageType("number", Format: null, Depth: 0),
            "bool" => new PageType("boolean", Format: null, Depth: 0),
            "list" => new PageType("array", Format: null, Depth: 0),
            "str" or "image" or "enum:str" => new PageType("string", Format: null, Depth: 0),
            _ => null,
        };

    private void TakeDefault(PageLine line, string text)
    {
        PageParameter current = gathering.Current!;
        if (text is "" or NoDefault)
        {
            if (text.Length > 0 && current.Type is { Name: "integer" or "number" })
            {
                gathering.Remark(line, "The page gives the default 1, which such pages also print where there is none. The default is not used.");
            }

            return;
        }

        string json = current.Type is { Name: "string" } ? JsonSerializer.Serialize(text.Trim('"')) : text.ToLowerInvariant();
        var scanner = new ValueScanner(json);
        JsonElement? value = scanner.Literal();
        if (value is null || !scanner.IsAtEnd)
        {
            gathering.Remark(line, $"\"{line.Text}\" is not understood, so the parameter has no default. Write \"default\".");
            return;
        }

        gathering.Current = current with { Default = value };
    }

    private void TakeLimit(PageLine line, PageParameter current, bool isMinimum, JsonElement value)
    {
        if (isMinimum)
        {
            _minimum = value;
        }
        else if (_minimum is { } minimum)
        {
            gathering.Current = current with { Range = new PageRange(minimum, value) };
        }
        else
        {
            gathering.Remark(line, $"The page gives only a maximum. Write \"maximum\": {value.GetRawText()}.");
        }
    }

    // Between the name and the type is nothing; no type is the end of another.
    [GeneratedRegex(
        @"^(?<name>[A-Za-z_][A-Za-z0-9_.-]*?)(?<type>enum:[a-z]+|str|image|float|int|bool|list) ?(?:(?<required>\*)|\( ?default ?: ?(?<default>.*?) ?\))$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Header();

    [GeneratedRegex(@"^(min|max) ?: ?(-?[0-9.]+),?$", RegexOptions.CultureInvariant)]
    private static partial Regex Limit();
}
