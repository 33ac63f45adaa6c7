using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kling.Cli.Tests;

/// <summary>A catalogue is downloaded without the API key, over https, and within limits.</summary>
public sealed class CatalogueDownloadTests
{
    private const string Address = "https://catalogue.example/list?segmind_model=True";

    [Fact]
    public async Task The_request_has_no_API_key()
    {
        var web = new FakeWeb(static _ => Json());
        using var cli = new Cli { Web = web, ApiKey = Cli.Key };

        CliResult result = await cli.RunAsync("import", "--catalogue", Address, "acme-old");

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
        string request = Assert.Single(web.Requests);
        Assert.StartsWith($"GET {Address} ", request, StringComparison.Ordinal);
        Assert.DoesNotContain(Cli.Key, request, StringComparison.Ordinal);
        Assert.DoesNotContain("api-key", request, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Sync_reads_the_catalogue_at_Segmind_by_default()
    {
        var web = new FakeWeb(static _ => Json());
        using var cli = new Cli { Web = web };

        CliResult result = await cli.RunAsync("sync");

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
        Assert.StartsWith($"GET {CatalogueDownload.Address} ", Assert.Single(web.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_URL_with_the_API_key_is_refused_and_not_repeated()
    {
        var web = new FakeWeb(static _ => Json());
        using var cli = new Cli { Web = web, ApiKey = Cli.Key };

        CliResult result = await cli.RunAsync("sync", "--catalogue", $"https://catalogue.example/?key={Cli.Key}");

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.DoesNotContain(Cli.Key, result.Error, StringComparison.Ordinal);
        Assert.Empty(web.Requests);
    }

    [Theory]
    [InlineData(301, "https://other.example/list", true)]
    [InlineData(308, "/list", true)]
    [InlineData(302, "http://catalogue.example/list", false)]
    [InlineData(302, "http://127.0.0.1/list", false)]
    [InlineData(302, "file:///etc/hosts", false)]
    [InlineData(300, "https://other.example/list", false)]
    [InlineData(302, null, false)]
    public async Task Only_redirects_to_https_are_followed(int status, string? location, bool isFollowed)
    {
        var web = new FakeWeb(request => request.RequestUri!.OriginalString == Address ? Redirect(status, location) : Json());
        using var cli = new Cli { Web = web, ApiKey = Cli.Key };

        CliResult result = await cli.RunAsync("import", "--catalogue", Address, "acme-old");

        Assert.Equal(isFollowed ? ExitCodes.Ok : ExitCodes.ApiError, result.ExitCode);
        Assert.Equal(isFollowed ? 2 : 1, web.Requests.Count);
        Assert.All(web.Requests, static request => Assert.DoesNotContain(Cli.Key, request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Endless_redirects_end()
    {
        var web = new FakeWeb(static _ => Redirect(302, "https://catalogue.example/again"));
        using var cli = new Cli { Web = web };

        CliResult result = await cli.RunAsync("sync", "--catalogue", Address);

        Assert.Equal("error: the catalogue https://catalogue.example/list cannot be downloaded: there are more than 5 redirects", Assert.Single(result.ErrorLines));
        Assert.Equal(6, web.Requests.Count);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(401)]
    [InlineData(503)]
    public async Task An_error_of_the_server_is_reported_without_the_query(int status)
    {
        using var cli = new Cli { Web = new FakeWeb(_ => new HttpResponseMessage((HttpStatusCode)status)) };

        CliResult result = await cli.RunAsync("sync", "--catalogue", Address);

        Assert.Equal(ExitCodes.ApiError, result.ExitCode);
        Assert.Equal($"error: the catalogue https://catalogue.example/list cannot be downloaded: the server returned {status}", Assert.Single(result.ErrorLines));
    }

    [Fact]
    public async Task A_body_without_an_end_is_not_read_to_the_end()
    {
        using var cli = new Cli { Web = new FakeWeb(static _ => new HttpResponseMessage { Content = new StreamContent(new EndlessStream()) }) };

        CliResult result = await cli.RunAsync("sync", "--catalogue", Address);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("more than 32 MB", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_given_up()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var web = new FakeWeb(static _ => Json()) { IsSilent = true };
        using var cli = new Cli { Web = web, Clock = clock };

        Task<CliResult> running = cli.RunAsync("sync", "--catalogue", Address);
        await web.Asked.Task;
        clock.Advance(TimeSpan.FromMinutes(2));
        CliResult result = await running;

        Assert.Equal(ExitCodes.ApiError, result.ExitCode);
        Assert.EndsWith("there was no complete response within 60 s", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_on_this_machine_may_use_http_and_compress_its_response()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Task<string> served = ServeAsync(listener);
        using var cli = new Cli { Web = CatalogueDownload.CreateHandler(), ApiKey = Cli.Key };

        CliResult result = await cli.RunAsync("import", "--catalogue", $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/list", "acme-old");

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
        Assert.DoesNotContain(Cli.Key, await served, StringComparison.Ordinal);
    }

    private static async Task<string> ServeAsync(TcpListener listener)
    {
        using TcpClient client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        NetworkStream stream = client.GetStream();
        byte[] buffer = new byte[8192];
        int count = await stream.ReadAsync(buffer, TestContext.Current.CancellationToken);
        using var body = new MemoryStream();
        await using (var gzip = new System.IO.Compression.GZipStream(body, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(TestCatalogue.Json), TestContext.Current.CancellationToken);
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        await stream.WriteAsync(body.ToArray(), TestContext.Current.CancellationToken);
        return Encoding.ASCII.GetString(buffer, 0, count);
    }

    private static HttpResponseMessage Json() => new() { Content = new StringContent(TestCatalogue.Json) };

    private static HttpResponseMessage Redirect(int status, string? location)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status);
        response.Headers.Location = location is null ? null : new Uri(location, UriKind.RelativeOrAbsolute);
        return response;
    }

    private sealed class EndlessStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)' ');
            return new ValueTask<int>(buffer.Length);
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Array.Fill(buffer, (byte)' ', offset, count);
            return count;
        }
    }
}
