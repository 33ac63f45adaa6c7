using System.Globalization;
using System.Text.RegularExpressions;

namespace Kling.Emulator;

/// <summary>The formats that are judged (JSON Schema Validation 7.3), by the grammars of their RFCs.</summary>
internal static partial class FormatRules
{
    /// <summary>What a text should have been, or <see langword="null"/> if it has the format or the format is not judged.</summary>
    public static string? Expected(string format, string text) => format switch
    {
        "uri" when !Uri().IsMatch(text) => "no absolute URI. Begin it with a scheme, such as https://",
        "uri-reference" when !UriReference().IsMatch(text) => "no URI reference (RFC 3986)",
        "date" when !IsDate(text) => "no date (RFC 3339), such as 2026-01-31",
        "date-time" when !(DateTime().IsMatch(text) && IsDate(text[..10])) => "no date and time (RFC 3339), such as 2026-01-31T12:00:00Z",
        "uuid" when !Uuid().IsMatch(text) => "no UUID (RFC 9562)",
        "email" when !Email().IsMatch(text) => "no e-mail address (RFC 5321)",
        _ => null,
    };

    private static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9+.-]*:")]
    private static partial Regex Uri();

    [GeneratedRegex(@"\A(?:[A-Za-z][A-Za-z0-9+.-]*:|(?![^/?#]*:))(?:[A-Za-z0-9._~:/?\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*(?:#(?:[A-Za-z0-9._~:/?\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?\z")]
    private static partial Regex UriReference();

    [GeneratedRegex(@"\A[0-9-]{10}[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\.[0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])\z")]
    private static partial Regex DateTime();

    [GeneratedRegex(@"\A[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\z")]
    private static partial Regex Uuid();

    [GeneratedRegex("""\A(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*|"(?:[ !#-\[\]-~]|\\[ -~])*")@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\[[0-9A-Fa-f.:IPv]+\])\z""")]
    private static partial Regex Email();
}
