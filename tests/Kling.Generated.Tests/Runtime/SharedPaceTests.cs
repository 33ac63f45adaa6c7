using System.Text.Json;

namespace Kling.Tests;

/// <summary>What the jobs of one client have in common: a silence that the server asks for, and a rate.</summary>
public sealed class SharedPaceTests
{
    private static readonly Step Limited = Step.Json(429, "{}", ("Retry-After", "45"));

    private static readonly Step Processing = Step.Json(200, """{"status":"PROCESSING"}""");

    private static readonly Step Done = Step.Json(200, """{"status":"COMPLETED"}""");

    public static TheoryData<int, string, string> Silences => new()
    {
        { 429, "x-rate-limit-reset-at-utc", "2026-09-01T12:00:45Z" },
        { 429, "Retry-After", "45" },
        { 503, "Retry-After", "45" },
    };

    [Theory]
    [MemberData(nameof(Silences))]
    public async Task A_pause_requested_for_one_job_applies_to_the_others(int status, string header, string value)
    {
        using var stage = new Stage();
        KlingJob first = await stage.SubmitAsync(Step.Json(status, "{}", (header, value)), Done);
        KlingJob second = await stage.SubmitAsync();
        _ = await Assert.ThrowsAsync<KlingApiException>(() => first.GetStatusAsync(Stage.Token));

        _ = await second.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal(45, stage.Clock.Delays[0].TotalSeconds);
    }

    [Fact]
    public async Task A_pause_requested_for_a_poll_applies_to_submits()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Limited);
        _ = await Assert.ThrowsAsync<KlingApiException>(() => job.GetStatusAsync(Stage.Token));

        _ = await stage.SubmitAsync();

        Assert.Equal(45, Assert.Single(stage.Clock.Delays).TotalSeconds);
        Assert.Equal(2, stage.Server.Posts.Count());
    }

    [Fact]
    public async Task A_pause_requested_for_a_submit_applies_to_polls()
    {
        using var stage = new Stage(static options => options.RetrySubmitOnRateLimit = false);
        KlingJob job = await stage.SubmitAsync(Done);
        stage.Server.OnSubmit(Limited);
        _ = await Assert.ThrowsAsync<KlingApiException>(stage.SubmitAsync);

        _ = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal(45, stage.Clock.Delays[0].TotalSeconds);
    }

    [Fact]
    public async Task A_pause_beyond_the_submit_timeout_does_not_delay_the_submit()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Step.Json(429, "{}", ("Retry-After", "600")));
        _ = await Assert.ThrowsAsync<KlingApiException>(() => job.GetStatusAsync(Stage.Token));

        Assert.NotNull(await stage.SubmitAsync());

        Assert.Empty(stage.Clock.Delays);
    }

    [Fact]
    public async Task A_pause_beyond_the_deadline_of_a_wait_still_allows_its_last_poll()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Step.Json(429, "{}", ("Retry-After", "600")));

        KlingTimeoutException error = await Assert.ThrowsAsync<KlingTimeoutException>(() => job.WaitForCompletionAsync(TimeSpan.FromSeconds(60), cancellationToken: Stage.Token));

        Assert.Equal(TimeSpan.FromSeconds(60), error.Elapsed);
        Assert.Equal(KlingErrorKind.RateLimited, Assert.IsType<KlingApiException>(error.InnerException).Kind);
        Assert.Equal(2, stage.Server.Gets.Count());
    }

    [Theory]
    [InlineData("Retry-After", "99999")]
    [InlineData("Retry-After", "Fri, 01 Jan 2100 00:00:00 GMT")]
    [InlineData("x-rate-limit-reset-at-utc", "2099-01-01T00:00:00Z")]
    [InlineData("x-rate-limit-reset-at-utc", "99999999999")]
    public async Task An_absurd_retry_time_pauses_the_client_for_five_minutes_at_most(string header, string value)
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Step.Json(429, "{}", (header, value)), Done);

        _ = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal([1, 300], stage.Clock.Delays.Take(2).Select(static delay => Math.Round(delay.TotalSeconds)));
        Assert.True(stage.Clock.Delays.Skip(2).Sum(static delay => delay.TotalSeconds) < 1);
    }

    [Fact]
    public async Task The_last_poll_finds_the_result_although_the_server_asked_for_a_longer_pause()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Step.Json(503, "{}", ("Retry-After", "99999")), Done);

        KlingResult result = await job.WaitForCompletionAsync(TimeSpan.FromSeconds(60), cancellationToken: Stage.Token);

        Assert.Equal(KlingJobStatus.Completed, result.Status);
    }

    [Fact]
    public async Task A_reset_time_on_a_successful_response_causes_no_pause()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Step.Json(200, """{"status":"PROCESSING"}""", ("x-rate-limit-reset-at-utc", "2026-09-01T12:30:00Z")), Done);

        _ = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal([1, 1.5], stage.Clock.Delays.Select(static delay => delay.TotalSeconds));
    }

    [Fact]
    public async Task A_queued_poll_ends_at_the_deadline_of_its_wait()
    {
        using var stage = new Stage(static options => (options.MaxPollsPerSecond, options.Polling) = (0.01, PollingStrategy.Fixed(TimeSpan.FromSeconds(2))));
        KlingJob job = await stage.SubmitAsync(Processing);
        stage.Clock.HoldDelays = true;

        Task pause = stage.Clock.NextDelay;
        Task<KlingResult> wait = job.WaitForCompletionAsync(TimeSpan.FromSeconds(10), cancellationToken: Stage.Token);
        await pause;
        foreach (double seconds in (double[])[2, 2])
        {
            pause = stage.Clock.NextDelay;
            stage.Clock.Advance(TimeSpan.FromSeconds(seconds));
            await pause;
        }

        stage.Clock.Advance(TimeSpan.FromSeconds(6));

        KlingTimeoutException error = await Assert.ThrowsAsync<KlingTimeoutException>(() => wait);
        Assert.Equal(TimeSpan.FromSeconds(10), error.Elapsed);
        _ = Assert.Single(stage.Server.Gets);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(0.0001)]
    [InlineData(10_001)]
    [InlineData(double.NaN)]
    public void A_rate_out_of_range_is_refused(double perSecond)
    {
        _ = Assert.Throws<ArgumentOutOfRangeException>(
            nameof(KlingClientOptions.MaxPollsPerSecond), () => new KlingClient("key", new KlingClientOptions { MaxPollsPerSecond = perSecond }));
    }

    [Fact]
    public async Task Retries_of_submits_that_were_throttled_together_are_sent_at_the_rate()
    {
        using var stage = new Stage(static options => options.MaxPollsPerSecond = 1);
        stage.Server.OnSubmit(Limited, Step.Json(200, ScriptedServer.Accepted));
        using var body = JsonDocument.Parse("{}");
        Assert.NotNull(await stage.Client.SubmitAsync("new-model", body.RootElement, Stage.Token));
        stage.Server.OnSubmit(Step.Unreachable(), Step.Json(200, ScriptedServer.Accepted));

        Assert.NotNull(await stage.Client.SubmitAsync("new-model", body.RootElement, Stage.Token));

        Assert.Equal([45, 0.5, 0.5], stage.Clock.Delays.Select(static delay => delay.TotalSeconds));
    }
}
