using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>kling import &lt;page.txt&gt;</c>: a schema file from the text of a model's page.</summary>
internal sealed class ImportCommand : Command
{
    private readonly Argument<string> _page = new("page")
    {
        Description = "The text of the model's page, copied into a file; '-' reads the standard input.",
    };
    private readonly Option<string?> _slug = new("--slug")
    {
        Description = "The model's name in the API's URLs. Default: the name on the page.",
        HelpName = "slug",
    };
    private readonly SchemaFileOptions _file = new("The schema file to write. Default: the standard output.");
    private readonly CliHost _host;
    private readonly Screen _screen;

    public ImportCommand(CliHost host, Screen screen)
        : base(
            "import",
            "Creates a schema file from the text of a model's page. Anything ambiguous is listed with its line number, and added to the file as $comment."
        )
    {
        (_host, _screen) = (host, screen);
        Arguments.Add(_page);
        Options.Add(_slug);
        _file.AddTo(this);
        SetAction(ImportAsync);
    }

    private async Task<int> ImportAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        string path = parse.GetRequiredValue(_page);
        string name = BodyFile.Name(path);
        ModelPage page = PageReader.Read(await BodyFile.ReadTextAsync(path, ExitCodes.Usage, _host, cancellationToken), name);
        string slug = Slug.Checked(
            parse.GetValue(_slug)
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
        WriteJson(slug, target, draft, page.Example);
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

    private void WriteJson(string slug, SchemaTarget? target, SchemaDraft draft, PageExample? example) =>
        _screen.Document(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("slug", slug);
            writer.WriteString("file", target?.Path);
            writer.WritePropertyName("schema");
            draft.Schema.WriteTo(writer);
            writer.WritePropertyName("example");
            if (example is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                example.Body.WriteTo(writer);
            }

            RemarkJson.Write(writer, draft.Remarks);
            writer.WriteEndObject();
        });
}
