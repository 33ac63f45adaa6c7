using System.Text;
using Kling.Emulator;

namespace Kling.Tests;

public sealed class UploadTests
{
    private const string Address = "https://files.example/up.png";

    private static readonly byte[] Png = [0x89, .. "PNG\r\n\x1a\n"u8, 1, 2, 3, 4];

    private static readonly Step Taken = Step.Json(200, $$"""{"file_urls":["{{Address}}"]}""");

    public static TheoryData<string, string> Signatures => new()
    {
        { "image/png", "\u0089PNG\r\n\u001a\n" },
        { "image/jpeg", "\u00ff\u00d8\u00ff\u00e0" },
        { "image/gif", "GIF89a" },
        { "image/webp", "RIFF\u0001\u0002\u0003\u0004WEBPVP8 " },
        { "audio/wav", "RIFF\u0001\u0002\u0003\u0004WAVEfmt " },
        { "image/avif", "\0\0\0\u0020ftypavif" },
        { "image/heic", "\0\0\0\u0020ftypheic" },
        { "video/mp4", "\0\0\0\u0020ftypisom" },
        { "video/mp4", "\0\0\0\u0020ftypmp42" },
        { "video/quicktime", "\0\0\0\u0014ftypqt  " },
        { "audio/mp4", "\0\0\0\u0020ftypM4A " },
        { "video/webm", "\u001aE\u00df\u00a3\u0001\0\0\0\0\0\0\u001fB\u0086\u0081\u0001B\u00f7\u0081\u0001B\u0082\u0084webm" },
        { "video/x-matroska", "\u001aE\u00df\u00a3\u0001\0\0\0\0\0\0\u001fB\u0086\u0081\u0001B\u0082\u0088matroska" },
        { "audio/mpeg", "ID3\u0004" },
        { "audio/mpeg", "\u00ff\u00fb\u0090\u0044" },
        { "audio/aac", "\u00ff\u00f1\u0050\u0080" },
        { "audio/ogg", "OggS\0" },
        { "audio/flac", "fLaC\0" },
    };

