using Kling.SourceGenerator.Schema;

namespace Kling.Cli;

/// <summary>The text of a JSON file, and how it is formatted: line ends, indentation, objects on one line.</summary>
internal sealed class FileFormat(string text)
{
    private const string Level = "  ";

    /// <summary>The end of a line.</summary>
    public string NewLine { get; } = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>The text with another value at a place.</summary>
    public string Replace(TextSpan span, string value) => string.Concat(text.AsSpan(0, span.Start), value, text.AsSpan(span.End));

    /// <summary>The text with another member behind one of an object.</summary>
    public string InsertAfter(JsonNode json, JsonMember before, string member) =>
        text.Insert(before.Value.Span.End, "," + (Indent(json) is { } indent ? NewLine + indent : " ") + member);

    /// <summary>The text with another member at the end of an object.</summary>
    /// <param name="json">The object.</param>
    /// <param name="print">Prints the member by the indentation of its lines and by one more level of it; the latter is
    /// <see langword="null"/> if the object is on one line.</param>
    public string Append(JsonNode json, Func<string, string?, string> print)
    {
        string? indent = Indent(json);
        if (!json.Members.IsEmpty)
        {
            return InsertAfter(json, json.Members[^1], print(indent ?? "", indent is null ? null : Unit(json, indent)));
        }

        string outer = LineIndent(json.Span.Start);
        string inner = outer + (outer.Contains('\t') ? "\t" : Level);
        return Replace(json.Span, $"{{{NewLine}{inner}{print(inner, inner[outer.Length..])}{NewLine}{outer}}}");
    }

    /// <summary>The white space before the first member; <see langword="null"/> if it is on the line of the brace.</summary>
    private string? Indent(JsonNode json) =>
        !json.Members.IsEmpty && text.AsSpan(json.Span.Start, json.Members[0].NameSpan.Start - json.Span.Start).Contains('\n')
            ? LineIndent(json.Members[0].NameSpan.Start)
            : null;

    private string Unit(JsonNode json, string indent)
    {
        string outer = LineIndent(json.Span.Start);
        return indent.Length > outer.Length && indent.StartsWith(outer, StringComparison.Ordinal) ? indent[outer.Length..] : Level;
    }

    private string LineIndent(int index)
    {
        int start = text.LastIndexOf('\n', Math.Max(index - 1, 0)) + 1;
        int end = start;
        while (end < text.Length && text[end] is ' ' or '\t')
        {
            end++;
        }

        return text[start..end];
    }
}
