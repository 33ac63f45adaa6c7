namespace Kling.SourceGenerator.Schema;

/// <summary>
/// A schema file, read: its JSON, or the syntax error. Equal to another if the file is, because everything else, positions included,
/// follows
/// from the text.
/// </summary>
internal sealed class SchemaSource : IEquatable<SchemaSource>
{
    /// <summary>The schema is a text in the compiled code, and all texts of an assembly share 8 million characters (CS8103).</summary>
    public const int MaxLength = 1_000_000;

    private SchemaSource(SchemaFile file, JsonNode? root, JsonSyntaxException? error)
    {
        File = file;
        Root = root;
        Error = error;
    }

    public SchemaFile File { get; }

    /// <summary>The JSON, or <see langword="null"/> if the text is missing, too long or not JSON.</summary>
    public JsonNode? Root { get; }

    /// <summary>Why the text is not JSON, or <see langword="null"/>.</summary>
    public JsonSyntaxException? Error { get; }

    public static SchemaSource Read(SchemaFile file, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        JsonSyntaxException? error = null;
        JsonNode? root = file.Text is { Length: <= MaxLength } text ? JsonReader.Read(text, out error) : null;
        return new SchemaSource(file, root, error);
    }

    public bool Equals(SchemaSource? other) => other is not null && File == other.File;

    public override bool Equals(object? obj) => Equals(obj as SchemaSource);

    public override int GetHashCode() => File.GetHashCode();
}
