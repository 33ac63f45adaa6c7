using System.Collections.Immutable;

namespace Kling.SourceGenerator.Schema;

/// <summary>
/// The text of a schema file, read: the JSON, or the syntax error. Equal to another if the text is, because everything
/// else, positions included, follows from the text.
/// </summary>
internal sealed class SchemaSource : IEquatable<SchemaSource>
{
    /// <summary>The schema is a text in the compiled code, and all texts of an assembly share 8 million characters (CS8103).</summary>
    public const int MaxLength = 1_000_000;

    private SchemaSource(string text, JsonNode? root, JsonSyntaxException? error)
    {
        Text = text;
        Root = root;
        Error = error;
    }

    public string Text { get; }

    /// <summary>The JSON, or <see langword="null"/> if the text is not JSON or too long to be read.</summary>
    public JsonNode? Root { get; }

    /// <summary>Why the text is not JSON, or <see langword="null"/>.</summary>
    public JsonSyntaxException? Error { get; }

    public bool IsTooLong => Text.Length > MaxLength;

    public static SchemaSource Read(string text, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        JsonSyntaxException? error = null;
        JsonNode? root = text.Length > MaxLength ? null : JsonReader.Read(text, out error);
        return new SchemaSource(text, root, error);
    }

    /// <summary>The sources by their text. Files may have the same text.</summary>
    public static Dictionary<string, SchemaSource> ByText(ImmutableArray<SchemaSource> sources, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var byText = new Dictionary<string, SchemaSource>(StringComparer.Ordinal);
        foreach (SchemaSource source in sources)
        {
            byText[source.Text] = source;
        }

        return byText;
    }

    public bool Equals(SchemaSource? other) => other is not null && Text == other.Text;

    public override bool Equals(object? obj) => Equals(obj as SchemaSource);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);
}
