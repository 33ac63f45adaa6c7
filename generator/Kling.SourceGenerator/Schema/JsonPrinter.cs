using System.Globalization;
using System.Text;

namespace Kling.SourceGenerator.Schema;

/// <summary>Prints a node as JSON without insignificant white space: two files that differ in layout alone print the same.</summary>
internal static class JsonPrinter
{
    // Longer than what somebody writes in one line, shorter than what hides the rest of a message.
    private const int MaxExcerpt = 100;

    public static string Print(JsonNode node)
    {
        if (node.Kind is not (JsonKind.Object or JsonKind.Array))
        {
            return node.Kind is JsonKind.String ? Quote(node.Text) : node.Text;
        }

        // What is printed is hardly ever longer than what was read.
        var json = new StringBuilder(node.Span.Length);
        Print(node, json);
        return json.ToString();
    }

    /// <summary>A text as a JSON string for a message, shortened if it is long.</summary>
    public static string Excerpt(string text) => text.Length <= MaxExcerpt ? Quote(text) : Quote(text.Substring(0, MaxExcerpt)) + "…";

    /// <summary>A node for a message, shortened if it is long.</summary>
    public static string Excerpt(JsonNode node)
    {
        string json = Print(node);
        return json.Length <= MaxExcerpt ? json : json.Substring(0, MaxExcerpt) + "…";
    }

    /// <summary>A text as a JSON string.</summary>
    public static string Quote(string text)
    {
        if (PlainText.EndOfQuotable(text, 0) == text.Length)
        {
            return $"\"{text}\"";
        }

        var json = new StringBuilder(text.Length + 16);
        PrintString(text, json);
        return json.ToString();
    }

    private static void Print(JsonNode node, StringBuilder json)
    {
        switch (node.Kind)
        {
            case JsonKind.Object:
                PrintObject(node, json);
                break;
            case JsonKind.Array:
                PrintArray(node, json);
                break;
            case JsonKind.String:
                PrintString(node.Text, json);
                break;
            default:
                json.Append(node.Text);
                break;
        }
    }

    private static void PrintObject(JsonNode node, StringBuilder json)
    {
        json.Append('{');
        string comma = "";
        foreach (JsonMember member in node.Members)
        {
            json.Append(comma);
            PrintString(member.Name, json);
            json.Append(':');
            Print(member.Value, json);
            comma = ",";
        }

        json.Append('}');
    }

    private static void PrintArray(JsonNode node, StringBuilder json)
    {
        json.Append('[');
        string comma = "";
        foreach (JsonNode item in node.Items)
        {
            json.Append(comma);
            Print(item, json);
            comma = ",";
        }

        json.Append(']');
    }

    private static void PrintString(string text, StringBuilder json)
    {
        json.Append('"');
        for (int start = 0; start < text.Length; start++)
        {
            int end = PlainText.EndOfQuotable(text, start);
            json.Append(text, start, end - start);
            start = end;
            if (end < text.Length)
            {
                PrintEscape(text[end], json);
            }
        }

        json.Append('"');
    }

    private static void PrintEscape(char c, StringBuilder json) =>
        _ = c is '"' or '\\'
            ? json.Append('\\').Append(c)
            : json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
}
