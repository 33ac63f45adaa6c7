namespace Kling;

/// <summary>Absolute URLs of the schemes http and https, which are the only ones that the client uses.</summary>
internal static class HttpUrl
{
    /// <param name="uri">An absolute URL.</param>
    public static bool IsHttp(Uri uri) => uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp;

    /// <summary>The text as such a URL, or null.</summary>
    /// <param name="text">The text.</param>
    public static Uri? Read(string? text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && IsHttp(uri) ? uri : null;
}
