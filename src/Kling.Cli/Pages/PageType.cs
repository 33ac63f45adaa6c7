namespace Kling.Cli;

/// <summary>A parameter's type as a page writes it: <c>string</c>, <c>string (uri)</c>, <c>object[]</c>.</summary>
/// <param name="Name">The JSON Schema type of the value, or of the innermost items.</param>
/// <param name="Format">The text in brackets, or <see langword="null"/>.</param>
/// <param name="Depth">How many lists are around it.</param>
internal sealed record PageType(string Name, string? Format, int Depth)
{
    private const string List = "[]";

    // Lists of lists of lists are already more than any page has.
    private const int MaxDepth = 3;

    private static readonly string[] Names = ["string", "integer", "number", "boolean", "object", "array"];

    /// <summary>Reads a type off the front of a text.</summary>
    /// <returns>The type and its number of characters, or <see langword="null"/> if the text begins with none.</returns>
    public static (PageType Type, int Length)? ReadFront(ReadOnlySpan<char> text)
    {
        foreach (string name in Names)
        {
            if (!text.StartsWith(name, StringComparison.Ordinal))
            {
                continue;
            }

            int end = name.Length;
            string? format = null;
            if (text[end..].StartsWith(" (", StringComparison.Ordinal) && text[end..].IndexOf(')') is var close and > 2)
            {
                format = text.Slice(end + 2, close - 2).ToString();
                end += close + 1;
            }

            int depth = 0;
            for (; depth < MaxDepth && text[end..].StartsWith(List, StringComparison.Ordinal); end += List.Length)
            {
                depth++;
            }

            return (new PageType(name, format, depth), end);
        }

        return null;
    }

    /// <summary>Reads a text that is a type and nothing else.</summary>
    public static PageType? Read(string text) => ReadFront(text) is (var type, var length) && length == text.Length ? type : null;

    /// <summary>As the page writes it.</summary>
    public override string ToString() => Name + (Format is null ? "" : $" ({Format})") + string.Concat(Enumerable.Repeat(List, Depth));
}
