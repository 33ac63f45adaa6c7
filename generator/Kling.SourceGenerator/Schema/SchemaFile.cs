using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Kling.SourceGenerator.Schema;

/// <summary>
/// One schema file as the compiler was given it. Equal to another if path, text and options are: an
/// <see cref="AdditionalText"/> itself compares by reference and would never be found in the cache.
/// </summary>
internal sealed class SchemaFile : IEquatable<SchemaFile>
{
    private SchemaFile(string path, SourceText? text, SchemaFileOptions options)
    {
        Path = path;
        Text = text;
        Options = options;
    }

    public string Path { get; }

    /// <summary>The text, or <see langword="null"/> if the file could not be read.</summary>
    public SourceText? Text { get; }

    public SchemaFileOptions Options { get; }

    /// <summary>
    /// The file, if it is one of ours: an additional file that the build marks with <c>KlingSchema</c>. A <c>*.schema.json</c>
    /// describes schema files, as the dialect's own does, and is no model.
    /// </summary>
    public static SchemaFile? From((AdditionalText File, AnalyzerConfigOptionsProvider Options) input, CancellationToken cancellation) =>
        SchemaFileOptions.From(input.File, input.Options) is { } options && !input.File.Path.EndsWith(".schema.json", StringComparison.OrdinalIgnoreCase)
            ? new SchemaFile(input.File.Path, input.File.GetText(cancellation), options)
            : null;

    public bool Equals(SchemaFile? other) =>
        other is not null
        && Path == other.Path
        && Options == other.Options
        && (ReferenceEquals(Text, other.Text) || (Text is not null && other.Text is not null && Text.ContentEquals(other.Text)));

    public override bool Equals(object? obj) => Equals(obj as SchemaFile);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Path) ^ (Text?.Length ?? 0);
}
