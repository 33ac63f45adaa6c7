namespace Kling.Cli;

/// <summary>Reads the text of a model's page, in either of the layouts in which pages are copied.</summary>
internal static class PageReader
{
    private const string Returns = "Returns:";

    // What every page says in the same words: the contract of the API, not the model.
    private static readonly string[] CommonParts = ["Asynchronous requests (v2)", "Status states", "Common Error Codes"];

    /// <summary>Reads a page.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">What the file is called in messages.</param>
    /// <exception cref="CliFailure">The text is not a model's page, or not all of one.</exception>
    public static ModelPage Read(string text, string name)
    {
        var sections = PageSections.Of(text, name);
        List<PageRemark> remarks = [];
        var head = new HeadReader(remarks);
        head.Read(sections.Head);
        PageExample? example = ExampleReader.Read(sections.Head, remarks);
        IReadOnlyList<PageParameter> parameters = Parameters(sections.Parameters, example, remarks);
        if (parameters.Count == 0)
        {
            throw new CliFailure(
                ExitCodes.Usage,
                FormattableString.Invariant($"{name}({sections.Parameters[0].Number}): there is no parameter under 'Parameters'")
            );
        }

        return new ModelPage
        {
            Title = head.Title,
            Tagline = head.Tagline,
            Slug = head.Slug,
            Host = head.Host,
            TypicalSeconds = head.TypicalSeconds,
            Output = Output(sections.Tail, remarks),
            Parameters = parameters,
            Example = example,
            Remarks = [.. remarks.Select(remark => WithPath(remark, [.. Places(parameters, "")])).OrderBy(static remark => remark.Line)],
        };
    }

    /// <summary>A remark that was made before it was known whose member its parameter is.</summary>
    private static PageRemark WithPath(PageRemark remark, IReadOnlyList<(PageParameter Parameter, string Path)> places) =>
        places.LastOrDefault(place => place.Parameter.Name == remark.Parameter && place.Parameter.Line <= remark.Line) is { Path: { } path }
            ? remark with
            {
                Parameter = path,
            }
            : remark;

    private static IEnumerable<(PageParameter Parameter, string Path)> Places(IReadOnlyList<PageParameter> parameters, string parent) =>
        parameters.SelectMany(parameter =>
            Places(parameter.Members, $"{parent}{parameter.Name}{parameter.MemberMark}").Prepend((parameter, parent + parameter.Name))
        );

    private static IReadOnlyList<PageParameter> Parameters(IReadOnlyList<PageLine> lines, PageExample? example, List<PageRemark> remarks)
    {
        bool isSpaced = lines.Any(static line => SpacedLayout.IsHeader(line.Text));
        var gathering = new ParameterGathering(remarks);
        Action<PageLine> read = isSpaced ? new SpacedLayout(gathering).Read : new JoinedLayout(gathering).Read;
        foreach (PageLine line in lines)
        {
            read(line);
        }

        return new MemberNesting(example?.Names ?? new HashSet<string>(), hasMarks: isSpaced, remarks).Nest(gathering.All());
    }

    private static KlingOutputKind? Output(IReadOnlyList<PageLine> lines, List<PageRemark> remarks)
    {
        KlingOutputKind? output = null;
        foreach (
            PageLine line in lines.Where(static line => line.Text.Length > 0).TakeWhile(static line => !CommonParts.Contains(line.Text))
        )
        {
            string word = line.Text.StartsWith(Returns, StringComparison.Ordinal) ? line.Text[Returns.Length..].Trim() : "";
            if (word.All(char.IsAsciiLetter) && Enum.TryParse(word, ignoreCase: true, out KlingOutputKind kind))
            {
                output = kind;
            }
            else
            {
                remarks.Add(new PageRemark(line.Number, $"\"{line.Text}\" is not understood."));
            }
        }

        return output;
    }
}
