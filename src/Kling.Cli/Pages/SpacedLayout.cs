using System.Globalization;
using System.Text.Json;

namespace Kling.Cli;

/// <summary>
/// Parameters as a browser copies them: <c>durationoptional</c>, the type on the next line, then the description, <c>Default: "5"</c>,
/// <c>Allowed values (13 total):</c> with the values below, <c>Array items:</c> with the members below.
/// </summary>
internal sealed class SpacedLayout(ParameterGathering gathering)
{
    private const string DefaultWord = "Default:";
    private const string AllowedWord = "Allowed values";
    private const string TotalWord = " total)";
    private const string ItemsWord = "Array items:";

    private bool _expectsType;
    private bool _inValues;
    private bool _afterBlank;

    /// <summary>Whether a line is the name of a parameter, followed by "required" or "optional".</summary>
    public static bool IsHeader(string text) => PresenceWords.Of(text) is not null;

    /// <summary>Reads the next line.</summary>
    public void Read(PageLine line)
    {
        if (line.Text.Length == 0)
        {
            _inValues = false;
            _afterBlank = true;
            return;
        }

        Understand(line);
        _afterBlank = false;
    }

    /// <summary>Reads the last line before a cut, and takes from it only what no further character could change.</summary>
    public void ReadCut(PageLine line)
    {
        if (IsHeader(line.Text))
        {
            Read(line);
        }
        else if (gathering.Current is { } current && !_expectsType)
        {
            bool hasDefault = line.Text.StartsWith(DefaultWord, StringComparison.Ordinal);
            var scanner = new ValueScanner(hasDefault ? line.Text[DefaultWord.Length..].TrimStart() : line.Text);
            if (_inValues)
            {
                PageValue[] values = [.. scanner.CompleteTexts()];
                gathering.Current = current with { Allowed = current.Allowed! with { Shown = [.. current.Allowed.Shown, .. values] } };
            }
            else if (hasDefault)
            {
                gathering.Current = current with { Default = scanner.CompleteLiteral() };
            }
            else if (_afterBlank && !ParameterGathering.IsName(line.Text))
            {
                gathering.Describe(line, isDoubtful: false);
            }
        }

        gathering.Cut();
    }

    private void Understand(PageLine line)
    {
        if (PresenceWords.Of(line.Text) is (var name, var isRequired))
        {
            if (_expectsType)
            {
                gathering.Remark(line, "The page gives no type, so any value is allowed. Write \"type\".");
            }

            gathering.Begin(line, name, isRequired, type: null);
            (_expectsType, _inValues) = (true, false);
        }
        else if (gathering.Current is not { } current)
        {
            gathering.Remark(line, $"\"{line.Text}\" is before the first parameter and is not understood.");
        }
        else if (_expectsType)
        {
            TakeType(line, current);
        }
        else if (!TakeFact(line, current))
        {
            gathering.Describe(line, isDoubtful: current.Description.Length > 0 && (_afterBlank || HasFacts(current)));
        }
    }

    private static bool HasFacts(PageParameter parameter) =>
        parameter is not { Default: null, Range: null, Allowed: null, HasItems: false };

    private void TakeType(PageLine line, PageParameter current)
    {
        _expectsType = false;
        if (PageType.Read(line.Text) is { } type)
        {
            gathering.Current = current with { Type = type };
        }
        else
        {
            gathering.Remark(line, $"The type \"{line.Text}\" is not understood, so any value is allowed. Write \"type\".");
        }
    }

    private bool TakeFact(PageLine line, PageParameter current)
    {
        if (line.Text == ItemsWord)
        {
            gathering.Current = current with { HasItems = true };
            return true;
        }

        if (line.Text.StartsWith(AllowedWord, StringComparison.Ordinal) && line.Text.EndsWith(':'))
        {
            TakeAllowed(line, current);
            return true;
        }

        return _inValues ? TakeValues(line, current) : TakeDefault(line, current);
    }

    private void TakeAllowed(PageLine line, PageParameter current)
    {
        string count = line.Text[AllowedWord.Length..^1].Trim();
        int? total =
            count.StartsWith('(')
            && count.EndsWith(TotalWord, StringComparison.Ordinal)
            && int.TryParse(
                count.AsSpan(1, count.Length - 1 - TotalWord.Length),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out int number
            )
                ? number
                : null;
        if (count.Length > 0 && total is null)
        {
            gathering.Remark(line, $"\"{line.Text}\" is read as the heading of the allowed values; {count} is not understood.");
        }

        gathering.Current = current with
        {
            Allowed = new PageValues { Line = line.Number + 1, StatedTotal = total },
        };
        _inValues = true;
    }

    private bool TakeValues(PageLine line, PageParameter current)
    {
        PageValues before = current.Allowed!;
        PageValues? values = ValueList.Read(line.Text, current.Type, before);
        if (values is null && before is { Shown.Count: 0, RunTogether: null })
        {
            values = before with { RunTogether = line.Text };
        }

        gathering.Current = current with { Allowed = values ?? before };
        return values is not null;
    }

    private bool TakeDefault(PageLine line, PageParameter current)
    {
        bool hasDefault = line.Text.StartsWith(DefaultWord, StringComparison.Ordinal);
        var scanner = new ValueScanner(hasDefault ? line.Text[DefaultWord.Length..].TrimStart() : line.Text);
        JsonElement? value = hasDefault ? scanner.Literal() : null;
        PageRange? range = scanner.Range();
        if (!scanner.IsAtEnd || (value is null && range is null))
        {
            if (hasDefault)
            {
                gathering.Remark(line, $"\"{line.Text}\" is not understood, so the parameter has no default. Write \"default\".");
            }

            return hasDefault;
        }

        gathering.Current = current with { Default = value ?? current.Default, Range = range ?? current.Range };
        return true;
    }
}
