using System.Threading.Channels;

namespace Kling.Tests;

/// <summary>The callbacks that receive the jobs of a run.</summary>
public sealed class RunManyCallbackTests
{
    [Fact]
    public async Task The_callback_gets_each_job_before_its_wait_and_the_job_is_in_Submitted()
    {
        using var stage = new RunStage();
        List<string> handed = [];
        KlingRun run = stage.Run(RunStage.Requests(2), new KlingRunOptions { OnSubmitted = Note });
        await using IAsyncEnumerator<KlingOutcome> outcomes = run.GetAsyncEnumerator(Stage.Token);

        Task<bool> next = outcomes.MoveNextAsync().AsTask();

        Assert.Equal(["req-1 Queued", "req-2 Queued"], handed);
        Assert.Equal(["req-1", "req-2"], run.Submitted.Select(static job => job.RequestId));
        stage.Workshop.Finish(cost: 1, 1, 2);
        Assert.True(await next);
        Assert.Single(await RunStage.RestAsync(outcomes));

        Task Note(KlingJob job)
        {
            handed.Add($"{job.RequestId} {job.Status}");
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task The_callback_is_awaited_for_one_job_at_a_time_and_before_its_wait()
    {
        using var stage = new RunStage();
        stage.Workshop.Finish(cost: 1, 1, 2);
        var called = Channel.CreateUnbounded<string>();
        var stored = new SemaphoreSlim(0);
        var options = new KlingRunOptions
        {
            OnSubmitted = async job =>
            {
                await called.Writer.WriteAsync(job.RequestId);
                await stored.WaitAsync();
            },
        };
        await using IAsyncEnumerator<KlingOutcome> outcomes = stage.Run(RunStage.Requests(2), options).GetAsyncEnumerator(Stage.Token);

        Task<bool> next = outcomes.MoveNextAsync().AsTask();

        Assert.Equal("req-1", await called.Reader.ReadAsync(Stage.Token));
        Assert.Equal((2, false, false), (stage.Workshop.Posts, called.Reader.TryPeek(out _), next.IsCompleted));
        _ = stored.Release();
        Assert.Equal("req-2", await called.Reader.ReadAsync(Stage.Token));
        Assert.True(await next);
        Assert.Equal("0 test-model Completed req-1", outcomes.Current.ToString());
        _ = stored.Release();
        Assert.Equal(["1 test-model Completed req-2"], await RunStage.RestAsync(outcomes));
    }

    [Fact]
    public async Task A_callback_that_fails_later_stops_the_run_too()
    {
        using var stage = new RunStage();
        var options = new KlingRunOptions
        {
            MaxInFlight = 1,
            OnSubmitted = static async _ =>
            {
                await Task.Yield();
                throw new IOException("The disk is full.");
            },
        };

        Assert.Equal(
            ["0 test-model Failed req-1", "1 test-model Stopped"],
            await RunStage.RestAsync(stage.Run(RunStage.Requests(2), options).GetAsyncEnumerator(Stage.Token)));
    }

    [Fact]
    public async Task A_cancelled_run_ends_after_the_callback_that_has_begun()
    {
        using var stage = new RunStage();
        using var cancel = new CancellationTokenSource();
        var stored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        List<string> handed = [];
        var options = new KlingRunOptions
        {
            OnSubmitted = async job =>
            {
                await stored.Task;
                handed.Add(job.RequestId);
            },
        };
        await using IAsyncEnumerator<KlingOutcome> outcomes = stage.Run(RunStage.Requests(2), options).GetAsyncEnumerator(cancel.Token);

        Task<bool> next = outcomes.MoveNextAsync().AsTask();
        await cancel.CancelAsync();
        Assert.False(next.IsCompleted);
        stored.SetResult();

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        Assert.Equal(["req-1", "req-2"], handed);
    }

    [Fact]
    public async Task A_callback_that_throws_stops_the_run()
    {
        using var stage = new RunStage();
        var options = new KlingRunOptions { MaxInFlight = 1, OnSubmitted = static _ => throw new IOException("The disk is full.") };
        KlingRun run = stage.Run(RunStage.Requests(2), options);
        await using IAsyncEnumerator<KlingOutcome> outcomes = run.GetAsyncEnumerator(Stage.Token);

        Assert.True(await outcomes.MoveNextAsync());

        Assert.Equal("0 test-model Failed req-1", outcomes.Current.ToString());
        Assert.Equal("The disk is full.", Assert.IsType<KlingCallbackException>(outcomes.Current.Error).InnerException!.Message);
        Assert.Equal(["1 test-model Stopped"], await RunStage.RestAsync(outcomes));
        Assert.Equal(1, stage.Workshop.Posts);
        Assert.Single(run.Submitted);
    }

    [Fact]
    public async Task A_callback_of_the_client_that_throws_stops_the_run_and_loses_no_job()
    {
        using var stage = new Stage(static options => options.OnSubmitted = static (_, _) => throw new IOException("The disk is full."));
        KlingRun run = stage.Client.RunManyAsync(RunStage.Requests(2), new KlingRunOptions { MaxInFlight = 1 }, Stage.Token);

        Assert.Equal(["0 test-model Failed req-1", "1 test-model Stopped"], await RunStage.RestAsync(run.GetAsyncEnumerator(Stage.Token)));

        Assert.Equal("req-1", Assert.Single(run.Submitted).RequestId);
        _ = Assert.Single(stage.Server.Posts);
    }
}
