using System.Net;
using System.Text;
using System.Text.Json;

namespace Kling;

/// <summary>A response of the server, as far as it could be read.</summary>
internal sealed class ApiAnswer
{
    private const int LongestExcerpt = 500;

    public required HttpStatusCode StatusCode { get; init; }

    /// <summary>The body without the byte order mark; incomplete if the response was interrupted or too long.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Why the body is cut, or null if it is whole.</summary>
    public required Exception? BodyError { get; init; }

    public required DateTimeOffset? RetryAt { get; init; }

    /// <summary>Whether a handler sent the request to another URL.</summary>
    public required bool IsDetour { get; init; }

    /// <summary>Whether it went to another origin.</summary>
    public required bool IsForeign { get; init; }

    public required ApiKey Key { get; init; }

    public bool IsSuccess => (int)StatusCode is >= 200 and <= 299;

    /// <summary>The body, if it is whole and a JSON object.</summary>
    public JsonElement? ReadObject() => ReadJson() is { ValueKind: JsonValueKind.Object } json ? json : null;

    /// <summary>The body, if it is whole and JSON.</summary>
    public JsonElement? ReadJson()
    {
        if (BodyError is not null)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // An HTML page, an empty body, half an answer: what it means is decided from the status.
            return null;
        }
    }

    /// <summary>The beginning of the body as one line of text, or null if it is empty.</summary>
    /// <remarks>Redacted first and cut afterwards: half a key must not stay either.</remarks>
    public string? Excerpt() => Tidy(Key.Redact(Encoding.UTF8.GetString(Body.Span)));

    /// <summary>The server's own words in an error, as one line of text, or null.</summary>
    /// <param name="json">The body.</param>
    public string? Detail(JsonElement? json) => ErrorBody.Read(json) is { } words ? Tidy(Key.Redact(words)) : null;

    /// <summary>The text as one line of at most 500 characters, or null if nothing is left of it.</summary>
    private static string? Tidy(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, LongestExcerpt));
        foreach (Rune sign in text.EnumerateRunes())
        {
            bool blank = Rune.IsWhiteSpace(sign) || Rune.IsControl(sign);
            if (blank && (line.Length == 0 || line[^1] == ' '))
            {
                continue;
            }

            if (line.Length + sign.Utf16SequenceLength > LongestExcerpt)
            {
                break;
            }

            _ = blank ? line.Append(' ') : line.Append(sign.ToString());
        }

        string tidy = line.ToString().TrimEnd();
        return tidy.Length == 0 ? null : tidy;
    }
}
