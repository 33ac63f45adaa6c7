using Kling.SourceGenerator.Binding;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.Emulator;

/// <summary>
/// The models of a folder of schema files. A new <c>&lt;slug&gt;.json</c> in it is a new model, with no code. A file is read as a build reads it:
/// it gives a model, or is reported, here if and only if it is there. Files named <c>*.schema.json</c> describe the dialect and are no models.
/// </summary>
public sealed class SchemaFolder
{
    private readonly List<KlingModel> _models = [];
    private readonly List<SchemaFileDiagnostic> _errors = [];
    private readonly List<SchemaFileDiagnostic> _warnings = [];

    private SchemaFolder()
    {
    }

    /// <summary>The models, in the ordinal order of their files.</summary>
    public IReadOnlyList<KlingModel> Models => _models;

    /// <summary>The files that give no model, each with the location of its errors. They do not keep the others from loading.</summary>
    public IReadOnlyList<SchemaFileDiagnostic> Errors => _errors;

    /// <summary>What the files of <see cref="Models"/> state without effect, with its location: what is not enforced, for example.</summary>
    public IReadOnlyList<SchemaFileDiagnostic> Warnings => _warnings;

    /// <summary>Reads every schema file of a folder, not of its subfolders.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static SchemaFolder Load(string path)
    {
        var folder = new SchemaFolder();
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(path, "*.json").Where(IsModel).Order(StringComparer.Ordinal))
        {
            folder.Add(file, files);
        }

        return folder;
    }

    private static bool IsModel(string file) => !file.EndsWith(".schema.json", StringComparison.OrdinalIgnoreCase);

    /// <param name="file">The file.</param>
    /// <param name="files">The files of the models so far, by slug.</param>
    private void Add(string file, Dictionary<string, string> files)
    {
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _errors.Add(new SchemaFileDiagnostic(file, 1, 1, SchemaDiagnostics.FileCannotBeRead.Id, IsError: true, e.Message));
            return;
        }

        BindingResult result = SchemaBinder.Bind(new SchemaFile(file, text, new SchemaFileOptions(Namespace: "Models", IsPublic: true)), CancellationToken.None);
        IEnumerable<DiagnosticModel> diagnostics = result.Diagnostics;
        if (result.Model is { } model)
        {
            if (files.TryAdd(model.Slug, file))
            {
                _models.Add(KlingModel.FromSchema(model.Slug, model.SchemaJson));
            }
            else
            {
                diagnostics = [DiagnosticModel.AtStart(file, SchemaDiagnostics.SlugIsTaken, model.Slug, files[model.Slug])];
            }
        }

        foreach (DiagnosticModel diagnostic in diagnostics.Where(static diagnostic => diagnostic.Rule.Severity is not SchemaSeverity.Info))
        {
            (diagnostic.Rule.Severity is SchemaSeverity.Error ? _errors : _warnings).Add(SchemaFileDiagnostic.Of(diagnostic));
        }
    }
}
