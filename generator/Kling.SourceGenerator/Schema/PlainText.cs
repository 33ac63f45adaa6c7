using System.Globalization;

namespace Kling.SourceGenerator.Schema;

/// <summary>Which text may stand in generated code and in printed JSON as it is.</summary>
internal static class PlainText
{
    /// <summary>
    /// Whether a character is plainly visible. What is not could end a line, change the direction of the text, or not
    /// survive encoding: control characters, line separators, surrogates (a lone one has no UTF-8), invisible formatting.
    /// </summary>
    public static bool IsPlain(char c) => c is >= ' ' and <= '~' || (c > '~' && char.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse));

    /// <summary>Where the first character stands, from a place on, that no quoted text holds as it is; the length if there is none.</summary>
    public static int EndOfQuotable(string text, int start)
    {
        int end = start;
        while (end < text.Length && text[end] is not ('"' or '\\') && IsPlain(text[end]))
        {
            end++;
        }

        return end;
    }
}
