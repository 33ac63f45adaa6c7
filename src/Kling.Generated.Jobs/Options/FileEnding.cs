namespace Kling;

/// <summary>The ending of a saved file's name.</summary>
internal static class FileEnding
{
    private const int Longest = 5;

    /// <summary>The ending for the media type, otherwise that of the URL, otherwise the usual one for the kind.</summary>
    public static string Of(KlingMedia media) =>
        media.ContentType?.Split(';')[0].Trim().ToLowerInvariant() switch
        {
            "video/mp4" => ".mp4",
            "video/webm" => ".webm",
            "video/quicktime" => ".mov",
            "image/png" => ".png",
            "image/jpeg" => ".jpg",
            "image/webp" => ".webp",
            "image/gif" => ".gif",
            "audio/mpeg" => ".mp3",
            "audio/wav" => ".wav",
            _ => OfUrl(media.Url) ?? OfKind(media.Kind),
        };

    private static string? OfUrl(Uri url) =>
        url.Scheme != "data"
        && Path.GetExtension(url.AbsolutePath) is { Length: > 1 and <= Longest } ending
        && ending.Skip(1).All(char.IsAsciiLetterOrDigit)
            ? ending
            : null;

    private static string OfKind(KlingOutputKind kind) =>
        kind switch
        {
            KlingOutputKind.Video => ".mp4",
            KlingOutputKind.Image => ".png",
            KlingOutputKind.Audio => ".mp3",
            KlingOutputKind.Json => ".json",
            _ => ".txt",
        };
}
