using System.CommandLine;
using System.Text.Json;

namespace Kling.Cli;

/// <summary><c>kling diff &lt;schema.json&gt; &lt;page.txt&gt;</c>: whether a schema file still says what its model's page says.</summary>
internal sealed class DiffCommand : Command
{
    private readonly Argument<string> _schema = new("schema")
    {
        Description = "The schema file.",
        HelpName = "schema",
        CompletionSources = { Completions.File },
    };

    private readonly Argument<string> _page = new("page")
    {
        Description = "The text of the model's page, copied into a file; '-' reads the standard input.",
        HelpName = "page",
        CompletionSources = { Completions.File },
    };
    private readonly CliHost _host;
    private readonly Screen _screen;

    public DiffCommand(CliHost host, Screen screen)
        : base(
            "diff",
            $"Compares a schema file with its model's page: status, cost, parameters, types, defaults, ranges, allowed values. The exit code is {ExitCodes.Drift} if they differ."
        )
    {
        (_host, _screen) = (host, screen);
        Arguments.Add(_schema);
        Arguments.Add(_page);
        SetAction(CompareAsync);
    }

    private async Task<int> CompareAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        string schemaPath = parse.GetRequiredValue(_schema);
        string pagePath = parse.GetRequiredValue(_page);
        KlingModel model = await ModelAsync(schemaPath, cancellationToken);
        ModelPage page = PageReader.Read(
            await BodyFile.ReadTextAsync(pagePath, ExitCodes.Usage, _host, cancellationToken),
            BodyFile.Name(pagePath)
        );

        IReadOnlyList<Difference> differences = [.. SchemaDrift.Between(model, page)];
        bool drifts = differences.Any(static difference => difference.IsDrift);
        foreach (PageRemark remark in page.Remarks)
        {
            _screen.Note(remark.At(BodyFile.Name(pagePath)));
        }

        DifferenceTable.Show(differences, _screen);
        _screen.Line(
            $"{(drifts ? "drift" : "no drift")}: {BodyFile.Name(schemaPath)} {(drifts ? "differs from" : "matches")} {BodyFile.Name(pagePath)}"
        );
        _screen.Document(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("slug", model.Slug);
            writer.WriteBoolean("drift", drifts);
            DifferenceTable.Write(writer, differences);
            RemarkJson.Write(writer, page.Remarks);
            writer.WriteEndObject();
        });
        return drifts ? ExitCodes.Drift : ExitCodes.Ok;
    }

    private async Task<KlingModel> ModelAsync(string path, CancellationToken cancellationToken)
    {
        JsonElement schema = await BodyFile.ReadAsync(path, ExitCodes.Usage, _host, cancellationToken);
        if (schema.ValueKind is not JsonValueKind.Object)
        {
            throw new CliFailure(ExitCodes.Usage, $"{BodyFile.Name(path)} is not a schema: it does not contain a JSON object");
        }

        bool hasSlug =
            schema.TryGetProperty("x-slug", out JsonElement slug)
            && slug.ValueKind is JsonValueKind.String
            && !string.IsNullOrWhiteSpace(slug.GetString());
        return KlingModel.FromSchema(
            hasSlug ? slug.GetString()! : Path.GetFileNameWithoutExtension(_host.FullPath(path)),
            schema.GetRawText()
        );
    }
}
