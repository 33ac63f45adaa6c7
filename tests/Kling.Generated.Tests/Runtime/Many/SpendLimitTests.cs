namespace Kling.Tests;

public sealed class SpendLimitTests
{
    [Fact]
    public async Task Without_a_highest_cost_the_typical_one_is_reserved()
    {
        using var stage = new RunStage();
        await using IAsyncEnumerator<KlingOutcome> run = Run(stage, limit: 5, count: 4);

        Task<bool> next = run.MoveNextAsync().AsTask();

        Assert.Equal(2, stage.Workshop.Posts);
        stage.Workshop.Finish(cost: 2, 1, 2);
        Assert.True(await next);
        Assert.Equal(["2 test-model OverSpendLimit", "3 test-model OverSpendLimit"], (await RunStage.RestAsync(run))[1..]);
        Assert.Equal(2, stage.Workshop.Posts);
    }

    [Fact]
    public async Task A_cheaper_job_than_expected_releases_held_back_requests()
    {
        using var stage = new RunStage();
        await using IAsyncEnumerator<KlingOutcome> run = Run(stage, limit: 5, count: 4);

        Task<bool> next = run.MoveNextAsync().AsTask();
        stage.Workshop.Finish(cost: 1, 1);
        Assert.True(await next);
        next = run.MoveNextAsync().AsTask();

        // 1 is spent, and 2 is reserved for each of two.
        Assert.Equal(3, stage.Workshop.Posts);

        stage.Workshop.Finish(cost: 1, 2, 3, 4);
        Assert.True(await next);
        Assert.Equal(2, (await RunStage.RestAsync(run)).Length);
        Assert.Equal(4, stage.Workshop.Posts);
    }

    [Fact]
    public async Task A_run_whose_model_states_a_highest_cost_never_costs_more_than_the_limit()
    {
        using var stage = new RunStage();
        KlingModel model = RunStage.Model("""{"type":"object","x-typical-cost":1,"x-cost":{"range":[0.5,4]}}""");
        KlingRun run = stage.Run(RunStage.Requests(5, model), new KlingRunOptions { SpendLimit = 10 });
        await using IAsyncEnumerator<KlingOutcome> outcomes = run.GetAsyncEnumerator(Stage.Token);

        Task<bool> next = outcomes.MoveNextAsync().AsTask();
        Assert.Equal(2, stage.Workshop.Posts);
        stage.Workshop.Finish(cost: 4, 1, 2);
        Assert.True(await next);

        Assert.Equal(3, (await RunStage.RestAsync(outcomes)).Count(static outcome => outcome.EndsWith("OverSpendLimit", StringComparison.Ordinal)));
        Assert.Equal((8m, 2), (run.Spent, stage.Workshop.Posts));
    }

