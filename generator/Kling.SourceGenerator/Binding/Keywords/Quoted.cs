using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Keywords;

/// <summary>The end of a message about a value that is allowed without its quotation marks: they are easily overlooked.</summary>
internal static class Quoted
{
    /// <summary>A hint if the value is a number written as text; otherwise an empty string.</summary>
    public static string Number(JsonNode value) =>
        value.Kind is JsonKind.String && JsonReader.Read(value.Text, out _) is { Kind: JsonKind.Number } ? Hint(value.Text) : "";

    /// <summary>A hint if the value is <c>true</c> or <c>false</c> written as text; otherwise an empty string.</summary>
    public static string Boolean(JsonNode value) => value is { Kind: JsonKind.String, Text: "true" or "false" } ? Hint(value.Text) : "";

    private static string Hint(string text) => $"; \"{text}\" is a string, so write {text} without quotation marks";
}
