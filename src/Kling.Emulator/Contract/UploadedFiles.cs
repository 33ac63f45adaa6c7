using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling.Emulator;

/// <summary>Segmind Storage: takes files as data URLs and keeps them for as long as the emulator lives, as the service documents no end.</summary>
/// <param name="seed">Makes the files' names the same in every run.</param>
internal sealed class UploadedFiles(int? seed)
{
    private readonly ConcurrentDictionary<string, (byte[] Bytes, string ContentType)> _files = new(StringComparer.Ordinal);
    private int _count;

    public (byte[] Bytes, string ContentType)? Find(string name) => _files.TryGetValue(name, out (byte[] Bytes, string ContentType) file) ? file : null;

    /// <summary>Keeps the files of a request, all or none.</summary>
    public HttpResponseMessage Add(byte[] body, ApiRoutes routes)
    {
        if (Read(body) is not { Count: > 0 } files)
        {
            return ApiAnswer.Error(HttpStatusCode.BadRequest, "Invalid parameters: data_urls is a list of data:<media type>;base64,<content>");
        }

        var urls = new JsonArray();
        foreach ((byte[] Bytes, string ContentType) file in files)
        {
            string name = $"assets/{NewName()}";
            _files[name] = file;
            urls.Add((JsonNode)routes.File(name).AbsoluteUri);
        }

        return ApiAnswer.Json(HttpStatusCode.OK, new JsonObject { ["file_urls"] = urls });
    }

    private static List<(byte[] Bytes, string ContentType)>? Read(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            List<(byte[] Bytes, string ContentType)> files = [];
            foreach (JsonElement url in document.RootElement.GetProperty("data_urls").EnumerateArray())
            {
                if (DataUrl(url.GetString() ?? "") is not { } file)
                {
                    return null;
                }

                files.Add(file);
            }

            return files;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // No JSON, or JSON of another shape.
            return null;
        }
    }

    private static (byte[] Bytes, string ContentType)? DataUrl(string url)
    {
        const string Scheme = "data:";
        const string Encoding = ";base64,";
        int border = url.IndexOf(Encoding, StringComparison.Ordinal);
        if (!url.StartsWith(Scheme, StringComparison.Ordinal) || border <= Scheme.Length)
        {
            return null;
        }

        byte[] bytes = new byte[url.Length];
        return Convert.TryFromBase64String(url[(border + Encoding.Length)..], bytes, out int count)
            ? (bytes[..count], url[Scheme.Length..border])
            : null;
    }

    private string NewName() =>
        seed is { } start ? FormattableString.Invariant($"{start}-{Interlocked.Increment(ref _count)}") : Guid.NewGuid().ToString("N");
}
