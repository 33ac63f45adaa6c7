using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Kling;

/// <summary>The progress of a job so far. Several waits may share it.</summary>
/// <remarks>
/// Wall clocks differ between machines and are set back and forth. The age of the job is read off them once; from then on the monotonic
/// clock counts.
/// </remarks>
internal sealed class JobProgress(JobIdentity job, TimeProvider clock, KlingJobStatus status) : ITracedJob
{
    private const long Never = -1;

    private readonly long _begun = clock.GetTimestamp();
    private readonly TimeSpan _ageAtBegin = AgeOf(job, clock.GetUtcNow());
    private int _status = (int)status;
    private string? _state;
    private int _polls;
    private Activity? _span;
    private int _isSpanTaken;
    private int _isToldOf;
    private long _lastPollTicks;
    private long _queuedTicks = Never;
    private long _observedTicks = Never;

    public KlingJobStatus Status => (KlingJobStatus)Volatile.Read(ref _status);

    /// <summary>The server's own word for the status, or null before the first response.</summary>
    public string? State => Volatile.Read(ref _state);

    public string RequestId => job.RequestId;

    public string Slug => job.Slug;

    public string? TraceParent => job.TraceParent;

    public int Polls => Volatile.Read(ref _polls);

    /// <summary>What the job cost, in US dollars, or null as long as the server has not said so.</summary>
    public decimal? Cost { get; set; }

    /// <summary>The span that records status changes.</summary>
    public Activity? Span
    {
        get => Volatile.Read(ref _span);
        set => Volatile.Write(ref _span, value);
    }

    /// <summary>The age of the job at the last poll; zero before the first.</summary>
    public TimeSpan LastPoll => new(Volatile.Read(ref _lastPollTicks));

    /// <summary>The time since the submit. It is never negative and never decreases, whatever happens to the wall clock.</summary>
    public TimeSpan Elapsed => _ageAtBegin + clock.GetElapsedTime(_begun);

    /// <summary>Records a failed poll.</summary>
    public void AddPoll()
    {
        _ = Interlocked.Increment(ref _polls);
        JobMetrics.Polled(job.Slug);
        Volatile.Write(ref _lastPollTicks, Elapsed.Ticks);
    }

    /// <summary>Notes the status that a poll returned.</summary>
    public void AddPoll(JobAnswer answer, ILogger logger)
    {
        KlingJobStatus status = answer.Status;
        TimeSpan unfinished = LastPoll;
        AddPoll();
        Volatile.Write(ref _state, answer.State);
        var before = (KlingJobStatus)Interlocked.Exchange(ref _status, (int)status);
        if (before != status)
        {
            JobSpan.StatusChanged(Span, status);

            // The first status of a resumed job is not a change. Durable jobs are resumed for each poll.
            if (before is not KlingJobStatus.Unknown)
            {
                ClientLog.StatusChanged(logger, job.RequestId, before, status, Elapsed.TotalSeconds);
            }
        }

        if (status is KlingJobStatus.Queued)
        {
            Volatile.Write(ref _queuedTicks, Elapsed.Ticks);
        }
        else if (status is KlingJobStatus.Completed && before is not KlingJobStatus.Completed)
        {
            Observe(unfinished, Elapsed);
        }
    }

    public Activity? TakeSpan() => Interlocked.Exchange(ref _isSpanTaken, 1) == 0 ? Span : null;

    public KlingProgress Snapshot() =>
        new(job.RequestId, Status, Elapsed, job.TypicalDuration, Volatile.Read(ref _polls)) { State = State };

    public PollingContext Context() =>
        new()
        {
            Slug = job.Slug,
            PriceKey = job.PriceKey,
            Status = Status,
            ExpectedDuration = job.TypicalDuration,
            Elapsed = LastPoll,
            QueuedUntil = Volatile.Read(ref _queuedTicks) is >= 0 and var ticks ? new TimeSpan(ticks) : null,
            Polls = Volatile.Read(ref _polls),
        };

    /// <summary>How long the job took, as far as that is known, and once only: each job teaches a strategy once.</summary>
    /// <param name="told">The status that the server sent.</param>
    public TimeSpan? TakeDuration(TimeSpan? told)
    {
        TimeSpan? known = told ?? (Volatile.Read(ref _observedTicks) is >= 0 and var ticks ? new TimeSpan(ticks) : null);
        return known is not null && Interlocked.Exchange(ref _isToldOf, 1) == 0 ? known : null;
    }

    /// <summary>
    /// Notes when the job ended, if that was seen closely enough: a job that was resumed long after its end, or that was done before the
    /// first poll, gives almost no information.
    /// </summary>
    private void Observe(TimeSpan unfinished, TimeSpan finished)
    {
        const int Closely = 4;
        if ((finished - unfinished) * Closely <= finished)
        {
            Volatile.Write(ref _observedTicks, (unfinished + finished).Ticks / 2);
        }
    }

    private static TimeSpan AgeOf(JobIdentity job, DateTimeOffset now) => now - job.SubmittedAt is { Ticks: > 0 } age ? age : TimeSpan.Zero;
}
