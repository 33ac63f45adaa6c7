using System.CommandLine;

namespace Kling.Cli;

/// <summary>
/// <c>kling import &lt;page.txt&gt;</c>: a schema file from the text of a model's page. With <c>--catalogue</c>: schema files from the
/// catalogue.
/// </summary>
internal sealed class ImportCommand : Command
{
    private readonly Argument<string[]> _pages = new("page")
    {
        Description =
            "The text of the model's page, copied into a file; '-' reads the standard input. With --catalogue: the slugs of the models.",
        HelpName = "page",
        Arity = ArgumentArity.OneOrMore,
        CompletionSources = { Completions.File },
    };
    private readonly Option<string?> _slug = new("--slug")
    {
        Description = "The model's name in the API's URLs. Default: the name on the page.",
        HelpName = "slug",
    };
    private readonly CatalogueOption _catalogue = new("Creates the schemas from the catalogue of models instead of a page.");
    private readonly SchemaFileOptions _file = new(
        "The schema file to write. Default: the standard output. For several slugs of a catalogue, the folder of the files."
    );
    private readonly CliHost _host;
    private readonly Screen _screen;

    public ImportCommand(CliHost host, Screen screen)
        : base(
            "import",
            "Creates a schema file from the text of a model's page, or from the catalogue. "
                + "Anything ambiguous is listed with its line number, and added to the file as $comment."
        )
    {
        (_host, _screen) = (host, screen);
        Arguments.Add(_pages);
        Options.Add(_slug);
        Options.Add(_catalogue);
        _file.AddTo(this);
        SetAction(ImportAsync);
    }

    private Task<int> ImportAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        string[] names = parse.GetRequiredValue(_pages);
        string? slug = parse.GetValue(_slug);
        if (parse.GetValue(_catalogue) is { } catalogue)
        {
            return slug is null
                ? new CatalogueImport(_host, _screen).RunAsync(
                    catalogue,
                    names,
                    parse.GetValue(_file.Output),
                    parse.GetValue(_file.Force),
                    cancellationToken
                )
                : throw new CliFailure(
                    ExitCodes.Usage,
                    $"--slug is for pages. With --catalogue, name the slugs: 'kling import --catalogue … {slug}'"
                );
        }

        return names.Length == 1
            ? ImportPageAsync(names[0], slug, parse, cancellationToken)
            : throw new CliFailure(
                ExitCodes.Usage,
                $"unexpected '{names[1]}'. One page becomes one schema; only --catalogue takes several models"
            );
    }

    private async Task<int> ImportPageAsync(string path, string? givenSlug, ParseResult parse, CancellationToken cancellationToken)
    {
        string name = BodyFile.Name(path);
        ModelPage page = PageReader.Read(await BodyFile.ReadTextAsync(path, ExitCodes.Usage, _host, cancellationToken), name);
        string slug = Slug.Checked(
            givenSlug
                ?? page.Slug
                ?? throw new CliFailure(
                    ExitCodes.Usage,
                    $"{name} does not contain the model's slug: there is neither 'POST /v2/<slug>' nor 'https://…/v1/<slug>'. Pass --slug."
                )
        );
        SchemaTarget? target = parse.GetValue(_file.Output) is { } output
            ? SchemaTarget.Of(output, slug, parse.GetValue(_file.Force), _host)
            : null;
        var draft = SchemaDraft.Of(page, target?.SlugToWrite);
        string schema = SchemaText.Print(draft.Schema);
        if (target is null)
        {
            _screen.Text(schema);
        }

        target?.Write(schema, _screen);
        foreach (PageRemark remark in draft.Remarks)
        {
            _screen.Note(remark.At(name));
        }

        _screen.Note(Untold(page));
        _screen.Document(writer => DraftJson.Write(writer, slug, target, draft, page.Example));
        return ExitCodes.Ok;
    }

    private static string Untold(ModelPage page)
    {
        string[] missing =
        [
            .. page.TypicalSeconds is null ? ["x-typical-seconds (the usual time)"] : Array.Empty<string>(),
            .. page.Price?.Average is null ? ["x-typical-cost (US dollars per job)"] : Array.Empty<string>(),
            "x-retrieved (the date of this page)",
        ];
        string names = missing.Length == 1 ? missing[0] : $"{string.Join(", ", missing[..^1])} and {missing[^1]}";
        return $"note: the page does not state {names}. Add what you know.";
    }
}
