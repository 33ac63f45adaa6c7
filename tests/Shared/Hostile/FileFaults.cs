using System.IO.Compression;

namespace Kling.Tests.Hostile;

/// <summary>Faults of a download.</summary>
internal static class FileFaults
{
    private const int Header = 64;

    /// <summary>Parts of another version of the file, for a request that resumes.</summary>
    public static IReadOnlyList<Fault> Versions { get; } =
    [
        .. ((string[])["ETag: \"v2\"", "ETag: W/\"v1\"", "X-None: 1", "Last-Modified: Tue, 01 Sep 2026 11:00:00 GMT"])
            .Select(static tag => Fault.Of($"a part of another version with {tag}", Effect.Nothing, e => Another(e, tag), Ending.Close)),
    ];

    public static IReadOnlyList<Fault> All { get; } = [.. Versions, .. Kinds(), .. Lengths(), .. Parts(), .. Codings(), .. Moves()];

    private static IEnumerable<Fault> Kinds()
    {
        yield return Fault.Of("204", Effect.Nothing, static _ => new Answer("204 No Content", []));
        yield return Fault.Of("205", Effect.Nothing, static _ => new Answer("205 Reset Content", []));
        yield return Fault.Of("201", Effect.Nothing, static e => Whole(e) with { Status = "201 Created" });
        yield return Fault.Of("203", Effect.Truth, static e => Whole(e) with { Status = "203 Elsewhere" });
        yield return Fault.Of("nothing", Effect.Nothing, static e => Whole(e) with { Body = [] });
        foreach (string type in (string[])["text/html", "text/plain", "application/json", "image/png", "multipart/byteranges; boundary=a", "application/problem+json"])
        {
            yield return Typed(type, Effect.Nothing);
        }

        foreach (string type in (string[])["video/webm", "application/octet-stream", "binary/octet-stream", ";;;", "VIDEO/MP4; codecs=\"avc1\""])
        {
            yield return Typed(type, Effect.Truth);
        }

        yield return Fault.Of("a page as a video", Effect.Nothing, static e => Whole(e) with { Body = "\r\n<html><body>This link has expired</body></html>"u8.ToArray() });
        yield return Fault.Of("JSON as a video", Effect.Nothing, static e => Whole(e) with { Body = "{\"error\":\"expired\"}"u8.ToArray() });
    }

    private static Fault Typed(string type, Effect effect) => Fault.Of($"the type {type}", effect, e => Whole(e) with { Headers = [$"Content-Type: {type}", "ETag: \"v1\""] });

    private static IEnumerable<Fault> Lengths()
    {
        yield return Fault.Of("half of the file, as if it were all", Effect.Nothing, static e => Whole(e) with { Body = Half(e) }) with { NeedsSize = true };
        yield return Fault.Of("bytes behind the file", Effect.Truth, static e => [.. Whole(e).ToBytes(), .. Half(e)], Ending.Close);
        yield return Fault.Of(
            "bytes behind the file, whose end is not marked",
            Effect.Nothing,
            static e => [.. Whole(e).Head("Connection: close"), .. Whole(e).Body, .. Half(e)],
            Ending.Close) with { NeedsSize = true };
    }

    private static IEnumerable<Fault> Parts()
    {
        yield return Ranged("the whole as a part", Effect.Truth, static size => $"bytes 0-{size - 1}/{size}");
        yield return Ranged("a part of unknown size", Effect.Any, static size => $"bytes 0-{size - 1}/*");
        yield return Ranged("a part from elsewhere", Effect.Nothing, static size => $"bytes 10-{size - 1}/{size}");
        yield return Ranged("a part of a larger file", Effect.Nothing, static size => $"bytes 0-{size - 1}/{2 * size}");
        yield return Ranged("a part of another unit", Effect.Nothing, static size => $"lines 0-{size - 1}/{size}");
        yield return Ranged("a part that ends before it begins", Effect.Nothing, static size => $"bytes {size}-0/{size}");
        yield return Ranged("a part that is none", Effect.Nothing, static _ => "nonsense");
        yield return Fault.Of("a part without its range", Effect.Nothing, static e => Whole(e) with { Status = "206 Partial Content" });
        yield return Fault.Of("416 with a size", Effect.Refusal, static e => new Answer("416 Range", [], $"Content-Range: bytes */{Whole(e).Body.Length}"));
        yield return Fault.Of("a part that is not the one that was asked for", Effect.Nothing, Shifted, Ending.Close);
    }

