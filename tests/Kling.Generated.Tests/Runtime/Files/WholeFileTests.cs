using System.IO.Compression;
using System.Text;

namespace Kling.Tests;

/// <summary>What is saved is the whole video, or it is an error and the old file stays. All over real sockets.</summary>
public sealed class WholeFileTests
{
    private const string Video = "200 OK\r\nContent-Type: video/mp4";

    private static readonly byte[] File = [.. Enumerable.Range(0, 30_000).Select(static i => (byte)(i * 7))];

    /// <summary>A file that compression does not make smaller.</summary>
    private static readonly byte[] Noise = [0, .. Enumerable.Range(0, 29_999).Select(static number => (byte)(number * number * 2_654_435_761 >> 13))];

    public static TheoryData<string, byte[]> Broken => new()
    {
        { "cut where the end is not marked", FileServer.Response($"{Video}\r\nConnection: close", File.AsSpan(0, 10_000)) },
        { "too long where the end is not marked", FileServer.Response($"{Video}\r\nConnection: close", [.. File, 0]) },
        { "cut before the announced length", FileServer.Response($"{Video}\r\nContent-Length: 30000", File.AsSpan(0, 10_000)) },
        { "announced too short", FileServer.Whole(Video, File.AsSpan(0, 10_000)) },
        { "ended after one chunk", FileServer.Response($"{Video}\r\nTransfer-Encoding: chunked", FileServer.Chunked(File.AsSpan(0, 10_000))) },
        { "cut after one chunk", FileServer.Response($"{Video}\r\nTransfer-Encoding: chunked", FileServer.Chunked(File.AsSpan(0, 10_000), isEnded: false)) },
        { "empty", FileServer.Whole(Video, []) },
        { "empty where the end is not marked", FileServer.Response($"{Video}\r\nConnection: close", []) },
        { "without content", FileServer.Response("204 No Content", []) },
        { "accepted only", FileServer.Whole("202 Accepted\r\nContent-Type: video/mp4", File) },
        { "a page", FileServer.Whole("200 OK\r\nContent-Type: text/html", File) },
        { "a text", FileServer.Whole("200 OK\r\nContent-Type: text/plain; charset=utf-8", File) },
        { "JSON", FileServer.Whole("200 OK\r\nContent-Type: application/problem+json", File) },
        { "an image", FileServer.Whole("200 OK\r\nContent-Type: image/png", File) },
        { "a page that calls itself a video", FileServer.Whole(Video, Encoding.UTF8.GetBytes("<!doctype html>".PadRight(30_000))) },
        { "a page that is called nothing", FileServer.Whole("200 OK", Encoding.UTF8.GetBytes("\n<html>".PadRight(30_000))) },
        { "an unknown encoding", FileServer.Whole($"{Video}\r\nContent-Encoding: zstd", File) },
        { "two encodings", FileServer.Whole($"{Video}\r\nContent-Encoding: gzip, gzip", File) },
        { "no gzip at all", FileServer.Whole($"{Video}\r\nContent-Encoding: gzip", File) },
        { "cut gzip", FileServer.Response($"{Video}\r\nContent-Encoding: gzip\r\nConnection: close", Gzip(File).AsSpan(0, 200)) },
        { "the end alone", FileServer.Whole("206 Partial Content\r\nContent-Type: video/mp4\r\nContent-Range: bytes 10000-29999/30000", File.AsSpan(10_000)) },
        { "the beginning alone", FileServer.Whole("206 Partial Content\r\nContent-Type: video/mp4\r\nContent-Range: bytes 0-9999/30000", File.AsSpan(0, 10_000)) },
    };

