using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Kling;

/// <summary>The files of the page. They are embedded in the assembly and compressed once.</summary>
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

        bool isCompressed = AcceptsBrotli(context.Request);
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

        byte[] content = isCompressed ? file.Compressed : file.Content;
        response.ContentType = file.ContentType;
        response.ContentLength = content.Length;
        if (isCompressed)
        {
            response.Headers.ContentEncoding = "br";
        }

        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(content, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private static bool AcceptsBrotli(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out IList<StringWithQualityHeaderValue>? encodings)
        && encodings.Any(static encoding => encoding.Value == "br" && encoding.Quality is not 0);

    private static Dictionary<string, StudioFile> Read() =>
        typeof(StudioFiles)
            .Assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(static name => name[Prefix.Length..], Read, StringComparer.Ordinal);

    private static StudioFile Read(string resource)
    {
        using Stream stream = typeof(StudioFiles).Assembly.GetManifestResourceStream(resource)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        byte[] bytes = content.ToArray();
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(bytes);
        }

        string hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];
        return new StudioFile(bytes, compressed.ToArray(), $"\"{hash}\"", $"\"{hash}-br\"", ContentType(Path.GetExtension(resource)));
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

    private sealed record StudioFile(byte[] Content, byte[] Compressed, string Tag, string CompressedTag, string ContentType);
}
