namespace Kling.Tests;

public sealed class WaitTests
{
    private static readonly Step Processing = Step.Json(200, """{"status":"PROCESSING"}""");

    private static readonly Step Done = Step.Json(200, """{"status":"COMPLETED"}""");

    [Fact]
    public async Task An_exponential_pause_grows_from_the_first_to_the_longest()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync([.. Enumerable.Repeat(Processing, 8), Done]);

        KlingResult result = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        // A timer counts in whole milliseconds.
        Assert.Equal([1, 1.5, 2.25, 3.375, 5.062, 7.593, 10, 10, 10], stage.Clock.Delays.Select(static delay => delay.TotalSeconds));
        Assert.Equal(KlingJobStatus.Completed, result.Status);
        Assert.Equal(KlingJobStatus.Completed, job.Status);
    }

    [Fact]
    public async Task Every_poll_is_reported()
    {
        using var stage = new Stage(static options => options.Polling = PollingStrategy.Fixed(TimeSpan.FromSeconds(2)));
        KlingJob job = await stage.SubmitAsync(Step.Json(200, """{"status":"QUEUED"}"""), Processing, Step.Html(502), Done);
        var seen = new ProgressLog<KlingProgress>();

        _ = await job.WaitForCompletionAsync(progress: seen, cancellationToken: Stage.Token);

        var typical = TimeSpan.FromSeconds(120);
        Assert.Equal(
            [
                new KlingProgress("req-1", KlingJobStatus.Queued, TimeSpan.FromSeconds(2), typical, 1) { State = "QUEUED" },
                new KlingProgress("req-1", KlingJobStatus.Processing, TimeSpan.FromSeconds(4), typical, 2) { State = "PROCESSING" },
                new KlingProgress("req-1", KlingJobStatus.Processing, TimeSpan.FromSeconds(6), typical, 3) { State = "PROCESSING" },
                new KlingProgress("req-1", KlingJobStatus.Completed, TimeSpan.FromSeconds(8), typical, 4) { State = "COMPLETED" },
            ],
            seen.Reports);
    }

    [Theory]
    [InlineData("CANCELLED")]
    [InlineData("canceled")]
    [InlineData("TIMED_OUT")]
    [InlineData("ERROR")]
    public async Task An_undocumented_final_status_fails_the_wait_with_the_server_message(string state)
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Step.Json(200, $$"""{"status":"{{state}}","error":"stopped by the operator"}"""));

        KlingJobFailedException error = await Assert.ThrowsAsync<KlingJobFailedException>(() => job.WaitForCompletionAsync(cancellationToken: Stage.Token));

        Assert.Equal((state, "stopped by the operator"), (error.State, error.Detail));
        Assert.Contains($"ended as {state}: stopped by the operator", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_error_with_a_final_status_does_not_end_the_job()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Step.Json(502, """{"status":"error","error":"bad gateway"}"""), Done);

        Assert.Equal(KlingJobStatus.Completed, (await job.WaitForCompletionAsync(cancellationToken: Stage.Token)).Status);
    }

    [Fact]
    public async Task An_unknown_state_is_kept_verbatim_and_shown_when_the_wait_times_out()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Step.Json(200, """{"status":"THROTTLED"}"""));
        var seen = new ProgressLog<KlingProgress>();

        KlingTimeoutException error = await Assert.ThrowsAsync<KlingTimeoutException>(
            () => job.WaitForCompletionAsync(TimeSpan.FromSeconds(5), seen, Stage.Token));

        Assert.Equal("THROTTLED", error.LastState);
        Assert.Contains("'THROTTLED'", error.Message, StringComparison.Ordinal);
        Assert.All(seen.Reports, static report => Assert.Equal((KlingJobStatus.Unknown, "THROTTLED"), (report.Status, report.State)));
    }

    [Theory]
    [InlineData("""{"\ud800":1,"status":"COMPLETED"}""")]
    [InlineData("""{"note":"\ud800","status":"COMPLETED"}""")]
    [InlineData("""{"status":"COMPLETED","x":{"\udc00":"\ud800"}}""")]
    public async Task A_lone_surrogate_in_a_response_is_tolerated(string body)
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Step.Json(200, body));

        Assert.Equal(KlingJobStatus.Completed, (await job.WaitForCompletionAsync(cancellationToken: Stage.Token)).Status);
    }

    [Theory]
    [InlineData(422)]
    [InlineData(200)]
    [InlineData(500)]
    public async Task A_body_with_the_status_FAILED_counts_whatever_its_status_code(int status)
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Step.Json(status, """{"status":"FAILED","error":"content blocked","metrics":{"total_time":3.5}}"""));
        var seen = new ProgressLog<KlingProgress>();

        KlingJobFailedException error = await Assert.ThrowsAsync<KlingJobFailedException>(() => job.WaitForCompletionAsync(progress: seen, cancellationToken: Stage.Token));

        Assert.Equal("content blocked", error.Detail);
        Assert.Equal("req-1", error.RequestId);
        Assert.Contains("content blocked", error.Message, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(3.5), error.Metrics?.TotalTime);
        Assert.Equal(KlingJobStatus.Failed, job.Status);
        Assert.Equal(KlingJobStatus.Failed, Assert.Single(seen.Reports).Status);
    }

    [Fact]
    public async Task A_body_with_the_status_COMPLETED_counts_whatever_its_status_code()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Step.Json(502, """{"status":"COMPLETED"}"""));

        _ = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal(2, stage.Server.Gets.Count());
    }

    [Fact]
    public async Task Cancelling_ends_a_poll_in_flight_and_not_the_job()
    {
        using var stage = new Stage();
        using var cancel = new CancellationTokenSource();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        KlingJob job = await stage.SubmitAsync(Step.Hangs(reached), Done);

        Task<KlingResult> wait = job.WaitForCompletionAsync(cancellationToken: cancel.Token);
        await reached.Task;
        DateTimeOffset before = stage.Clock.GetUtcNow();
        await cancel.CancelAsync();

        OperationCanceledException error = await Assert.ThrowsAsync<OperationCanceledException>(() => wait);
        Assert.Equal(before, stage.Clock.GetUtcNow());
        Assert.Equal(cancel.Token, error.CancellationToken);
        Assert.Contains("req-1", error.Message, StringComparison.Ordinal);
        Assert.Contains("The job is still running", error.Message, StringComparison.Ordinal);
        Assert.Contains(job.ToToken(), error.Message, StringComparison.Ordinal);
        Assert.Equal("req-1", (await job.WaitForCompletionAsync(cancellationToken: Stage.Token)).RequestId);
    }

    [Fact]
    public async Task Cancelling_ends_a_pause_between_polls()
    {
        using var stage = new Stage();
        using var cancel = new CancellationTokenSource();
        KlingJob job = await stage.SubmitAsync();
        stage.Clock.HoldDelays = true;

        Task delay = stage.Clock.NextDelay;
        Task<KlingResult> wait = job.WaitForCompletionAsync(cancellationToken: cancel.Token);
        await delay;
        DateTimeOffset before = stage.Clock.GetUtcNow();
        await cancel.CancelAsync();

        _ = await Assert.ThrowsAsync<OperationCanceledException>(() => wait);
        Assert.Equal(before, stage.Clock.GetUtcNow());
        Assert.Empty(stage.Server.Gets);
    }

    [Fact]
    public async Task A_retry_time_of_the_server_delays_the_next_poll()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Step.Json(429, "{}", ("Retry-After", "45")), Done);

        _ = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        // The result's turn comes one after the poll's: after a silence all go at the rate.
        Assert.Equal([1, 45, 0.01], stage.Clock.Delays.Select(static delay => delay.TotalSeconds));
    }

    [Fact]
    public async Task A_custom_polling_strategy_gets_the_model_the_time_and_the_polls()
    {
        var strategy = new RecordingStrategy();
        using var stage = new Stage(options => options.Polling = strategy);
        KlingJob job = await stage.SubmitAsync(Processing, Done);

        _ = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal(
            ["test-model Queued 120 0 0", "test-model Processing 120 7 1"],
            strategy.Contexts.Select(static c => FormattableString.Invariant($"{c.Slug} {c.Status} {c.ExpectedDuration?.TotalSeconds} {c.Elapsed.TotalSeconds} {c.Polls}")));
    }

    private sealed class RecordingStrategy : PollingStrategy
    {
        public List<PollingContext> Contexts { get; } = [];

        public override TimeSpan NextDelay(PollingContext context)
        {
            Contexts.Add(context);
            return TimeSpan.FromSeconds(7);
        }
    }
}
