using System.Runtime.CompilerServices;

namespace Kling.Tests;

/// <summary>A run that is cancelled, or whose loop is left.</summary>
public sealed class RunManyCancellationTests
{
    [Fact]
    public async Task A_cancelled_run_submits_nothing_more_ends_the_waits_and_loses_no_job()
    {
        using var stage = new RunStage();
        using var cancel = new CancellationTokenSource();
        var answer = new TaskCompletionSource<HttpResponseMessage?>(TaskCreationOptions.RunContinuationsAsynchronously);
        stage.Workshop.OnPost = (number, _) => number == 2 ? answer.Task : Task.FromResult<HttpResponseMessage?>(null);
        KlingRun run = stage.Client.RunManyAsync(RunStage.Requests(9), new KlingRunOptions { MaxInFlight = 2 }, cancel.Token);
        await using IAsyncEnumerator<KlingOutcome> outcomes = run.GetAsyncEnumerator(Stage.Token);

        Task<bool> next = outcomes.MoveNextAsync().AsTask();
        await cancel.CancelAsync();
        Assert.False(next.IsCompleted, "The second submit is in flight; its id would be lost.");
        answer.SetResult(null);

        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        Assert.Equal(cancel.Token, error.CancellationToken);
        Assert.Equal(["req-1", "req-2"], run.Submitted.Select(static job => job.RequestId));
        Assert.Equal(2, stage.Workshop.Posts);
    }

    [Fact]
    public async Task A_submit_without_a_response_delays_a_cancelled_run_by_the_submit_timeout_at_most_and_is_unconfirmed()
    {
        using var stage = new RunStage();
        using var cancel = new CancellationTokenSource();
        stage.Workshop.OnPost = static async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        };
        KlingRun run = stage.Run(RunStage.Requests(1));
        await using IAsyncEnumerator<KlingOutcome> outcomes = run.GetAsyncEnumerator(cancel.Token);

        Task<bool> next = outcomes.MoveNextAsync().AsTask();
        await cancel.CancelAsync();
        stage.Clock.Advance(TimeSpan.FromSeconds(100));

        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        Assert.Equal(cancel.Token, error.CancellationToken);
        Assert.Equal(0, Assert.Single(run.Unconfirmed).Index);
    }

    [Fact]
    public async Task A_pending_retry_of_a_submit_is_dropped_after_a_cancellation()
    {
        using var stage = new RunStage(holdDelays: true);
        using var cancel = new CancellationTokenSource();
        stage.Workshop.OnPost = static (_, _) => Task.FromResult<HttpResponseMessage?>(Workshop.Json(429, ""));
        await using IAsyncEnumerator<KlingOutcome> run = stage.Client.RunManyAsync(RunStage.Requests(1), options: null, cancel.Token).GetAsyncEnumerator(Stage.Token);

        Task<bool> next = run.MoveNextAsync().AsTask();
        await cancel.CancelAsync();
        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        stage.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(1, stage.Workshop.Posts);
    }

    [Fact]
    public async Task Leaving_the_loop_ends_the_waits_and_keeps_the_jobs()
    {
        using var stage = new RunStage();
        stage.Workshop.Finish(cost: 1, 1);
        KlingRun run = stage.Run(RunStage.Requests(9), new KlingRunOptions { MaxInFlight = 3 });

        await foreach (KlingOutcome outcome in run)
        {
            Assert.Equal(0, outcome.Index);
            break;
        }

        Assert.Equal(["req-1", "req-2", "req-3"], run.Submitted.Select(static job => job.RequestId));
        Assert.Equal(3, stage.Workshop.Posts);
    }

    [Fact]
    public async Task A_sequence_that_ignores_the_cancellation_does_not_delay_the_end()
    {
        using var stage = new RunStage();
        stage.Workshop.Finish(cost: 1, 1);
        var stuck = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bool isDisposed = false;

        await foreach (KlingOutcome outcome in stage.Client.RunManyAsync(Stuck(Stage.Token), cancellationToken: Stage.Token))
        {
            break;
        }

        Assert.False(isDisposed);
        stuck.SetResult();

        async IAsyncEnumerable<IKlingRequest> Stuck([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            try
            {
                yield return RunStage.Requests(1).First();
                await stuck.Task;
            }
            finally
            {
                isDisposed = true;
            }
        }
    }
}
