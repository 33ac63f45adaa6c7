using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Kling.Cli.Tests;

/// <summary>Where <c>kling emulator</c> listens, and the address that it announces.</summary>
public sealed class EmulatorAddressTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://127.0.0.1:0", "127.0.0.1")]
    [InlineData("HTTP://127.1:0/", "127.0.0.1")]
    [InlineData("http://localhost:0", "localhost")]
    [InlineData("http://LocalHost:0", "localhost")]
    [InlineData("http://[::1]:0", "[::1]")]
    [InlineData("http://0.0.0.0:0", "127.0.0.1", "--allow-remote")]
    [InlineData("http://0:0", "127.0.0.1", "--allow-remote")]
    [InlineData("http://[::]:0", "localhost", "--allow-remote")]
    [InlineData("http://[0:0:0:0:0:0:0:0]:0", "localhost", "--allow-remote")]
    [InlineData("http://*:0", "localhost", "--allow-remote")]
    [InlineData("http://+:0/", "localhost", "--allow-remote")]
    public async Task A_client_can_use_the_URL_that_is_printed(string urls, string host, params string[] more)
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6 || !urls.Contains("::", StringComparison.Ordinal), "This machine has no IPv6.");
        await using ServedEmulator served = await ServedEmulator.StartAsync(["--urls", urls, .. more]);
        using HttpClient bare = served.ConnectBare();

        JsonElement job = await SubmitAsync(bare);

        Assert.Equal(host, served.Address.Host);
        Assert.NotEqual(0, served.Address.Port);
        Assert.Equal(served.Address.Authority, new Uri(job.GetProperty("status_url").GetString()!).Authority);
    }

    [Theory]
    [InlineData("emulator")]
    [InlineData("kling.test")]
    public async Task A_named_host_is_printed_and_used_in_every_response(string host)
    {
        await using ServedEmulator served = await ServedEmulator.StartAsync("--urls", $"http://{host}:0", "--allow-remote");
        using HttpClient bare = Connect(served, host);

        JsonElement job = await SubmitAsync(bare);
        CliResult result = await served.StopAsync();

        Assert.Equal($"http://{host}:{served.Address.Port}\n", result.Out);
        Assert.Contains($"InsecureHosts = [\"{host}\"]", result.Error, StringComparison.Ordinal);
        Assert.StartsWith(result.Out.Trim() + "/v2/requests/", job.GetProperty("status_url").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_wildcard_every_response_uses_the_host_of_its_request()
    {
        await using ServedEmulator served = await ServedEmulator.StartAsync("--urls", "http://0.0.0.0:0", "--allow-remote", "--time-scale", "1000000");
        using HttpClient bare = Connect(served, "kling.test");

        JsonElement job = await SubmitAsync(bare, "job-seconds=0");
        JsonElement result = await bare.GetFromJsonAsync<JsonElement>(new Uri(job.GetProperty("response_url").GetString()!), Token);
        var file = new Uri(result.GetProperty("output").GetString()!);
        using HttpClient stranger = Connect(served, "kling.test", key: null);
        byte[] video = await stranger.GetByteArrayAsync(file, Token);

        Assert.Equal($"kling.test:{served.Address.Port}", file.Authority);
        Assert.Equal(result.GetProperty("video").GetProperty("file_size").GetInt32(), video.Length);
    }

    [Theory]
    [InlineData("GET //elsewhere.example/v2 HTTP/1.1\r\nHost: x\r\n", 404)]
    [InlineData("GET http://elsewhere.example/v2/requests/x HTTP/1.1\r\nHost: elsewhere.example\r\n", 404)]
    [InlineData("GET /v2/requests/x HTTP/1.1\r\nHost: x:99999\r\n", 404)]
    [InlineData("GET /v2/requests/%2F%ED%A0%80 HTTP/1.1\r\nHost: x\r\n", 404)]
    [InlineData("OPTIONS * HTTP/1.1\r\nHost: x\r\n", 404)]
    [InlineData("GET /v2/requests/x HTTP/1.1\r\nHost: x\r\nRange: bytes=99999999999999999999-\r\nIf-Range: \"\r\nContent-Type: ;;;\r\nDate: yesterday\r\n", 404)]
    public async Task Every_request_line_gets_a_response_of_the_emulator(string head, int status)
    {
        foreach (string urls in (string[])["http://127.0.0.1:0", "http://0.0.0.0:0"])
        {
            await using ServedEmulator served = await ServedEmulator.StartAsync("--urls", urls, "--allow-remote");

            string received = await RawSocket.AskAsync(served, $"{head}x-api-key: {Cli.Key}\r\nConnection: close\r\n\r\n");

            Assert.StartsWith($"HTTP/1.1 {status} ", received, StringComparison.Ordinal);
            Assert.Contains("\"error\"", received, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080", "--allow-remote")]
    [InlineData("http://[::]:5080", "--allow-remote")]
    [InlineData("http://*:5080", "--allow-remote")]
    [InlineData("http://+", "--allow-remote")]
    [InlineData("http://192.0.2.1:5080", "--allow-remote")]
    [InlineData("http://example.com:5080", "--allow-remote")]
    [InlineData("https://127.0.0.1:5080", "must be one http URL")]
    [InlineData("http://127.0.0.1:5080/path", "must be one http URL")]
    [InlineData("http://127.0.0.1:5080?x", "must be one http URL")]
    [InlineData("http://127.0.0.1:5080#x", "must be one http URL")]
    [InlineData("http://key@127.0.0.1:5080", "must be one http URL")]
    [InlineData("127.0.0.1:5080", "must be one http URL")]
    [InlineData("localhost", "must be one http URL")]
    [InlineData("", "must be one http URL")]
    [InlineData("http://", "must be one http URL")]
    [InlineData("http://:5080", "must be one http URL")]
    [InlineData("http://127.0.0.1:65536", "must be one http URL")]
    [InlineData("http://127.0.0.1:-1", "must be one http URL")]
    [InlineData("http://127.0.0.1:x", "must be one http URL")]
    [InlineData("http://[::1:5080", "must be one http URL")]
    [InlineData("http://*.example.com:5080", "must be one http URL")]
    [InlineData("http://*+:5080", "must be one http URL")]
    [InlineData("http://a b:5080", "must be one http URL")]
    [InlineData("http://127.0.0.1:1;http://127.0.0.1:2", "must be one http URL")]
    public async Task A_URL_that_is_not_allowed_is_a_usage_error_in_one_line(string urls, string why)
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("emulator", "--urls", urls);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains(why, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    /// <summary>A client for which a name leads to this machine.</summary>
    private static HttpClient Connect(ServedEmulator served, string host, string? key = Cli.Key)
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, served.Address.Port, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        var client = new HttpClient(handler) { BaseAddress = new Uri($"http://{host}:{served.Address.Port}") };
        if (key is not null)
        {
            client.DefaultRequestHeaders.Add("x-api-key", key);
        }

        return client;
    }

    private static async Task<JsonElement> SubmitAsync(HttpClient bare, string? fault = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/v2/kling-o3-text2video", UriKind.Relative))
        {
            Content = new StringContent("""{"prompt":"An eagle."}""", Encoding.UTF8, "application/json"),
        };
        if (fault is not null)
        {
            request.Headers.Add("x-emulator-fault", fault);
        }

        using HttpResponseMessage answer = await bare.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
    }
}
