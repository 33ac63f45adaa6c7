using System.Text.RegularExpressions;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>Texts that the runtime refuses wherever they come from: an empty API key, a URL as the path of a file.</summary>
internal static class TextArguments
{
    private static readonly Regex MediaType = new(
        @"\A[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+\z",
        RegexOptions.CultureInvariant
    );

    private static readonly string[] UrlBeginnings = ["http://", "https://", "ftp://", "file://", "s3://", "data:", "blob:"];

    /// <summary>What is allowed, if a text is surely not.</summary>
    public static string? Allowed(string name, KnownValue value) =>
        name switch
        {
            "apiKey" or "ApiKey" => (value.Text is { } key && !IsKey(key.Trim())) || HasScheme(value.Parts[0].TrimStart())
                ? "an API key, without white space inside; leave it out to use the environment variable SEGMIND_API_KEY"
                : null,
            "contentType" => value.Text is { } type && !MediaType.IsMatch(type.Trim()) ? "a media type without parameters, such as image/png" : null,
            "path" => value.Text is { } path && path.Trim().Length == 0 ? "the path of a file"
            : IsUrl(value.Parts[0].TrimStart()) ? "the path of a local file, not a URL"
            : null,
            _ => null,
        };

    private static bool IsKey(string text) => text.Length > 0 && text.All(static letter => letter is > ' ' and < '\x7F');

    /// <summary>The client writes the header itself, which has no scheme.</summary>
    private static bool HasScheme(string begin) => begin.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);

    private static bool IsUrl(string text) => UrlBeginnings.Any(begin => text.StartsWith(begin, StringComparison.OrdinalIgnoreCase));
}
