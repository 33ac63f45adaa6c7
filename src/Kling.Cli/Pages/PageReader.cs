namespace Kling.Cli;

/// <summary>Reads the text of a model's page, in one of the layouts in which pages are copied.</summary>
internal static class PageReader
{
    private const string Returns = "Returns:";
    private const string Gap = "The page contains a parameter that is not understood. It is missing.";

    /// <summary>Reads a page.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">What the file is called in messages.</param>
    /// <exception cref="CliFailure">The text is not a model's page, or not all of one.</exception>
    public static ModelPage Read(string text, string name)
    {
        var sections = PageSections.Of(text, name);
        List<PageRemark> remarks = [];
        var head = new HeadReader(remarks);
        if (sections.AreAttributes)
        {
            remarks.AddRange(AttributesHead.Remarks(sections.Head));
        }
        else
        {
            head.Read(sections.Head);
        }

        if (PageText.IsEscaped(text))
        {
            remarks.Add(new PageRemark(1, "The page contains HTML entities such as &quot;. They are decoded."));
        }

        (string Host, string Slug)? url = sections.AreAttributes ? AttributesHead.Url(sections.Head) : null;
        PageExample? example = ExampleReader.Read(sections.Head, remarks);
        IReadOnlyList<PageParameter> parameters = Parameters(sections, example, remarks, out bool hasGap);
        if (parameters.Count == 0)
        {
            throw new CliFailure(
                ExitCodes.Usage,
                FormattableString.Invariant($"{name}({(sections.Parameters.Count > 0 ? sections.Parameters[0].Number : sections.Head.Count)}): there is no parameter under 'Parameters'. A parameter begins with a line such as promptrequiredstring: its name, 'required' or 'optional', and its type")
            );
        }

        remarks.AddRange(PageCut.Remarks(sections, parameters));
        (PageParameter Parameter, string Path)[] places = [.. Places(parameters, "")];
        return new ModelPage
        {
            Title = sections.AreAttributes ? AttributesHead.Title(sections.Head, url?.Slug)
                : head.Title.Length > 0 ? head.Title
                : Slug.Words(head.Slug ?? "model"),
            Tagline = head.Tagline,
            Slug = head.Slug ?? url?.Slug,
            Host = head.Host ?? url?.Host,
            TypicalSeconds = head.TypicalSeconds,
            Price = head.Price,
            Cut = sections.IsCut ? PageCut.Describe(parameters) : hasGap ? Gap : null,
            Output = sections.AreAttributes ? null : Output(sections.Tail, remarks) ?? head.Output,
            Parameters = parameters,
            Example = example,
            Remarks = [.. remarks.Select(remark => WithPath(remark, places)).OrderBy(static remark => remark.Line)],
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

    private static IReadOnlyList<PageParameter> Parameters(
        PageSections sections,
        PageExample? example,
        List<PageRemark> remarks,
        out bool hasGap
    )
    {
        IReadOnlyList<PageLine> lines = sections.Parameters;
        int last = sections.IsCut ? lines.ToList().FindLastIndex(static line => line.Text.Length > 0) : -1;

        // The last line before a cut can look like a header of the other layout.
        bool isSpaced = lines.Take(last < 0 ? lines.Count : last).Any(static line => SpacedLayout.IsHeader(line.Text));
        var gathering = new ParameterGathering(remarks);
        (Action<PageLine> read, Action<PageLine> readCut, Action end) = sections.AreAttributes
            ? ReadersOf(new AttributesLayout(gathering, example))
            : isSpaced
                ? ReadersOf(new SpacedLayout(gathering))
                : ReadersOf(new JoinedLayout(gathering, example));
        foreach (PageLine line in last < 0 ? lines : lines.Take(last))
        {
            read(line);
        }

        if (last >= 0)
        {
            readCut(lines[last]);
        }
        else
        {
            end();
        }

        hasGap = gathering.HasGap;
        IReadOnlyList<PageParameter> nested = new MemberNesting(
            example?.Names ?? new HashSet<string>(),
            hasMarks: isSpaced && !sections.AreAttributes,
            remarks
        ).Nest(gathering.All());
        return sections.IsCut ? [.. nested, .. PageCut.OnlyInExample(nested, example)] : nested;
    }

    private static (Action<PageLine>, Action<PageLine>, Action) ReadersOf(AttributesLayout layout) =>
        (layout.Read, layout.ReadCut, layout.End);

    private static (Action<PageLine>, Action<PageLine>, Action) ReadersOf(SpacedLayout layout) =>
        (layout.Read, layout.ReadCut, static () => { });

    private static (Action<PageLine>, Action<PageLine>, Action) ReadersOf(JoinedLayout layout) =>
        (layout.Read, layout.ReadCut, static () => { });

    private static KlingOutputKind? Output(IReadOnlyList<PageLine> lines, List<PageRemark> remarks)
    {
        KlingOutputKind? output = null;
        foreach (
            PageLine line in lines
                .Where(static line => line.Text.Length > 0)
                .TakeWhile(static line => line.Text != HeadReader.AddressHeading && !PageSections.CommonHeadings.Contains(line.Text))
        )
        {
            if (ReturnsOf(line.Text) is { } kind)
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

    /// <summary>The kind of <c>Returns: Video</c>.</summary>
    public static KlingOutputKind? ReturnsOf(string text)
    {
        string word = text.StartsWith(Returns, StringComparison.Ordinal) ? text[Returns.Length..].Trim() : "";
        return word.All(char.IsAsciiLetter) && Enum.TryParse(word, ignoreCase: true, out KlingOutputKind kind) ? kind : null;
    }
}
