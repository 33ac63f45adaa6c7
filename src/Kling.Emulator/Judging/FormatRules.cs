using System.Globalization;
using System.Text.RegularExpressions;

namespace Kling.Emulator;

/// <summary>
/// The formats that are judged (JSON Schema Validation 7.3), by the rules of schemas/README.md. The generated types have an implementation
/// of their own; tests compare both.
/// </summary>
internal static partial class FormatRules
{
    private const int MaxUriLength = 65_519;
    private const int MaxAddressLength = 254;
    private const int MaxLocalPartLength = 64;
    private const int MaxPort = 65_535;

    private const string Octet = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private const string IPv4 = $@"(?:{Octet}(?:\.{Octet}){{3}})";
    private const string H16 = "[0-9A-Fa-f]{1,4}";
    private const string Ls32 = $"(?:{H16}:{H16}|{IPv4})";

    // IPv6address of RFC 3986, 3.2.2, alternative by alternative.
    private const string IPv6 =
        $"(?:(?:{H16}:){{6}}{Ls32}|::(?:{H16}:){{5}}{Ls32}|(?:{H16})?::(?:{H16}:){{4}}{Ls32}"
        + $"|(?:(?:{H16}:){{0,1}}{H16})?::(?:{H16}:){{3}}{Ls32}|(?:(?:{H16}:){{0,2}}{H16})?::(?:{H16}:){{2}}{Ls32}"
        + $"|(?:(?:{H16}:){{0,3}}{H16})?::{H16}:{Ls32}|(?:(?:{H16}:){{0,4}}{H16})?::{Ls32}"
        + $"|(?:(?:{H16}:){{0,5}}{H16})?::{H16}|(?:(?:{H16}:){{0,6}}{H16})?::)";

    private const string UserInfoCharacter = "(?:[A-Za-z0-9._~!$&'()*+,;=:-]|%[0-9A-Fa-f]{2})";
    private const string PathCharacter = "(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})";
    private const string QueryCharacter = "(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})";
    private const string Label = "[A-Za-z0-9][A-Za-z0-9_-]{0,62}";
    private const string Host = $@"(?<host>\[{IPv6}\]|(?:{Label}(?:\.{Label})*\.?)?)";
    private const string Authority = $"(?<user>(?>{UserInfoCharacter}*)@)?{Host}(?<port>:[0-9]*)?";
    private const string HostPath = $"(?<path>(?:/(?>{PathCharacter}*))?)";
    private const string Path = $"(?<path>(?!//)(?>{PathCharacter}*))";
    private const string QueryAndFragment = $@"(?:\?(?>{QueryCharacter}*))?(?:\#(?>{QueryCharacter}*))?\z";

    private const string Clock = "(?:[01][0-9]|2[0-3]):[0-5][0-9]";
    private const string Atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private const string LocalPart = $@"{Atom}(?:\.{Atom})*|""(?:[ !#-\[\]-~]|\\[ -~])*""";
    private const string MailLabel = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

    /// <summary>What a text is not, or <see langword="null"/> if it has the format or the format is not judged.</summary>
    public static string? Expected(string format, string text) =>
        format switch
        {
            "uri" or "uri-reference" when text.Length > MaxUriLength =>
                $"longer than a URI may be ({MaxUriLength} characters). Upload the file instead of sending a data URL",
            "uri" when !IsUri(text) =>
                "not an absolute URI (RFC 3986). Begin with a scheme, such as https://, and percent-encode what a URI must not contain",
            "uri-reference" when !IsUri(text) && !IsRelative(text) => "not a URI reference (RFC 3986)",
            "date" when !IsDate(text) => "not a date (RFC 3339), such as 2026-01-31",
            "date-time" when !IsDateTime(text) => "not a date and time (RFC 3339), such as 2026-01-31T12:00:00Z",
            "uuid" when !Uuid().IsMatch(text) => "not a UUID (RFC 9562)",
            "email" when !IsAddress(text) => "not an e-mail address (RFC 5321)",
            _ => null,
        };

