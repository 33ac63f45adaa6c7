using System.Net;

namespace Kling.Tests;

/// <summary>What handlers of the caller's chain do, in every order: never a second POST, never the key at another host.</summary>
public sealed class HandlerOrderTests
{
    private static readonly string[] Kinds = ["buffers", "reads", "retries", "redirects", "hedges"];

    public static TheoryData<string> Chains => [.. Permutations([]).Select(static chain => string.Join(' ', chain))];

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task No_order_of_handlers_sends_a_submit_twice_or_the_key_to_another_host(string chain)
    {
        foreach (Step answer in (Step[])[Step.Html(500), Step.Html(502), Step.Breaks(), Redirect(307), Redirect(308), Step.Json(200, ScriptedServer.Accepted)])
        {
            using var stage = new Stage(configure: null, [.. chain.Split(' ').Select(Create)]);
            stage.Server.OnSubmit(answer);

            Exception? error = await Record.ExceptionAsync(stage.SubmitAsync);

            Assert.True(stage.Server.Posts.Count(static post => post.Body.Length > 0) <= 1, $"{stage.Server.Posts.Count()} POSTs");
            Assert.DoesNotContain(stage.Server.Requests, static request => request.Uri.Host != "api.segmind.com" && request.Body.Length > 0);
            Assert.True(error is null or KlingException or InvalidOperationException, error?.ToString());
        }
    }

    [Fact]
    public async Task A_handler_that_buffers_the_body_gets_an_error_with_advice_and_nothing_is_sent()
    {
        using var stage = new Stage(configure: null, Create("buffers"));

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(stage.SubmitAsync);

        Assert.Contains("ReadAsStreamAsync", error.Message, StringComparison.Ordinal);
        Assert.Empty(stage.Server.Requests);
    }

    [Fact]
    public async Task A_handler_that_reads_the_body_as_a_stream_sees_it_and_it_is_sent()
    {
        var reader = new Reads();
        using var stage = new Stage(configure: null, reader);

        _ = await stage.SubmitAsync();

        Assert.Equal("""{"prompt":"a summit"}""", reader.Seen);
        Assert.Equal(reader.Seen, Assert.Single(stage.Server.Posts).Body);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://evil.example/")]
    [InlineData("mailto:a@evil.example")]
    [InlineData("http://[[")]
    public async Task A_redirect_that_a_handler_cannot_follow_does_not_end_a_wait(string location)
    {
        int polls = 0;
        await using var server = new LoopbackServer(request =>
            request.StartsWith("POST", StringComparison.Ordinal) ? LoopbackServer.Answer("200 OK", ScriptedServer.Accepted)
            : !request.Contains("/status HTTP", StringComparison.Ordinal) ? LoopbackServer.Answer("200 OK", ScriptedServer.Completed)
            : Interlocked.Increment(ref polls) == 1 ? LoopbackServer.Answer("302 Found", "", "Location: " + location)
            : LoopbackServer.Answer("200 OK", """{"status":"COMPLETED"}"""));
        using var http = new HttpClient();
        using var client = new KlingClient(http, new KlingClientOptions { ApiKey = Stage.Key, BaseAddress = server.Address, TimeProvider = new FakeClock() });

        KlingResult result = await client.RunAsync(new TestRequest(), cancellationToken: Stage.Token);

        Assert.Equal("https://files.example/out.mp4", result.Output);
        Assert.Equal(2, polls);
    }

    private static Step Redirect(int status) => Step.Json(status, "{}", ("Location", "https://evil.example/v2/test-model"));

    private static IEnumerable<string[]> Permutations(string[] chain) =>
        Kinds.Except(chain).SelectMany(kind => Permutations([.. chain, kind])).Append(chain).Where(static found => found.Length > 0);

    private static DelegatingHandler Create(string kind) => kind switch
    {
        "buffers" => new Buffers(),
        "reads" => new Reads(),
        "retries" => new Retries(),
        "redirects" => new Redirects(),
        _ => new Hedges(),
    };

    private sealed class Buffers : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _ = await request.Content!.ReadAsStringAsync(cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Reads : DelegatingHandler
    {
        public string Seen { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var reader = new StreamReader(await request.Content!.ReadAsStreamAsync(cancellationToken), leaveOpen: true);
            Seen = await reader.ReadToEndAsync(cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Retries : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (int left = 2; ; left--)
            {
                try
                {
                    HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
                    if (left == 0 || (int)response.StatusCode < 500)
                    {
                        return response;
                    }
                }
                catch (Exception) when (left > 0)
                {
                    // Careless on purpose: it retries whatever happened.
                }
            }
        }
    }

    private sealed class Redirects : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            if (response.StatusCode is HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)
            {
                request.RequestUri = response.Headers.Location;
                response = await base.SendAsync(request, cancellationToken);
            }

            return response;
        }
    }

    private sealed class Hedges : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Task<HttpResponseMessage>[] attempts = [base.SendAsync(request, cancellationToken), base.SendAsync(request, cancellationToken)];
            try
            {
                return await attempts[0];
            }
            catch (Exception)
            {
                return await attempts[1];
            }
            finally
            {
                _ = await Task.WhenAll(attempts).ContinueWith(static all => all.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
        }
    }
}
