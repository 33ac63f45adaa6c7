using System.Globalization;
using System.Text;

namespace Kling.Formats;

/// <summary>
/// <c>uri</c> and <c>uri-reference</c>: the grammar of RFC 3986 without what <see cref="Uri"/> cannot hold on every framework, so that a
/// valid text always has a <see cref="Uri"/>. <see cref="Uri"/> alone accepts too much: spaces, <c>%zz</c>, local paths.
/// </summary>
internal static class UriSyntax
{
    /// <summary>The longest text that <see cref="Uri"/> holds on .NET 8. .NET 10 holds more; the rule is the same everywhere.</summary>
    public const int MaxLength = 65_519;

    private const int MaxSchemeLength = 1_024;
    private const int MaxLabelLength = 63;

    // What a path, a query and a fragment may contain beside the characters of every part.
    private const string Delimiters = "/?:@";

    /// <summary>What to change in a text that is not an absolute URI, or <see langword="null"/> if it is one.</summary>
    public static string? Fault(string text) =>
        WholeFault(text)
        ?? SchemeLength(text) switch
        {
            0 => "Begin with a scheme, as in https://example.com/image.png. Upload a local file with client.Files.",
            1 => "One letter and a colon are a local drive. Upload a local file with client.Files.",
            > MaxSchemeLength => "The scheme must not have more than 1024 characters.",
            int length => PartsFault(text, Scheme(text, length), length + 1),
        };

    /// <summary>What to change in a text that is neither an absolute URI nor a relative reference, or <see langword="null"/>.</summary>
    public static string? ReferenceFault(string text)
    {
        int segment = text.IndexOfAny(['/', '?', '#', ':']);
        if (segment < 0 || text[segment] != ':')
        {
            return WholeFault(text) ?? PartsFault(text, scheme: "", start: 0);
        }

        return SchemeLength(text) > 0
            ? Fault(text)
            : WholeFault(text) ?? "Only a scheme may precede the first ':'. Percent-encode ':' as %3A.";
    }

    private static string? WholeFault(string text)
    {
        if (text.Length > MaxLength)
        {
            return FormattableString.Invariant($"It has {text.Length} characters; the maximum is {MaxLength}.")
                + " Upload a file with client.Files instead of sending a data URL.";
        }

        return text.Trim().Length < text.Length ? "Remove the white space around it." : null;
    }

    /// <summary>The scheme in small letters. Nearly every URI has one of two, for which nothing is allocated.</summary>
    private static string Scheme(string text, int length) =>
        IsScheme(text, length, "https") ? "https"
        : IsScheme(text, length, "http") ? "http"
        : text.Substring(0, length).ToLowerInvariant();

