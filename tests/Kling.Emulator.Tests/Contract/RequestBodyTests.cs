using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Kling.Emulator.Tests.Contract;

/// <summary>How request bodies are read: how much of them, and in which codings.</summary>
public sealed class RequestBodyTests
{
    private const string Body = """{"prompt":"An eagle over the summit, over the summit, over the summit."}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string[]> Codings => new()
    {
        { "identity", [] },
        { "IDENTITY", [] },
        { " , ", [] },
        { "gzip", ["gzip"] },
        { "GZip", ["gzip"] },
        { "x-gzip", ["gzip"] },
        { "deflate", ["zlib"] },
        { "Deflate", ["raw"] },
        { "br", ["br"] },
        { "bR", ["br"] },
        { "gzip, br", ["gzip", "br"] },
        { "identity, gzip", ["gzip"] },
        { "deflate,gzip , br", ["zlib", "gzip", "br"] },
    };

    [Theory]
    [MemberData(nameof(Codings))]
    public async Task A_compressed_body_is_decoded(string header, string[] applied)
    {
        using var fixture = new EmulatorFixture();

        using HttpResponseMessage answer = await PostAsync(fixture, header, applied.Aggregate(Encoding.UTF8.GetBytes(Body), Encode));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Body, Assert.Single(fixture.Emulator.Jobs).Body.GetRawText());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("gzip, gzip")]
    public async Task A_body_that_does_not_have_its_content_coding_is_400_and_the_message_names_the_coding(string header)
    {
        using var fixture = new EmulatorFixture();

        using HttpResponseMessage answer = await PostAsync(fixture, header, Encoding.UTF8.GetBytes(Body));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"not valid {header.Split(',')[0]}", await ErrorAsync(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("deflate", "zlib")]
    [InlineData("deflate", "raw")]
    [InlineData("br", "br")]
    public async Task A_truncated_compressed_body_is_400(string header, string coding)
    {
        using var fixture = new EmulatorFixture();
        byte[] whole = Encode(Encoding.UTF8.GetBytes(Body), coding);

        foreach (int length in (int[])[0, 1, 2, 5, whole.Length / 2, whole.Length - 10])
        {
            using HttpResponseMessage answer = await PostAsync(fixture, header, whole[..length]);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        Assert.Empty(fixture.Emulator.Jobs);
    }

    [Theory]
    [InlineData("zstd")]
    [InlineData("compress")]
    [InlineData("gzip;q=1")]
    [InlineData("aes128gcm, gzip")]
    [InlineData("gzip, gzip, gzip, gzip")]
    public async Task An_unknown_content_coding_is_415_and_the_message_lists_the_known_ones(string header)
    {
        using var fixture = new EmulatorFixture();

        using HttpResponseMessage answer = await PostAsync(fixture, header, [0]);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Contains("Each coding must be one of gzip, deflate, br or identity", await ErrorAsync(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("deflate", "zlib")]
    [InlineData("br", "br")]
    [InlineData("gzip, gzip", "gzip", "gzip")]
    public async Task A_small_body_that_exceeds_the_limit_when_decompressed_is_413(string header, params string[] applied)
    {
        using var fixture = new EmulatorFixture();
        byte[] bomb = applied.Aggregate(new byte[(32 * 1024 * 1024) + 1], Encode);

        using HttpResponseMessage answer = await PostAsync(fixture, header, bomb);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("decoded request body is larger than 33554432 bytes", await ErrorAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_exactly_the_configured_limit_is_accepted()
    {
        byte[] upload = """{"data_urls":["data:image/png;base64,QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB"]}"""u8.ToArray();
        using var fixture = new EmulatorFixture(new SegmindEmulatorOptions { MaxBodySize = Body.Length, MaxUploadSize = upload.Length });
        using var small = new EmulatorFixture(new SegmindEmulatorOptions { MaxBodySize = Body.Length - 1, MaxUploadSize = upload.Length - 1 });

        foreach ((EmulatorFixture server, HttpStatusCode status) in (IEnumerable<(EmulatorFixture, HttpStatusCode)>)[(fixture, HttpStatusCode.OK), (small, HttpStatusCode.RequestEntityTooLarge)])
        {
            using HttpResponseMessage submitted = await PostAsync(server, "", Encoding.UTF8.GetBytes(Body));
            using HttpResponseMessage uploaded = await PostAsync(server, "", upload, "/upload-asset");
            Assert.Equal((status, status), (submitted.StatusCode, uploaded.StatusCode));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1024L * 1024 * 1024 + 1)]
    [InlineData(long.MaxValue)]
    public void A_limit_out_of_its_range_is_refused(long size)
    {
        _ = Assert.Throws<ArgumentException>(() => new SegmindEmulator([], new SegmindEmulatorOptions { MaxBodySize = size }));
        _ = Assert.Throws<ArgumentException>(() => new SegmindEmulator([], new SegmindEmulatorOptions { MaxUploadSize = size }));
    }

    [Theory]
    [InlineData("/v2/clip", null, 401)]
    [InlineData("/v2/clip", "SG_nonsense", 401)]
    [InlineData("/upload-asset", null, 401)]
    [InlineData("/v2/nothing", EmulatorFixture.Key, 404)]
    [InlineData("/v2/retired", EmulatorFixture.Key, 410)]
    [InlineData("/elsewhere", EmulatorFixture.Key, 404)]
    public async Task The_body_of_a_refused_request_is_not_read(string path, string? key, int status)
    {
        using var fixture = new EmulatorFixture();
        using HttpClient stranger = fixture.Stranger();
        using var content = new EndlessContent();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
        if (key is not null)
        {
            request.Headers.Add("x-api-key", key);
        }

        using HttpResponseMessage answer = await stranger.SendAsync(request, Token);

        Assert.Equal((status, 0), ((int)answer.StatusCode, content.Written));
    }

    [Theory]
    [InlineData("/v2/clip", 32)]
    [InlineData("/upload-asset", 128)]
    public async Task A_body_without_a_length_is_read_up_to_the_limit(string path, int mebibytes)
    {
        using var fixture = new EmulatorFixture();
        using var content = new EndlessContent();

        using HttpResponseMessage answer = await fixture.Client.PostAsync(new Uri(path, UriKind.Relative), content, Token);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal(mebibytes * 1024 * 1024, content.Written);
    }

    [Fact]
    public async Task A_fault_is_applied_after_at_most_the_limit_of_the_body_is_read()
    {
        using var fixture = new EmulatorFixture();
        fixture.Emulator.When(static _ => true, EmulatorFault.Error(HttpStatusCode.BadGateway));
        using var content = new EndlessContent();

        using HttpResponseMessage answer = await fixture.Client.PostAsync(new Uri("/v2/clip", UriKind.Relative), content, Token);

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Equal(32 * 1024 * 1024, content.Written);
    }

    private static byte[] Encode(byte[] body, string coding)
    {
        using var encoded = new MemoryStream();
        using (Stream encoder = coding switch
        {
            "gzip" => new GZipStream(encoded, CompressionLevel.Optimal, leaveOpen: true),
            "zlib" => new ZLibStream(encoded, CompressionLevel.Optimal, leaveOpen: true),
            "raw" => new DeflateStream(encoded, CompressionLevel.Optimal, leaveOpen: true),
            _ => new BrotliStream(encoded, CompressionLevel.Fastest, leaveOpen: true),
        })
        {
            encoder.Write(body);
        }

        return encoded.ToArray();
    }

    private static async Task<HttpResponseMessage> PostAsync(EmulatorFixture fixture, string coding, byte[] body, string path = "/v2/clip")
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        Assert.True(content.Headers.TryAddWithoutValidation("Content-Encoding", coding));
        return await fixture.Client.PostAsync(new Uri(path, UriKind.Relative), content, Token);
    }

    private static async Task<string?> ErrorAsync(HttpResponseMessage answer) => (await EmulatorFixture.BodyAsync(answer)).GetProperty("error").GetString();

    /// <summary>A JSON body that never ends, and has no length.</summary>
    private sealed class EndlessContent : HttpContent
    {
        private static readonly byte[] Piece = new byte[64 * 1024];

        public EndlessContent() => Headers.ContentType = new MediaTypeHeaderValue("application/json");

        /// <summary>How many bytes were taken.</summary>
        public int Written { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            while (true)
            {
                await stream.WriteAsync(Piece, Token);
                Written += Piece.Length;
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
