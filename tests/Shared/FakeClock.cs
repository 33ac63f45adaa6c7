namespace Kling.Tests;

/// <summary>
/// A clock without real time. A delay that the client takes makes it jump to the delay's end at once, and every time-out that falls due on the
/// way fires; with <see cref="HoldDelays"/> it stands still until <see cref="Advance"/>. Delays are told from time-outs by the
/// timer's state, which is the task of a Task.Delay and the source of a CancellationTokenSource.
/// </summary>
internal sealed class FakeClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<FakeTimer> _timers = [];
    private readonly List<TimeSpan> _delays = [];
    private TaskCompletionSource _nextDelay = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset _now = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Whether the clock stands still in a delay until it is moved.</summary>
    public bool HoldDelays { get; set; }

    /// <summary>The delays taken so far, in order.</summary>
    public IReadOnlyList<TimeSpan> Delays => [.. _delays];

    /// <summary>Completes when the client takes its next delay.</summary>
    public Task NextDelay => _nextDelay.Task;

    public DateTimeOffset Now
    {
        get
        {
            lock (_lock)
            {
                return _now;
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        _ = timer.Change(dueTime, period);
        if (state is Task && dueTime >= TimeSpan.Zero)
        {
            _delays.Add(dueTime);
            TaskCompletionSource started = _nextDelay;
            _nextDelay = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (!HoldDelays)
            {
                Advance(dueTime);
            }

            started.SetResult();
        }

        return timer;
    }

    /// <summary>Moves the time on and fires what falls due, in order.</summary>
    public void Advance(TimeSpan by)
    {
        DateTimeOffset target = Now + by;
        while (TakeDue(target) is { } timer)
        {
            timer.Fire();
        }

        lock (_lock)
        {
            _now = target;
        }
    }

    private FakeTimer? TakeDue(DateTimeOffset target)
    {
        lock (_lock)
        {
            FakeTimer? next = _timers.Where(timer => timer.Due <= target).MinBy(static timer => timer.Due);
            if (next is not null)
            {
                _now = next.Due > _now ? next.Due : _now;
                _ = _timers.Remove(next);
            }

            return next;
        }
    }

    private sealed class FakeTimer(FakeClock clock, Action fire) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                _ = clock._timers.Remove(this);
                if (dueTime >= TimeSpan.Zero)
                {
                    Due = clock._now + dueTime;
                    clock._timers.Add(this);
                }
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock._lock)
            {
                _ = clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
