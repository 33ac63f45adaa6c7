using System.Text.Json.Nodes;

namespace Kling.SourceGenerator.Tests.Judge;

/// <summary>
/// The values that random schemas and random requests share, so that they meet. What a C# type holds less of than JSON does
/// is left out: integers beyond 64 bits, numbers that are no double, halves of surrogate pairs.
/// </summary>
internal static class Vocabulary
{
    public static readonly string[] Names = ["a", "b", "cc", "x-1", "é", "a/b", "m~n", "12", "validate", ""];

    public static readonly string[] Types = ["string", "integer", "number", "boolean", "array", "object", "null"];

    public static readonly string[] Integers = ["0", "1", "2", "3", "5", "-1", "-4", "10", "12", "5.0", "1e1", "-0", "20e-1", "2147483648", "9007199254740992", "-9223372036854775808"];

    public static readonly string[] Numbers = ["0.5", "0.1", "0.3", "-0.25", "1.5", "2.50", "1e-7", "12345678.9", "1E+2", "-7.75", "1e-30"];

    public static readonly string[] Limits = ["0", "1", "2", "3", "5", "10", "-1", "0.5", "2.5", "-4", "5.0", "1e1", "9007199254740994"];

    public static readonly string[] Divisors = ["1", "2", "5", "0.1", "0.25", "1.5", "1e-7", "10"];

    public static readonly string[] Strings =
    [
        "", "a", "b", "ab", "abc", "abcdef", "A", "5", "12", "true", "null", "x-1", "é", "e\u0301", "😀", "😀😀", "a b", "a\nb", "\u2028", "\"", "\\",
        "2024-02-29", "2023-02-29", "2024-02-29T12:30:00Z", "2024-02-29T12:30:00.5+01:00", "2024-02-29T25:30:00Z", "2024-02-29 12:30:00Z",
        "https://example.com/a.png", "urn:x", "/x", "//example.com/x", "a b%", "name@example.com", "name@", "@example.com",
        "01234567-89ab-cdef-0123-456789abcdef", "0123456789abcdef0123456789abcdef", "{01234567-89ab-cdef-0123-456789abcdef}",
    ];

    public const string Marker = "@Item{n}";

    /// <summary>Texts with markers, and nearly.</summary>
    public static readonly string[] Marked = ["@Item1", "@Item1 and @Item2", "@Item3", "@Item0", "@Item02", "@Item", "@Items1", "@Item99999999999"];

    /// <summary>Patterns that mean the same in ECMA-262 and in .NET for the strings above.</summary>
    public static readonly string[] Patterns = ["^a", "b$", "^[a-z]+$", "[0-9]{2}", "^(?:a|b|ab)$", "^[^a]*$", "-", "^$"];

    public static readonly string[] Formats = ["uri", "uri-reference", "date-time", "date", "uuid", "email", "hostname"];

    public static JsonNode Number(string token) => JsonNode.Parse(token)!;
}