    public static TheoryData<string, byte[]> Good => new()
    {
        { "with a length", FileServer.Whole(Video, File) },
        { "in chunks", FileServer.Response($"{Video}\r\nTransfer-Encoding: chunked", FileServer.Chunked(File)) },
        { "until the connection is closed", FileServer.Response($"{Video}\r\nConnection: close", File) },
        { "without a type", FileServer.Whole("200 OK", File) },
        { "of no particular type", FileServer.Whole("200 OK\r\nContent-Type: binary/octet-stream", File) },
        { "with a type that is none", FileServer.Whole("200 OK\r\nContent-Type: ;;", File) },
        { "as a part that is the whole", FileServer.Whole("206 Partial Content\r\nContent-Type: video/mp4\r\nContent-Range: bytes 0-29999/30000", File) },
        { "as a part of unknown length that has the recorded one", FileServer.Whole("206 Partial Content\r\nContent-Range: bytes 0-29999/*", File) },
        { "as gzip", FileServer.Whole($"{Video}\r\nContent-Encoding: gzip", Gzip(File)) },
        { "as zlib", FileServer.Whole($"{Video}\r\nContent-Encoding: deflate", Zlib(File)) },
        { "by its own name", FileServer.Whole($"{Video}\r\nContent-Encoding: identity", File) },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_partial_video_is_retried_and_then_an_error_and_the_old_file_is_kept(string what, byte[] response)
    {
        await using var server = new FileServer(response);
        using var folder = new TemporaryFolder();
        string path = folder.File("out.mp4");
        await System.IO.File.WriteAllTextAsync(path, "old", Stage.Token);
        Record(server, 30_000);

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => server.SaveAsync(path));

        Assert.True(error.IsRetryable, what);
        Assert.Equal("req-1", error.RequestId);
        Assert.True(server.Requests.Count > MediaDownload.FruitlessLimit, what);
        Assert.Equal("old", await System.IO.File.ReadAllTextAsync(path, Stage.Token));
        Assert.Equal(["out.mp4"], folder.Files);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_video_that_is_partial_once_is_complete_after_the_retry(string what, byte[] response)
    {
        await using var server = new FileServer(response, FileServer.Whole(Video, File));
        using var folder = new TemporaryFolder();
        Record(server, 30_000);

        await server.SaveAsync(folder.File("out.mp4"));

        byte[] saved = await System.IO.File.ReadAllBytesAsync(folder.File("out.mp4"), Stage.Token);
        Assert.True(saved.AsSpan().SequenceEqual(File), what);
    }

    [Theory]
    [MemberData(nameof(Good))]
    public async Task A_whole_video_is_taken_at_the_first_response(string what, byte[] response)
    {
        await using var server = new FileServer(response);
        using var folder = new TemporaryFolder();
        Record(server, 30_000);

        await server.SaveAsync(folder.File("out.mp4"));

        byte[] saved = await System.IO.File.ReadAllBytesAsync(folder.File("out.mp4"), Stage.Token);
        Assert.True(saved.AsSpan().SequenceEqual(File), what);
        _ = Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("gzip", 1)]
    [InlineData("gzip", 9)]
    [InlineData("gzip", 2_000)]
    [InlineData("gzip", int.MaxValue)]
    [InlineData("deflate", 1)]
    [InlineData("deflate", 5)]
    [InlineData("deflate", 2_000)]
    [InlineData("deflate", int.MaxValue)]
    public async Task A_truncated_compressed_video_is_detected_without_a_known_size(string coding, int missing)
    {
        byte[] whole = coding is "gzip" ? Gzip(Noise) : Zlib(Noise);
        await using var server = new FileServer(FileServer.Whole($"{Video}\r\nContent-Encoding: {coding}", whole.AsSpan(0, Math.Max(whole.Length - missing, 3))));
        using var folder = new TemporaryFolder();

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => server.SaveAsync(folder.File("out.mp4")));

        Assert.True(error.IsRetryable);
        Assert.Empty(folder.Files);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task A_compressed_video_is_complete_without_a_known_size(string coding)
    {
        await using var server = new FileServer(FileServer.Whole($"{Video}\r\nContent-Encoding: {coding}", coding is "gzip" ? Gzip(Noise) : Zlib(Noise)));
        using var folder = new TemporaryFolder();

        await server.SaveAsync(folder.File("out.mp4"));

        Assert.Equal(Noise, await System.IO.File.ReadAllBytesAsync(folder.File("out.mp4"), Stage.Token));
    }

    [Fact]
    public async Task The_stream_of_a_truncated_compressed_video_ends_with_an_error()
    {
        await using var server = new FileServer(FileServer.Whole($"{Video}\r\nContent-Encoding: gzip", Gzip(Noise).AsSpan(..^20)));

        await using Stream stream = await (await server.RunAsync()).Video!.OpenReadAsync(Stage.Token);

        await Assert.ThrowsAsync<InvalidDataException>(() => stream.CopyToAsync(Stream.Null, Stage.Token));
    }

    [Fact]
    public async Task A_video_larger_than_its_reported_size_is_accepted_if_the_response_is_complete()
    {
        await using var server = new FileServer(FileServer.Whole(Video, File));
        using var folder = new TemporaryFolder();
        Record(server, 1234);

        await server.SaveAsync(folder.File("out.mp4"));

        Assert.Equal(30_000, new FileInfo(folder.File("out.mp4")).Length);
    }

    [Fact]
    public async Task The_reported_size_may_be_that_of_the_compressed_video()
    {
        byte[] stored = Gzip(File);
        await using var server = new FileServer(FileServer.Whole($"{Video}\r\nContent-Encoding: gzip", stored));
        using var folder = new TemporaryFolder();
        Record(server, stored.Length);

        await server.SaveAsync(folder.File("out.mp4"));

        Assert.Equal(30_000, new FileInfo(folder.File("out.mp4")).Length);
    }

    [Fact]
    public async Task A_video_that_comes_in_parts_is_put_together()
    {
        await using var server = new FileServer(
            FileServer.Response($"{Video}\r\nETag: \"a\"\r\nContent-Length: 30000", File.AsSpan(0, 10_000)),
            FileServer.Whole("206 Partial Content\r\nETag: \"a\"\r\nContent-Range: bytes 10000-19999/30000", File.AsSpan(10_000, 10_000)),
            FileServer.Whole("206 Partial Content\r\nETag: \"a\"\r\nContent-Range: bytes 20000-29999/30000", File.AsSpan(20_000)));
        using var folder = new TemporaryFolder();
        Record(server, 30_000);

        await server.SaveAsync(folder.File("out.mp4"));

        Assert.Equal(File, await System.IO.File.ReadAllBytesAsync(folder.File("out.mp4"), Stage.Token));
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("video/mp4\r\nContent-Encoding: zstd")]
    public async Task OpenReadAsync_refuses_a_response_that_is_not_the_video(string type)
    {
        await using var server = new FileServer(FileServer.Whole($"200 OK\r\nContent-Type: {type}", File));

        KlingMedia video = (await server.RunAsync()).Video!;

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => video.OpenReadAsync(Stage.Token));
        Assert.Equal(KlingErrorKind.InvalidResponse, error.Kind);
    }

