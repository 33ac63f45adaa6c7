using System.Threading.Channels;
using Kling.Emulator;

namespace Kling.Tests;

public sealed class RunManyTests
{
    [Fact]
    public async Task Outcomes_are_returned_in_order_of_completion_with_request_job_and_result()
    {
        using var stage = new RunStage();
        TestRequest[] requests = [.. RunStage.Requests(3)];
        await using IAsyncEnumerator<KlingOutcome> run = stage.Run(requests).GetAsyncEnumerator(Stage.Token);

        Task<bool> first = run.MoveNextAsync().AsTask();
        stage.Workshop.Finish(cost: 1, 3);
        Assert.True(await first);

        Assert.Equal((2, KlingOutcomeKind.Completed, "req-3"), (run.Current.Index, run.Current.Kind, run.Current.Job!.RequestId));
        Assert.Same(requests[2], run.Current.Request);
        Assert.Equal("https://files.example/3.mp4", run.Current.Result!.Output);
        Assert.Null(run.Current.Error);
        stage.Workshop.Finish(cost: 1, 1);
        Assert.True(await run.MoveNextAsync());
        Assert.Equal(0, run.Current.Index);
        stage.Workshop.Finish(cost: 1, 2);
        Assert.Equal(["1 test-model Completed req-2"], await RunStage.RestAsync(run));
    }

    [Fact]
    public async Task MaxInFlight_is_respected_and_nothing_is_submitted_while_an_outcome_is_processed()
    {
        using var stage = new RunStage();
        await using IAsyncEnumerator<KlingOutcome> run = stage.Run(RunStage.Requests(5), new KlingRunOptions { MaxInFlight = 2 }).GetAsyncEnumerator(Stage.Token);

        Task<bool> next = run.MoveNextAsync().AsTask();
        Assert.Equal(2, stage.Workshop.Posts);
        stage.Workshop.Finish(cost: 1, 1);
        Assert.True(await next);
        Assert.Equal(2, stage.Workshop.Posts);

        next = run.MoveNextAsync().AsTask();
        Assert.Equal(3, stage.Workshop.Posts);
        stage.Workshop.Finish(cost: 1, 2, 3, 4, 5);
        Assert.True(await next);
        Assert.Equal(3, (await RunStage.RestAsync(run)).Length);
        Assert.Equal(5, stage.Workshop.Posts);
    }

    [Fact]
    public async Task One_failure_does_not_affect_the_other_requests()
    {
        using var stage = new RunStage();
        stage.Workshop.OnPost = static (number, _) => Task.FromResult(number switch
        {
            1 => Workshop.Json(400, """{"error":"no"}"""),
            2 => Workshop.Json(502, ""),
            4 => Workshop.Json(404, ""),
            _ => null,
        });
        stage.Workshop.Fail(3);
        stage.Workshop.Finish(cost: 1, 5);
        IEnumerable<TestRequest> requests = [.. RunStage.Requests(5), new TestRequest { Violations = [new("/prompt", "required", null, null, "It is required.")] }];
        KlingRun run = stage.Run(requests, new KlingRunOptions { MaxInFlight = 1 });

        List<KlingOutcome> outcomes = [];
        await foreach (KlingOutcome outcome in run)
        {
            outcomes.Add(outcome);
        }

        Assert.Equal(
            [
                "0 test-model Refused", "1 test-model Unconfirmed", "2 test-model Failed req-3", "3 test-model Refused", "4 test-model Completed req-5", "5 test-model Refused",
            ],
            outcomes.Select(static outcome => outcome.ToString()));
        Assert.Equal(
            [typeof(KlingApiException), typeof(KlingSubmitUnconfirmedException), typeof(KlingJobFailedException), typeof(KlingApiException), null, typeof(KlingValidationException)],
            outcomes.Select(static outcome => outcome.Error?.GetType()));
        Assert.Equal(["req-3", "req-5"], run.Submitted.Select(static job => job.RequestId));
        Assert.Equal(1, Assert.Single(run.Unconfirmed).Index);
        Assert.Equal(1, run.Spent);
    }

    [Theory]
    [InlineData(401, "")]
    [InlineData(406, """{"error":"Not enough credits"}""")]
    [InlineData(406, """{"error":"team spend limit"}""")]
    [InlineData(307, "")]
    public async Task An_error_that_every_request_would_get_stops_the_run_and_the_others_are_Stopped(int status, string body)
    {
        using var stage = new RunStage();
        stage.Workshop.OnPost = (number, _) => Task.FromResult(number == 2 ? Workshop.Json(status, body) : null);
        await using IAsyncEnumerator<KlingOutcome> run = stage.Run(RunStage.Requests(4), new KlingRunOptions { MaxInFlight = 2 }).GetAsyncEnumerator(Stage.Token);

        Assert.True(await run.MoveNextAsync());
        Assert.Equal("1 test-model Refused", run.Current.ToString());
        Exception cause = run.Current.Error!;
        stage.Workshop.Finish(cost: 1, 1);

        Assert.True(await run.MoveNextAsync());
        Assert.Equal("0 test-model Completed req-1", run.Current.ToString());
        Assert.True(await run.MoveNextAsync());
        Assert.Equal("2 test-model Stopped", run.Current.ToString());
        Assert.Same(cause, run.Current.Error!.InnerException);
        Assert.Equal(["3 test-model Stopped"], await RunStage.RestAsync(run));
        Assert.Equal(2, stage.Workshop.Posts);
    }