    [Fact]
    public async Task A_request_that_cannot_be_written_is_refused_and_the_run_goes_on()
    {
        using var stage = new RunStage();
        KlingModel model = RunStage.Model("""{"type":"object","x-cost":{"range":[0.5,4],"parameters":["prompt"]}}""");
        stage.Workshop.Finish(cost: 1, 1);

        await using IAsyncEnumerator<KlingOutcome> outcomes = stage.Run(
            [new Unwritable(model), new TestRequest { Model = model }],
            new KlingRunOptions { SpendLimit = 10 }).GetAsyncEnumerator(Stage.Token);

        Assert.Equal(["0 test-model Refused", "1 test-model Completed req-1"], (await RunStage.RestAsync(outcomes)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_job_whose_body_is_nested_deeply_is_not_lost()
    {
        using var stage = new RunStage();
        KlingModel model = RunStage.Model("""{"type":"object","x-cost":{"range":[0.5,4],"parameters":["prompt"]}}""");

        KlingJob job = await stage.Client.SubmitAsync(new Deep(model), Stage.Token);

        Assert.Equal(("req-1", 1), (job.RequestId, stage.Workshop.Posts));
        Assert.Equal("0.50 to 4.00 USD (range)", stage.Client.EstimateCost(new Deep(model)).ToString());
    }

    [Fact]
    public async Task The_cost_of_a_job_makes_room_for_others_of_the_same_price()
    {
        using var stage = new RunStage();
        KlingModel model = RunStage.Model("""{"type":"object","x-cost":{"range":[0.5,4],"parameters":["prompt"]}}""");
        IEnumerable<TestRequest> requests = Enumerable.Range(0, 4).Select(_ => new TestRequest { Prompt = "the same", Model = model });
        KlingRun run = stage.Run(requests, new KlingRunOptions { SpendLimit = 6 });
        await using IAsyncEnumerator<KlingOutcome> outcomes = run.GetAsyncEnumerator(Stage.Token);

        Task<bool> next = outcomes.MoveNextAsync().AsTask();
        Assert.Equal(1, stage.Workshop.Posts);
        stage.Workshop.Finish(cost: 1.5m, 1);
        Assert.True(await next);
        stage.Workshop.Finish(cost: 1.5m, 2, 3, 4);

        Assert.Equal(3, (await RunStage.RestAsync(outcomes)).Length);
        Assert.Equal((6m, 4), (run.Spent, stage.Workshop.Posts));
        Assert.Equal("1.50 USD (learnt)", stage.Client.EstimateCost(new TestRequest { Prompt = "the same", Model = model }).ToString());
        Assert.Equal("0.50 to 4.00 USD (range)", stage.Client.EstimateCost(new TestRequest { Prompt = "another", Model = RunStage.Model(model.Schema, "b") }).ToString());
    }

    [Fact]
    public async Task A_more_expensive_job_than_expected_exceeds_the_limit_by_the_difference_only()
    {
        using var stage = new RunStage();
        KlingRun run = stage.Run(RunStage.Requests(4), new KlingRunOptions { SpendLimit = 5 });
        await using IAsyncEnumerator<KlingOutcome> outcomes = run.GetAsyncEnumerator(Stage.Token);

        Task<bool> next = outcomes.MoveNextAsync().AsTask();
        stage.Workshop.Finish(cost: 3, 1, 2);
        Assert.True(await next);

        Assert.Equal(["2 test-model OverSpendLimit", "3 test-model OverSpendLimit"], (await RunStage.RestAsync(outcomes))[1..]);
        Assert.Equal((6m, 2), (run.Spent, stage.Workshop.Posts));
    }

    [Fact]
    public async Task A_failed_or_refused_request_costs_nothing()
    {
        using var stage = new RunStage();
        stage.Workshop.OnPost = static (number, _) => Task.FromResult(number == 1 ? Workshop.Json(400, "") : null);
        stage.Workshop.Fail(2);
        stage.Workshop.Finish(cost: 2, 3);

        Assert.Equal(
            ["0 test-model Refused", "1 test-model Failed req-2", "2 test-model Completed req-3", "3 test-model OverSpendLimit"],
            await RunStage.RestAsync(Run(stage, limit: 2, count: 4)));
    }

    [Theory]
    [InlineData(500, "Refused")]
    [InlineData(501, "Refused")]
    [InlineData(502, "Unconfirmed")]
    [InlineData(503, "Refused")]
    [InlineData(504, "Unconfirmed")]
    [InlineData(599, "Unconfirmed")]
    public async Task A_submit_that_the_server_may_have_taken_is_counted_at_its_highest_cost(int status, string kind)
    {
        using var stage = new RunStage();
        stage.Workshop.OnPost = (number, _) => Task.FromResult(number == 1 ? Workshop.Json(status, "") : null);
        stage.Workshop.Finish(cost: null, 2);

        Assert.Equal(
            [$"0 test-model {kind}", "1 test-model Completed req-2", "2 test-model OverSpendLimit"],
            await RunStage.RestAsync(Run(stage, limit: 5, count: 3)));
        Assert.Equal(2, stage.Workshop.Posts);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task A_refused_submit_does_not_count_against_the_limit(int status)
    {
        using var stage = new RunStage();
        stage.Workshop.OnPost = (number, _) => Task.FromResult(number == 1 ? Workshop.Json(status, "") : null);
        stage.Workshop.Finish(cost: 2, 2, 3);

        Assert.Equal(
            ["0 test-model Refused", "1 test-model Completed req-2", "2 test-model Completed req-3"],
            await RunStage.RestAsync(Run(stage, limit: 4, count: 3)));
    }

    [Fact]
    public async Task A_model_of_unknown_cost_is_counted_at_the_mean_of_all_jobs()
    {
        using var stage = new RunStage();
        KlingModel dear = RunStage.Model("""{"type":"object","x-typical-cost":4}""", "dear");
        KlingModel unknown = RunStage.Model("""{"type":"object"}""", "unknown");
        IEnumerable<TestRequest> requests = [.. RunStage.Requests(1), .. RunStage.Requests(1, dear), .. RunStage.Requests(1, unknown)];
        stage.Workshop.Finish(cost: 1, 1);
        stage.Workshop.Finish(cost: 4, 2);

        // 1 and 4 are spent, so 2.5 is reserved for the third.
        await using IAsyncEnumerator<KlingOutcome> run = stage.Run(requests, new KlingRunOptions { SpendLimit = 7.4m, MaxInFlight = 1 })
            .GetAsyncEnumerator(Stage.Token);

        Assert.Equal(["0 test-model Completed req-1", "1 dear Completed req-2", "2 unknown OverSpendLimit"], await RunStage.RestAsync(run));
    }

    [Fact]
    public async Task After_the_limit_is_exceeded_nothing_is_submitted_not_even_cheap_requests()
    {
        using var stage = new RunStage();
        KlingModel dear = RunStage.Model("""{"type":"object","x-typical-cost":40}""", "dear");
        IEnumerable<TestRequest> requests = [.. RunStage.Requests(1, dear), .. RunStage.Requests(1)];

        await using IAsyncEnumerator<KlingOutcome> run = stage.Run(requests, new KlingRunOptions { SpendLimit = 5 }).GetAsyncEnumerator(Stage.Token);

        Assert.Equal(["0 dear OverSpendLimit", "1 test-model OverSpendLimit"], await RunStage.RestAsync(run));
        Assert.Equal(0, stage.Workshop.Posts);
    }

    private static IAsyncEnumerator<KlingOutcome> Run(RunStage stage, decimal limit, int count) => stage.Run(RunStage.Requests(count), new KlingRunOptions { SpendLimit = limit, MaxInFlight = limit < 5 ? 1 : 8 })
        .GetAsyncEnumerator(Stage.Token);

    private sealed class Unwritable(KlingModel model) : IKlingRequest
    {
        public KlingModel Model => model;

        public void WriteTo(System.Text.Json.Utf8JsonWriter writer) => throw new InvalidOperationException("There is no value.");

        public IReadOnlyList<KlingViolation> Validate() => [];
    }

    /// <summary>Deeper than a JsonDocument reads by default.</summary>
    private sealed class Deep(KlingModel model) : IKlingRequest
    {
        public KlingModel Model => model;

        public void WriteTo(System.Text.Json.Utf8JsonWriter writer)
        {
            const int Levels = 100;
            writer.WriteStartObject();
            writer.WritePropertyName("prompt");
            for (int i = 0; i < Levels; i++)
            {
                writer.WriteStartArray();
            }

            for (int i = 0; i < Levels; i++)
            {
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        public IReadOnlyList<KlingViolation> Validate() => [];
    }
}
