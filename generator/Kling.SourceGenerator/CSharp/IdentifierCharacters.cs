using System.Globalization;

namespace Kling.SourceGenerator.CSharp;

/// <summary>The characters of an identifier, as C# has them: Unicode's rules, in UTF-16 units.</summary>
internal static class IdentifierCharacters
{
    public static bool IsStart(char c) =>
        c <= '\u007f' ? c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' : IsLetter(char.GetUnicodeCategory(c));

    public static bool IsPart(char c) =>
        c <= '\u007f'
            ? IsStart(c) || c is >= '0' and <= '9'
            : char.GetUnicodeCategory(c) is var category
                && (
                    IsLetter(category)
                    || category
                        is UnicodeCategory.DecimalDigitNumber
                            or UnicodeCategory.ConnectorPunctuation
                            or UnicodeCategory.NonSpacingMark
                            or UnicodeCategory.SpacingCombiningMark
                            or UnicodeCategory.Format
                );

    private static bool IsLetter(UnicodeCategory category) =>
        category
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.LetterNumber;
}