    private static bool IsScheme(string text, int length, string scheme) =>
        length == scheme.Length && string.Compare(text, 0, scheme, 0, length, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>The length of the scheme before the first colon; 0 if there is none.</summary>
    private static int SchemeLength(string text)
    {
        int length = 0;
        while (length < text.Length && IsSchemeCharacter(text[length], isFirst: length == 0))
        {
            length++;
        }

        return length < text.Length && text[length] == ':' ? length : 0;
    }

    private static bool IsSchemeCharacter(char c, bool isFirst) =>
        Ascii.IsLetter(c) || (!isFirst && (Ascii.IsDigit(c) || c is '+' or '-' or '.'));

    private static string? PartsFault(string text, string scheme, int start)
    {
        int fragment = IndexOf(text, '#', start, text.Length);
        int query = IndexOf(text, '?', start, fragment);
        bool hasSlashes = string.CompareOrdinal(text, start, "//", 0, 2) == 0;
        int authority = hasSlashes ? start + 2 : start;

        // System.Uri looks for a host in every e-mail address.
        int path = hasSlashes || scheme == "mailto" ? IndexOf(text, '/', authority, query) : start;
        return (hasSlashes ? null : UriSchemes.SlashesFault(scheme))
            ?? AuthorityFault(text, scheme, authority, path)
            ?? (UriSchemes.IsFile(scheme) ? UriSchemes.PathFault(text.Substring(path, query - path)) : null)
            ?? CharacterFault(text, path, fragment, Delimiters)
            ?? CharacterFault(text, fragment + 1, text.Length, Delimiters);
    }

    /// <summary><c>[ userinfo "@" ] host [ ":" port ]</c>.</summary>
    private static string? AuthorityFault(string text, string scheme, int start, int end)
    {
        int at = text.LastIndexOf('@', Math.Max(end - 1, 0), end - start);
        int host = at < 0 ? start : at + 1;
        int bracket = host < end && text[host] == '[' ? IndexOf(text, ']', host, end) : host;
        int colon = IndexOf(text, ':', bracket, end);
        bool isBare = at < 0 && colon == end;
        return (at < 0 ? null : CharacterFault(text, start, at, ":"))
            ?? HostFault(text, host, colon, scheme, isBare)
            ?? UriSchemes.BesideHostFault(scheme, hasUserInfo: at >= 0, hasPort: colon < end)
            ?? PortFault(text, colon + 1, end);
    }

    private static string? HostFault(string text, int start, int end, string scheme, bool isBare)
    {
        if (start == end)
        {
            return isBare ? UriSchemes.NoHostFault(scheme) : UriSchemes.NoHost;
        }

        if (text[start] != '[' && IsDnsName(text, start, end))
        {
            return null;
        }

        string host = text.Substring(start, end - start);
        return host[0] != '[' ? $"The host '{host}' must be a DNS name or an IP address. Write a non-ASCII name as xn--… (Punycode)."
            : IsLiteral(host) ? null
            : $"The host '{host}' must be an IPv6 address in brackets, as in [::1].";
    }

    private static bool IsLiteral(string host) =>
        host[host.Length - 1] == ']' && IPAddressSyntax.IsIPv6(host.Substring(1, host.Length - 2));

    /// <summary>Labels of up to 63 letters, digits, <c>-</c> and <c>_</c> (RFC 1123, and what clouds call their storage).</summary>
    private static bool IsDnsName(string text, int start, int end)
    {
        int label = 0;
        for (int i = start; i < end; i++)
        {
            char c = text[i];
            if (c == '.' && label > 0)
            {
                label = 0;
            }
            else if (++label > MaxLabelLength || !(Ascii.IsLetterOrDigit(c) || (label > 1 && c is '-' or '_')))
            {
                return false;
            }
        }

        return true;
    }

    private static string? PortFault(string text, int start, int end) =>
        start >= end || Ascii.Number(text.Substring(start, end - start)) is >= 0 and <= ushort.MaxValue
            ? null
            : $"The port '{text.Substring(start, end - start)}' must be a number from 0 to 65535.";

    /// <summary>The first character that a part must not contain.</summary>
    private static string? CharacterFault(string text, int start, int end, string delimiters)
    {
        for (int i = start; i < end; i++)
        {
            char c = text[i];
            if (c == '%')
            {
                if (end - i < 3 || !Ascii.IsHexDigit(text[i + 1]) || !Ascii.IsHexDigit(text[i + 2]))
                {
                    return $"Two hexadecimal digits must follow the '%' at character {Number(i)}. Percent-encode '%' itself as %25.";
                }
            }
            else if (!Ascii.IsLetterOrDigit(c) && !"-._~!$&'()*+,;=".Contains(c) && !delimiters.Contains(c))
            {
                return CharacterAdvice(text, i);
            }
        }

        return null;
    }

    private static string CharacterAdvice(string text, int index)
    {
        char c = text[index];
        if (c == '\\')
        {
            return $"Write '/' instead of '\\' at character {Number(index)}.";
        }

        bool isPair = index + 1 < text.Length && char.IsSurrogatePair(c, text[index + 1]);
        if (char.IsSurrogate(c) && !isPair)
        {
            return $"Remove the half of a surrogate pair at character {Number(index)}.";
        }

        string character = text.Substring(index, isPair ? 2 : 1);
        IEnumerable<string> encoded = Encoding
            .UTF8.GetBytes(character)
            .Select(static one => "%" + one.ToString("X2", CultureInfo.InvariantCulture));
        return $"Percent-encode {(isPair ? $"'{character}'" : Name(c))} at character {Number(index)} as {string.Concat(encoded)}.";
    }

    /// <summary>What does not show is named by its number.</summary>
    private static string Name(char c) =>
        c == ' ' || !(char.IsControl(c) || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format)
            ? $"'{c}'"
            : "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    private static int IndexOf(string text, char c, int start, int end)
    {
        int index = text.IndexOf(c, start, end - start);
        return index < 0 ? end : index;
    }
}
