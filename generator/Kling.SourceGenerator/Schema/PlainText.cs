using System.Globalization;

namespace Kling.SourceGenerator.Schema;

/// <summary>Decides which text needs no escape in generated code and in printed JSON.</summary>
internal static class PlainText
{
    /// <summary>
    /// Whether a character is plainly visible. What is not could end a line, change the direction of the text, or not survive encoding:
    /// control characters, line separators, surrogates (a lone one has no UTF-8), invisible formatting.
    /// </summary>
    public static bool IsPlain(char c) =>
        c is >= ' ' and <= '~'
        || (
            c > '~'
            && char.GetUnicodeCategory(c)
                is not (
                    UnicodeCategory.Control
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.Surrogate
                    or UnicodeCategory.Format
                    or UnicodeCategory.OtherNotAssigned
                    or UnicodeCategory.PrivateUse
                )
        );

    /// <summary>
    /// Where the first character stands, from a place on, that no quoted text holds as it is; the length if there is none.
    /// </summary>
    public static int EndOfQuotable(string text, int start)
    {
        int end = start;
        while (end < text.Length && text[end] is not ('"' or '\\') && IsPlain(text[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>
    /// Whether half of a surrogate pair is missing. No UTF-8 holds such a text, so neither a literal in the generated code nor any reader
    /// of the schema at run time would take it.
    /// </summary>
    public static bool HasLoneSurrogate(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return true;
            }

            i++;
        }

        return false;
    }
}
