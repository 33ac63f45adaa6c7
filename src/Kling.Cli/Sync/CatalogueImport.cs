namespace Kling.Cli;

/// <summary><c>kling import --catalogue &lt;file-or-url&gt; &lt;slug&gt;…</c>: schema files from the catalogue.</summary>
internal sealed class CatalogueImport(CliHost host, Screen screen)
{
    /// <summary>Writes a schema for each slug, or none if one of them cannot be written.</summary>
    /// <param name="place">The catalogue: a path, <c>-</c> or a URL.</param>
    /// <param name="slugs">The models.</param>
    /// <param name="output">The file of one model, or the folder of several; <see langword="null"/> for the standard output.</param>
    /// <param name="overwrites">Whether existing files are overwritten.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="CliFailure">The catalogue cannot be read or does not list a model, or a file exists already.</exception>
    public async Task<int> RunAsync(string place, string[] slugs, string? output, bool overwrites, CancellationToken cancellationToken)
    {
        string[] distinct = [.. slugs.Distinct(StringComparer.Ordinal).Select(Slug.Checked)];
        if (distinct.Length > 1 && output is null && !screen.IsJson)
        {
            throw new CliFailure(ExitCodes.Usage, "several schemas need --output <folder> or --json");
        }

        var catalogue = CatalogueFile.Read(await CatalogueSource.ReadAsync(place, host, cancellationToken));
        bool isFolder = distinct.Length > 1;
        Draft[] drafts = [.. distinct.Select(slug => Read(catalogue, slug, Target(slug, output, isFolder, overwrites)))];
        foreach (PageRemark remark in catalogue.Remarks)
        {
            screen.Note(remark.At(catalogue.Name));
        }

        foreach (Draft draft in drafts)
        {
            Write(draft, catalogue);
        }

        screen.Document(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("catalogue", catalogue.Name);
            writer.WriteStartArray("models");
            foreach (Draft draft in drafts)
            {
                DraftJson.Write(writer, draft.Slug, draft.Target, draft.Schema, example: null);
            }

            writer.WriteEndArray();
            RemarkJson.Write(writer, catalogue.Remarks);
            writer.WriteEndObject();
        });
        return ExitCodes.Ok;
    }

    private static Draft Read(CatalogueFile catalogue, string slug, SchemaTarget? target) =>
        catalogue.Find(slug) is { } entry
            ? new Draft(slug, target, SchemaDraft.Of(CatalogueDraft.PageOf(entry), target?.SlugToWrite))
            : throw new CliFailure(
                ExitCodes.Usage,
                $"{catalogue.Missing(slug)}.{Suggestion.For(slug, catalogue.Slugs.Where(other => other != slug))}"
            );

    private SchemaTarget? Target(string slug, string? output, bool isFolder, bool overwrites) =>
        output is null ? null : SchemaTarget.Of(isFolder ? Path.Combine(output, slug + ".json") : output, slug, overwrites, host);

    private void Write(Draft draft, CatalogueFile catalogue)
    {
        string schema = SchemaText.Print(draft.Schema.Schema);
        if (draft.Target is null)
        {
            screen.Text(schema);
        }

        draft.Target?.Write(schema, screen);
        foreach (PageRemark remark in draft.Schema.Remarks)
        {
            screen.Note(remark.Of(draft.Slug).At(catalogue.Name));
        }
    }

    private sealed record Draft(string Slug, SchemaTarget? Target, SchemaDraft Schema);
}
