namespace Kling.Tests;

public sealed class WaitTests
{
    private static readonly Step Processing = Step.Json(200, """{"status":"PROCESSING"}""");

    private static readonly Step Done = Step.Json(200, """{"status":"COMPLETED"}""");

    public static TheoryData<string> FailedPolls => ["connection", "408", "429", "500", "502", "503", "504", "html", "empty", "truncated", "broken off", "unknown state", "no state", "not an object"];

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
        var seen = new Observer();

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
    [MemberData(nameof(FailedPolls))]
    public async Task A_poll_that_brings_no_news_does_not_end_the_wait(string name)
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Odd(name), Odd(name), Done);

        KlingResult result = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal("https://files.example/out.mp4", result.Output);
        Assert.Equal(4, stage.Server.Gets.Count());
    }

    [Theory]
    [MemberData(nameof(FailedPolls))]
    public async Task A_result_that_cannot_be_fetched_yet_is_fetched_again(string name)
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync();
        stage.Server.OnResult(Odd(name), Step.Json(200, ScriptedServer.Completed));

        _ = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal(["/v2/requests/req-1/status", "/v2/requests/req-1", "/v2/requests/req-1"], stage.Server.Gets.Select(static get => get.Uri.AbsolutePath));
    }

    [Theory]
    [InlineData(401, KlingErrorKind.Unauthorized)]
    [InlineData(403, KlingErrorKind.Forbidden)]
    [InlineData(410, KlingErrorKind.Gone)]
    [InlineData(302, KlingErrorKind.Redirected)]
    public async Task A_refusal_ends_the_wait_when_three_polls_in_a_row_meet_it(int status, KlingErrorKind kind)
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Step.Json(status, """{"error":"no"}"""));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => job.WaitForCompletionAsync(cancellationToken: Stage.Token));

        Assert.Equal(kind, error.Kind);
        Assert.Equal("req-1", error.RequestId);
        Assert.Equal(3, stage.Server.Gets.Count());
        Assert.Equal([1, 1, 2], stage.Clock.Delays.Select(static delay => delay.TotalSeconds));
    }

    [Theory]
    [InlineData(302)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(410)]
    [InlineData(418)]
    public async Task One_odd_refusal_does_not_lose_a_paid_job(int status)
    {
        using var stage = new Stage(static options => options.Polling = PollingStrategy.Fixed(TimeSpan.FromSeconds(40)));
        var odd = Step.Json(status, """{"error":"no"}""");
        KlingJob job = await stage.SubmitAsync(Processing, odd, odd, Processing, odd, odd, Done);

        KlingResult result = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal(KlingJobStatus.Completed, result.Status);
    }

    [Theory]
    [InlineData(501)]
    [InlineData(505)]
    [InlineData(507)]
    [InlineData(520)]
    [InlineData(524)]
    [InlineData(598)]
    [InlineData(599)]
    public async Task A_server_error_of_any_number_says_nothing_about_the_job(int status)
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync([.. Enumerable.Repeat(Step.Html(status), 6), Done]);

        KlingResult result = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal(KlingJobStatus.Completed, result.Status);
    }

    [Theory]
    [InlineData("CANCELLED")]
    [InlineData("canceled")]
    [InlineData("TIMED_OUT")]
    [InlineData("ERROR")]
    public async Task An_undocumented_word_that_ends_a_job_fails_the_wait_with_the_servers_words(string state)
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Step.Json(200, $$"""{"status":"{{state}}","error":"stopped by the operator"}"""));

        KlingJobFailedException error = await Assert.ThrowsAsync<KlingJobFailedException>(() => job.WaitForCompletionAsync(cancellationToken: Stage.Token));

        Assert.Equal((state, "stopped by the operator"), (error.State, error.Detail));
        Assert.Contains($"ended as {state}: stopped by the operator", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_s_error_that_uses_such_a_word_does_not_end_the_job()
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
        var seen = new Observer();

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
    public async Task Half_a_surrogate_pair_in_a_response_is_tolerated(string body)
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Step.Json(200, body));

        Assert.Equal(KlingJobStatus.Completed, (await job.WaitForCompletionAsync(cancellationToken: Stage.Token)).Status);
    }

    [Fact]
    public async Task A_bug_in_a_handler_ends_the_wait_at_once()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(new Step(true, static _ => throw new FormatException("a bug")));

        _ = await Assert.ThrowsAsync<FormatException>(() => job.WaitForCompletionAsync(cancellationToken: Stage.Token));

        _ = Assert.Single(stage.Server.Gets);
    }

    [Theory]
    [InlineData(422)]
    [InlineData(200)]
    [InlineData(500)]
    public async Task A_body_that_announces_the_failure_counts_whatever_its_status_code(int status)
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Step.Json(status, """{"status":"FAILED","error":"content blocked","metrics":{"total_time":3.5}}"""));
        var seen = new Observer();

        KlingJobFailedException error = await Assert.ThrowsAsync<KlingJobFailedException>(() => job.WaitForCompletionAsync(progress: seen, cancellationToken: Stage.Token));

        Assert.Equal("content blocked", error.Detail);
        Assert.Equal("req-1", error.RequestId);
        Assert.Contains("content blocked", error.Message, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(3.5), error.Metrics?.TotalTime);
        Assert.Equal(KlingJobStatus.Failed, job.Status);
        Assert.Equal(KlingJobStatus.Failed, Assert.Single(seen.Reports).Status);
    }

    [Fact]
    public async Task A_body_that_announces_completion_counts_whatever_its_status_code()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Step.Json(502, """{"status":"COMPLETED"}"""));

        _ = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal(2, stage.Server.Gets.Count());
    }

    [Fact]
    public async Task A_job_that_is_not_known_yet_is_asked_for_again()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Step.Json(404, """{"error":"Request req-1 not found"}"""), Done);

        _ = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal(3, stage.Server.Gets.Count());
    }

    [Fact]
    public async Task A_late_answer_to_an_early_question_is_no_proof_that_a_job_is_unknown()
    {
        using var stage = new Stage();
        var late = new Step(true, async cancellationToken =>
        {
            stage.Clock.Advance(TimeSpan.FromSeconds(29));
            return await Step.Json(404, """{"error":"Request req-1 not found"}""").Answer(cancellationToken);
        });
        KlingJob job = await stage.SubmitAsync(late, Done);

        _ = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.True(stage.Clock.GetUtcNow() - job.SubmittedAt >= TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_job_that_stays_unknown_is_not_found()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Step.Json(404, """{"error":"Request req-1 not found"}"""));

        KlingApiException error = await Assert.ThrowsAsync<KlingApiException>(() => job.WaitForCompletionAsync(cancellationToken: Stage.Token));

        Assert.Equal(KlingErrorKind.NotFound, error.Kind);
        Assert.Equal("Request req-1 not found", error.Detail);
        Assert.True(stage.Clock.GetUtcNow() - job.SubmittedAt >= TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_job_that_is_unknown_after_its_hour_has_expired()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Step.Json(404, """{"error":"Request req-1 not found"}"""));
        stage.Clock.Advance(TimeSpan.FromHours(1));

        KlingJobExpiredException error = await Assert.ThrowsAsync<KlingJobExpiredException>(() => job.WaitForCompletionAsync(cancellationToken: Stage.Token));

        Assert.Equal("req-1", error.RequestId);
        Assert.Equal(job.ExpiresAt, error.ExpiresAt);
    }

    [Fact]
    public async Task A_question_that_hangs_is_given_up_and_asked_again()
    {
        using var stage = new Stage();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        KlingJob job = await stage.SubmitAsync(Step.Hangs(reached), Done);

        Task<KlingResult> wait = job.WaitForCompletionAsync(cancellationToken: Stage.Token);
        await reached.Task;
        stage.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal("req-1", (await wait).RequestId);
    }

    [Fact]
    public async Task Cancelling_ends_a_question_in_flight_and_leaves_the_job()
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
    public async Task Cancelling_ends_a_pause()
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
    public async Task A_server_that_asks_to_be_left_alone_is_left_alone()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Step.Json(429, "{}", ("Retry-After", "45")), Done);

        _ = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        // The result's turn comes one after the poll's: after a silence all go at the rate.
        Assert.Equal([1, 45, 0.01], stage.Clock.Delays.Select(static delay => delay.TotalSeconds));
    }

    [Fact]
    public async Task A_strategy_of_ones_own_knows_the_model_the_time_and_the_polls()
    {
        var strategy = new RecordingStrategy();
        using var stage = new Stage(options => options.Polling = strategy);
        KlingJob job = await stage.SubmitAsync(Processing, Done);

        _ = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal(
            ["test-model Queued 120 0 0", "test-model Processing 120 7 1"],
            strategy.Contexts.Select(static c => FormattableString.Invariant($"{c.Slug} {c.Status} {c.ExpectedDuration?.TotalSeconds} {c.Elapsed.TotalSeconds} {c.Polls}")));
    }

    private static Step Odd(string name) => name switch
    {
        "connection" => Step.Breaks(),
        "html" => Step.Html(200),
        "empty" => Step.Empty(200),
        "truncated" => Step.Json(200, """{"status":"COMPLE"""),
        "broken off" => Step.BreaksOff(200, """{"status":"""),
        "unknown state" => Step.Json(200, """{"status":"THROTTLED"}"""),
        "no state" => Step.Json(200, "{}"),
        "not an object" => Step.Json(200, "[]"),
        _ => Step.Html(int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)),
    };

    private sealed class Observer : IProgress<KlingProgress>
    {
        public List<KlingProgress> Reports { get; } = [];

        public void Report(KlingProgress value) => Reports.Add(value);
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
