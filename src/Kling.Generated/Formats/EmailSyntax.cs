namespace Kling.Formats;

/// <summary><c>email</c>: the mailbox of RFC 5321, 4.1.2, within the lengths of 4.5.3.1.</summary>
internal static class EmailSyntax
{
    private const int MaxLength = 254;
    private const int MaxLocalPartLength = 64;
    private const int MaxLabelLength = 63;

    public static bool IsAddress(string text)
    {
        int at = text.LastIndexOf('@');
        return text.Length <= MaxLength
            && at is > 0 and <= MaxLocalPartLength
            && IsLocalPart(text.Substring(0, at))
            && IsDomain(text.Substring(at + 1));
    }

    private static bool IsLocalPart(string text) =>
        text[0] == '"' ? IsQuoted(text) : text.Split('.').All(static atom => atom.Length > 0 && atom.All(IsAtomCharacter));

    private static bool IsAtomCharacter(char c) => Ascii.IsLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~".Contains(c);

    /// <summary>
    /// ASCII that shows, in quotes; a backslash must precede a quote and another backslash, and may precede any other character.
    /// </summary>
    private static bool IsQuoted(string text)
    {
        int i = 1;
        while (i < text.Length - 1 && text[i] is not '"')
        {
            i += text[i] == '\\' ? 1 : 0;
            if (text[i] is < ' ' or > '~')
            {
                return false;
            }

            i++;
        }

        return i == text.Length - 1 && text[i] == '"';
    }

    private static bool IsDomain(string text) =>
        text.Length > 2 && text[0] == '[' && text[text.Length - 1] == ']'
            ? IsLiteral(text.Substring(1, text.Length - 2))
            : text.Split('.')
                .All(static label =>
                    label.Length is > 0 and <= MaxLabelLength
                    && label[0] != '-'
                    && label[label.Length - 1] != '-'
                    && label.All(static c => Ascii.IsLetterOrDigit(c) || c == '-')
                );

    private static bool IsLiteral(string text)
    {
        const string Tag = "IPv6:";
        return text.StartsWith(Tag, StringComparison.OrdinalIgnoreCase)
            ? IPAddressSyntax.IsIPv6(text.Substring(Tag.Length))
            : IPAddressSyntax.IsIPv4(text);
    }
}
