namespace Kling.Formats;

/// <summary>
/// The formats that are checked (JSON Schema Validation, 7.3); schemas/README.md states their rules. The runtime and the generator compile
/// these same files, so that a value has one verdict in the editor and at run time.
/// </summary>
internal static class TextFormat
{
    public const string Uri = "uri";

    /// <summary>
    /// What a text that does not have a format is, as in "not a date (RFC 3339). Write it as in 2026-01-31."; <see langword="null"/> if it
    /// has the format, or if the format is not checked.
    /// </summary>
    public static string? Fault(string format, string text) =>
        format switch
        {
            Uri => UriSyntax.Fault(text) is { } advice ? "not an absolute URI (RFC 3986). " + advice : null,
            "uri-reference" => UriSyntax.ReferenceFault(text) is { } advice ? "not a URI reference (RFC 3986). " + advice : null,
            "date-time" => DateSyntax.IsDateTime(text) ? null : "not a date and time (RFC 3339). Write it as in 2026-01-31T12:00:00Z.",
            "date" => DateSyntax.IsDate(text) ? null : "not a date (RFC 3339). Write it as in 2026-01-31.",
            "uuid" => UuidSyntax.IsUuid(text) ? null : "not a UUID (RFC 9562). Write it as in 01234567-89ab-cdef-0123-456789abcdef.",
            "email" => EmailSyntax.IsAddress(text) ? null : "not an e-mail address (RFC 5321). Write it as in name@example.com.",
            _ => null,
        };
}
