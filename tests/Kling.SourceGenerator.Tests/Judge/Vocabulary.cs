using System.Text.Json.Nodes;
using Kling.Tests;

namespace Kling.SourceGenerator.Tests.Judge;

/// <summary>The values that random schemas and random requests share, so that they meet.</summary>
internal static class Vocabulary
{
    public static readonly string[] Names = ["a", "b", "cc", "x-1", "é", "a/b", "m~n", "12", "validate", ""];

    public static readonly string[] Types = ["string", "integer", "number", "boolean", "array", "object", "null"];

    public static readonly string[] Integers =
    [
        "0", "1", "2", "3", "5", "-1", "-4", "10", "12", "5.0", "1e1", "-0", "20e-1", "2147483648", "9007199254740992", "9007199254740993", "-9223372036854775808",
        "9223372036854775807", "9223372036854775808", "12345678901234567890", "-1e19", "1e400",
    ];

    public static readonly string[] Numbers =
    [
        "0.5", "0.1", "0.3", "-0.25", "1.5", "2.50", "1e-7", "12345678.9", "1E+2", "-7.75", "1e-30",
        "0.30000000000000004", "0.1000000000000000055511151231257827", "0.99999999999999999999", "1.00000000000000000001", "-0.0", "1e-400", "-1e400", "1e308", "1e309",
        "9007199254740993.5",
    ];

    public static readonly string[] Limits = ["0", "1", "2", "3", "5", "10", "-1", "0.5", "2.5", "-4", "5.0", "1e1", "9007199254740994", "9223372036854775808", "-1e30"];

    public static readonly string[] Divisors = ["1", "2", "5", "0.1", "0.25", "1.5", "1e-7", "10"];

    public static readonly string[] Strings =
    [
        "", "a", "b", "ab", "abc", "abcdef", "A", "5", "12", "true", "null", "x-1", "é", "e\u0301", "😀", "😀😀", "a b", "a\nb", "\u2028", "\"", "\\", "٣", "a\n", "b ",
        "2024-02-29", "2023-02-29", "2024-02-29T12:30:00Z", "2024-02-29T12:30:00.5+01:00", "2024-02-29T25:30:00Z", "2024-02-29 12:30:00Z",
        "1.2.3", "0a1B2c3D", "!@a", "a:b:c", "http://schema.org", "01234567-89ab-4def-8123-456789abcdef", "01234567-89AB-4DEF-8123-456789abcdef\n", "org.bukkit.a", "a.b.C",
        "https://example.com/a.png", "urn:x", "/x", "//example.com/x", "a b%", "name@example.com", "name@", "@example.com",
        "01234567-89ab-cdef-0123-456789abcdef", "0123456789abcdef0123456789abcdef", "{01234567-89ab-cdef-0123-456789abcdef}",
    ];

    /// <summary>Texts that are a format, or nearly.</summary>
    public static readonly Dictionary<string, string[]> Formatted = FormatTable.Formats.ToDictionary(static format => format, static format => Rows(format, isValid: null));

    /// <summary>Texts that are a format.</summary>
    public static readonly Dictionary<string, string[]> Valid = FormatTable.Formats.ToDictionary(static format => format, static format => Rows(format, isValid: true));

    public const string Marker = "@Item{n}";

    /// <summary>Texts with markers, and nearly.</summary>
    public static readonly string[] Marked = ["@Item1", "@Item1 and @Item2", "@Item3", "@Item0", "@Item02", "@Item", "@Items1", "@Item99999999999"];

    /// <summary>Patterns that mean the same in ECMA-262 and in .NET for the strings above.</summary>
    public static readonly string[] Patterns = ["^a", "b$", "^[a-z]+$", "[0-9]{2}", "^(?:a|b|ab)$", "^[^a]*$", "-", "^$"];

    public static readonly string[] Formats = ["uri", "uri-reference", "date-time", "date", "uuid", "email", "hostname"];

    public static JsonNode Number(string token) => JsonNode.Parse(token)!;

    private static string[] Rows(string format, bool? isValid) =>
        [.. FormatTable.Rows.Where(row => row.Format == format && row.Text.Length < 2000 && (isValid is null || row.IsValid == isValid)).Select(static row => row.Text)];
}
