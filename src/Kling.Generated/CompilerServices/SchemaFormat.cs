using System.Globalization;

namespace Kling.CompilerServices;

/// <summary>The formats that are checked (JSON Schema Validation, 7.3).</summary>
internal static class SchemaFormat
{
    public const string Uri = "uri";

    /// <summary>Whether a text has a format; true for a format that is not checked.</summary>
    public static bool IsValid(string text, string format) => format switch
    {
        Uri => KlingValidation.HasScheme(text) && System.Uri.TryCreate(text, UriKind.Absolute, out _),
        "uri-reference" => IsUriReference(text),
        "date-time" => IsDateTime(text),
        "date" => IsDate(text),
        "uuid" => IsUuid(text),
        "email" => IsEmail(text),
        _ => true,
    };

    /// <summary>What a text should have been, with an example.</summary>
    public static string Describe(string format) => format switch
    {
        "uri-reference" => "a URI reference (RFC 3986). Escape what may not stand in one, as in images/a%20cat.png",
        "date-time" => "a date and time (RFC 3339). Write it as in 2026-01-31T12:00:00Z",
        "date" => "a date (RFC 3339). Write it as in 2026-01-31",
        "uuid" => "a UUID (RFC 9562). Write it as in 01234567-89ab-cdef-0123-456789abcdef",
        "email" => "an e-mail address (RFC 5321). Write it as in name@example.com",
        _ => format,
    };

    private static bool IsUriReference(string text)
    {
        // A colon before the first '/', '?' and '#' ends a scheme (RFC 3986, 4.2).
        int end = text.AsSpan().IndexOfAny("/?#");
        string first = end < 0 ? text : text[..end];
        if (first.Contains(':', StringComparison.Ordinal) && !KlingValidation.HasScheme(first))
        {
            return false;
        }

        int fragment = text.IndexOf('#', StringComparison.Ordinal);
        for (int i = 0; i < text.Length; i++)
        {
            bool isAllowed = text[i] switch
            {
                '%' => i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]),
                '#' => i == fragment,
                char c => char.IsAsciiLetterOrDigit(c) || "-._~:/?[]@!$&'()*+,;=".Contains(c, StringComparison.Ordinal),
            };
            if (!isAllowed)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDate(ReadOnlySpan<char> text) =>
        text.Length == 10
        && text[4] == '-'
        && text[7] == '-'
        && Digits(text[..4]) is >= 0 and int year
        && Digits(text[5..7]) is >= 1 and <= 12 and int month
        && Digits(text[8..]) is >= 1 and int day
        && day <= DateTime.DaysInMonth(year == 0 ? 400 : year, month); // .NET has no year 0; it is a leap year, as 400 is.

    private static bool IsDateTime(ReadOnlySpan<char> text)
    {
        if (text.Length < 20
            || !IsDate(text[..10])
            || text[10] is not ('T' or 't')
            || Clock(text[11..16]) is not (>= 0 and int minutes)
            || text[16] != ':'
            || Digits(text[17..19]) is not (>= 0 and <= 60 and int seconds))
        {
            return false;
        }

        ReadOnlySpan<char> zone = text[19..];
        if (zone[0] == '.')
        {
            int digits = zone[1..].IndexOfAnyExceptInRange('0', '9');
            if (digits < 1)
            {
                return false;
            }

            zone = zone[(1 + digits)..];
        }

        // A leap second is the last one of a day in UTC.
        const int Day = 24 * 60;
        return Offset(zone) is { } offset && (seconds < 60 || (minutes - offset + Day) % Day == Day - 1);
    }

    private static int? Offset(ReadOnlySpan<char> zone) => zone switch
    {
        ['Z' or 'z'] => 0,
        ['+', .. { Length: 5 } clock] when Clock(clock) is >= 0 and int minutes => minutes,
        ['-', .. { Length: 5 } clock] when Clock(clock) is >= 0 and int minutes => -minutes,
        _ => null,
    };

    /// <summary>The minutes of <c>hh:mm</c>; negative if it is none.</summary>
    private static int Clock(ReadOnlySpan<char> text) =>
        text[2] == ':' && Digits(text[..2]) is >= 0 and <= 23 and int hours && Digits(text[3..]) is >= 0 and <= 59 and int minutes
            ? (hours * 60) + minutes
            : -1;

    /// <summary>The number that some ASCII digits stand for; negative if they are none.</summary>
    private static int Digits(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : -1;

    // Not Guid.TryParseExact: it takes "0x" for digits and trims white space.
    private static bool IsUuid(string text) =>
        text.Length == 36 && text.Select(static (c, i) => i is 8 or 13 or 18 or 23 ? c == '-' : char.IsAsciiHexDigit(c)).All(static isAllowed => isAllowed);

    private static bool IsEmail(string text)
    {
        int at = text.LastIndexOf('@');
        return at > 0 && IsLocalPart(text.AsSpan(0, at)) && IsDomain(text.AsSpan(at + 1));
    }

    private static bool IsLocalPart(ReadOnlySpan<char> text)
    {
        if (text is not ['"', .. { } quoted, '"'])
        {
            return IsDotted(text, static c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~".Contains(c, StringComparison.Ordinal));
        }

        for (int i = 0; i < quoted.Length; i++)
        {
            i += quoted[i] == '\\' ? 1 : 0;
            if (i == quoted.Length || quoted[i] is < ' ' or > '~' || (quoted[i] == '"' && quoted[i - 1] != '\\'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDomain(ReadOnlySpan<char> text)
    {
        if (text is ['[', .. { } literal, ']'])
        {
            return System.Net.IPAddress.TryParse(literal.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase) ? literal[5..] : literal, out _);
        }

        return IsDotted(text, static c => char.IsAsciiLetterOrDigit(c) || c == '-') && !text.StartsWith("-") && !text.EndsWith("-")
            && text.IndexOf(".-", StringComparison.Ordinal) < 0 && text.IndexOf("-.", StringComparison.Ordinal) < 0;
    }

    private static bool IsDotted(ReadOnlySpan<char> text, Func<char, bool> isAllowed)
    {
        char previous = '.';
        foreach (char c in text)
        {
            if (c == '.' ? previous == '.' : !isAllowed(c))
            {
                return false;
            }

            previous = c;
        }

        return previous != '.';
    }
}
