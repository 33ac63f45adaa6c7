namespace Kling.Formats;

/// <summary>
/// IP addresses as RFC 3986, 3.2.2 writes them. <c>System.Net.IPAddress</c> accepts more: zones, octal numbers, addresses of one number.
/// </summary>
internal static class IPAddressSyntax
{
    private const int Groups = 8;

    /// <summary>Four decimal numbers up to 255, without leading zeros: some readers take those for octal.</summary>
    public static bool IsIPv4(string text)
    {
        string[] octets = text.Split('.');
        return octets.Length == 4
            && octets.All(static octet => Ascii.Number(octet) is >= 0 and <= 255 && (octet[0] != '0' || octet.Length == 1));
    }

    /// <summary>
    /// Eight groups of up to four hexadecimal digits. <c>::</c> replaces one or more groups, and an IPv4 address at the end replaces the
    /// last two.
    /// </summary>
    public static bool IsIPv6(string text)
    {
        int gap = text.IndexOf("::", StringComparison.Ordinal);
        return gap < 0
            ? Count(text, isEnd: true) == Groups
            : Count(text.Substring(0, gap), isEnd: false) is >= 0 and int before
                && Count(text.Substring(gap + 2), isEnd: true) is >= 0 and int after
                && before + after < Groups;
    }

    /// <summary>The number of groups; negative if there is something else.</summary>
    private static int Count(string text, bool isEnd)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        string[] groups = text.Split(':');
        int count = groups.Length;
        for (int i = 0; i < groups.Length; i++)
        {
            if (isEnd && i == groups.Length - 1 && IsIPv4(groups[i]))
            {
                count++;
            }
            else if (groups[i].Length is 0 or > 4 || !groups[i].All(Ascii.IsHexDigit))
            {
                return int.MinValue;
            }
        }

        return count;
    }
}
