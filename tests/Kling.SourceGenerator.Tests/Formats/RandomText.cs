using System.Globalization;
using System.Text;

namespace Kling.SourceGenerator.Tests.Formats;

/// <summary>Texts near the grammar of a format: valid ones, and ones that miss it by a little.</summary>
internal sealed class RandomText(Random random)
{
    private static readonly string[] Schemes =
    [
        "http", "https", "HTTP", "ftp", "ws", "wss", "gopher", "nntp", "telnet", "net.tcp", "net.pipe", "file", "File", "vsmacros", "ldap",
        "mailto", "MailTo", "news", "uuid",
        "urn", "data", "javascript", "pack", "ab", "x-y.z+1", "C", "1a", "ä", "",
    ];

    private static readonly string[] Marks = [":", "://", ":///", ":/", "//"];

    private static readonly string[] UriParts =
    [
        .. Marks, "/", "?", "#", "@", "[", "]", "::", ".", "..", "-", "_", "~", "!", "$", "&", "'", "(", ")", "*", "+", ",", ";", "=",
        "%41", "%2F", "%00", "%C3%A9", "%zz", "%",
        "a", "B", "9", "0", "255", "256", "1.2.3.4", "example.com", "localhost", "xn--", "0x7f", "fe80", "ffff", "[::1]", "[::1.2.3.4]",
        "[1:2:3:4:5:6:7:8]", "[v1.a]", "C:", "1:",
        ":80", "65535", "65536", "a.png", "|", " ", "\\", "é", "\n", "\t", "\0", "\u00a0", "\u202e", "😀",
    ];

    private static readonly string[] DateParts =
    [
        "2026", "0000", "9999", "2024", "1900", "2000", "-", "-02-29", "-02-30", "-12-31", "-06-30", "01", "12", "13", "00", "31", "T", "t",
        " ", "Z", "z", "+", ":", "23:59:60", "23:59:59",
        "24:00:00", "00:00:00", "15:59:60", "22:59:60", "05:29:60", "-08:00", "+00:00", "-00:00", "+23:59", "+24:00", "+05:30", ".", ".5",
        ".123456789012", "\n", "٣", "0", "1", "\0",
    ];

    private static readonly string[] MailParts =
    [
        "a", "joe", ".", "..", "\"", "\\", "\\\"", "\"a b\"", "@", "[", "]", "[127.0.0.1]", "[127.0.0.01]", "[IPv6:::1]", "[ipv6:1::]",
        "[IPv6:1:2:3:4:5:6:1.2.3.4]", "[::1]", "example.com", "a.b", "xn--a",
        "-", "_", "'", "+", "!", "1", " ", "é", "\n", "\t", "\0", new string('x', 63), new string('x', 64), new string('y', 61),
    ];

    private static readonly string[] UuidParts =
        ["0", "a", "F", "g", "-", "01234567", "-89ab", "-cdef", "-0123", "-456789abcdef", "{", "}", "\n", "٣"];

    public string Near(string format) => format switch
    {
        "uri" => Pick(Schemes) + Pick(Marks) + Some(UriParts, 8),
        "uri-reference" => IsEven ? Some(UriParts, 6) : Near("uri"),
        "date" => IsEven ? Some(DateParts, 5) : Date(),
        "date-time" => IsEven ? Some(DateParts, 8) : Date() + Pick(["T", "T", "t", " "]) + Clock() + Pick(["", "", ".", ".5"]) + Zone(),
        "email" => Some(MailParts, 3) + (IsEven ? "@" : "") + Some(MailParts, 4),
        "uuid" => IsEven ? Some(UuidParts, 8) : "01234567-89ab-cdef-0123-456789abcde" + Pick(UuidParts),
        _ => throw new NotSupportedException($"Teach {nameof(RandomText)} the format '{format}'."),
    };

    private bool IsEven => random.Next(2) == 0;

    private string Date() => $"{Pick(["0000", "1900", "2000", "2023", "2024", "9999"])}-{Digits(1, 13)}-{Digits(0, 32)}";

    private string Clock() => IsEven ? Pick(DateParts) : $"{Digits(22, 24)}:{Digits(58, 60)}:{Digits(58, 61)}";

    private string Zone() => IsEven ? Pick(DateParts) : $"{Pick(["+", "-"])}{Digits(0, 24)}:{Pick(["00", "30", "59", "60"])}";

    private string Digits(int least, int most) => random.Next(least, most + 1).ToString("D2", CultureInfo.InvariantCulture);

    private string Some(string[] parts, int most)
    {
        var text = new StringBuilder();
        for (int count = random.Next(most + 1); count > 0; count--)
        {
            _ = text.Append(Pick(parts));
        }

        return text.ToString();
    }

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
