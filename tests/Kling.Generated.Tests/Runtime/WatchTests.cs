namespace Kling.Tests;

public sealed class WatchTests
{
    private static readonly Step Queued = Step.Json(200, """{"status":"QUEUED"}""");

    private static readonly Step Processing = Step.Json(200, """{"status":"PROCESSING"}""");

    private static readonly Step Done = Step.Json(200, """{"status":"COMPLETED","metrics":{"total_time":7}}""");

    [Fact]
    public async Task Each_change_of_the_status_is_returned_once_and_completion_is_the_last()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Queued, Queued, Step.Html(502), Processing, Processing, Done);

        List<KlingProgress> changes = await AllAsync(job);

        Assert.Equal([KlingJobStatus.Queued, KlingJobStatus.Processing, KlingJobStatus.Completed], changes.Select(static change => change.Status));
        Assert.Equal([1, 4, 6], changes.Select(static change => change.Polls));
        Assert.DoesNotContain(stage.Server.Gets, static get => !get.Uri.AbsolutePath.EndsWith("/status", StringComparison.Ordinal));
        Assert.NotNull((await job.GetResultAsync(Stage.Token)).Video);
    }

    [Fact]
    public async Task A_failure_is_the_last_status_and_not_an_exception()
    {
        using var stage = new Stage();
        var failed = Step.Json(422, """{"status":"FAILED","error":"blocked"}""");
        stage.Server.OnResult(failed);
        KlingJob job = await stage.SubmitAsync(Processing, failed);

        Assert.Equal([KlingJobStatus.Processing, KlingJobStatus.Failed], (await AllAsync(job)).Select(static change => change.Status));
        Assert.Equal("blocked", (await Assert.ThrowsAsync<KlingJobFailedException>(() => job.GetResultAsync(Stage.Token))).Detail);
    }

    [Fact]
    public async Task A_job_that_has_ended_is_returned_without_a_poll()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Done);
        _ = await job.GetStatusAsync(Stage.Token);

        Assert.Equal(KlingJobStatus.Completed, Assert.Single(await AllAsync(job)).Status);
        _ = Assert.Single(stage.Server.Gets);
    }

    [Fact]
    public async Task An_unknown_status_is_a_change_and_the_watch_continues()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Processing, Step.Json(200, """{"status":"THROTTLED"}"""), Done);

        Assert.Equal([KlingJobStatus.Processing, KlingJobStatus.Unknown, KlingJobStatus.Completed], (await AllAsync(job)).Select(static change => change.Status));
    }

    [Fact]
    public async Task A_watch_throws_the_errors_of_a_wait()
    {
        using var stage = new Stage();
        KlingJob job = await stage.SubmitAsync(Processing);

        List<KlingProgress> changes = [];
        KlingTimeoutException late = await Assert.ThrowsAsync<KlingTimeoutException>(() => AllAsync(job, TimeSpan.FromSeconds(30), changes));
        stage.Server.OnStatus(Step.Json(401, "{}"));
        KlingApiException refused = await Assert.ThrowsAsync<KlingApiException>(() => AllAsync(job));

        Assert.Equal(KlingJobStatus.Processing, Assert.Single(changes).Status);
        Assert.Equal(("req-1", job.ToToken()), (late.RequestId, late.Token));
        Assert.Equal((KlingErrorKind.Unauthorized, "req-1", job.ToToken()), (refused.Kind, refused.RequestId, refused.Token));
        _ = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => AllAsync(job, TimeSpan.FromSeconds(-3)));
    }

    [Fact]
    public async Task Cancelling_stops_the_watch_and_says_that_the_job_continues()
    {
        using var stage = new Stage();
        using var cancel = new CancellationTokenSource();
        KlingJob job = await stage.SubmitAsync(Processing);

        OperationCanceledException error = await Assert.ThrowsAsync<OperationCanceledException>(async () =>
        {
            await foreach (KlingProgress change in job.WatchAsync(cancellationToken: cancel.Token))
            {
                Assert.Equal(KlingJobStatus.Processing, change.Status);
                await cancel.CancelAsync();
            }
        });

        Assert.Contains("still running", error.Message, StringComparison.Ordinal);
        Assert.Contains(job.ToToken(), error.Message, StringComparison.Ordinal);
    }

    private static async Task<List<KlingProgress>> AllAsync(KlingJob job, TimeSpan? timeout = null, List<KlingProgress>? changes = null)
    {
        changes ??= [];
        await foreach (KlingProgress change in job.WatchAsync(timeout, Stage.Token))
        {
            changes.Add(change);
        }

        return changes;
    }
}
