namespace Kling.Tests;

public sealed class ClientOptionsTests
{
    [Fact]
    public void The_defaults_are_the_documented_ones()
    {
        var options = new KlingClientOptions();

        Assert.Equal("https://api.segmind.com/", options.BaseAddress.AbsoluteUri);
        Assert.True(options.ValidateRequests);
        Assert.True(options.RetrySubmitOnRateLimit);
        Assert.False(options.RetrySubmitOnServerError);
        Assert.Equal(TimeSpan.FromSeconds(100), options.SubmitTimeout);
        Assert.Null(options.JobTimeout);
        Assert.Equal("LatencyAwarePolling", options.Polling.GetType().Name);
        Assert.NotSame(options.Polling, new KlingClientOptions().Polling);
        Assert.Same(TimeProvider.System, options.TimeProvider);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(3601)]
    public void A_submit_time_out_of_range_is_refused(int seconds)
    {
        var options = new KlingClientOptions { SubmitTimeout = TimeSpan.FromSeconds(seconds) };

        _ = Assert.Throws<ArgumentOutOfRangeException>(() => new KlingClient("key", options));
    }

    [Fact]
    public void A_negative_job_time_out_is_refused()
    {
        var options = new KlingClientOptions { JobTimeout = TimeSpan.FromSeconds(-2) };

        _ = Assert.Throws<ArgumentOutOfRangeException>(nameof(options.JobTimeout), () => new KlingClient("key", options));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3600)]
    [InlineData(-0.001)]
    public void A_job_time_out_up_to_the_hour_of_the_record_is_taken(double seconds)
    {
        using var client = new KlingClient("key", new KlingClientOptions { JobTimeout = TimeSpan.FromSeconds(seconds) });

        Assert.NotNull(client);
    }

    [Fact]
    public void A_job_time_out_beyond_the_hour_of_the_record_is_refused_for_a_client_and_for_a_run()
    {
        var options = new KlingClientOptions { JobTimeout = TimeSpan.FromDays(1800) };
        using var client = new KlingClient("key");

        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(nameof(options.JobTimeout), () => new KlingClient("key", options));

        Assert.Contains("For 1800 seconds, write 00:30:00.", error.Message, StringComparison.Ordinal);
        _ = Assert.Throws<ArgumentOutOfRangeException>(nameof(options.JobTimeout), () => client.RunManyAsync([], new KlingRunOptions { JobTimeout = TimeSpan.FromHours(1.01) }, Stage.Token));
    }

    [Fact]
    public async Task A_job_time_out_of_the_options_holds_for_every_wait_that_gives_none()
    {
        using var stage = new Stage(static options => options.JobTimeout = TimeSpan.FromSeconds(20));
        KlingJob job = await stage.SubmitAsync(Step.Json(200, """{"status":"QUEUED"}"""));

        KlingTimeoutException error = await Assert.ThrowsAsync<KlingTimeoutException>(() => job.WaitForCompletionAsync(cancellationToken: Stage.Token));

        Assert.Equal(TimeSpan.FromSeconds(20), error.Elapsed);
    }

    [Fact]
    public async Task A_later_change_of_the_options_does_not_reach_the_client()
    {
        KlingClientOptions? kept = null;
        using var stage = new Stage(options => kept = options);
        kept!.BaseAddress = new Uri("https://elsewhere.example");
        kept.ValidateRequests = false;

        _ = await stage.SubmitAsync();

        Assert.Equal("api.segmind.com", Assert.Single(stage.Server.Posts).Uri.Host);
    }

    [Fact]
    public async Task A_client_that_was_given_its_connections_leaves_them_open()
    {
        using var server = new ScriptedServer();
        using var http = new HttpClient(server);
        var client = new KlingClient(http, new KlingClientOptions { ApiKey = "key", TimeProvider = new FakeClock() });
        KlingJob job = await client.SubmitAsync(new TestRequest(), Stage.Token);
        client.Dispose();

        Assert.Equal(KlingJobStatus.Completed, (await job.GetStatusAsync(Stage.Token)).Status);
    }

    [Theory]
    [InlineData(0, 10, 1.5)]
    [InlineData(-1, 10, 1.5)]
    [InlineData(2, 1, 1.5)]
    [InlineData(1, 3601, 1.5)]
    [InlineData(1, 10, 0.9)]
    [InlineData(1, 10, double.NaN)]
    [InlineData(1, 10, double.PositiveInfinity)]
    public void A_polling_interval_out_of_range_is_refused(int first, int longest, double factor)
    {
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => PollingStrategy.Exponential(TimeSpan.FromSeconds(first), TimeSpan.FromSeconds(longest), factor));
    }

    [Fact]
    public async Task A_strategy_that_never_waits_is_slowed_down()
    {
        using var stage = new Stage(static options => options.Polling = new Greedy());
        KlingJob job = await stage.SubmitAsync(Step.Json(200, """{"status":"QUEUED"}"""), Step.Json(200, """{"status":"COMPLETED"}"""));

        _ = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal([50, 50], stage.Clock.Delays.Select(static delay => delay.TotalMilliseconds));
    }

    private sealed class Greedy : PollingStrategy
    {
        public override TimeSpan NextDelay(PollingContext context) => TimeSpan.MinValue;
    }
}