    private static Fault Ranged(string name, Effect effect, Func<int, string> range) => Fault.Of(
        name, effect, e => Whole(e) with { Status = "206 Partial Content", Headers = ["ETag: \"v1\"", $"Content-Range: {range(Whole(e).Body.Length)}"] });

    /// <summary>Of the right version, but from the middle on, whatever was asked for.</summary>
    private static byte[] Shifted(Exchange e)
    {
        byte[] file = Whole(e).Body;
        int from = file.Length / 3;
        return new Answer("206 Partial Content", file[from..], "ETag: \"v1\"", $"Content-Range: bytes {from}-{file.Length - 1}/{file.Length}").ToBytes();
    }

    private static IEnumerable<Fault> Codings()
    {
        yield return Coded("gzip", Effect.Truth, static bytes => Compress(bytes, static to => new GZipStream(to, CompressionLevel.Fastest, leaveOpen: true)));
        yield return Coded("deflate", Effect.Truth, static bytes => Compress(bytes, static to => new ZLibStream(to, CompressionLevel.Fastest, leaveOpen: true)));
        yield return Coded("identity", Effect.Truth, static bytes => bytes);
        yield return Coded("gzip", Effect.Nothing, static bytes => bytes, " that is not");
        yield return Coded(
            "gzip",
            Effect.Nothing,
            static bytes => Compress(bytes, static to => new GZipStream(to, CompressionLevel.Fastest, leaveOpen: true))[..^20],
            " without its end");
        yield return Coded("br", Effect.Nothing, static bytes => Compress(bytes, static to => new BrotliStream(to, CompressionLevel.Fastest, leaveOpen: true)));
        yield return Coded("gzip, gzip", Effect.Nothing, static bytes => bytes);
        yield return Coded("nonsense", Effect.Nothing, static bytes => bytes);
    }

    private static Fault Coded(string coding, Effect effect, Func<byte[], byte[]> encode, string how = "") => Fault.Of(
        $"the encoding {coding}{how}", effect, e => Whole(e) with { Body = encode(Whole(e).Body), Headers = ["Content-Type: video/mp4", $"Content-Encoding: {coding}"] });

    private static byte[] Compress(byte[] bytes, Func<Stream, Stream> coder)
    {
        using var to = new MemoryStream();
        using (Stream stream = coder(to))
        {
            stream.Write(bytes);
        }

        return to.ToArray();
    }

    private static IEnumerable<Fault> Moves()
    {
        foreach (int hops in (int[])[1, 5])
        {
            yield return Fault.Of($"{hops} redirects", Effect.Truth, e => new Answer("302 Found", [], $"Location: /hop/{hops - 1}{e.Request.Path}"));
        }

        yield return Fault.Of("6 redirects", Effect.Refusal, static e => new Answer("302 Found", [], $"Location: /hop/5{e.Request.Path}"));
        yield return Fault.Of(
            "the same host by another name",
            Effect.Truth,
            static e => new Answer("307 Moved", [], $"Location: {e.Host.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)}/hop/0{e.Request.Path}"));
    }

    /// <summary>The whole file, also for a request that resumes.</summary>
    private static Answer Whole(Exchange e) => new("200 OK", e.File, "Content-Type: video/mp4", "ETag: \"v1\"");

    private static byte[] Half(Exchange e) => e.File[..(e.File.Length / 2)];

    /// <summary>The rest of another version, or half of it if the request is for the whole.</summary>
    private static byte[] Another(Exchange e, string tag)
    {
        byte[] file = [.. e.File];
        file.AsSpan(Header).Reverse();
        if (e.Request.Header("Range") is not { } range)
        {
            return [.. new Answer("200 OK", file, tag).Head($"Content-Length: {file.Length}"), .. file[..(file.Length / 2)]];
        }

        int from = int.Parse(range["bytes=".Length..^1], System.Globalization.CultureInfo.InvariantCulture);
        return new Answer("206 Partial Content", file[from..], tag, $"Content-Range: bytes {from}-{file.Length - 1}/{file.Length}").ToBytes();
    }
}
