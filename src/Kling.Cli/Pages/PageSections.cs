namespace Kling.Cli;

/// <summary>The parts of a page: the text before the parameters, the parameters, and the text after them.</summary>
internal sealed record PageSections(IReadOnlyList<PageLine> Head, IReadOnlyList<PageLine> Parameters, IReadOnlyList<PageLine> Tail)
{
    // What is left of the heading of the next part may be too short to tell from a name.
    private const int MinHeadingLength = 8;
    private const string AttributesHeading = "Attributes";
    private const string AttributesEnd = "x-remaining-credits";
    // Pages have five thousand characters.
    private const int MaxLength = 128 * 1024;
    private const string ParametersHeading = "Parameters";
    private const string TailHeading = "Response Type";

    /// <summary>The headings of the parts about the API and not about the model, and of the response.</summary>
    public static IReadOnlyList<string> CommonHeadings { get; } =
        [TailHeading, "Asynchronous requests (v2)", "Status states", "Common Error Codes"];

    /// <summary>Whether the parameters are in the oldest layout, under 'Attributes'.</summary>
    public bool AreAttributes { get; private init; }

    /// <summary>Whether the page is cut off inside the parameters: the last line that is not blank may be incomplete.</summary>
    public bool IsCut { get; private init; }

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

        List<PageLine> lines = [.. PageText.Lines(text)];
        int begin = Cut(
            lines,
            ParametersHeading,
            0,
            static before => before.Length == 0 || before.Contains("://", StringComparison.Ordinal)
        );
        bool areAttributes = begin < 0;
        begin = areAttributes ? Cut(lines, AttributesHeading, 0, static before => before.Length == 0) : begin;
        if (begin < 0)
        {
            throw NoPage(name, $"it has no line '{ParametersHeading}' or '{AttributesHeading}'");
        }

        int end = areAttributes
            ? lines.FindIndex(begin, static line => line.Text.Contains(AttributesEnd, StringComparison.Ordinal))
            : End(lines, begin);
        int last = lines.FindLastIndex(static line => line.Text.Length > 0);
        if (end < 0 && !areAttributes && last >= begin && BeginningOfHeading(lines[last].Text) is var length and > 0)
        {
            lines[last] = lines[last] with { Text = lines[last].Text[..^length] };
            end = last + 1;
        }

        return new PageSections([.. lines.Take(begin)], [.. lines[begin..(end < 0 ? lines.Count : end)]], end < 0 ? [] : [.. lines.Skip(end)])
        {
            AreAttributes = areAttributes,
            IsCut = end < 0,
        };
    }

    /// <summary>Where the next part begins, whichever it is.</summary>
    private static int End(List<PageLine> lines, int begin)
    {
        int other = lines.FindIndex(begin, static line => line.Text == HeadReader.AddressHeading || CommonHeadings.Contains(line.Text));
        int response = lines.FindIndex(begin, static line => line.Text.EndsWith(TailHeading, StringComparison.Ordinal));
        return other >= 0 && (response < 0 || other < response) ? other : Cut(lines, TailHeading, begin, static _ => true);
    }

    /// <summary>How many characters at the end of a page that is cut off are the beginning of the heading after the parameters.</summary>
    private static int BeginningOfHeading(string text) =>
        Enumerable
            .Range(MinHeadingLength, TailHeading.Length - MinHeadingLength)
            .FirstOrDefault(length => text.EndsWith(TailHeading[..length].TrimEnd(), StringComparison.Ordinal)) is var found and > 0
            ? TailHeading[..found].TrimEnd().Length
            : 0;

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
