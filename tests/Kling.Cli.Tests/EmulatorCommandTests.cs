using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Kling.Models;
using Kling.Tests;

namespace Kling.Cli.Tests;

/// <summary>The emulator over loopback sockets.</summary>
public sealed class EmulatorCommandTests
{
    private const string Slug = "kling-o3-text2video";

    private static readonly KlingO3Text2VideoRequest Request = new() { Prompt = "An eagle." };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_runs_a_job_and_saves_its_video_over_sockets()
    {
        await using ServedEmulator served = await ServedEmulator.StartAsync("--time-scale", "100000");
        using KlingClient client = served.Connect();
        using var folder = new TemporaryFolder();

        KlingResult result = await client.RunAsync(Request, cancellationToken: Token);
        await result.Video!.SaveAsync(folder.File("v.mp4"), Token);

        Assert.Equal(served.Address.Authority, result.Video.Url.Authority);
        Assert.Equal("avc1", Mp4.Parse(await File.ReadAllBytesAsync(folder.File("v.mp4"), Token)).Codec);
    }

    [Fact]
    public async Task Ctrl_C_during_a_response_ends_the_emulator_with_exit_code_0_and_closes_the_port()
    {
        await using ServedEmulator served = await ServedEmulator.StartAsync();
        using HttpClient bare = served.ConnectBare();
        using HttpResponseMessage slow = await bare.SendAsync(Post("slow-body=3600"), HttpCompletionOption.ResponseHeadersRead, Token);

        CliResult result = await served.StopAsync();

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
        _ = await Assert.ThrowsAnyAsync<Exception>(() => slow.Content.ReadAsByteArrayAsync(Token));
        using var socket = new TcpClient();
        SocketException refused = await Assert.ThrowsAsync<SocketException>(() => socket.ConnectAsync(served.Address.Host, served.Address.Port, Token).AsTask());
        Assert.Equal(SocketError.ConnectionRefused, refused.SocketErrorCode);
    }

    [Fact]
    public async Task The_emulator_prints_its_URL_to_stdout_and_the_instructions_to_stderr()
    {
        await using ServedEmulator served = await ServedEmulator.StartAsync();

        CliResult result = await served.StopAsync();

        string origin = served.Address.GetLeftPart(UriPartial.Authority);
        Assert.Equal(origin + "\n", result.Out);
        Assert.Contains($"BaseAddress = new Uri(\"{origin}\")", result.Error, StringComparison.Ordinal);
        Assert.Contains($"--base-address {origin}", result.Error, StringComparison.Ordinal);
        Assert.Contains("100 times as fast", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_option_json_the_URL_is_in_a_JSON_document()
    {
        using var output = new AnnouncedLine();
        using var ctrlC = CancellationTokenSource.CreateLinkedTokenSource(Token);
        using var cli = new Cli { Out = output, CtrlC = ctrlC.Token };

        Task<CliResult> command = cli.RunAsync("emulator", "--urls", "http://127.0.0.1:0", "--json");
        string document = await output.First;
        await ctrlC.CancelAsync();

        Assert.Equal(document, (await command).Out);
        Assert.StartsWith("http://127.0.0.1:", (await command).Json().GetProperty("address").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error=503", HttpStatusCode.ServiceUnavailable)]
    [InlineData("html=405", HttpStatusCode.MethodNotAllowed)]
    [InlineData("rate-limit=1", HttpStatusCode.TooManyRequests)]
    [InlineData("no-such-fault", HttpStatusCode.BadRequest)]
    public async Task The_fault_header_works_over_HTTP(string fault, HttpStatusCode status)
    {
        await using ServedEmulator served = await ServedEmulator.StartAsync();
        using HttpClient bare = served.ConnectBare();

        using HttpResponseMessage answer = await bare.SendAsync(Post(fault), Token);

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("reset-before-body")]
    [InlineData("reset")]
    [InlineData("reset;after")]
    public async Task A_reset_closes_the_connection_without_a_response(string fault)
    {
        await using ServedEmulator served = await ServedEmulator.StartAsync();

        Assert.Equal("", await RawAsync(served, fault));
    }

    [Fact]
    public async Task A_truncated_response_ends_early_on_the_socket()
    {
        await using ServedEmulator served = await ServedEmulator.StartAsync();

        string received = await RawAsync(served, "truncated-body");

        string[] parts = received.Split("\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", received, StringComparison.Ordinal);
        int announced = int.Parse(parts[0].Split("Content-Length: ")[1].Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(parts[1].Length, 1, announced / 2);
    }

    [Fact]
    public async Task Range_HEAD_and_unknown_URLs_get_the_same_responses_over_sockets()
    {
        await using ServedEmulator served = await ServedEmulator.StartAsync("--time-scale", "1000000");
        using HttpClient bare = served.ConnectBare();
        using HttpResponseMessage accepted = await bare.SendAsync(Post("job-seconds=0"), Token);
        JsonElement job = await accepted.Content.ReadFromJsonAsync<JsonElement>(Token);
        JsonElement result = await bare.GetFromJsonAsync<JsonElement>(new Uri(job.GetProperty("response_url").GetString()!), Token);
        var file = new Uri(result.GetProperty("output").GetString()!);
        using var stranger = new HttpClient();

        using var range = new HttpRequestMessage(HttpMethod.Get, file) { Headers = { Range = new(4, 7) } };
        using HttpResponseMessage part = await stranger.SendAsync(range, Token);
        using var ask = new HttpRequestMessage(HttpMethod.Head, file);
        using HttpResponseMessage head = await stranger.SendAsync(ask, Token);
        using HttpResponseMessage unknown = await stranger.GetAsync(new Uri(served.Address, "/nothing/here?x=1"), Token);

        Assert.Equal((HttpStatusCode.PartialContent, "ftyp"), (part.StatusCode, await part.Content.ReadAsStringAsync(Token)));
        Assert.Equal(result.GetProperty("video").GetProperty("file_size").GetInt64(), head.Content.Headers.ContentLength);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task A_port_in_use_is_reported_in_one_line()
    {
        await using ServedEmulator served = await ServedEmulator.StartAsync();
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("emulator", "--urls", served.Address.GetLeftPart(UriPartial.Authority));

        Assert.Equal(ExitCodes.Unexpected, result.ExitCode);
        Assert.Contains(served.Address.Authority, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    private static HttpRequestMessage Post(string fault) => new(HttpMethod.Post, new Uri($"/v2/{Slug}", UriKind.Relative))
    {
        Content = new StringContent(Request.ToJson(), Encoding.UTF8, "application/json"),
        Headers = { { "x-emulator-fault", fault } },
    };

    /// <summary>Everything that comes back on a bare socket until it is closed or reset.</summary>
    private static Task<string> RawAsync(ServedEmulator served, string fault)
    {
        string body = Request.ToJson();
        return RawSocket.AskAsync(
            served,
            $"POST /v2/{Slug} HTTP/1.1\r\nHost: x\r\nx-api-key: {Cli.Key}\r\nx-emulator-fault: {fault}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }
}
