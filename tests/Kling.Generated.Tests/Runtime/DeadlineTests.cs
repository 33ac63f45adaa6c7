namespace Kling.Tests;

public sealed class DeadlineTests
{
    private static readonly Step Processing = Step.Json(200, """{"status":"PROCESSING"}""");

    private static readonly Step Done = Step.Json(200, """{"status":"COMPLETED"}""");

    [Fact]
    public async Task A_wait_that_times_out_has_the_id_and_a_second_wait_works()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Processing);

        KlingTimeoutException error = await Assert.ThrowsAsync<KlingTimeoutException>(() => job.WaitForCompletionAsync(TimeSpan.FromSeconds(60), cancellationToken: Stage.Token));

        Assert.Equal("req-1", error.RequestId);
        Assert.Equal(KlingJobStatus.Processing, error.LastStatus);
        Assert.Equal(TimeSpan.FromSeconds(60), error.Elapsed);
        Assert.Contains("may still be running", error.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(KlingClient.GetJob), error.Message, StringComparison.Ordinal);
        Assert.Equal(job.ToToken(), error.Token);

        stage.Server.OnStatus(Done);
        KlingResult result = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);
        Assert.Equal("req-1", result.RequestId);
    }

    [Fact]
    public async Task The_last_poll_is_one_second_before_the_deadline()
    {
        using var stage = new Stage(static options => options.Polling = PollingStrategy.Fixed(TimeSpan.FromSeconds(10)));
        KlingJob job = await stage.SubmitAsync(Processing);

        _ = await Assert.ThrowsAsync<KlingTimeoutException>(() => job.WaitForCompletionAsync(TimeSpan.FromSeconds(25), cancellationToken: Stage.Token));

        Assert.Equal([10, 10, 4, 1], stage.Clock.Delays.Select(static delay => delay.TotalSeconds));
        Assert.Equal(3, stage.Server.Gets.Count());
    }

    [Fact]
    public async Task Frequent_polls_continue_until_the_deadline()
    {
        using var stage = new Stage(static options => options.Polling = PollingStrategy.Fixed(TimeSpan.FromMilliseconds(300)));
        KlingJob job = await stage.SubmitAsync(Processing);

        _ = await Assert.ThrowsAsync<KlingTimeoutException>(() => job.WaitForCompletionAsync(TimeSpan.FromSeconds(2), cancellationToken: Stage.Token));

        // At 0.3, 0.6, … 1.8 s, and once more at 1.9 s.
        Assert.Equal(7, stage.Server.Gets.Count());
    }

    [Fact]
    public async Task A_wait_shorter_than_the_first_pause_polls_once()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Done);

        _ = await job.WaitForCompletionAsync(TimeSpan.FromMilliseconds(500), cancellationToken: Stage.Token);

        Assert.Equal(2, stage.Server.Gets.Count());
    }

    [Fact]
    public async Task A_wait_with_a_timeout_of_zero_does_not_poll()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync();

        _ = await Assert.ThrowsAsync<KlingTimeoutException>(() => job.WaitForCompletionAsync(TimeSpan.Zero, cancellationToken: Stage.Token));

        Assert.Empty(stage.Server.Gets);
    }

    [Fact]
    public async Task A_negative_wait_is_refused()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync();

        _ = await Assert.ThrowsAsync<ArgumentOutOfRangeException>("timeout", () => job.WaitForCompletionAsync(TimeSpan.FromSeconds(-3), cancellationToken: Stage.Token));
    }

    [Theory]
    [InlineData(120.0, 900)]
    [InlineData(190.46, 952.3)]
    [InlineData(1000.0, 3600)]
    [InlineData(null, 900)]
    public async Task The_default_deadline_is_15_minutes_or_five_times_the_typical_duration_within_the_hour(double? typical, double expected)
    {
        using var stage = new Stage();
        string schema = typical is { } seconds ? FormattableString.Invariant($$"""{"type":"object","x-typical-seconds":{{seconds}}}""") : """{"type":"object"}""";
        stage.Server.OnStatus(Processing);
        KlingJob job = await stage.Client.SubmitAsync(new TestRequest { Model = KlingModel.FromSchema("other-model", schema) }, Stage.Token);

        KlingTimeoutException error = await Assert.ThrowsAsync<KlingTimeoutException>(() => job.WaitForCompletionAsync(cancellationToken: Stage.Token));

        Assert.Equal(expected, error.Elapsed.TotalSeconds);
    }

    [Fact]
    public async Task No_wait_continues_after_the_retention_of_one_hour()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Processing);

        KlingTimeoutException error = await Assert.ThrowsAsync<KlingTimeoutException>(() => job.WaitForCompletionAsync(Timeout.InfiniteTimeSpan, cancellationToken: Stage.Token));

        Assert.Equal(TimeSpan.FromHours(1), error.Elapsed);
        Assert.DoesNotContain("still running", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_deadline_ends_a_poll_in_flight()
    {
        using var stage = new Stage();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        KlingJob job = await stage.SubmitAsync(Step.Hangs(reached));

        Task<KlingResult> wait = job.WaitForCompletionAsync(TimeSpan.FromSeconds(10), cancellationToken: Stage.Token);
        await reached.Task;
        stage.Clock.Advance(TimeSpan.FromSeconds(9));

        KlingTimeoutException error = await Assert.ThrowsAsync<KlingTimeoutException>(() => wait);
        Assert.Equal("req-1", error.RequestId);
    }

    [Fact]
    public async Task A_timeout_after_failed_polls_has_the_last_error()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Step.Html(502));

        KlingTimeoutException error = await Assert.ThrowsAsync<KlingTimeoutException>(() => job.WaitForCompletionAsync(TimeSpan.FromMinutes(1), cancellationToken: Stage.Token));

        Assert.Equal(KlingErrorKind.BadGateway, Assert.IsType<KlingApiException>(error.InnerException).Kind);
        Assert.Equal(KlingJobStatus.Queued, error.LastStatus);
    }

    [Fact]
    public async Task A_timeout_while_the_result_cannot_be_fetched_says_that_the_job_is_completed()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync();
        stage.Server.OnResult(Step.Html(503));

        KlingTimeoutException error = await Assert.ThrowsAsync<KlingTimeoutException>(() => job.WaitForCompletionAsync(TimeSpan.FromMinutes(1), cancellationToken: Stage.Token));

        Assert.Equal(KlingJobStatus.Completed, error.LastStatus);
        Assert.Contains("The job is finished", error.Message, StringComparison.Ordinal);
    }
}
