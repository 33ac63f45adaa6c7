namespace Kling;

/// <summary>Tells a media type from the first bytes of a file.</summary>
internal static class MediaSignature
{
    /// <summary>How many bytes it takes at most: Matroska names its kind near the end of the first element.</summary>
    public const int Length = 64;

    /// <summary>The media type, or null if the bytes are not those of a known one.</summary>
    public static string? Detect(ReadOnlySpan<byte> head) =>
        head switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
            [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "image/gif",
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, .. var form] => OfRiff(form),
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', .. var brand] => OfBrand(brand),
            [0x1A, 0x45, 0xDF, 0xA3, .. var document] => OfMatroska(document),
            [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => "audio/ogg",
            [(byte)'f', (byte)'L', (byte)'a', (byte)'C', ..] => "audio/flac",
            [(byte)'I', (byte)'D', (byte)'3', ..] => "audio/mpeg",
            [0xFF, 0xF0 or 0xF1 or 0xF8 or 0xF9, ..] => "audio/aac",
            [0xFF, 0xF2 or 0xF3 or 0xFA or 0xFB, ..] => "audio/mpeg",
            _ => null,
        };

    private static string? OfRiff(ReadOnlySpan<byte> form) =>
        form.StartsWith("WEBP"u8) ? "image/webp"
        : form.StartsWith("WAVE"u8) ? "audio/wav"
        : null;

    private static string? OfMatroska(ReadOnlySpan<byte> document) =>
        document.IndexOf("webm"u8) >= 0 ? "video/webm"
        : document.IndexOf("matroska"u8) >= 0 ? "video/x-matroska"
        : null;

    // ISO base media files name their kind by the brand; there are dozens of those for video.
    private static string OfBrand(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("qt  "u8) ? "video/quicktime"
        : brand.StartsWith("M4A "u8) || brand.StartsWith("M4B "u8) ? "audio/mp4"
        : brand.StartsWith("avif"u8) || brand.StartsWith("avis"u8) ? "image/avif"
        : brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8) || brand.StartsWith("mif1"u8) ? "image/heic"
        : "video/mp4";
}
