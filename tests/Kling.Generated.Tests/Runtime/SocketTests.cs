namespace Kling.Tests;

/// <summary>The money rule and the key, at the level of what leaves a real socket.</summary>
public sealed class SocketTests
{
    private const string Key = Stage.Key;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_as_it_leaves_the_socket_has_each_documented_header_once()
    {
        await using var server = new LoopbackServer(static _ => LoopbackServer.Answer("200 OK", ScriptedServer.Accepted));
        using var client = new KlingClient(Key, Options(server));

        Assert.NotNull(await client.SubmitAsync(new TestRequest(), Token));

        string request = Assert.Single(server.Requests);
        Assert.StartsWith("POST /v2/test-model HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n{\"prompt\":\"a summit\"}", request, StringComparison.Ordinal);
        string[] head = request.Split("\r\n\r\n")[0].Split("\r\n");
        Assert.Single(head, "Content-Type: application/json");
        Assert.Single(head, $"x-api-key: {Key}");
        _ = Assert.Single(head, static line => line.StartsWith("User-Agent: Kling.Generated/", StringComparison.Ordinal));
        Assert.DoesNotContain(head, static line => line.StartsWith("Cookie", StringComparison.Ordinal) || line.StartsWith("Expect", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_status_poll_survives_a_connection_that_the_server_has_just_closed()
    {
        int requests = 0;
        await using var server = new LoopbackServer(_ => Interlocked.Increment(ref requests) switch
        {
            1 => LoopbackServer.Answer("200 OK", ScriptedServer.Accepted),
            2 => null,
            _ => LoopbackServer.Answer("200 OK", """{"status":"PROCESSING"}"""),
        });
        using var client = new KlingClient(Key, Options(server));
        KlingJob job = await client.SubmitAsync(new TestRequest(), Token);

        Assert.Equal(KlingJobStatus.Processing, (await job.GetStatusAsync(Token)).Status);
    }

    [Fact]
    public async Task A_proxy_of_the_environment_never_sees_a_request_over_plain_http()
    {
        await using var proxy = new LoopbackServer(static _ => LoopbackServer.Answer("200 OK", ScriptedServer.Accepted));
        await using var server = new LoopbackServer(static _ => LoopbackServer.Answer("200 OK", ScriptedServer.Accepted));
        using SocketsHttpHandler handler = KlingClient.CreateHandler();
        handler.Proxy = new EncryptedOnlyProxy(new System.Net.WebProxy(proxy.Address));
        using var http = new HttpClient(handler);
        KlingClientOptions options = Options(server);
        options.ApiKey = Key;
        using var client = new KlingClient(http, options);

        Assert.NotNull(await client.SubmitAsync(new TestRequest(), Token));
        Assert.Empty(proxy.Requests);
        _ = Assert.Single(server.Requests);
        Assert.IsType<EncryptedOnlyProxy>(KlingClient.CreateHandler().Proxy);
    }

    [Fact]
    public async Task A_connection_that_is_reset_after_the_body_sends_exactly_one_post()
    {
        await using var server = new LoopbackServer(static _ => null);
        using var client = new KlingClient(Key, Options(server));

        _ = await Assert.ThrowsAsync<KlingSubmitUnconfirmedException>(() => client.SubmitAsync(new TestRequest(), Token));

        _ = Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_kept_connection_that_is_reset_after_the_body_sends_exactly_one_post()
    {
        int requests = 0;
        await using var server = new LoopbackServer(_ => Interlocked.Increment(ref requests) == 1 ? LoopbackServer.Answer("200 OK", ScriptedServer.Accepted) : null);
        using var client = new KlingClient(Key, Options(server));
        Assert.NotNull(await client.SubmitAsync(new TestRequest(), Token));

        _ = await Assert.ThrowsAsync<KlingSubmitUnconfirmedException>(() => client.SubmitAsync(new TestRequest(), Token));

        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_connection_that_is_refused_is_tried_four_times_and_nothing_is_sent()
    {
        var server = new LoopbackServer(static _ => null);
        Uri address = server.Address;
        await server.DisposeAsync();
        var clock = new FakeClock();
        using var client = new KlingClient(Key, new KlingClientOptions { BaseAddress = address, TimeProvider = clock });

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => client.SubmitAsync(new TestRequest(), Token));

        Assert.Equal(KlingErrorKind.ConnectionFailed, error.Kind);
        Assert.Equal(3, clock.Delays.Count);
    }

    [Fact]
    public async Task A_name_that_cannot_be_resolved_is_tried_four_times_and_nothing_is_sent()
    {
        // The top-level domain "invalid" is reserved for names that do not exist.
        var clock = new FakeClock();
        using var client = new KlingClient(Key, new KlingClientOptions { BaseAddress = new Uri("https://api.invalid/"), TimeProvider = clock });

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => client.SubmitAsync(new TestRequest(), Token));

        Assert.Equal(KlingErrorKind.ConnectionFailed, error.Kind);
        Assert.Contains("the server did not receive it", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, clock.Delays.Count);
    }

    [Fact]
    public async Task A_tls_handshake_that_fails_is_tried_four_times_and_nothing_is_sent()
    {
        await using var server = new PlainAnswerServer();
        var clock = new FakeClock();
        using var client = new KlingClient(Key, new KlingClientOptions { BaseAddress = new Uri($"https://127.0.0.1:{server.Port}/"), TimeProvider = clock });

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => client.SubmitAsync(new TestRequest(), Token));

        Assert.Equal(KlingErrorKind.ConnectionFailed, error.Kind);
        Assert.Equal(4, server.Connections);
        Assert.Equal(3, clock.Delays.Count);
    }

    [Theory]
    [InlineData("307 Temporary Redirect")]
    [InlineData("308 Permanent Redirect")]
    [InlineData("302 Found")]
    public async Task A_redirect_of_a_submit_is_reported_and_not_followed(string status)
    {
        await using var other = new LoopbackServer(static _ => LoopbackServer.Answer("200 OK", ScriptedServer.Accepted));
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer(status, "", $"Location: http://localhost:{other.Port}/v2/test-model"));
        using (var client = new KlingClient(Key, Options(server)))
        {
            KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => client.SubmitAsync(new TestRequest(), Token));
            Assert.Equal(KlingErrorKind.Redirected, error.Kind);
        }

        await other.StopAsync();
        _ = Assert.Single(server.Requests);
        Assert.Equal(0, other.Connections);
    }

