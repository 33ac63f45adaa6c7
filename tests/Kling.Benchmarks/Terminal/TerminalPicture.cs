using System.Globalization;
using System.Net;
using System.Text;

namespace Kling.Benchmarks.Terminal;

/// <summary>Lines of a terminal as SVG: text in a fixed-width font of the reader's machine, without a script or a file of its own.</summary>
internal static class TerminalPicture
{
    /// <summary>Precedes what the user has typed.</summary>
    public const string Prompt = "$ ";

    private const int FontSize = 13;
    private const int LineHeight = 20;
    private const int Margin = 20;
    private const double CharacterWidth = 7.9;

    public static string Draw(IReadOnlyList<string> lines)
    {
        // A line is stretched to the width that it has here, whatever font there is, and its spaces are kept.
        double width = (2 * Margin) + (lines.Max(static line => line.Length) * CharacterWidth);
        int height = (2 * Margin) + (lines.Count * LineHeight);
        var svg = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:0} {height}" width="{width:0}" height="{height}" role="img">
            <title>A terminal with commands of kling and their output</title>
            <rect width="100%" height="100%" rx="10" fill="#182038"/>
            <g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="{FontSize}">

            """));
        foreach ((int index, string line) in lines.Index())
        {
            int y = Margin + (index * LineHeight) + FontSize;
            _ = svg.Append(string.Create(
                CultureInfo.InvariantCulture,
                $"<text x=\"{Margin}\" y=\"{y}\" textLength=\"{line.Length * CharacterWidth:0.#}\" fill=\"{Color(line)}\">{WebUtility.HtmlEncode(line).Replace(' ', '\u00A0')}</text>\n"));
        }

        return svg.Append("</g>\n</svg>\n").ToString();
    }

    private static string Color(string line) => line switch
    {
        _ when line.StartsWith(Prompt, StringComparison.Ordinal) => "#ffffff",
        _ when line.StartsWith("error", StringComparison.Ordinal) => "#ff9d8a",
        _ when line.Contains(" completed ", StringComparison.Ordinal) => "#62d6b6",
        _ => "#b8c2dc",
    };
}
