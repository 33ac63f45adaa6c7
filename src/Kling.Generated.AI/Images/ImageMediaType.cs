namespace Kling;

/// <summary>Media types of images.</summary>
internal static class ImageMediaType
{
    /// <summary>The media type by the ending of a URL, or <see langword="null"/>.</summary>
    public static string? OfUrl(Uri url) =>
        Path.GetExtension(url.IsAbsoluteUri ? url.AbsolutePath : "").ToLowerInvariant() switch
        {
            ".png" => "image/png",
            ".jpg" or ".jpeg" => "image/jpeg",
            ".webp" => "image/webp",
            ".gif" => "image/gif",
            ".avif" => "image/avif",
            _ => null,
        };

    /// <summary>Whether a model's name of a format, such as <c>jpg</c>, means the media type.</summary>
    public static bool IsOf(string format, string mediaType)
    {
        string plain = format.TrimStart('.');
        string subtype = plain.Equals("jpg", StringComparison.OrdinalIgnoreCase) ? "jpeg" : plain;
        return mediaType.Equals("image/" + subtype, StringComparison.OrdinalIgnoreCase)
            || mediaType.Equals(plain, StringComparison.OrdinalIgnoreCase);
    }
}