    private static bool IsUri(string text)
    {
        Match uri = (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? MailtoUri() : AbsoluteUri()).Match(text);
        if (!uri.Success || !IsAuthority(uri))
        {
            return false;
        }

        bool hasHost = uri.Groups["host"].Length > 0;
        bool hasUser = uri.Groups["user"].Success;
        bool hasPort = uri.Groups["port"].Success;
        return uri.Groups["scheme"].Value.ToUpperInvariant() switch
        {
            "HTTP" or "HTTPS" or "WS" or "WSS" or "FTP" or "GOPHER" or "NNTP" or "TELNET" => hasHost,
            "NET.TCP" => hasHost && !hasUser,
            "NET.PIPE" => hasHost && !hasUser && !hasPort,
            "FILE" or "VSMACROS" => uri.Groups["host"].Success
                && !hasUser
                && !hasPort
                && !ShareOrDrive().IsMatch(uri.Groups["path"].ValueSpan),
            "LDAP" => uri.Groups["host"].Success,
            _ => true,
        };
    }

    private static bool IsRelative(string text) => RelativeReference().Match(text) is { Success: true } reference && IsAuthority(reference);

    private static bool IsAuthority(Match uri) =>
        (uri.Groups["host"].Length > 0 || !(uri.Groups["user"].Success || uri.Groups["port"].Success))
        && (uri.Groups["port"].Value.TrimStart(':').TrimStart('0') is var port)
        && (port.Length == 0 || (port.Length <= 5 && int.Parse(port, CultureInfo.InvariantCulture) <= MaxPort));

    // .NET has no year 0. It is a leap year, as 400 is.
    private static bool IsDate(string text)
    {
        string date = text.StartsWith("0000-", StringComparison.Ordinal) ? "0400" + text[4..] : text;
        return text.Length == 10 && DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    private static bool IsDateTime(string text)
    {
        if (DateTime().Match(text) is not { Success: true } match || !IsDate(match.Groups["date"].Value))
        {
            return false;
        }

        // A leap second is the last one of a day in UTC.
        TimeSpan ahead = match.Groups["offset"].ValueSpan is [var sign, .. var clock]
            ? TimeSpan.ParseExact(clock, @"hh\:mm", CultureInfo.InvariantCulture) * (sign == '-' ? -1 : 1)
            : TimeSpan.Zero;
        var time = TimeOnly.ParseExact(match.Groups["time"].ValueSpan, "HH:mm", CultureInfo.InvariantCulture);
        return !match.Groups["leap"].Success || time.Add(-ahead) == new TimeOnly(23, 59);
    }

    private static bool IsAddress(string text) =>
        text.Length <= MaxAddressLength
        && Email().Match(text) is { Success: true } address
        && address.Groups["local"].Length <= MaxLocalPartLength;

    [GeneratedRegex($@"\A(?<scheme>[A-Za-z][A-Za-z0-9+.-]{{1,1023}}):(?://{Authority}{HostPath}|{Path}){QueryAndFragment}")]
    private static partial Regex AbsoluteUri();

    [GeneratedRegex($@"\A[Mm][Aa][Ii][Ll][Tt][Oo]:(?>(?://)?){Authority}{HostPath}{QueryAndFragment}")]
    private static partial Regex MailtoUri();

    [GeneratedRegex($@"\A(?://{Authority}{HostPath}|(?![^/?#]*:){Path}){QueryAndFragment}")]
    private static partial Regex RelativeReference();

    [GeneratedRegex(@"\A(?://|/[A-Za-z]:(?:\z|[^/]))")]
    private static partial Regex ShareOrDrive();

    [GeneratedRegex($@"\A(?<date>.{{10}})[Tt](?<time>{Clock}):(?:[0-5][0-9]|(?<leap>60))(?:\.[0-9]+)?(?:[Zz]|(?<offset>[+-]{Clock}))\z")]
    private static partial Regex DateTime();

    [GeneratedRegex(@"\A[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\z")]
    private static partial Regex Uuid();

    [GeneratedRegex($@"\A(?<local>{LocalPart})@(?:{MailLabel}(?:\.{MailLabel})*|\[(?:{IPv4}|[Ii][Pp][Vv]6:{IPv6})\])\z")]
    private static partial Regex Email();
}
