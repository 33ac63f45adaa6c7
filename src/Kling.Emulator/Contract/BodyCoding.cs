using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;

namespace Kling.Emulator;

/// <summary>A content coding of request bodies (RFC 9110, section 8.4.1).</summary>
/// <param name="name">Its name.</param>
/// <param name="open">Opens a stream that decodes.</param>
internal sealed class BodyCoding(string name, Func<MemoryStream, Stream> open)
{
    // One is common, two happen; more only cost time.
    private const int Most = 3;

    private const string Header = "Content-Encoding";

    private static readonly Dictionary<string, BodyCoding> Known = new BodyCoding[]
    {
        new("gzip", static body => new GZipStream(body, CompressionMode.Decompress)),
        new("deflate", OpenDeflate),
        new("br", static body => new BrotliStream(body, CompressionMode.Decompress)),
    }.ToDictionary(static coding => coding.Name, StringComparer.OrdinalIgnoreCase);

    public string Name => name;

    /// <summary>The codings of a body, in the order in which they were applied.</summary>
    /// <exception cref="RefusedBodyException">One of them is not known, or there are too many.</exception>
    public static IReadOnlyList<BodyCoding> Of(HttpContentHeaders headers)
    {
        if (!headers.NonValidated.TryGetValues(Header, out HeaderStringValues values))
        {
            return [];
        }

        List<BodyCoding> codings = [];
        foreach (string name in string.Join(',', values).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (name.Equals("identity", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            // RFC 9110, section 8.4.1.3: x-gzip is gzip.
            string known = name.Equals("x-gzip", StringComparison.OrdinalIgnoreCase) ? "gzip" : name;
            codings.Add(Known.TryGetValue(known, out BodyCoding? coding) ? coding : throw Refused($"'{Excerpt.Of(name)}' is not a known coding"));
        }

        return codings.Count <= Most
            ? codings
            : throw Refused(FormattableString.Invariant($"there are {codings.Count} codings, and at most {Most} are allowed"));
    }

    /// <summary>The body before this coding was applied.</summary>
    /// <exception cref="RefusedBodyException">It is larger than the limit, or the bytes are not of this coding.</exception>
    public byte[] Decode(byte[] body, BodyLimit limit)
    {
        try
        {
            using var decoded = new BoundedBuffer(limit.Bytes, limit.ExceededByDecoding);
            using Stream decoder = open(new MemoryStream(body));
            decoder.CopyTo(decoded);
            return decoded.ToArray();
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or IOException)
        {
            throw new RefusedBodyException(
                HttpStatusCode.BadRequest,
                $"The request body is not valid {name}, although its {Header} says so: {e.Message}",
                e
            );
        }
    }

    // By the specification the data is in the zlib format; many clients send it bare.
    private static Stream OpenDeflate(MemoryStream body)
    {
        const int Method = 8;
        const int Check = 31;
        ReadOnlySpan<byte> head = body.ToArray();
        bool isZLib = head.Length >= 2 && (head[0] & 0x0F) == Method && ((head[0] << 8) | head[1]) % Check == 0;
        return isZLib ? new ZLibStream(body, CompressionMode.Decompress) : new DeflateStream(body, CompressionMode.Decompress);
    }

    private static RefusedBodyException Refused(string why) =>
        new(HttpStatusCode.UnsupportedMediaType, $"{Header}: {why}. Each coding must be one of {string.Join(", ", Known.Keys)} or identity");
}
