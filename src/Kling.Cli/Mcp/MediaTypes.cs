namespace Kling.Cli;

/// <summary>The media type of a result's file, as far as its name and its model tell.</summary>
internal static class MediaTypes
{
    /// <summary>The media type by the ending of a path, or <see langword="null"/>.</summary>
    public static string? OfFile(string path) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".mp4" => "video/mp4",
            ".webm" => "video/webm",
            ".mov" => "video/quicktime",
            ".png" => "image/png",
            ".jpg" or ".jpeg" => "image/jpeg",
            ".webp" => "image/webp",
            ".gif" => "image/gif",
            ".mp3" => "audio/mpeg",
            ".wav" => "audio/wav",
            ".json" => "application/json",
            ".txt" => "text/plain",
            _ => null,
        };

    /// <summary>The usual media type of a kind, or <see langword="null"/>.</summary>
    public static string? OfKind(KlingOutputKind? kind) =>
        kind switch
        {
            KlingOutputKind.Video => "video/mp4",
            KlingOutputKind.Image => "image/png",
            KlingOutputKind.Audio => "audio/mpeg",
            _ => null,
        };
}
