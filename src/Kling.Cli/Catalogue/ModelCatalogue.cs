using Kling.Emulator;
using Kling.Models;

namespace Kling.Cli;

/// <summary>The models that there are: those compiled in, and those of the folders that <c>--schemas</c> names.</summary>
internal sealed class ModelCatalogue
{
    // In a build this is an error, too.
    private const string SlugIsTaken = "KLING005";

    private ModelCatalogue(IReadOnlyList<KlingModel> models, IReadOnlyDictionary<string, string> files) =>
        (Models, Files) = (models, files);

    /// <summary>Every model, the compiled ones first.</summary>
    public IReadOnlyList<KlingModel> Models { get; }

    /// <summary>The schema files of the folders, by slug.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    /// <summary>Whether <c>--schemas</c> names a folder.</summary>
    public bool HasFolders { get; private init; }

    /// <summary>Reads the folders. A file without a valid schema is reported; the other files are still loaded.</summary>
    /// <exception cref="CliFailure">The folder does not exist, or two files have the same slug.</exception>
    public static ModelCatalogue Load(IReadOnlyList<string> folders, CliHost host, Screen screen)
    {
        List<KlingModel> models = [.. KlingModels.All];
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((KlingModel model, string file) in folders.SelectMany(folder => Read(folder, host, screen)))
        {
            if (!files.TryAdd(model.Slug, file) && files[model.Slug] != file)
            {
                throw new CliFailure(
                    ExitCodes.Usage,
                    $"the schema files {host.ShortPath(files[model.Slug])} and {host.ShortPath(file)} both have the slug '{model.Slug}'. "
                        + "Rename one of them, or give it an x-slug of its own"
                );
            }

            int known = models.FindIndex(other => other.Slug == model.Slug);
            if (known < 0)
            {
                models.Add(model);
            }
            else
            {
                models[known] = model;
            }
        }

        return new ModelCatalogue(models, files) { HasFolders = folders.Count > 0 };
    }

    /// <summary>The same with a model of which nothing but the slug is known, in place of one with that slug.</summary>
    /// <exception cref="CliFailure">No model can have the slug.</exception>
    public ModelCatalogue WithUntyped(string slug) =>
        new(
            [
                .. Models.Where(model => model.Slug != slug),
                KlingModel.FromSchema(Slug.Usable(slug), """{"type":"object","description":"Any model of the API, without a schema."}"""),
            ],
            Files
        );

    /// <summary>The model of a slug.</summary>
    /// <exception cref="CliFailure">There is none.</exception>
    public KlingModel Find(string slug) => Models.FirstOrDefault(model => model.Slug == slug) ?? throw Unknown(slug);

    /// <summary>What to say about a slug that no model has.</summary>
    public CliFailure Unknown(string slug) =>
        new(
            ExitCodes.Usage,
            $"there is no model '{slug}'.{Suggestion.For(slug, Models.Select(static model => model.Slug))} 'kling models' lists all."
        )
        {
            Details =
            [
                $"If the model is not built in, create its schema file with 'kling new {slug}' or 'kling import', and pass --schemas <folder>. A schema file with errors gives no model.",
                $"Without a schema, 'kling run {slug} --untyped --input <file>' sends a request as it is.",
            ],
        };

    private static IEnumerable<(KlingModel Model, string File)> Read(string folder, CliHost host, Screen screen)
    {
        string path = host.FullPath(folder);
        if (!Directory.Exists(path))
        {
            throw new CliFailure(ExitCodes.Usage, $"--schemas: there is no folder '{folder}'");
        }

        var loaded = SchemaFolder.Load(path);
        foreach (
            SchemaFileDiagnostic diagnostic in loaded
                .Errors.Concat(loaded.Warnings)
                .OrderBy(static diagnostic => diagnostic.File, StringComparer.Ordinal)
        )
        {
            screen.Note((diagnostic with { File = host.ShortPath(diagnostic.File) }).ToString());
        }

        if (loaded.Errors.FirstOrDefault(static error => error.Id == SlugIsTaken) is { } taken)
        {
            throw new CliFailure(ExitCodes.Usage, $"{host.ShortPath(taken.File)}: {taken.Message}");
        }

        return loaded.Models.Select(model => (model, loaded.Files[model.Slug]));
    }
}
