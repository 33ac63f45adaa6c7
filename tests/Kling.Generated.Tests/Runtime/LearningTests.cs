namespace Kling.Tests;

/// <summary>What a wait tells its strategy.</summary>
public sealed class LearningTests
{
    private static readonly Step Queued = Step.Json(200, """{"status":"QUEUED"}""");

    private static readonly Step Processing = Step.Json(200, """{"status":"PROCESSING"}""");

    private static readonly Step Done = Step.Json(200, """{"status":"COMPLETED"}""");

    [Fact]
    public async Task The_total_time_of_a_completed_job_is_learned_once()
    {
        var strategy = new Listener();
        using var stage = new Stage(options => options.Polling = strategy);
        stage.Server.OnResult(Step.Json(200, """{"status":"COMPLETED","output":"https://files.example/out.mp4","metrics":{"total_time":33.5}}"""));
        KlingJob job = await stage.SubmitAsync(Processing, Done);

        _ = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);
        _ = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal([("test-model", 33.5)], strategy.Lessons);
    }

    [Fact]
    public async Task Without_a_total_time_the_middle_of_the_last_two_polls_is_learned()
    {
        var strategy = new Listener();
        using var stage = new Stage(options => options.Polling = strategy);
        KlingJob job = await stage.SubmitAsync([.. Enumerable.Repeat(Processing, 9), Done]);

        _ = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal([("test-model", 95)], strategy.Lessons);
    }

    [Fact]
    public async Task Nothing_is_learned_from_a_job_that_was_completed_at_the_first_poll()
    {
        var strategy = new Listener();
        using var stage = new Stage(options => options.Polling = strategy);
        KlingJob job = await stage.SubmitAsync(Done);
        stage.Clock.Advance(TimeSpan.FromMinutes(50));

        _ = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Empty(strategy.Lessons);
    }

    [Fact]
    public async Task Nothing_is_learned_from_a_failed_job()
    {
        var strategy = new Listener();
        using var stage = new Stage(options => options.Polling = strategy);
        KlingJob job = await stage.SubmitAsync(Processing, Step.Json(422, """{"status":"FAILED","metrics":{"total_time":3}}"""));

        _ = await Assert.ThrowsAsync<KlingJobFailedException>(() => job.WaitForCompletionAsync(cancellationToken: Stage.Token));

        Assert.Empty(strategy.Lessons);
    }

    [Fact]
    public async Task A_polling_strategy_knows_when_the_job_was_last_queued()
    {
        var strategy = new Listener();
        using var stage = new Stage(options => options.Polling = strategy);
        KlingJob job = await stage.SubmitAsync(Processing, Queued, Queued, Processing, Done);

        _ = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal([null, null, 20, 30, 30], strategy.Queued);
    }

    [Fact]
    public async Task A_polling_strategy_knows_the_price_parameters_of_a_job_unless_it_is_created_from_a_token()
    {
        var strategy = new Listener();
        using var stage = new Stage(options => options.Polling = strategy);
        stage.Server.OnStatus(Processing, Done);
        KlingModel model = KlingModel.FromSchema("test-model", """{"type":"object","x-cost":{"parameters":["prompt"]}}""");
        KlingJob job = await stage.Client.SubmitAsync(new TestRequest { Prompt = "a", Model = model }, Stage.Token);

        _ = await job.WaitForCompletionAsync(cancellationToken: Stage.Token);
        stage.Server.OnStatus(Processing, Done);
        _ = await stage.Client.GetJob(job.ToToken()).WaitForCompletionAsync(cancellationToken: Stage.Token);

        Assert.Equal(["prompt=\"a\"\n", "prompt=\"a\"\n", null, null], strategy.PriceKeys);
    }

    [Fact]
    public async Task A_client_learns_from_its_jobs_by_default()
    {
        using var stage = new Stage(static options => options.Polling = PollingStrategy.LatencyAware(seed: 1));
        stage.Server.OnResult(Step.Json(200, """{"status":"COMPLETED","output":"https://files.example/out.mp4","metrics":{"total_time":20}}"""));

        for (int i = 0; i < 20; i++)
        {
            _ = await (await stage.SubmitAsync()).WaitForCompletionAsync(cancellationToken: Stage.Token);
        }

        Assert.InRange(stage.Clock.Delays[0].TotalSeconds, 45, 70);
        Assert.InRange(stage.Clock.Delays[^1].TotalSeconds, 7, 20);
    }

    private sealed class Listener : PollingStrategy
    {
        public List<(string Slug, double Seconds)> Lessons { get; } = [];

        public List<double?> Queued { get; } = [];

        public List<string?> PriceKeys { get; } = [];

        public override TimeSpan NextDelay(PollingContext context)
        {
            PriceKeys.Add(context.PriceKey);
            Queued.Add(context.QueuedUntil?.TotalSeconds);
            return TimeSpan.FromSeconds(10);
        }

        public override void OnCompleted(PollingContext context, TimeSpan duration) => Lessons.Add((context.Slug, duration.TotalSeconds));
    }
}
