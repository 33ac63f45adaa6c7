namespace Kling.Tests;

/// <summary>When a submit is retried: only if the server cannot have accepted it, or if the caller chose so.</summary>
public sealed class SubmitRetryTests
{
    [Fact]
    public async Task A_request_that_was_not_sent_is_retried()
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.Unreachable(), Step.Unreachable(), Step.Json(200, ScriptedServer.Accepted));

        KlingJob job = await stage.SubmitAsync();

        Assert.Equal("req-1", job.RequestId);
        Assert.Equal(3, stage.Server.Posts.Count());
        Assert.Equal([TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1)], stage.Clock.Delays);
    }

    [Fact]
    public async Task A_request_that_cannot_be_sent_after_three_retries_is_an_error_that_says_that_nothing_was_sent()
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.Unreachable());

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(stage.SubmitAsync);

        Assert.Equal(4, stage.Server.Posts.Count());
        Assert.Equal(KlingErrorKind.ConnectionFailed, error.Kind);
        Assert.Null(error.StatusCode);
        Assert.True(error.IsRetryable);
        Assert.Contains("the server did not receive it", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_takes_longer_than_the_deadline_is_an_error_that_says_that_nothing_was_sent()
    {
        using var stage = new Stage();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        stage.Server.OnSubmit(Step.Hangs(reached, readsBody: false));

        Task<KlingJob> submit = stage.SubmitAsync();
        await reached.Task;
        stage.Clock.Advance(TimeSpan.FromSeconds(100));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => submit);
        Assert.Equal(KlingErrorKind.ConnectionFailed, error.Kind);
        _ = Assert.Single(stage.Server.Posts);
    }

    [Fact]
    public async Task Retries_end_with_the_submit_timeout()
    {
        using var stage = new Stage(static options => options.SubmitTimeout = TimeSpan.FromSeconds(1.2));
        stage.Server.OnSubmit(Step.Unreachable());

        _ = await Assert.ThrowsAsync<KlingApiException>(stage.SubmitAsync);

        Assert.Equal([TimeSpan.FromSeconds(0.5)], stage.Clock.Delays);
        Assert.Equal(2, stage.Server.Posts.Count());
    }

    [Theory]
    [InlineData("x-rate-limit-reset-at-utc", "2026-09-01T12:00:42Z")]
    [InlineData("x-rate-limit-reset-at-utc", "2026-09-01 12:00:42")]
    [InlineData("x-rate-limit-reset-at-utc", "1788264042")]
    [InlineData("x-rate-limit-reset-at-utc", "1788264042000")]
    [InlineData("Retry-After", "42")]
    [InlineData("Retry-After", "Tue, 01 Sep 2026 12:00:42 GMT")]
    public async Task A_429_is_retried_after_its_reset_time(string header, string value)
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.Json(429, """{"error":"slow down"}""", (header, value)), Step.Json(200, ScriptedServer.Accepted));

        KlingJob job = await stage.SubmitAsync();

        Assert.Equal(2, stage.Server.Posts.Count());
        Assert.Equal([TimeSpan.FromSeconds(42)], stage.Clock.Delays);
        Assert.Equal(stage.Clock.GetUtcNow(), job.SubmittedAt);
    }

    [Fact]
    public async Task A_reset_time_is_relative_to_the_clock_of_the_server()
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(
            Step.Json(429, "{}", ("x-rate-limit-reset-at-utc", "2026-09-01T15:00:20Z"), ("Date", "Tue, 01 Sep 2026 15:00:00 GMT")),
            Step.Json(200, ScriptedServer.Accepted));

        _ = await stage.SubmitAsync();

        Assert.Equal([TimeSpan.FromSeconds(20)], stage.Clock.Delays);
    }

    [Fact]
    public async Task A_429_is_retried_at_most_three_times()
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.Json(429, """{"error":"slow down"}""", ("Retry-After", "1")));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(stage.SubmitAsync);

        Assert.Equal(4, stage.Server.Posts.Count());
        Assert.Equal(KlingErrorKind.RateLimited, error.Kind);
        Assert.True(error.IsRetryable);
    }

    [Fact]
    public async Task A_429_whose_reset_is_after_the_deadline_is_reported_at_once()
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.Json(429, "{}", ("Retry-After", "600")));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(stage.SubmitAsync);

        _ = Assert.Single(stage.Server.Posts);
        Assert.Empty(stage.Clock.Delays);
        Assert.Equal(stage.Clock.GetUtcNow() + TimeSpan.FromMinutes(10), error.RetryAt);
    }

    [Fact]
    public async Task A_429_is_not_retried_if_the_option_is_off()
    {
        using var stage = new Stage(static options => options.RetrySubmitOnRateLimit = false);
        stage.Server.OnSubmit(Step.Json(429, "{}", ("Retry-After", "1")));

        _ = await Assert.ThrowsAsync<KlingApiException>(stage.SubmitAsync);

        _ = Assert.Single(stage.Server.Posts);
    }

    [Theory]
    [InlineData(500, KlingErrorKind.ServerError)]
    [InlineData(503, KlingErrorKind.ServiceUnavailable)]
    public async Task A_500_or_503_is_not_retried_and_not_retryable_because_the_server_may_have_accepted_it(int status, KlingErrorKind kind)
    {
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.Json(status, """{"error":"boom"}"""));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(stage.SubmitAsync);

        _ = Assert.Single(stage.Server.Posts);
        Assert.Equal(kind, error.Kind);
        Assert.False(error.IsRetryable);
        Assert.Contains("Check the account's usage before you submit it again.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_500_or_503_is_retried_if_the_option_is_on(int status)
    {
        using var stage = new Stage(static options => options.RetrySubmitOnServerError = true);
        stage.Server.OnSubmit(Step.Json(status, "{}"), Step.Json(200, ScriptedServer.Accepted));

        _ = await stage.SubmitAsync();

        Assert.Equal(2, stage.Server.Posts.Count());
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_500_or_503_is_retried_at_most_three_times_and_not_before_its_retry_time(int status)
    {
        using var stage = new Stage(static options => options.RetrySubmitOnServerError = true);
        stage.Server.OnSubmit(Step.Json(status, "{}", ("Retry-After", "7")));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(stage.SubmitAsync);

        Assert.Equal(status, (int?)error.StatusCode);
        Assert.Equal(4, stage.Server.Posts.Count());
        Assert.Equal([7, 7, 7], stage.Clock.Delays.Select(static delay => delay.TotalSeconds));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(422)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task An_accepted_submit_is_never_sent_again_whatever_happens_to_the_job(int status)
    {
        using var stage = new Stage(static options => options.RetrySubmitOnServerError = true);
        stage.Server.OnStatus(Step.Json(status, """{"status":"FAILED","error":"no"}"""));

        _ = await Assert.ThrowsAnyAsync<KlingException>(() => stage.Client.RunAsync(new TestRequest(), cancellationToken: Stage.Token));

        _ = Assert.Single(stage.Server.Posts);
    }

    [Fact]
    public async Task A_retrying_handler_in_the_callers_chain_sends_exactly_one_post()
    {
        var retry = new RetryingHandler();
        using var stage = new Stage(configure: null, retry);
        stage.Server.OnSubmit(Step.Json(503, "{}"));

        KlingSubmitUnconfirmedException error = await Assert.ThrowsAsync<KlingSubmitUnconfirmedException>(stage.SubmitAsync);

        Assert.Equal(1, stage.Server.Posts.Count(static post => post.Body.Length > 0));
        Assert.True(retry.Attempts > 1);
        Assert.Contains("a second time", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Sends again on any answer that is not a success, as resilience handlers do.</summary>
    internal sealed class RetryingHandler : DelegatingHandler
    {
        public int Attempts { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response;
            do
            {
                Attempts++;
                response = await base.SendAsync(request, cancellationToken);
            }
            while (!response.IsSuccessStatusCode && Attempts < 4);
            return response;
        }
    }
}