    [Fact]
    public async Task Nothing_is_submitted_before_the_enumeration_and_a_second_one_is_refused()
    {
        using var stage = new RunStage();
        stage.Workshop.Finish(cost: 1, 1);
        KlingRun run = stage.Run(RunStage.Requests(1));
        Assert.Equal(0, stage.Workshop.Posts);
        Assert.Single(await RunStage.RestAsync(run.GetAsyncEnumerator(Stage.Token)));

        _ = Assert.Throws<InvalidOperationException>(() => run.GetAsyncEnumerator(Stage.Token));

        Assert.Equal(1, stage.Workshop.Posts);
    }

    [Fact]
    public async Task Requests_are_read_one_by_one_when_another_job_is_allowed()
    {
        using var stage = new RunStage();
        int taken = 0;
        await using IAsyncEnumerator<KlingOutcome> run = stage.Run(RunStage.Requests(int.MaxValue).Select(request => { taken++; return request; }), new KlingRunOptions { MaxInFlight = 3 })
            .GetAsyncEnumerator(Stage.Token);

        Task<bool> next = run.MoveNextAsync().AsTask();

        Assert.Equal((3, 3), (taken, stage.Workshop.Posts));
        stage.Workshop.Finish(cost: 1, 1);
        Assert.True(await next);
    }

    [Fact]
    public async Task A_slow_sequence_of_requests_does_not_delay_outcomes()
    {
        using var stage = new RunStage();
        var queue = Channel.CreateUnbounded<IKlingRequest>();
        TestRequest[] requests = [.. RunStage.Requests(2)];
        await using IAsyncEnumerator<KlingOutcome> run = stage.Client.RunManyAsync(queue.Reader.ReadAllAsync(Stage.Token), cancellationToken: Stage.Token).GetAsyncEnumerator(Stage.Token);

        Task<bool> next = run.MoveNextAsync().AsTask();
        Assert.True(queue.Writer.TryWrite(requests[0]));
        stage.Workshop.Finish(cost: 1, 1);
        Assert.True(await next);
        Assert.Equal("0 test-model Completed req-1", run.Current.ToString());

        next = run.MoveNextAsync().AsTask();
        stage.Workshop.Finish(cost: 1, 2);
        Assert.True(queue.Writer.TryWrite(requests[1]));
        Assert.True(await next);
        queue.Writer.Complete();
        Assert.False(await run.MoveNextAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sequence_that_throws_ends_the_run_after_all_submitted_jobs(bool throws)
    {
        using var stage = new RunStage();
        await using IAsyncEnumerator<KlingOutcome> run = stage.Run(Breaking(throws)).GetAsyncEnumerator(Stage.Token);

        Task<bool> next = run.MoveNextAsync().AsTask();
        stage.Workshop.Finish(cost: 1, 1);
        Assert.True(await next);

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(async () => await run.MoveNextAsync());
        Assert.Equal(throws ? "The file ends." : "The sequence of requests contains null.", error.Message);

        static IEnumerable<IKlingRequest> Breaking(bool throws)
        {
            yield return RunStage.Requests(1).First();
            yield return throws ? throw new InvalidOperationException("The file ends.") : null!;
        }
    }

    [Fact]
    public async Task A_thousand_requests_to_the_emulator_are_a_thousand_POSTs_and_outcomes()
    {
        var clock = new FakeClock();
        KlingModel model = RunStage.Model("""{"type":"object","x-typical-seconds":60,"x-typical-cost":1.5}""");
        using var emulator = new SegmindEmulator([model], new SegmindEmulatorOptions { TimeProvider = clock });
        using var http = new HttpClient(emulator);
        using var client = new KlingClient(http, new KlingClientOptions { ApiKey = Stage.Key, TimeProvider = clock });
        KlingRun run = client.RunManyAsync(RunStage.Requests(1000, model), new KlingRunOptions { MaxInFlight = 50 }, Stage.Token);

        HashSet<int> completed = [];
        await foreach (KlingOutcome outcome in run)
        {
            Assert.Equal(KlingOutcomeKind.Completed, outcome.Kind);
            Assert.True(completed.Add(outcome.Index));
        }

        Assert.Equal((1000, 1000, 1500m), (completed.Count, emulator.Counters.Posts, run.Spent));
        Assert.Equal(1000, run.Submitted.Select(static job => job.RequestId).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Options_out_of_their_range_are_refused()
    {
        using var stage = new RunStage();

        _ = Assert.Throws<ArgumentOutOfRangeException>("MaxInFlight", () => stage.Run(RunStage.Requests(1), new KlingRunOptions { MaxInFlight = 0 }));
        _ = Assert.Throws<ArgumentOutOfRangeException>("SpendLimit", () => stage.Run(RunStage.Requests(1), new KlingRunOptions { SpendLimit = -1 }));
        _ = Assert.Throws<ArgumentOutOfRangeException>("JobTimeout", () => stage.Run(RunStage.Requests(1), new KlingRunOptions { JobTimeout = TimeSpan.FromSeconds(-2) }));
    }
}
