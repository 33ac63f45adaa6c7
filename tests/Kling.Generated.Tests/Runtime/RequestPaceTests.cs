namespace Kling.Tests;

public sealed class RequestPaceTests
{
    private const int Waits = 10_000;

    private readonly FakeClock _clock = new() { HoldDelays = true };

    [Fact]
    public void The_first_second_of_turns_is_immediate_and_the_rest_is_at_the_rate()
    {
        var pace = new RequestPace(_clock, perSecond: 100);
        Task[] turns = Enter(pace, 250);

        Assert.Equal(100, Free(turns));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, Free(turns));
        _clock.Advance(TimeSpan.FromSeconds(0.25));
        Assert.Equal(225, Free(turns));
    }

    [Fact]
    public void After_a_pause_10000_turns_resume_at_the_rate_in_order_with_one_timer()
    {
        var pace = new RequestPace(_clock, perSecond: 100);
        pace.Hold(TimeSpan.FromMinutes(1));
        Task[] turns = Enter(pace, Waits);

        DateTimeOffset end = _clock.GetUtcNow() + TimeSpan.FromMinutes(1);
        _clock.SetUtcNow(end - TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, Free(turns));
        for (int turn = 0; turn < Waits; turn++)
        {
            _clock.SetUtcNow(end + (turn * TimeSpan.FromSeconds(0.01)));
            Assert.True(turns[turn].IsCompletedSuccessfully && (turn == Waits - 1 || !turns[turn + 1].IsCompleted));
        }

        Assert.Equal(Waits, Free(turns));
        Assert.Equal(Waits, _clock.Delays.Count);
    }

    [Fact]
    public async Task A_timer_that_throws_fails_the_queued_turns_and_the_next_turn_works()
    {
        var clock = new FaultyClock();
        var pace = new RequestPace(clock, perSecond: 100);
        pace.Hold(TimeSpan.FromSeconds(10));
        clock.IsBroken = true;

        Task[] turns = Enter(pace, 3);

        Assert.All(turns, static turn => Assert.True(turn.IsFaulted));
        clock.IsBroken = false;
        clock.Advance(TimeSpan.FromSeconds(10));
        await pace.EnterAsync(isUrgent: false, CancellationToken.None);
    }

    [Fact]
    public void A_longer_pause_replaces_a_shorter_one_but_not_the_reverse()
    {
        var pace = new RequestPace(_clock, perSecond: 100);
        pace.Hold(TimeSpan.FromSeconds(10));
        Task[] turns = Enter(pace, 1);
        pace.Hold(TimeSpan.FromSeconds(30));
        pace.Hold(TimeSpan.FromSeconds(5));

        Assert.Equal(TimeSpan.FromSeconds(30), pace.HeldFor);
        _clock.Advance(TimeSpan.FromSeconds(29.9));
        Assert.Equal(0, Free(turns));
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(1, Free(turns));
    }

    [Fact]
    public async Task A_cancelled_turn_does_not_count()
    {
        var pace = new RequestPace(_clock, perSecond: 1);
        using var cancel = new CancellationTokenSource();
        _ = pace.TryEnter();
        Task[] leaving = [.. Enumerable.Range(0, 100).Select(_ => pace.EnterAsync(isUrgent: false, cancel.Token))];
        Task[] staying = Enter(pace, 1);

        await cancel.CancelAsync();
        foreach (Task turn in leaving)
        {
            _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => turn);
        }

        _clock.Advance(TimeSpan.FromSeconds(1));
        await staying[0];
    }

    [Fact]
    public async Task Requests_for_results_go_before_polls()
    {
        var pace = new RequestPace(_clock, perSecond: 1);
        _ = pace.TryEnter();
        Task[] looking = Enter(pace, 5);
        Task urgent = pace.EnterAsync(isUrgent: true, Stage.Token);

        _clock.Advance(TimeSpan.FromSeconds(1));

        await urgent;
        Assert.Equal(0, Free(looking));
    }

    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(1, 1)]
    public void A_rate_below_one_per_second_is_respected(double perSecond, double seconds)
    {
        var pace = new RequestPace(_clock, perSecond);

        Assert.True(pace.TryEnter());
        Assert.False(pace.TryEnter());
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        Assert.True(pace.TryEnter());
    }

    // A turn in line is given away under the lock; only who awaits it is told elsewhere.
    private static int Free(Task[] turns) => turns.Count(static turn => turn.IsCompletedSuccessfully);

    private static Task[] Enter(RequestPace pace, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => pace.TryEnter() ? Task.CompletedTask : pace.EnterAsync(isUrgent: false, Stage.Token))];

    private sealed class FaultyClock : TimeProvider
    {
        private TimeSpan _now;

        public bool IsBroken { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(TimeSpan time) => _now += time;

        public override long GetTimestamp() => _now.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            IsBroken ? throw new InvalidTimeZoneException("The clock is broken.") : base.CreateTimer(callback, state, dueTime, period);
    }
}
