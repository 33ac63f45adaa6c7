using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Kling.Cli;

/// <summary>Makes text from schemas, files and servers harmless to a terminal, and shows what it hides.</summary>
internal static class PlainText
{
    /// <summary>The text on one line, made <see cref="Visible"/>.</summary>
    public static string OneLine(string text) =>
        Visible(string.Concat(text.Select(static character => IsBreak(character) ? ' ' : character))).TrimEnd();

    /// <summary>The text as a cell of a table: no markup, one line.</summary>
    public static Text Cell(string text) => new(OneLine(text));

    /// <summary>
    /// The text with an escape such as <c>\u202e</c> for every character that moves the cursor, reorders text, has no width or is half a
    /// character; only <c>\n</c> is kept. In a JSON document such characters occur only within strings, and there the escape means the
    /// same.
    /// </summary>
    public static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; )
        {
            bool isWhole = Rune.TryGetRuneAt(text, i, out Rune rune);
            int length = isWhole ? rune.Utf16SequenceLength : 1;
            if (isWhole && !IsHidden(rune))
            {
                _ = visible.Append(text, i, length);
            }
            else
            {
                foreach (char unit in text.AsSpan(i, length))
                {
                    _ = visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
                }
            }

            i += length;
        }

        return visible.ToString();
    }

    private static bool IsBreak(char character) => character is >= '\t' and <= '\r' or '\u0085' or '\u2028' or '\u2029';

    private static bool IsHidden(Rune rune) =>
        rune.Value != '\n'
        && (
            IsBlank(rune.Value)
            || Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
        );

    // Letters and marks that are shown as nothing, and the tags: Unicode's Default_Ignorable_Code_Point, without the variation selectors of
    // emoji.
    private static bool IsBlank(int value) =>
        value
            is 0x034F
                or 0x115F
                or 0x1160
                or 0x17B4
                or 0x17B5
                or (>= 0x180B and <= 0x180F)
                or 0x3164
                or 0xFFA0
                or (>= 0xE0000 and <= 0xE0FFF);
}
