namespace Kling.Tests;

/// <summary>Uploads and the key, at the level of what leaves a real socket.</summary>
public sealed class UploadSocketTests
{
    private static readonly byte[] Png = [0x89, .. "PNG\r\n\x1a\n"u8, 1, 2, 3, 4];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_upload_as_it_leaves_the_socket_has_its_length_and_the_key_once()
    {
        await using var server = new LoopbackServer(static _ => LoopbackServer.Answer("200 OK", """{"file_urls":["https://files.example/up.png"]}"""));
        using var client = new KlingClient(Stage.Key, new KlingClientOptions { BaseAddress = server.Address });

        _ = await client.Files.UploadAsync(new MemoryStream(Png), cancellationToken: Token);

        string request = Assert.Single(server.Requests);
        string[] head = request.Split("\r\n\r\n")[0].Split("\r\n");
        string body = request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        Assert.Equal("POST /upload-asset HTTP/1.1", head[0]);
        Assert.Single(head, $"x-api-key: {Stage.Key}");
        Assert.Single(head, $"Content-Length: {body.Length}");
        Assert.EndsWith("\"]}", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("307 Temporary Redirect", true)]
    [InlineData("308 Permanent Redirect", true)]
    [InlineData("307 Temporary Redirect", false)]
    public async Task A_redirected_upload_does_not_send_the_key(string status, bool followed)
    {
        await using var other = new LoopbackServer(static _ => LoopbackServer.Answer("200 OK", """{"file_urls":["https://files.example/up.png"]}"""));
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer(status, "", $"Location: http://localhost:{other.Port}/steal"));
        var options = new KlingClientOptions { ApiKey = Stage.Key, BaseAddress = server.Address };
        using (var http = new HttpClient())
        using (KlingClient client = followed ? new KlingClient(http, options) : new KlingClient(Stage.Key, options))
        {
            KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => client.Files.UploadAsync(new MemoryStream(Png), cancellationToken: Token));
            Assert.Equal(KlingErrorKind.Redirected, error.Kind);
        }

        await other.StopAsync();
        Assert.Equal(0, other.Bytes);
        _ = Assert.Single(server.Requests);
    }
}
