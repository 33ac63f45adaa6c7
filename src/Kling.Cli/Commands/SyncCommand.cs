using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>kling sync</c>: whether the schemas still say what the catalogue says.</summary>
internal sealed class SyncCommand : Command
{
    private readonly CatalogueOption _catalogue = new("The catalogue. Default: the one at Segmind.");
    private readonly Option<bool> _write = new("--write")
    {
        Description =
            "Writes what is certain into the schema files of --schemas: new parameters, x-retired, x-output. "
            + "The rest of a file stays as it is.",
    };
    private readonly ModelCatalogue _models;
    private readonly CliHost _host;
    private readonly Screen _screen;

    public SyncCommand(ModelCatalogue models, CliHost host, Screen screen)
        : base(
            "sync",
            "Compares all built-in schemas, or those of --schemas, with the catalogue of models. Differences that are not certain are "
                + $"notes. The exit code is {ExitCodes.Drift} if a schema is out of date."
        )
    {
        (_models, _host, _screen) = (models, host, screen);
        Options.Add(_catalogue);
        Options.Add(_write);
        SetAction(CompareAsync);
    }

    private async Task<int> CompareAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        bool writes = parse.GetValue(_write);
        if (_models.Files.Count == 0 && (writes || _models.HasFolders))
        {
            throw new CliFailure(
                ExitCodes.Usage,
                _models.HasFolders
                    ? "--schemas: the folder has no valid schema file"
                    : "--write: built-in schemas cannot be written. Name the folder of your schema files with --schemas"
            );
        }

        string place = parse.GetValue(_catalogue) ?? CatalogueDownload.Address;
        var catalogue = CatalogueFile.Read(await CatalogueSource.ReadAsync(place, _host, cancellationToken));
        IEnumerable<KlingModel> compared = _models.Models.Where(model => !_models.HasFolders || _models.Files.ContainsKey(model.Slug));
        SyncedModel[] models = [.. compared.Select(model => Compare(model, catalogue, writes))];
        string[] unknown = [.. Unknown(models, catalogue)];
        SyncReport.Show(models, catalogue, _host, _screen);
        if (unknown.Length > 0)
        {
            string names = string.Join(", ", unknown);
            _screen.Note($"note: the catalogue lists models without a schema here: {names}. 'kling import --catalogue' creates one.");
        }

        _screen.Document(writer => SyncReport.Write(writer, models, catalogue, unknown));
        return models.Any(static model => model.Drifts) ? ExitCodes.Drift : ExitCodes.Ok;
    }

    private SyncedModel Compare(KlingModel model, CatalogueFile catalogue, bool writes)
    {
        string? file = _models.Files.GetValueOrDefault(model.Slug);
        CatalogueEntry? entry = catalogue.Find(model.Slug);
        IReadOnlyList<Difference> differences = entry is null ? [] : CatalogueDrift.Between(model, entry);
        return new SyncedModel(
            model.Slug,
            file,
            entry,
            writes && file is not null && entry is not null ? SchemaFileEdit.Apply(differences, entry, file, _host) : differences
        );
    }

    /// <summary>Models of the same families, by the first word of their slugs, which have no schema and are not retired.</summary>
    private static IEnumerable<string> Unknown(IReadOnlyList<SyncedModel> models, CatalogueFile catalogue)
    {
        var known = models.Select(static model => model.Slug).ToHashSet(StringComparer.Ordinal);
        var families = models.Select(static model => Family(model.Slug)).ToHashSet(StringComparer.Ordinal);
        return catalogue
            .Slugs.Where(slug => families.Contains(Family(slug)) && !known.Contains(slug))
            .Where(slug => catalogue.Find(slug) is { IsRetired: not true });
    }

    private static string Family(string slug) => slug.Split('-')[0];
}
