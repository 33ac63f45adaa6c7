namespace Kling;

/// <summary>The hosts of Segmind's API, and the header that carries the key.</summary>
internal static class SegmindHost
{
    public const string Domain = "segmind.com";

    public const string KeyHeader = "x-api-key";

    public const string KeyVariable = "SEGMIND_API_KEY";

    public static readonly Uri Api = new("https://api." + Domain);

    private const string UploadPath = "upload-asset";

    // The host that Segmind's own Python client asks for the account's history (autumn 2026).
    private static readonly Uri Usage = new($"https://api.spotprod.{Domain}");

    private static readonly Uri Storage = new($"https://workflows-api.{Domain}/{UploadPath}");

    /// <summary>The base URL of the account's history: Segmind has a host for it; a stand-in serves it under its base address.</summary>
    /// <param name="baseAddress">The base address of the API.</param>
    public static Uri Account(Uri baseAddress) => baseAddress == Api ? Usage : baseAddress;

    /// <summary>The URL for uploads: Segmind has a host for them; a stand-in serves them under its base address.</summary>
    /// <param name="baseAddress">The base address of the API.</param>
    public static Uri Upload(Uri baseAddress) =>
        baseAddress == Api ? Storage : new Uri($"{baseAddress.AbsoluteUri.TrimEnd('/')}/{UploadPath}");
}
