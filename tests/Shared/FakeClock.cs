using Microsoft.Extensions.Time.Testing;

namespace Kling.Tests;

/// <summary>
/// A <see cref="FakeTimeProvider"/> that also records delays and, unless <see cref="HoldDelays"/> is set, jumps to the end of each one.
/// FakeTimeProvider can only advance by a fixed amount at each reading, not by the delays of a polling loop. A delay differs from a
/// timeout in its timer's state: the task of a Task.Delay, not a CancellationTokenSource.
/// </summary>
internal sealed class FakeClock() : FakeTimeProvider(new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero))
{
    private readonly Lock _lock = new();
    private readonly List<TimeSpan> _delays = [];
    private TaskCompletionSource _nextDelay = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether the clock stands still during a delay until the test advances it.</summary>
    public bool HoldDelays { get; set; }

    /// <summary>The delays started so far, in order.</summary>
    public IReadOnlyList<TimeSpan> Delays
    {
        get
        {
            lock (_lock)
            {
                return [.. _delays];
            }
        }
    }

    /// <summary>Is called at the end of each delay that the clock jumps over.</summary>
    public Action? Delayed { get; set; }

    /// <summary>Completes when the client starts its next delay.</summary>
    public Task NextDelay => _nextDelay.Task;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        if (state is Task && dueTime >= TimeSpan.Zero)
        {
            TaskCompletionSource started;
            lock (_lock)
            {
                _delays.Add(dueTime);
                started = _nextDelay;
                _nextDelay = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            if (!HoldDelays)
            {
                Advance(dueTime);
                Delayed?.Invoke();
            }

            started.SetResult();
        }

        return timer;
    }
}
