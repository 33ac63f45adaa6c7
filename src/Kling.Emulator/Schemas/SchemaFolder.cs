using Kling.SourceGenerator.Binding;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.Emulator;

/// <summary>
/// The models of a folder of schema files. A new <c>&lt;slug&gt;.json</c> in it is a new model; no code is needed. Files are found and read
/// with the rules of a build, so that the same files produce a model or are reported.
/// </summary>
public sealed class SchemaFolder
{
    private readonly List<KlingModel> _models = [];
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly List<SchemaFileDiagnostic> _errors = [];
    private readonly List<SchemaFileDiagnostic> _warnings = [];

    private SchemaFolder() { }

    /// <summary>The models, in the ordinal order of their files.</summary>
    public IReadOnlyList<KlingModel> Models => _models;

    /// <summary>The file of each of <see cref="Models"/>, by slug.</summary>
    public IReadOnlyDictionary<string, string> Files => _files;

    /// <summary>
    /// The files from which no model was created, each with the location of its errors. They do not affect the other files.
    /// </summary>
    public IReadOnlyList<SchemaFileDiagnostic> Errors => _errors;

    /// <summary>
    /// Warnings about the files of <see cref="Models"/>, with their locations, for example keywords that are not enforced.
    /// </summary>
    public IReadOnlyList<SchemaFileDiagnostic> Warnings => _warnings;

    /// <summary>
    /// Reads every <c>*.json</c> of a folder and its subfolders, as a build reads <c>kling-schemas</c>: without <c>*.schema.json</c>, which
    /// describe schema files, and without subfolders whose names begin with a dot. A folder that holds a <c>*.csproj</c> is read as the
    /// build reads that project: <c>**/*.kling.json</c> and <c>kling-schemas/**/*.json</c>, without <c>bin</c> and <c>obj</c>.
    /// </summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static SchemaFolder Load(string path)
    {
        var folder = new SchemaFolder();
        foreach (string file in SchemaFiles.Of(path))
        {
            folder.Add(file);
        }

        return folder;
    }

    private void Add(string file)
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

        var schema = new SchemaFile(file, text, new SchemaFileOptions(Namespace: "Models", IsPublic: true));
        BindingResult result = SchemaBinder.Bind(SchemaSource.Read(schema, CancellationToken.None), CancellationToken.None);
        IEnumerable<DiagnosticModel> diagnostics = result.Diagnostics;
        if (result.Model is { } model)
        {
            if (_files.TryAdd(model.Slug, file))
            {
                _models.Add(KlingModel.FromSchema(model.Slug, model.SchemaJson));
            }
            else
            {
                diagnostics = [DiagnosticModel.AtStart(file, SchemaDiagnostics.SlugIsTaken, model.Slug, _files[model.Slug])];
            }
        }

        foreach (DiagnosticModel diagnostic in diagnostics.Where(static diagnostic => diagnostic.Rule.Severity is not SchemaSeverity.Info))
        {
            (diagnostic.Rule.Severity is SchemaSeverity.Error ? _errors : _warnings).Add(SchemaFileDiagnostic.Of(diagnostic));
        }
    }
}