    [Theory]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(49_152)]
    [InlineData(49_153)]
    [InlineData(200_000)]
    public async Task An_uploaded_file_can_be_fetched_from_its_address_byte_by_byte(int size)
    {
        byte[] file = Noise(size);
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File("summit"), file, Stage.Token);
        using var emulator = new SegmindEmulator([]);
        using var http = new HttpClient(emulator);
        using var client = new KlingClient(http, new KlingClientOptions { ApiKey = Stage.Key });

        Uri address = await client.Files.UploadAsync(folder.File("summit"), cancellationToken: Stage.Token);

        using HttpResponseMessage fetched = await http.GetAsync(address, Stage.Token);
        Assert.Equal("image/png", fetched.Content.Headers.ContentType?.MediaType);
        Assert.Equal(file, await fetched.Content.ReadAsByteArrayAsync(Stage.Token));
        Assert.Equal((1, 0), (emulator.Counters.Uploads, emulator.Counters.KeysOnOutputHost));
    }

    [Fact]
    public async Task An_upload_is_one_post_of_a_data_url_to_segmind_storage()
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Taken);

        Uri address = await UploadAsync(stage, Png);

        Assert.Equal(Address, address.AbsoluteUri);
        Received post = Assert.Single(stage.Server.Requests);
        Assert.Equal(HttpMethod.Post, post.Method);
        Assert.Equal("https://workflows-api.segmind.com/upload-asset", post.Uri.AbsoluteUri);
        Assert.Equal("application/json", post.Headers["Content-Type"]);
        Assert.Equal(Stage.Key, post.Headers["x-api-key"]);
        Assert.Equal($$"""{"data_urls":["data:image/png;base64,{{Convert.ToBase64String(Png)}}"]}""", post.Body);
        Assert.Contains("Uploaded a file of 12 bytes (image/png)", stage.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_tells_the_bytes_of_the_file_and_ends_at_its_size()
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Taken);
        var seen = new TransferLog();

        _ = await stage.Client.Files.UploadAsync(new MemoryStream(Noise(100_000)), progress: seen, cancellationToken: Stage.Token);

        Assert.Equal([new KlingTransfer(49_152, 100_000), new KlingTransfer(98_304, 100_000), new KlingTransfer(100_000, 100_000)], seen.Reports);
    }

    [Fact]
    public async Task A_stream_is_uploaded_from_its_position_on_and_left_open()
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Taken);
        using var stream = new MemoryStream([1, 2, 3, .. Png]) { Position = 3 };

        _ = await stage.Client.Files.UploadAsync(stream, cancellationToken: Stage.Token);

        Assert.Contains(Convert.ToBase64String(Png), Assert.Single(stage.Server.Posts).Body, StringComparison.Ordinal);
        Assert.True(stream.CanRead);
    }

    [Theory]
    [MemberData(nameof(Signatures))]
    public async Task The_type_is_told_from_the_first_bytes(string type, string begin)
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Taken);

        _ = await UploadAsync(stage, [.. Encoding.Latin1.GetBytes(begin), 1, 2, 3]);

        Assert.Contains($"\"data:{type};base64,", Assert.Single(stage.Server.Posts).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain text")]
    [InlineData("\u0089PN")]
    [InlineData("RIFF\u0001\u0002\u0003\u0004AVI ")]
    [InlineData("x")]
    public async Task A_file_of_an_unknown_type_is_refused_before_anything_is_sent(string text)
    {
        using var stage = new Stage();

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => UploadAsync(stage, Encoding.Latin1.GetBytes(text)));

        Assert.Contains("The known formats are JPEG, PNG", error.Message, StringComparison.Ordinal);
        Assert.Empty(stage.Server.Requests);
    }

    [Fact]
    public async Task A_type_that_is_given_is_taken_as_it_is()
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Taken);

        _ = await stage.Client.Files.UploadAsync(new MemoryStream("WEBVTT"u8.ToArray()), "text/vtt", cancellationToken: Stage.Token);

        Assert.Contains("\"data:text/vtt;base64,", Assert.Single(stage.Server.Posts).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("png")]
    [InlineData("")]
    [InlineData("image/png; a=b")]
    [InlineData("image/png\"],\"x\":[\"")]
    [InlineData("image/pñg")]
    public async Task A_type_that_is_none_is_refused_before_anything_is_sent(string type)
    {
        using var stage = new Stage();

        _ = await Assert.ThrowsAsync<ArgumentException>("contentType", () => stage.Client.Files.UploadAsync(new MemoryStream(Png), type, cancellationToken: Stage.Token));

        Assert.Empty(stage.Server.Requests);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_before_anything_is_sent()
    {
        using var stage = new Stage(static options => options.MaxUploadSize = 11);

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => UploadAsync(stage, Png));

        Assert.Contains("12 bytes, more than the 11", error.Message, StringComparison.Ordinal);
        Assert.Empty(stage.Server.Requests);
    }

    [Fact]
    public async Task An_empty_file_is_refused_before_anything_is_sent()
    {
        using var stage = new Stage();
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File("empty.png"), [], Stage.Token);

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => stage.Client.Files.UploadAsync(folder.File("empty.png"), cancellationToken: Stage.Token));

        Assert.Contains("empty.png' is empty", error.Message, StringComparison.Ordinal);
        Assert.Empty(stage.Server.Requests);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        using var stage = new Stage();
        using var folder = new TemporaryFolder();

        FileNotFoundException error = await Assert.ThrowsAsync<FileNotFoundException>(() => stage.Client.Files.UploadAsync(folder.File("none.png"), cancellationToken: Stage.Token));

        Assert.Contains("none.png", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_refused()
    {
        using var stage = new Stage();
        using var packed = new System.IO.Compression.GZipStream(new MemoryStream(Png), System.IO.Compression.CompressionMode.Decompress);

        _ = await Assert.ThrowsAsync<ArgumentException>("stream", () => stage.Client.Files.UploadAsync(packed, cancellationToken: Stage.Token));

        Assert.Empty(stage.Server.Requests);
    }

    [Theory]
    [InlineData(401, KlingErrorKind.Unauthorized, false)]
    [InlineData(413, KlingErrorKind.Unexpected, false)]
    [InlineData(429, KlingErrorKind.RateLimited, true)]
    [InlineData(503, KlingErrorKind.ServiceUnavailable, true)]
    [InlineData(504, KlingErrorKind.GatewayTimeout, true)]
    [InlineData(307, KlingErrorKind.Redirected, false)]
    public async Task An_upload_that_is_refused_is_an_error_and_not_repeated(int status, KlingErrorKind kind, bool isRetryable)
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.Json(status, """{"error":"no, says SG_0123456789abcdef"}"""));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => UploadAsync(stage, Png));

        Assert.Equal((kind, isRetryable), (error.Kind, error.IsRetryable));
        Assert.DoesNotContain(Stage.Key, error.ToString(), StringComparison.Ordinal);
        _ = Assert.Single(stage.Server.Requests);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_an_error_and_the_upload_is_not_repeated()
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.Breaks());

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => UploadAsync(stage, Png));

        Assert.Equal((KlingErrorKind.ConnectionFailed, true), (error.Kind, error.IsRetryable));
        _ = Assert.Single(stage.Server.Requests);
    }

    [Fact]
    public async Task The_member_of_the_documentation_is_read_too()
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.Json(200, $$"""{"urls":["{{Address}}"]}"""));

        Assert.Equal(Address, (await UploadAsync(stage, Png)).AbsoluteUri);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"file_urls":[]}""")]
    [InlineData("""{"file_urls":[null]}""")]
    [InlineData("""{"file_urls":"x"}""")]
    [InlineData("""{"file_urls":["file:///etc/passwd"]}""")]
    [InlineData("<html>")]
    public async Task An_answer_without_an_address_is_an_error(string answer)
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.Json(200, answer));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => UploadAsync(stage, Png));

        Assert.Equal((KlingErrorKind.InvalidResponse, false), (error.Kind, error.IsRetryable));
    }

    [Fact]
    public async Task An_upload_of_which_nothing_is_taken_for_a_minute_is_given_up()
    {
        using var stage = new Stage();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        stage.Server.OnSubmit(Step.Hangs(reached));

        Task<Uri> upload = UploadAsync(stage, Png);
        await reached.Task;
        stage.Clock.Advance(TimeSpan.FromSeconds(60));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => upload);
        Assert.Equal(KlingErrorKind.ConnectionFailed, error.Kind);
    }

    [Fact]
    public async Task A_cancelled_upload_ends_at_once()
    {
        using var stage = new Stage();
        using var cancel = new CancellationTokenSource();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        stage.Server.OnSubmit(Step.Hangs(reached));

        Task<Uri> upload = stage.Client.Files.UploadAsync(new MemoryStream(Png), cancellationToken: cancel.Token);
        await reached.Task;
        await cancel.CancelAsync();

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => upload);
    }

    [Fact]
    public async Task A_file_that_becomes_shorter_meanwhile_is_an_error_of_the_file()
    {
        using var stage = new Stage();

        IOException error = await Assert.ThrowsAsync<IOException>(() => stage.Client.Files.UploadAsync(new ShrinkingStream(), "image/png", cancellationToken: Stage.Token));

        Assert.Contains("became shorter", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_read_as_it_is_sent_and_never_held_whole()
    {
        using var source = new LaggingStream(30_000_000);
        using var http = new HttpClient(new Counting(source));
        using var client = new KlingClient(http, new KlingClientOptions { ApiKey = Stage.Key });

        _ = await client.Files.UploadAsync(source, "video/mp4", cancellationToken: Stage.Token);

        Assert.InRange(source.LargestLead, 1, 64 * 1024);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", null, "http://127.0.0.1:5080/upload-asset")]
    [InlineData("https://proxy.example/segmind/", null, "https://proxy.example/segmind/upload-asset")]
    [InlineData("https://api.segmind.com/", null, "https://workflows-api.segmind.com/upload-asset")]
    [InlineData("https://api.segmind.com/", "https://storage.example/put", "https://storage.example/put")]
    public async Task Uploads_go_where_the_options_say_and_to_segmind_only_with_its_own_address(string baseAddress, string? uploadAddress, string expected)
    {
        using var stage = new Stage(options =>
        {
            options.BaseAddress = new Uri(baseAddress);
            options.UploadAddress = uploadAddress is null ? null : new Uri(uploadAddress);
        });
        stage.Server.OnSubmit(Taken);

        _ = await UploadAsync(stage, Png);

        Assert.Equal(expected, Assert.Single(stage.Server.Requests).Uri.AbsoluteUri);
    }

    [Theory]
    [InlineData("http://storage.example/put")]
    [InlineData("ftp://storage.example/put")]
    [InlineData("https://user@storage.example/put")]
    public void An_upload_address_that_would_give_the_key_away_is_refused(string address)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new KlingClient("key", new KlingClientOptions { UploadAddress = new Uri(address) }));

        Assert.Contains("UploadAddress", error.Message, StringComparison.Ordinal);
    }

    private static Task<Uri> UploadAsync(Stage stage, byte[] file) => stage.Client.Files.UploadAsync(new MemoryStream(file), cancellationToken: Stage.Token);

    private static byte[] Noise(int size)
    {
        byte[] file = new byte[size];
        new Random(1).NextBytes(file);
        Png.AsSpan(0, 8).CopyTo(file);
        return file;
    }

    /// <summary>Says that it is longer than it is.</summary>
    private sealed class ShrinkingStream() : MemoryStream(Png)
    {
        public override long Length => 100;
    }

    /// <summary>Knows how far it has been read ahead of what has been received.</summary>
    private sealed class LaggingStream(int size) : MemoryStream(new byte[size])
    {
        public long Received { get; set; }

        public long LargestLead { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int count = await base.ReadAsync(buffer, cancellationToken);
            LargestLead = Math.Max(LargestLead, Position - (Received * 3 / 4));
            return count;
        }
    }

    private sealed class Counting(LaggingStream source) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.CopyToAsync(new Sink(source), cancellationToken);
            return await Taken.Answer(cancellationToken);
        }
    }

    private sealed class Sink(LaggingStream source) : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            source.Received += buffer.Length;
            return ValueTask.CompletedTask;
        }
    }
}
