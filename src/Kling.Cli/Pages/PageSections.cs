namespace Kling.Cli;

/// <summary>The parts of a page: the text before the parameters, the parameters, and the text after them.</summary>
internal sealed record PageSections(IReadOnlyList<PageLine> Head, IReadOnlyList<PageLine> Parameters, IReadOnlyList<PageLine> Tail)
{
    // Pages have five thousand characters.
    private const int MaxLength = 128 * 1024;
    private const string ParametersHeading = "Parameters";
    private const string TailHeading = "Response Type";

    /// <summary>Finds the parts.</summary>
    /// <exception cref="CliFailure">The text is not a model's page, or not all of one.</exception>
    public static PageSections Of(string text, string name)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new CliFailure(ExitCodes.Usage, $"{name} is empty");
        }

        if (text.Length > MaxLength)
        {
            throw NoPage(name, "it is much longer than a model's page");
        }

        List<PageLine> lines =
        [
            .. text.Replace("\r\n", "\n", StringComparison.Ordinal)
                .Replace('\r', '\n')
                .Split('\n')
                .Select(static (line, index) => new PageLine(index + 1, line.Trim())),
        ];
        int begin = Cut(
            lines,
            ParametersHeading,
            0,
            static before => before.Length == 0 || before.Contains("://", StringComparison.Ordinal)
        );
        if (begin < 0)
        {
            throw NoPage(name, $"it has no line '{ParametersHeading}'");
        }

        int end = Cut(lines, TailHeading, begin, static _ => true);
        return end < 0
            ? throw new CliFailure(
                ExitCodes.Usage,
                FormattableString.Invariant(
                    $"{name}({lines.Count}): the page is cut: no line '{TailHeading}' follows its parameters. Save the whole page."
                )
            )
            : new PageSections([.. lines.Take(begin)], [.. lines.Take(begin..end)], [.. lines.Skip(end)]);
    }

    private static CliFailure NoPage(string name, string reason) =>
        new(
            ExitCodes.Usage,
            $"{name} is not the text of a model's page: {reason}. Open the page, select all, copy, and save that as a text file."
        );

    /// <summary>Removes a heading, which may be at the end of a line, and returns where the text after it begins.</summary>
    private static int Cut(List<PageLine> lines, string heading, int from, Func<string, bool> isAllowedBefore)
    {
        int index = lines.FindIndex(
            from,
            line => line.Text.EndsWith(heading, StringComparison.Ordinal) && isAllowedBefore(line.Text[..^heading.Length])
        );
        if (index >= 0)
        {
            lines[index] = lines[index] with { Text = lines[index].Text[..^heading.Length].Trim() };
        }

        return index < 0 ? index : index + 1;
    }
}
