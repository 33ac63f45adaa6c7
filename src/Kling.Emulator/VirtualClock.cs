namespace Kling.Emulator;

/// <summary>
/// A clock for tests, on which an hour passes at once and in its order. Give it to the emulator and to the client, and start the work under test with
/// <see cref="RunAsync{T}"/>: whenever all of it waits in a <see cref="Task.Delay(TimeSpan, TimeProvider, CancellationToken)"/> on this clock, the clock goes to the next instant at
/// which something is due. While any of it computes, reads a file or waits for anything else, time stands still, and so it does when no work is under way.
/// </summary>
/// <remarks>
/// Work that splits by itself counts as one: once a part of it waits, the others have to be in a delay too or be done before the clock goes on without them, which
/// only works started one by one are sure of. Safe for use by many threads. Task.Delay is known by what it hands to its timer, so a timer of your own is no wait.
/// </remarks>
public sealed class VirtualClock : TimeProvider
{
    private readonly object _gate = new();
    private readonly PriorityQueue<(VirtualTimer Timer, int Version), (long Due, long Order)> _due = new();
    private long _now;
    private long _scheduled;
    private int _running;
    private int _waiting;
    private bool _isTurning;

    /// <summary>A clock that stands at an instant.</summary>
    /// <param name="start">The instant; <see langword="null"/> for the beginning of 2026.</param>
    public VirtualClock(DateTimeOffset? start = null) =>
        _now = (start ?? new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).UtcTicks;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(GetTimestamp(), TimeSpan.Zero);

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new VirtualTimer(this, callback, state);
        lock (_gate)
        {
            timer.IsWait = state is Task;
            _waiting += timer.IsWait ? 1 : 0;
            Schedule(timer, dueTime, period);
        }

        Turn();
        return timer;
    }

    /// <summary>Runs one piece of work to its end, and lets time pass for it.</summary>
    /// <param name="work">The work. It takes its time from this clock.</param>
    /// <returns>What the work gives.</returns>
    public async Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        Enter(1);
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            Enter(-1);
        }
    }

    /// <summary>Runs several pieces of work side by side, in one time. It does not pass before all have begun.</summary>
    /// <param name="works">The pieces.</param>
    public Task RunAsync(IReadOnlyCollection<Func<Task>> works)
    {
        ArgumentNullException.ThrowIfNull(works);
        Enter(works.Count);
        return Task.WhenAll(works.Select(OneAsync));

        async Task OneAsync(Func<Task> work)
        {
            try
            {
                await work().ConfigureAwait(false);
            }
            finally
            {
                Enter(-1);
            }
        }
    }

    private void Enter(int works)
    {
        lock (_gate)
        {
            _running += works;
        }

        Turn();
    }

    // Not on the caller's stack: what falls due would run there, and take further delays, without an end.
    private void Turn()
    {
        lock (_gate)
        {
            if (_isTurning || !AllWait)
            {
                return;
            }

            _isTurning = true;
        }

        _ = ThreadPool.UnsafeQueueUserWorkItem(static clock => clock.FireWhileAllWait(), this, preferLocal: false);
    }

    private bool AllWait => _running > 0 && _waiting >= _running;

    private void FireWhileAllWait()
    {
        while (TakeNext() is { } timer)
        {
            timer.Fire();
        }
    }

    private VirtualTimer? TakeNext()
    {
        lock (_gate)
        {
            while (AllWait && _due.TryDequeue(out (VirtualTimer Timer, int Version) next, out (long Due, long Order) place))
            {
                if (next.Timer.Version == next.Version)
                {
                    _now = Math.Max(_now, place.Due);
                    EndWait(next.Timer);
                    Schedule(next.Timer, next.Timer.Period, next.Timer.Period);
                    return next.Timer;
                }
            }

            _isTurning = false;
            return null;
        }
    }

    // What was scheduled before has another version and is passed over.
    private void Schedule(VirtualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        timer.Version++;
        timer.Period = period == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : period;
        if (dueTime >= TimeSpan.Zero)
        {
            _due.Enqueue((timer, timer.Version), (_now + dueTime.Ticks, _scheduled++));
        }
    }

    private void EndWait(VirtualTimer timer)
    {
        _waiting -= timer.IsWait ? 1 : 0;
        timer.IsWait = false;
    }

    private sealed class VirtualTimer(VirtualClock clock, TimerCallback callback, object? state) : ITimer
    {
        public int Version { get; set; }

        public TimeSpan Period { get; set; }

        /// <summary>Whether work waits for it.</summary>
        public bool IsWait { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock.Schedule(this, dueTime, period);
            }

            clock.Turn();
            return true;
        }

        public void Dispose()
        {
            lock (clock._gate)
            {
                Version++;
                clock.EndWait(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
