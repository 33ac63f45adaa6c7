namespace Kling.Tests;

[Collection(nameof(Listening))]
public sealed class MetricTests
{
    [Fact]
    public async Task A_job_counts_its_submit_its_polls_its_cost_and_its_time()
    {
        using var heard = new Listening();
        using var stage = new Stage(static options => options.Polling = PollingStrategy.Fixed(TimeSpan.FromSeconds(2)));
        stage.Server.OnResult(Step.Json(200, """{"status":"COMPLETED","output":"https://files.example/out.mp4","metrics":{"cost":1.5}}"""));
        KlingJob job = await stage.SubmitAsync(Step.Html(502), Step.Json(200, """{"status":"COMPLETED"}"""));

        _ = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal(
            [
                "kling.client.submits 1 gen_ai.request.model=test-model kling.job.outcome=accepted",
                "kling.client.polls 1 gen_ai.request.model=test-model",
                "kling.client.polls 1 gen_ai.request.model=test-model",
                "kling.client.cost 1.5 gen_ai.request.model=test-model",
                "gen_ai.client.operation.duration 4 gen_ai.operation.name=generate_content gen_ai.provider.name=segmind gen_ai.request.model=test-model",
            ],
            heard.Measurements);
    }

    [Fact]
    public async Task The_cost_of_a_job_is_counted_once_however_its_end_is_noticed()
    {
        using var heard = new Listening();
        using var stage = new Stage();
        stage.Server.OnResult(Step.Json(200, """{"status":"COMPLETED","output":"https://files.example/out.mp4","metrics":{"cost":1.5}}"""));
        KlingJob job = await stage.SubmitAsync(Step.Json(200, """{"status":"COMPLETED","metrics":{"cost":1.5}}"""));

        await foreach (KlingProgress change in job.WatchAsync(cancellationToken: Stage.Token))
        {
            Assert.Equal(KlingJobStatus.Completed, change.Status);
            break;
        }

        _ = await job.GetStatusAsync(Stage.Token);
        _ = await job.GetResultAsync(Stage.Token);
        _ = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);
        _ = await stage.Client.GetJob(job.ToToken()).WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal(
            "kling.client.cost 1.5 gen_ai.request.model=test-model",
            Assert.Single(heard.Measurements, static measurement => measurement.StartsWith("kling.client.cost", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_submit_that_is_refused_counts_with_the_kind_of_its_error()
    {
        using var heard = new Listening();
        using var stage = new Stage();
        stage.Server.OnSubmit(Step.Json(429, "{}", ("Retry-After", "10")));

        _ = await Assert.ThrowsAsync<KlingApiException>(stage.SubmitAsync);

        Assert.Equal(
            [
                "kling.client.submits 1 gen_ai.request.model=test-model kling.job.outcome=refused",
                "gen_ai.client.operation.duration 30 gen_ai.operation.name=generate_content gen_ai.provider.name=segmind gen_ai.request.model=test-model error.type=RateLimited",
            ],
            heard.Measurements);
    }

    [Fact]
    public void Telemetry_without_a_listener_allocates_nothing()
    {
        var error = new KlingException("x");
        Measure();

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            Measure();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Measure()
        {
            System.Diagnostics.Activity? span = JobSpan.Start("slug", "localhost");
            JobTelemetry.Submitted(span, "slug", "id");
            JobTelemetry.NotSubmitted(span, "slug", TimeSpan.Zero, SubmitOutcome.Of(error), error);
            JobMetrics.Polled("slug");
            JobSpan.StatusChanged(span, KlingJobStatus.Processing);
            JobMetrics.Ended("slug", TimeSpan.Zero, errorType: null);
            JobSpan.End(span, "completed", 1, 1.5m, errorType: null);
        }
    }
}
