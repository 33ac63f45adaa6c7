namespace Kling.Cli;

/// <summary>The ending of a saved file's name.</summary>
internal static class FileEnding
{
    private const int Longest = 5;

    /// <summary>What the media type says, else what the address ends with.</summary>
    public static string Of(KlingMedia media, string otherwise) => media.ContentType?.Split(';')[0].Trim() switch
    {
        "video/mp4" => ".mp4",
        "video/webm" => ".webm",
        "video/quicktime" => ".mov",
        "image/png" => ".png",
        "image/jpeg" => ".jpg",
        "image/webp" => ".webp",
        _ => Path.GetExtension(media.Url.AbsolutePath) is { Length: > 1 and <= Longest } ending && ending.Skip(1).All(char.IsAsciiLetterOrDigit)
            ? ending
            : otherwise,
    };
}
