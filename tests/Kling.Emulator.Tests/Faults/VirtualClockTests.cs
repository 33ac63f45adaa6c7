namespace Kling.Emulator.Tests.Faults;

public sealed class VirtualClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_hour_passes_at_once()
    {
        var clock = new VirtualClock(Start);

        DateTimeOffset after = await clock.RunAsync(async () =>
        {
            for (int i = 0; i < 3600; i++)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), clock, Token);
            }

            return clock.GetUtcNow();
        });

        Assert.Equal(Start.AddHours(1), after);
    }

    [Fact]
    public async Task Concurrent_tasks_share_one_virtual_time_and_its_order()
    {
        var clock = new VirtualClock(Start);
        List<string> events = [];

        await clock.RunAsync([() => WorkAsync("a", 3, 3), () => WorkAsync("b", 2, 5), () => WorkAsync("c", 4, 3)]);

        Assert.Equal(["b 2", "a 3", "c 4", "a 6", "b 7", "c 7"], events);

        async Task WorkAsync(string name, params int[] pauses)
        {
            foreach (int pause in pauses)
            {
                await Task.Delay(TimeSpan.FromSeconds(pause), clock, Token);
                events.Add(FormattableString.Invariant($"{name} {(clock.GetUtcNow() - Start).TotalSeconds}"));
            }
        }
    }

    [Fact]
    public async Task A_timeout_fires_at_its_virtual_time()
    {
        var clock = new VirtualClock(Start);

        TimeSpan elapsed = await clock.RunAsync(async () =>
        {
            using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30), clock);
            _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Delay(TimeSpan.FromHours(1), clock, timeout.Token));
            return clock.GetElapsedTime(Start.UtcTicks);
        });

        Assert.Equal(TimeSpan.FromSeconds(30), elapsed);
    }

    [Fact]
    public async Task A_timeout_that_was_disposed_or_moved_does_not_fire()
    {
        var clock = new VirtualClock(Start);
        int fired = 0;

        _ = await clock.RunAsync(async () =>
        {
            await using ITimer gone = clock.CreateTimer(_ => fired += 1, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
            await using ITimer moved = clock.CreateTimer(_ => fired += 10, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
            await using ITimer periodic = clock.CreateTimer(_ => fired += 100, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
            await gone.DisposeAsync();
            Assert.True(moved.Change(TimeSpan.FromSeconds(9), Timeout.InfiniteTimeSpan));
            await Task.Delay(TimeSpan.FromSeconds(4), clock, Token);
            return true;
        });

        Assert.Equal(200, fired);
    }

    [Fact]
    public async Task Virtual_time_does_not_advance_while_a_task_computes()
    {
        var clock = new VirtualClock(Start);
        using var gate = new ManualResetEventSlim();
        using var entered = new SemaphoreSlim(0);
        DateTimeOffset seen = default;

        Task all = clock.RunAsync([() => Task.Delay(TimeSpan.FromHours(1), clock, Token), ComputeAsync]);
        await entered.WaitAsync(Token);
        Assert.Equal(Start.AddMinutes(1), clock.GetUtcNow());
        gate.Set();
        await all;

        Assert.Equal((Start.AddMinutes(1), Start.AddHours(1)), (seen, clock.GetUtcNow()));

        async Task ComputeAsync()
        {
            await Task.Delay(TimeSpan.FromMinutes(1), clock, Token);
            _ = entered.Release();
            gate.Wait(Token);
            seen = clock.GetUtcNow();
        }
    }

    [Fact]
    public async Task Tasks_that_wait_for_another_task_do_not_stop_the_clock()
    {
        var clock = new VirtualClock(Start);

        // Its continuation runs at once, and not on whatever thread is free after a while: the clock cannot wait for that.
        var turn = new TaskCompletionSource();
        List<DateTimeOffset> seen = [];

        await clock.RunAsync(
        [
            async () =>
            {
                await Task.Delay(TimeSpan.FromMinutes(1), clock, Token);
                turn.SetResult();
            },
            WaitAsync,
            () => Task.Delay(TimeSpan.FromHours(1), clock, Token),
        ]);

        Assert.Equal([Start.AddMinutes(1)], seen);

        async Task WaitAsync()
        {
            await turn.Task;
            seen.Add(clock.GetUtcNow());
        }
    }

    [Fact]
    public async Task Virtual_time_does_not_advance_without_a_running_task()
    {
        var clock = new VirtualClock(Start);

        var delay = Task.Delay(TimeSpan.FromSeconds(1), clock, Token);

        Assert.False(delay.IsCompleted);
        Assert.True(await clock.RunAsync(async () =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1), clock, Token);
            return delay.IsCompleted;
        }));
    }
}
