using System.Globalization;
using System.Text.RegularExpressions;

namespace Kling.Cli;

/// <summary>The heading <c>Allowed values :</c> or <c>Allowed values (13 total):</c> at the end of a line of a joined page.</summary>
internal static partial class ValueHeading
{
    /// <summary>The line without the heading, and the values that it announces; <see langword="null"/> if there is no heading.</summary>
    public static (PageLine Before, PageValues? Announced) Split(PageLine line)
    {
        Match heading = Heading().Match(line.Text);
        if (!heading.Success)
        {
            return (line, null);
        }

        bool hasTotal = int.TryParse(heading.Groups["total"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int total);
        return (
            line with
            {
                Text = line.Text[..heading.Index].TrimEnd(),
            },
            new PageValues { Line = line.Number + 1, StatedTotal = hasTotal ? total : null }
        );
    }

    /// <summary>Reads the values after the heading: none of them is the default.</summary>
    public static PageParameter Read(PageParameter parameter, PageValues heading, ValueScanner scanner)
    {
        if (parameter.Type is { Depth: 0, Name: "integer" or "number" })
        {
            return parameter with { Allowed = heading with { RunTogether = scanner.Digits(), More = scanner.More() ?? 0 } };
        }

        List<PageValue> values = [];
        while (!scanner.IsAtEnd && !scanner.BeginsWith('+') && scanner.LabelledText() is { } value)
        {
            values.Add(value);
        }

        return parameter with { Allowed = heading with { Shown = values, More = scanner.More() ?? 0 } };
    }

    [GeneratedRegex(@"Allowed values ?(?:\((?<total>[0-9]{1,9}) total\))? ?:$", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();
}
