using Spectre.Console;

namespace Kling.Cli;

/// <summary>Makes text from schemas, files and servers harmless to a terminal.</summary>
internal static class PlainText
{
    /// <summary>The text on one line, without control characters.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(static sign => char.IsControl(sign) ? ' ' : sign)).TrimEnd();

    /// <summary>The text as a cell of a table: no markup, one line.</summary>
    public static Text Cell(string text) => new(OneLine(text));
}
