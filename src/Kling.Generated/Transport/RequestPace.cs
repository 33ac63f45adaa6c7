namespace Kling;

/// <summary>
/// The pause and the rate limit that all waits of a client share. The rate is that of a token bucket which holds the polls of one second.
/// After a pause that the server asked for, the bucket is empty, so that the requests that waited are not all sent at once.
/// </summary>
/// <remarks>
/// A free turn costs a few additions. Requests that must wait are queued in one of two queues, in order, with one shared delay. A cancelled
/// request does not use up a turn.
/// </remarks>
internal sealed class RequestPace
{
    /// <summary>
    /// The longest pause that a server can ask of all jobs at once. A larger one is a mistake more often than not, and a job's record is
    /// gone after an hour.
    /// </summary>
    public static readonly TimeSpan LongestHold = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan ShortestDelay = TimeSpan.FromMilliseconds(1);

    private readonly object _lock = new();
    private readonly Queue<Turn> _urgent = new();
    private readonly Queue<Turn> _others = new();
    private readonly TimeProvider _clock;
    private readonly long _origin;
    private readonly TimeSpan _interval;

    /// <summary>How far ahead of now <see cref="_full"/> may lie, and still one turn is left.</summary>
    private readonly TimeSpan _slack;

    private TimeSpan _notBefore;
    private TimeSpan _full;
    private bool _isServing;

    /// <summary>A pace.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="perSecond">The turns in a second; more than zero.</param>
    public RequestPace(TimeProvider clock, double perSecond)
    {
        _clock = clock;
        _origin = clock.GetTimestamp();
        _interval = TimeSpan.FromSeconds(1 / perSecond);
        _slack = _interval * Math.Max(Math.Floor(perSecond) - 1, 0);
    }

    /// <summary>How long requests are paused from now; zero if they are not.</summary>
    public TimeSpan HeldFor
    {
        get
        {
            lock (_lock)
            {
                return Positive(_notBefore - Now);
            }
        }
    }

    private TimeSpan Now => _clock.GetElapsedTime(_origin);

    /// <summary>
    /// Pauses all requests because the server asked for it, for at most <see cref="LongestHold"/>. A longer pause in force stays.
    /// </summary>
    public void Hold(TimeSpan pause)
    {
        lock (_lock)
        {
            TimeSpan until = Now + (pause < LongestHold ? pause : LongestHold);
            _notBefore = until > _notBefore ? until : _notBefore;
            _full = _notBefore + _slack > _full ? _notBefore + _slack : _full;
        }
    }

    /// <summary>Uses a turn, if one is free and no other request waits.</summary>
    public bool TryEnter()
    {
        lock (_lock)
        {
            if (_isServing || UntilFree() > TimeSpan.Zero)
            {
                return false;
            }

            Take();
            return true;
        }
    }

    /// <summary>Waits for a turn.</summary>
    /// <param name="isUrgent">Whether it goes before ordinary polls: a submit, or the request for a result that is known to be
    /// ready.</param>
    /// <param name="cancellationToken">Gives the turn up.</param>
    public Task EnterAsync(bool isUrgent, CancellationToken cancellationToken)
    {
        var turn = new Turn(cancellationToken);
        bool isFirst;
        lock (_lock)
        {
            (isUrgent ? _urgent : _others).Enqueue(turn);
            isFirst = !_isServing;
            _isServing = true;
        }

        if (isFirst)
        {
            _ = ServeAsync();
        }

        return turn.Task;
    }

    private static TimeSpan Positive(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;

    /// <summary>Serves the lines until they are empty.</summary>
    private async Task ServeAsync()
    {
        try
        {
            while (ServeWhoIsDue() is { } pause)
            {
                await Task.Delay(pause > ShortestDelay ? pause : ShortestDelay, _clock, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (Exception e)
        {
            // The clock is the application's and may throw. Those who wait must not wait for ever, and the next one starts anew.
            Fail(e);
        }
    }

    private void Fail(Exception e)
    {
        lock (_lock)
        {
            while (_urgent.TryDequeue(out Turn? turn) || _others.TryDequeue(out turn))
            {
                turn.Fail(e);
            }

            _isServing = false;
        }
    }

    /// <summary>Gives away the turns that are free.</summary>
    /// <returns>How long until the next one is, or null if the queue is empty.</returns>
    private TimeSpan? ServeWhoIsDue()
    {
        lock (_lock)
        {
            while (_urgent.Count + _others.Count > 0)
            {
                if (UntilFree() is { Ticks: > 0 } pause)
                {
                    return pause;
                }

                if ((_urgent.Count > 0 ? _urgent : _others).Dequeue().TryGive())
                {
                    Take();
                }
            }

            _isServing = false;
            return null;
        }
    }

    private TimeSpan UntilFree()
    {
        TimeSpan now = Now;
        return _full - _slack > _notBefore ? _full - _slack - now : _notBefore - now;
    }

    private void Take()
    {
        TimeSpan now = Now;
        _full = (_full > now ? _full : now) + _interval;
    }

    /// <summary>A place in the queue. Its owner continues outside the lock.</summary>
    private sealed class Turn : TaskCompletionSource
    {
        private readonly CancellationTokenRegistration _registration;

        public Turn(CancellationToken cancellationToken)
            : base(TaskCreationOptions.RunContinuationsAsynchronously) =>
            _registration = cancellationToken.UnsafeRegister(static (turn, token) => ((Turn)turn!).TrySetCanceled(token), this);

        /// <summary>Gives the turn.</summary>
        /// <returns>Whether its owner still waits for it.</returns>
        public bool TryGive()
        {
            _ = _registration.Unregister();
            return TrySetResult();
        }

        /// <summary>Ends the wait for the turn with an error.</summary>
        public void Fail(Exception e)
        {
            _ = _registration.Unregister();
            _ = TrySetException(e);
        }
    }
}
