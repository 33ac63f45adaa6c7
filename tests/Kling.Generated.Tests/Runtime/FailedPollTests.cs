namespace Kling.Tests;

/// <summary>Polls that fail, or that do not find the job: when a wait continues, and when it ends.</summary>
public sealed class FailedPollTests
{
    private static readonly Step Processing = Step.Json(200, """{"status":"PROCESSING"}""");

    private static readonly Step Done = Step.Json(200, """{"status":"COMPLETED"}""");

    public static TheoryData<string> FailedPolls => ["connection", "408", "429", "500", "502", "503", "504", "html", "empty", "truncated", "broken off", "unknown state", "no state", "not an object"];

    [Theory]
    [MemberData(nameof(FailedPolls))]
    public async Task A_failed_poll_does_not_end_the_wait(string name)
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
    public async Task Three_refusals_in_a_row_end_the_wait(int status, KlingErrorKind kind)
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
    public async Task A_single_refusal_does_not_end_the_wait(int status)
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
    public async Task A_server_error_of_any_status_does_not_end_the_wait(int status)
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync([.. Enumerable.Repeat(Step.Html(status), 6), Done]);

        KlingResult result = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal(KlingJobStatus.Completed, result.Status);
    }

    [Fact]
    public async Task An_unexpected_exception_of_a_handler_ends_the_wait_at_once()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(new Step(true, static _ => throw new FormatException("a bug")));

        _ = await Assert.ThrowsAsync<FormatException>(() => job.WaitForCompletionAsync(cancellationToken: Stage.Token));

        _ = Assert.Single(stage.Server.Gets);
    }

    [Fact]
    public async Task A_new_job_that_is_not_found_is_polled_again()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Step.Json(404, """{"error":"Request req-1 not found"}"""), Done);

        _ = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal(3, stage.Server.Gets.Count());
    }

    [Fact]
    public async Task A_late_404_response_to_an_early_poll_does_not_end_the_wait()
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
    public async Task A_job_that_is_still_unknown_after_30_seconds_is_an_error_of_kind_NotFound()
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
    public async Task A_poll_without_a_response_is_given_up_and_sent_again()
    {
        using var stage = new Stage();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        KlingJob job = await stage.SubmitAsync(Step.Hangs(reached), Done);

        Task<KlingResult> wait = job.WaitForCompletionAsync(cancellationToken: Stage.Token);
        await reached.Task;
        stage.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal("req-1", (await wait).RequestId);
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
}
