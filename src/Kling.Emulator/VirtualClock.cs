namespace Kling.Emulator;

/// <summary>
/// A clock for tests that does not wait in real time. Pass it to the emulator and to the client, and run the code under test with
/// <see cref="RunAsync{T}"/>. When all of that code waits in <see cref="Task.Delay(TimeSpan, TimeProvider, CancellationToken)"/> on this
/// clock, the clock advances to the next time at which a timer is due. Timers are called in the order of their times. The clock advances
/// only during
/// <c>RunAsync</c>.
/// </summary>
/// <remarks>
/// While a single task reads a file or a socket, the clock does not advance. If several tasks run, the clock can advance during the read,
/// because another task may be in a delay. Only Task.Delay counts as a wait: a timer that you create yourself does not make the clock
/// advance. Safe to use from several threads.
/// </remarks>
public sealed class VirtualClock : TimeProvider
{
    // As often as the pool must be found without work before the clock goes on for works of which some wait for others.
    private const int CalmTurns = 5;

    // Says when a thread begins and ends to run code of a work, whichever thread that is.
    private static readonly AsyncLocal<VirtualClock?> Running = new(static change =>
    {
        change.CurrentValue?.Compute(1);
        change.PreviousValue?.Compute(-1);
    });

    private readonly object _gate = new();
    private readonly PriorityQueue<(VirtualTimer Timer, int Version), (long Due, long Order)> _due = new();
    private long _now;
    private long _scheduled;
    private int _running;
    private int _waiting;
    private int _computing;
    private int _calm;
    private bool _isTurning;

    /// <summary>Creates a clock.</summary>
    /// <param name="start">The time that the clock shows first; <see langword="null"/> for the beginning of 2026.</param>
    public VirtualClock(DateTimeOffset? start = null) => _now = (start ?? new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).UtcTicks;

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

    /// <summary>Runs a function and advances the clock while the function waits.</summary>
    /// <param name="work">The function. Everything in it must use this clock.</param>
    /// <returns>The result of the function.</returns>
    public async Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        Enter(1);
        try
        {
            Running.Value = this;
            return await work().ConfigureAwait(false);
        }
        finally
        {
            Enter(-1);
        }
    }

    /// <summary>Runs several functions concurrently on this clock, which does not advance before all of them have started.</summary>
    /// <param name="works">The functions.</param>
    public Task RunAsync(IReadOnlyCollection<Func<Task>> works)
    {
        ArgumentNullException.ThrowIfNull(works);
        Compute(1);
        Enter(works.Count);
        Task[] tasks = [.. works.Select(OneAsync)];
        Compute(-1);
        return Task.WhenAll(tasks);

        async Task OneAsync(Func<Task> work)
        {
            try
            {
                Running.Value = this;
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

    private void Compute(int threads)
    {
        if (Interlocked.Add(ref _computing, threads) == 0)
        {
            Turn();
        }
    }

    // Not on the caller's stack: what falls due would run there, and take further delays, without an end.
    private void Turn()
    {
        lock (_gate)
        {
            if (_isTurning || !MayTurn)
            {
                return;
            }

            _isTurning = true;
        }

        Queue();
    }

    private bool MayTurn => _running > 0 && _waiting > 0 && Volatile.Read(ref _computing) == 0;

    private void Queue() => _ = ThreadPool.UnsafeQueueUserWorkItem(static clock => clock.FireWhileAllWait(), this, preferLocal: false);

    private void FireWhileAllWait()
    {
        bool isUnsure;
        while (TakeNext(out isUnsure) is { } timer)
        {
            timer.Fire();
        }

        if (isUnsure)
        {
            Queue();
        }
    }

    private VirtualTimer? TakeNext(out bool isUnsure)
    {
        lock (_gate)
        {
            isUnsure = false;
            while (MayTurn)
            {
                isUnsure = !IsCalm();
                if (isUnsure || !_due.TryDequeue(out (VirtualTimer Timer, int Version) next, out (long Due, long Order) place))
                {
                    break;
                }

                if (next.Timer.Version == next.Version)
                {
                    _now = Math.Max(_now, place.Due);
                    _calm = 0;
                    EndWait(next.Timer);
                    Schedule(next.Timer, next.Timer.Period, next.Timer.Period);
                    return next.Timer;
                }
            }

            _isTurning = isUnsure;
            return null;
        }
    }

    // Where some works wait for others and not for the clock, one of them may have been called upon, and is on its way through the thread
    // pool.
    private bool IsCalm()
    {
        if (_waiting < _running && _calm < CalmTurns)
        {
            _calm = ThreadPool.PendingWorkItemCount == 0 ? _calm + 1 : 0;
            return false;
        }

        return true;
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

        /// <summary>Whether a Task.Delay waits for it.</summary>
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