    [Fact]
    public async Task A_stream_has_the_bytes_of_the_file_however_they_are_sent()
    {
        await using var server = new FileServer(FileServer.Whole($"{Video}\r\nContent-Encoding: gzip", Gzip(File)));
        using var bytes = new MemoryStream();

        await using (Stream stream = await (await server.RunAsync()).Video!.OpenReadAsync(Stage.Token))
        {
            await stream.CopyToAsync(bytes, Stage.Token);
        }

        Assert.Equal(File, bytes.ToArray());
    }

    private static void Record(FileServer server, int size) =>
        server.Result = $$$"""{"status":"COMPLETED","output":null,"video":{"url":"{{{server.Address}}}file.mp4","content_type":"video/mp4","file_size":{{{size}}}}}""";

    private static byte[] Gzip(byte[] bytes) => Compress(static to => new GZipStream(to, CompressionLevel.Fastest, leaveOpen: true), bytes);

    private static byte[] Zlib(byte[] bytes) => Compress(static to => new ZLibStream(to, CompressionLevel.Fastest, leaveOpen: true), bytes);

    private static byte[] Compress(Func<Stream, Stream> compressor, byte[] bytes)
    {
        using var to = new MemoryStream();
        using (Stream compressing = compressor(to))
        {
            compressing.Write(bytes);
        }

        return to.ToArray();
    }
}
