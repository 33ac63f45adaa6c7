using Kling.Emulator;
using static Kling.Tests.PngUpload;

namespace Kling.Tests;

public sealed class UploadTests
{
    [Theory]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(49_152)]
    [InlineData(49_153)]
    [InlineData(200_000)]
    public async Task An_uploaded_file_can_be_downloaded_unchanged_from_its_URL(int size)
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
    public async Task Progress_reports_the_bytes_of_the_file_and_ends_at_its_size()
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Taken);
        var seen = new ProgressLog<KlingTransfer>();

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

    [Fact]
    public async Task The_documented_property_of_the_response_is_read_too()
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.Json(200, $$"""{"urls":["{{Address}}"]}"""));

        Assert.Equal(Address, (await UploadAsync(stage, Png)).AbsoluteUri);
    }

    [Fact]
    public async Task A_file_is_streamed_and_never_held_in_memory_as_a_whole()
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
    public async Task Uploads_go_to_the_configured_URL_and_to_Segmind_only_with_its_own_base_address(string baseAddress, string? uploadAddress, string expected)
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
    public void An_upload_address_that_would_expose_the_key_is_refused(string address)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new KlingClient("key", new KlingClientOptions { UploadAddress = new Uri(address) }));

        Assert.Contains("UploadAddress", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Noise(int size)
    {
        byte[] file = new byte[size];
        new Random(1).NextBytes(file);
        Png.AsSpan(0, 8).CopyTo(file);
        return file;
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
