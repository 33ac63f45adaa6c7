using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Kling.Cli;

/// <summary>
/// Splits the text of a page into lines. White space of any kind is a space, characters without width are left out, and HTML entities are
/// decoded; but a text in quotes stays as it is, because it may be a value.
/// </summary>
internal static partial class PageText
{
    /// <summary>The lines, without white space around them.</summary>
    public static IEnumerable<PageLine> Lines(string text)
    {
        bool isEscaped = IsEscaped(text);
        return text.Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n')
            .Split('\n')
            .Select((line, index) => new PageLine(index + 1, Plain(isEscaped ? WebUtility.HtmlDecode(line) : line)));
    }

    /// <summary>Whether the text contains HTML entities.</summary>
    public static bool IsEscaped(string text) => Entity().IsMatch(text);

    private static string Plain(string line)
    {
        var plain = new StringBuilder(line.Length);
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '"')
            {
                int end = ValueScanner.EndOfString(line, i);
                plain.Append(line, i, end - i);
                i = end - 1;
            }
            else if (char.IsWhiteSpace(line[i]))
            {
                plain.Append(plain.Length > 0 && plain[^1] == ' ' ? "" : " ");
            }
            else if (line[i] is not ('\u200B' or '\u2060' or '\uFEFF' or '\u00AD'))
            {
                plain.Append(line[i]);
            }
        }

        return plain.ToString().Trim();
    }

    [GeneratedRegex("&(?:quot|amp|lt|gt|nbsp|apos|ndash|mdash|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});", RegexOptions.CultureInvariant)]
    private static partial Regex Entity();
}
