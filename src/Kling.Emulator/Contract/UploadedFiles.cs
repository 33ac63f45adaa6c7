using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling.Emulator;

/// <summary>
/// Segmind Storage: takes files as data URLs. The service documents no end of theirs; here they live as long as outputs do, so that an
/// emulator can run for weeks.
/// </summary>
/// <param name="seed">Makes the files' names the same in every run.</param>
internal sealed class UploadedFiles(int? seed)
{
    private readonly object _gate = new();
    private readonly ExpiringTable<(byte[] Bytes, string ContentType)> _files = new();
    private int _count;

    public bool TryFind(string name, DateTimeOffset now, out (byte[] Bytes, string ContentType) file)
    {
        lock (_gate)
        {
            return _files.TryFind(name, now, out file);
        }
    }

    /// <summary>Keeps the files of a request, all or none.</summary>
    public HttpResponseMessage Add(byte[] body, ApiRoutes routes, DateTimeOffset now)
    {
        if (Read(body) is not { Count: > 0 } files)
        {
            return ApiAnswer.Error(
                HttpStatusCode.BadRequest,
                "Invalid parameters: data_urls must be a list of data:<media type>;base64,<content>"
            );
        }

        var urls = new JsonArray();
        lock (_gate)
        {
            foreach ((byte[] Bytes, string ContentType) file in files)
            {
                string name = $"assets/{NewName()}";
                _files.Add(name, file, now, now + JobBook.FileLifetime);
                urls.Add((JsonNode)routes.File(name).AbsoluteUri);
            }
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
                if (!TryRead(url.GetString() ?? "", out (byte[] Bytes, string ContentType) file))
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

    private static bool TryRead(string url, out (byte[] Bytes, string ContentType) file)
    {
        const string Scheme = "data:";
        const string Encoding = ";base64,";
        file = default;
        int border = url.IndexOf(Encoding, StringComparison.Ordinal);
        if (
            !url.StartsWith(Scheme, StringComparison.Ordinal)
            || border <= Scheme.Length
            || !MediaTypeHeaderValue.TryParse(url[Scheme.Length..border], out _)
        )
        {
            return false;
        }

        byte[] bytes = new byte[url.Length];
        bool isBase64 = Convert.TryFromBase64String(url[(border + Encoding.Length)..], bytes, out int count);
        file = (isBase64 ? bytes[..count] : [], url[Scheme.Length..border]);
        return isBase64;
    }

    private string NewName() => seed is { } start ? FormattableString.Invariant($"{start}-{++_count}") : Guid.NewGuid().ToString("N");
}
