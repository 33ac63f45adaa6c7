namespace Kling.SourceGenerator.Schema;

/// <summary>Ends the reading of a text that is not JSON. It never leaves <see cref="JsonReader"/>.</summary>
internal sealed class JsonSyntaxException(string message, TextSpan span) : Exception(message)
{
    public TextSpan Span { get; } = span;
}
