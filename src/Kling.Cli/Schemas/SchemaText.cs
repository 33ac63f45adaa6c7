using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling.Cli;

/// <summary>
/// Prints a schema as the shipped files are written: two spaces, lists of plain values on one line, <c>\n</c>, one at the end.
/// </summary>
internal static class SchemaText
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Print(JsonObject schema)
    {
        var text = new StringBuilder();
        Print(schema, text, "");
        return text.Append('\n').ToString();
    }

    /// <summary>
    /// Prints a member of an object for a file that is formatted in another way.
    /// </summary>
    /// <param name="name">The member's name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="indent">What its lines begin with.</param>
    /// <param name="unit">One more level of indentation; <see langword="null"/> prints the member on one line.</param>
    /// <param name="newLine">The end of a line.</param>
    public static string Member(string name, JsonNode value, string indent, string? unit, string newLine)
    {
        if (unit is null)
        {
            return $"{Quote(name)}: {Inline(value)}";
        }

        var text = new StringBuilder(Quote(name)).Append(": ");
        Print(value, text, "");
        string[] lines = text.ToString().Split('\n');
        return string.Join(newLine, lines.Select((line, index) => index == 0 ? line : indent + Indented(line, unit)));
    }

    private static string Indented(string line, string unit)
    {
        string content = line.TrimStart(' ');
        return string.Concat(Enumerable.Repeat(unit, (line.Length - content.Length) / 2)) + content;
    }

    private static void Print(JsonNode? node, StringBuilder text, string indent)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } members:
                Lines(
                    '{',
                    '}',
                    members,
                    (member, inner) => Print(member.Value, text.Append(Quote(member.Key)).Append(": "), inner),
                    text,
                    indent
                );
                break;
            case JsonArray list when list.Any(static item => item is JsonObject):
                Lines('[', ']', list, (item, _) => text.Append(Inline(item)), text, indent);
                break;
            default:
                text.Append(Inline(node));
                break;
        }
    }

    private static void Lines<T>(char open, char close, IEnumerable<T> parts, Action<T, string> print, StringBuilder text, string indent)
    {
        string inner = indent + "  ";
        char before = open;
        foreach (T part in parts)
        {
            text.Append(before).Append('\n').Append(inner);
            print(part, inner);
            before = ',';
        }

        text.Append('\n').Append(indent).Append(close);
    }

    private static string Inline(JsonNode? node) =>
        node switch
        {
            null => "null",
            JsonArray list => $"[{string.Join(", ", list.Select(Inline))}]",
            JsonObject { Count: > 0 } members =>
                $"{{ {string.Join(", ", members.Select(static member => $"{Quote(member.Key)}: {Inline(member.Value)}"))} }}",
            _ => node.ToJsonString(Plain),
        };

    private static string Quote(string text) => JsonSerializer.Serialize(text, Plain);
}
