using System.Buffers;

namespace Kling;

/// <summary>What kind of file an output is, and whether a response can be that file.</summary>
internal static class MediaKind
{
    /// <summary>
    /// How much of a file is looked at: more than a document has before its first line ends, and too much for a binary file to look like
    /// one by chance.
    /// </summary>
    private const int HeadLength = 64;

    private static readonly SearchValues<byte> Control = SearchValues.Create([
        .. Enumerable.Range(0, ' ').Where(static unit => unit is not ('\t' or '\r' or '\n')).Select(static unit => (byte)unit),
    ]);

    /// <summary>The kind for a media type, or <see langword="null"/> if it can be any file.</summary>
    public static KlingOutputKind? OfType(string? contentType) =>
        Family(contentType) switch
        {
            "video" => KlingOutputKind.Video,
            "image" => KlingOutputKind.Image,
            "audio" => KlingOutputKind.Audio,
            "text" => KlingOutputKind.Text,
            _ => null,
        };

    /// <summary>The kind for the ending of a URL's path, or <see langword="null"/>.</summary>
    public static KlingOutputKind? OfEnding(string url) =>
        Path.GetExtension(url.Split('?', '#')[0]).ToLowerInvariant() switch
        {
            ".mp4" or ".m4v" or ".mov" or ".webm" or ".mkv" or ".avi" => KlingOutputKind.Video,
            ".png" or ".jpg" or ".jpeg" or ".webp" or ".gif" or ".avif" or ".bmp" or ".tiff" or ".svg" => KlingOutputKind.Image,
            ".mp3" or ".wav" or ".ogg" or ".m4a" or ".aac" or ".flac" or ".opus" => KlingOutputKind.Audio,
            _ => null,
        };

    /// <summary>
    /// Whether a response of a media type can be the file. Storage hosts often do not know a file's type, but they do not take a video for
    /// a text.
    /// </summary>
    public static bool Accepts(KlingMedia media, string? responseType)
    {
        if (media.Kind is KlingOutputKind.Text or KlingOutputKind.Json)
        {
            return true;
        }

        string? family = Family(responseType);
        return family switch
        {
            "text" or "multipart" or "message" => false,
            "application" => !IsDocument(responseType!),
            "image" => media.Kind is KlingOutputKind.Image || Family(media.ContentType) is "image",
            "video" or "audio" => media.Kind is not KlingOutputKind.Image || Family(media.ContentType) == family,
            _ => true,
        };
    }

    /// <summary>Whether the first bytes are those of a page or of JSON instead of a video, whatever media type the response has.</summary>
    public static bool IsDocument(KlingMedia media, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, HeadLength)];
        return media.Kind is KlingOutputKind.Video or KlingOutputKind.Audio
            && head.TrimStart(" \t\r\n"u8) is [(byte)'<' or (byte)'{' or (byte)'[', ..]
            && head.IndexOfAny(Control) < 0;
    }

    private static bool IsDocument(string contentType)
    {
        string type = contentType.Split(';')[0].Trim().ToLowerInvariant();
        return type is "application/json" or "application/xml" or "application/javascript"
            || type.EndsWith("+json", StringComparison.Ordinal)
            || type.EndsWith("+xml", StringComparison.Ordinal);
    }

    private static string? Family(string? contentType) => contentType?.Split('/')[0].Trim().ToLowerInvariant();
}