    [Theory]
    [InlineData("307 Temporary Redirect")]
    [InlineData("308 Permanent Redirect")]
    public async Task A_handler_that_follows_redirects_sends_no_second_post_and_no_key(string status)
    {
        await using var other = new LoopbackServer(static _ => LoopbackServer.Answer("200 OK", ScriptedServer.Accepted));
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer(status, "", $"Location: http://localhost:{other.Port}/v2/test-model"));
        using (var http = new HttpClient())
        using (var client = new KlingClient(http, Options(server)))
        {
            _ = await Assert.ThrowsAsync<KlingSubmitUnconfirmedException>(() => client.SubmitAsync(new TestRequest(), Token));
        }

        await other.StopAsync();
        _ = Assert.Single(server.Requests);
        Assert.Equal(0, other.Bytes);
    }

    [Fact]
    public async Task A_handler_that_follows_a_redirect_on_the_same_host_sends_no_second_post()
    {
        await using var server = new LoopbackServer(static _ => LoopbackServer.Answer("307 Temporary Redirect", "", "Location: /v2/elsewhere"));
        using var http = new HttpClient();
        using var client = new KlingClient(http, Options(server));

        _ = await Assert.ThrowsAsync<KlingSubmitUnconfirmedException>(() => client.SubmitAsync(new TestRequest(), Token));

        _ = Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("301 Moved Permanently")]
    [InlineData("302 Found")]
    [InlineData("303 See Other")]
    public async Task A_handler_that_turns_a_redirected_POST_into_a_GET_does_not_send_the_key(string status)
    {
        await using var other = new LoopbackServer(static _ => LoopbackServer.Answer("200 OK", ScriptedServer.Accepted));
        await using var server = new LoopbackServer(_ => LoopbackServer.Answer(status, "", $"Location: http://localhost:{other.Port}/v2/test-model"));
        using (var http = new HttpClient())
        using (var client = new KlingClient(http, Options(server)))
        {
            _ = await Assert.ThrowsAsync<KlingSubmitUnconfirmedException>(() => client.SubmitAsync(new TestRequest(), Token));
        }

        await other.StopAsync();
        string stray = Assert.Single(other.Requests);
        Assert.StartsWith("GET ", stray, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, stray, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("302 Found")]
    [InlineData("307 Temporary Redirect")]
    public async Task A_handler_that_follows_a_redirected_poll_does_not_send_the_key(string status)
    {
        await using var other = new LoopbackServer(static _ => LoopbackServer.Answer("200 OK", """{"status":"COMPLETED"}"""));
        await using var server = new LoopbackServer(request => request.StartsWith("POST", StringComparison.Ordinal)
            ? LoopbackServer.Answer("200 OK", ScriptedServer.Accepted)
            : LoopbackServer.Answer(status, "", $"Location: http://localhost:{other.Port}/steal"));
        using (var http = new HttpClient())
        using (var client = new KlingClient(http, Options(server)))
        {
            KlingJob job = await client.SubmitAsync(new TestRequest(), Token);
            KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => job.WaitForCompletionAsync(cancellationToken: Token));
            Assert.Equal(KlingErrorKind.Redirected, error.Kind);
            Assert.Equal("req-1", error.RequestId);
            Assert.False(error.IsRetryable);
        }

        await other.StopAsync();
        Assert.Equal(0, other.Bytes);
    }

    [Fact]
    public async Task A_retrying_handler_in_the_callers_chain_sends_exactly_one_post()
    {
        await using var server = new LoopbackServer(static _ => LoopbackServer.Answer("503 Service Unavailable", ""));
        var retry = new SubmitRetryTests.RetryingHandler { InnerHandler = new SocketsHttpHandler() };
        using var http = new HttpClient(retry);
        using var client = new KlingClient(http, Options(server));

        _ = await Assert.ThrowsAsync<KlingSubmitUnconfirmedException>(() => client.SubmitAsync(new TestRequest(), Token));

        Assert.True(retry.Attempts > 1);
        _ = Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_whole_job_over_sockets_ends_in_a_saved_file_and_the_download_has_no_key()
    {
        using var folder = new TemporaryFolder();
        await using var files = new LoopbackServer(static _ => LoopbackServer.Answer("200 OK", "the video", "Content-Type: video/mp4"));
        await using var server = new LoopbackServer(request =>
            request.StartsWith("POST", StringComparison.Ordinal) ? LoopbackServer.Answer("200 OK", ScriptedServer.Accepted)
            : request.StartsWith("GET /v2/requests/req-1/status", StringComparison.Ordinal) ? LoopbackServer.Answer("200 OK", """{"status":"COMPLETED"}""")
            : LoopbackServer.Answer("200 OK", $$"""{"status":"COMPLETED","output":"http://127.0.0.1:{{files.Port}}/v.mp4"}"""));
        using var client = new KlingClient(Key, Options(server));

        KlingResult result = await client.RunAsync(new TestRequest(), cancellationToken: Token);
        await result.Video!.SaveAsync(folder.File("v.mp4"), Token);

        Assert.Equal("the video", await File.ReadAllTextAsync(folder.File("v.mp4"), Token));
        Assert.DoesNotContain(Key, Assert.Single(files.Requests), StringComparison.Ordinal);
        Assert.Equal(3, server.Requests.Count(static request => request.Contains(Key, StringComparison.Ordinal)));
    }

    private static KlingClientOptions Options(LoopbackServer server) => new() { ApiKey = Key, BaseAddress = server.Address, TimeProvider = new FakeClock() };
}
