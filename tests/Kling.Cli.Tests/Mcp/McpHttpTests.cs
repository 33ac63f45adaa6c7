using System.Net;
using System.Text;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Kling.Cli.Tests;

/// <summary><c>kling mcp --urls</c>: the protocol over HTTP.</summary>
public sealed class McpHttpTests
{
    private const string Slug = "kling-o3-text2video";

    [Fact]
    public async Task It_serves_clients_of_every_version_and_refuses_pages_of_other_sites()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var output = new AnnouncedLine();
        using var cli = new Cli { Out = output, CtrlC = stop.Token };
        Task<CliResult> command = cli.RunAsync("mcp", "--urls", "http://127.0.0.1:0", "--emulator", "--time-scale", "100000", "--store", McpConnection.StoreOf(cli));
        _ = await Task.WhenAny(output.First, command);
        var url = new Uri((await output.First).Trim());

        foreach (string version in (string[])["2026-07-28", "2025-11-25", "2025-06-18"])
        {
            await using McpClient client = await ConnectAsync(url, version);
            McpAnswer submitted = await CallAsync(client, "submit", ("model", Slug), ("input", new { prompt = version }));
            McpAnswer ended = await CallAsync(client, "wait", ("job", submitted.Job));
            Assert.Equal((version, "completed"), (client.NegotiatedProtocolVersion, ended.Status));
        }

        foreach ((string header, string value, HttpStatusCode expected) in ((string, string, HttpStatusCode)[])[
            ("Host", "evil.example", HttpStatusCode.Forbidden),
            ("Host", "127.0.0.1.evil.example", HttpStatusCode.Forbidden),
            ("Origin", "https://evil.example", HttpStatusCode.Forbidden),
            ("Origin", "null", HttpStatusCode.Forbidden),
            ("Origin", "http://localhost:3000", HttpStatusCode.OK),
            ("Host", "localhost", HttpStatusCode.OK)])
        {
            Assert.Equal((value, expected), (value, await PostAsync(url, header, value)));
        }

        await stop.CancelAsync();
        CliResult result = await command;
        Assert.Equal((ExitCodes.Ok, "/mcp"), (result.ExitCode, url.AbsolutePath));
        Assert.Equal(0, cli.Wire.Requests);
    }

    private static async Task<McpClient> ConnectAsync(Uri url, string version)
    {
        var options = new McpClientOptions { ProtocolVersion = version, DiscoverProbeTimeout = McpConnection.Patience };
        options.Handlers.ElicitationHandler = static (_, _) => new ValueTask<ElicitResult>(new ElicitResult { Action = "accept" });
        return await McpClient.CreateAsync(
            new HttpClientTransport(new HttpClientTransportOptions { Endpoint = url, TransportMode = HttpTransportMode.StreamableHttp }),
            options,
            cancellationToken: TestContext.Current.CancellationToken);
    }

    private static async Task<McpAnswer> CallAsync(McpClient client, string tool, params (string Name, object? Value)[] arguments) =>
        new(
            await client.CallToolAsync(
                tool,
                arguments.ToDictionary(static argument => argument.Name, static argument => argument.Value),
                cancellationToken: TestContext.Current.CancellationToken));

    private static async Task<HttpStatusCode> PostAsync(Uri url, string header, string value)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new StringContent(
                """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"x","version":"1"}}}""",
                Encoding.UTF8,
                "application/json"),
        };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        _ = request.Headers.TryAddWithoutValidation(header, value);
        using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
