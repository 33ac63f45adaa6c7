using System.Text.Json;

namespace Kling;

/// <summary>The response to an upload.</summary>
internal static class UploadBody
{
    /// <summary>
    /// The URL of the uploaded file, or null. The service returns it in <c>file_urls</c>; its documentation says <c>urls</c>.
    /// </summary>
    /// <param name="json">The body.</param>
    public static Uri? Read(JsonElement json) => First(json, "file_urls") ?? First(json, "urls");

    private static Uri? First(JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Array } urls ? HttpUrl.Read(urls.EnumerateArray().FirstOrDefault().AsText()) : null;
}
