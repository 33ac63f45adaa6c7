using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Kling;

/// <summary>The files of the page. The build has compressed and embedded them.</summary>
internal static class StudioFiles
{
    private const string Prefix = "studio/";

    // Scripts and styles come from here and nowhere else; media also from files that were dropped on the page.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Lazy<Dictionary<string, StudioFile>> All = new(Read);

    /// <summary>Writes a file of the page, or 404.</summary>
    public static async Task WriteAsync(HttpContext context, string name)
    {
        HttpResponse response = context.Response;
        if (!All.Value.TryGetValue(name, out StudioFile? file))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        bool isCompressed = AcceptsGzip(context.Request);
        string tag = isCompressed ? file.CompressedTag : file.Tag;
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        if (context.Request.Headers.IfNoneMatch.Any(known => known is not null && known.Contains(tag, StringComparison.Ordinal)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        byte[] content = isCompressed ? file.Compressed : Decompress(file.Compressed);
        response.ContentType = file.ContentType;
        response.ContentLength = content.Length;
        if (isCompressed)
        {
            response.Headers.ContentEncoding = "gzip";
        }

        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(content, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private static bool AcceptsGzip(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out IList<StringWithQualityHeaderValue>? encodings)
        && encodings.Any(static encoding => encoding.Value == "gzip" && encoding.Quality is not 0);

    private static Dictionary<string, StudioFile> Read() =>
        typeof(StudioFiles)
            .Assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(static name => name[Prefix.Length..], Read, StringComparer.Ordinal);

    private static StudioFile Read(string resource)
    {
        using Stream stream = typeof(StudioFiles).Assembly.GetManifestResourceStream(resource)!;
        byte[] compressed = new byte[stream.Length];
        stream.ReadExactly(compressed);
        string hash = Convert.ToHexStringLower(SHA256.HashData(compressed))[..16];
        return new StudioFile(compressed, $"\"{hash}\"", $"\"{hash}-gzip\"", ContentType(Path.GetExtension(resource)));
    }

    private static byte[] Decompress(byte[] compressed)
    {
        using var gzip = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var content = new MemoryStream();
        gzip.CopyTo(content);
        return content.ToArray();
    }

    private static string ContentType(string ending) =>
        ending switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "application/octet-stream",
        };

    private sealed record StudioFile(byte[] Compressed, string Tag, string CompressedTag, string ContentType);
}
