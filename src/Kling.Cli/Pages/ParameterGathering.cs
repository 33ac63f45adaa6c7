using System.Buffers;

namespace Kling.Cli;

/// <summary>Gathers the parameters of a page, one after the other, while a layout reads its lines.</summary>
internal sealed class ParameterGathering(List<PageRemark> remarks)
{
    private static readonly SearchValues<char> NameSigns = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-."
    );

    private readonly List<PageParameter> _parameters = [];

    /// <summary>The parameter that the lines are about, or <see langword="null"/> before the first.</summary>
    public PageParameter? Current { get; set; }

    /// <summary>Whether a parameter was skipped.</summary>
    public bool HasGap { get; private set; }

    /// <summary>The parameters, without regard to which of them are members of which.</summary>
    public IReadOnlyList<PageParameter> All()
    {
        Close();
        return _parameters;
    }

    /// <summary>Whether a text can be a parameter's name.</summary>
    public static bool IsName(ReadOnlySpan<char> text) =>
        text.Length > 0 && (char.IsAsciiLetter(text[0]) || text[0] == '_') && text.IndexOfAnyExcept(NameSigns) < 0;

    /// <summary>The next parameter.</summary>
    public void Begin(PageLine line, string name, bool isRequired, PageType? type)
    {
        Close();
        Current = new PageParameter
        {
            Line = line.Number,
            Name = name,
            IsRequired = isRequired,
            Type = type,
        };
    }

    /// <summary>A parameter that cannot be read: the list of parameters has a gap there.</summary>
    public void Skip(PageLine line, string text)
    {
        Close();
        HasGap = true;
        Remark(line, text);
    }

    /// <summary>A line of the description. If that is uncertain, the line is kept and reported.</summary>
    public void Describe(PageLine line, bool isDoubtful)
    {
        if (Current is not { } current || line.Text.Length == 0)
        {
            return;
        }

        if (isDoubtful)
        {
            Remark(line, $"\"{line.Text}\" is read as part of the description. If it states a limit, write it as a keyword.");
        }

        Current =
            current.Description.Length == 0
                ? current with
                {
                    Description = line.Text,
                    DescriptionLine = line.Number,
                }
                : current with
                {
                    Description = $"{current.Description} {line.Text}",
                };
    }

    /// <summary>Marks the parameter as the last one before the cut: its list of allowed values may go on.</summary>
    public void Cut()
    {
        if (Current is { } current)
        {
            Current = current with
            {
                IsCut = true,
                Allowed = current.Allowed is { Shown.Count: > 0 } allowed ? allowed with { RunTogether = null, IsCut = true } : null,
            };
        }
    }

    /// <summary>A line that cannot be used as it is.</summary>
    public void Remark(PageLine line, string text) => remarks.Add(new PageRemark(line.Number, text) { Parameter = Current?.Name });

    private void Close()
    {
        if (Current is not { } current)
        {
            return;
        }

        if (current.Allowed is { Shown.Count: 0, RunTogether: null } empty)
        {
            Remark(new PageLine(empty.Line, ""), "The page has a heading for allowed values, but lists none. Write them as \"enum\".");
        }

        if (current.Allowed is { Doubt: { } doubt } values)
        {
            Remark(new PageLine(values.Line, ""), doubt);
        }

        _parameters.Add(
            current.Allowed is { RunTogether: { } digits } run ? current with { Allowed = Split(current, run, digits) } : current
        );
        Current = null;
    }

    private PageValues Split(PageParameter parameter, PageValues values, string digits)
    {
        int? count = values.StatedTotal is { } total ? total - values.More : null;
        string seen = $"The page shows the allowed values without separators: {digits}.";
        if (parameter.Type?.Name is "integer" && NumberRun.Split(digits, parameter.Default, count) is { } numbers)
        {
            if (numbers.Count > 1)
            {
                string read = string.Join(", ", numbers.Select(static number => number.GetRawText()));
                Remark(
                    new PageLine(values.Line, ""),
                    $"{seen} They are read as {read}, the only ascending sequence that contains the default. Check them."
                );
            }

            return values with
            {
                Shown = [.. numbers.Select(static number => new PageValue(number))],
                RunTogether = null,
            };
        }

        Remark(
            new PageLine(values.Line, ""),
            $"{seen} The separate values cannot be determined, so any value is allowed. Write them as \"enum\"."
        );
        return values;
    }
}
