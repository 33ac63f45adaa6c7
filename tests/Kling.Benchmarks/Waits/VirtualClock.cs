namespace Kling.Benchmarks.Waits;

/// <summary>
/// A clock that goes from timer to timer, and stands still in between. What a timer sets off runs on the thread that moves the clock. Each timer holds one of the
/// system's, which is never due: what a program pays for timers is in the figures. A FakeTimeProvider would be in them too: it searches all its timers
/// whenever it is read or moved, which is too slow for ten thousand waits.
/// </summary>
internal sealed class VirtualClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly SortedSet<VirtualTimer> _pending = new(VirtualTimer.InOrder);
    private long _now = new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero).UtcTicks;
    private long _made;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(GetTimestamp(), TimeSpan.Zero);

    public override long GetTimestamp() => Volatile.Read(ref _now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state, Interlocked.Increment(ref _made));
        _ = timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Goes to the next timer and fires it.</summary>
    public void Step()
    {
        if (!TryStep(long.MaxValue))
        {
            throw new InvalidOperationException("Nothing is due any more, and still there is somebody who waits.");
        }
    }

    /// <summary>Moves on, and fires what falls due on the way.</summary>
    public void Advance(TimeSpan by)
    {
        long until = GetTimestamp() + by.Ticks;
        while (TryStep(until))
        {
        }

        Volatile.Write(ref _now, until);
    }

    private bool TryStep(long until)
    {
        VirtualTimer? next;
        lock (_lock)
        {
            next = _pending.Min;
            if (next is null || next.Due > until)
            {
                return false;
            }

            _ = _pending.Remove(next);
            Volatile.Write(ref _now, Math.Max(_now, next.Due));
        }

        next.Fire();
        return true;
    }

    private sealed class VirtualTimer(VirtualClock clock, TimerCallback callback, object? state, long number) : ITimer
    {
        public static readonly Comparer<VirtualTimer> InOrder =
            Comparer<VirtualTimer>.Create(static (a, b) => a.Due != b.Due ? a.Due.CompareTo(b.Due) : a.Number.CompareTo(b.Number));

        private readonly ITimer _systems = System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public long Due { get; private set; }

        private long Number => number;

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                _ = clock._pending.Remove(this);
                if (dueTime >= TimeSpan.Zero)
                {
                    Due = clock._now + dueTime.Ticks;
                    _ = clock._pending.Add(this);
                }
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock._lock)
            {
                _ = clock._pending.Remove(this);
            }

            _systems.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
