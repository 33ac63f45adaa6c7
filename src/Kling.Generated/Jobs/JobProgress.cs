using Microsoft.Extensions.Logging;

namespace Kling;

/// <summary>What is known of a job so far. Several waits may share it.</summary>
internal sealed class JobProgress(JobIdentity job, TimeProvider clock, KlingJobStatus status)
{
    private int _status = (int)status;
    private int _polls;
    private long _lastPollTicks = job.SubmittedAt.UtcTicks;

    public KlingJobStatus Status => (KlingJobStatus)Volatile.Read(ref _status);

    /// <summary>When the job was last asked about, or submitted.</summary>
    public DateTimeOffset LastPoll => new(Volatile.Read(ref _lastPollTicks), TimeSpan.Zero);

    /// <summary>The time since the submit; never negative, even if the clock was set back.</summary>
    public TimeSpan Elapsed => clock.GetUtcNow() - job.SubmittedAt is { Ticks: > 0 } elapsed ? elapsed : TimeSpan.Zero;

    /// <summary>Notes a poll that brought no news.</summary>
    public void AddPoll()
    {
        _ = Interlocked.Increment(ref _polls);
        Volatile.Write(ref _lastPollTicks, clock.GetUtcNow().UtcTicks);
    }

    /// <summary>Notes the state that a poll brought.</summary>
    public void AddPoll(KlingJobStatus status, ILogger logger)
    {
        AddPoll();
        var before = (KlingJobStatus)Interlocked.Exchange(ref _status, (int)status);
        if (before != status)
        {
            ClientLog.StatusChanged(logger, job.RequestId, before, status, Elapsed.TotalSeconds);
        }
    }

    public KlingProgress Snapshot() => new(job.RequestId, Status, Elapsed, job.TypicalDuration, Volatile.Read(ref _polls));

    public PollingContext Context() => new()
    {
        Slug = job.Slug,
        Status = Status,
        ExpectedDuration = job.TypicalDuration,
        Elapsed = LastPoll - job.SubmittedAt is { Ticks: > 0 } elapsed ? elapsed : TimeSpan.Zero,
        Polls = Volatile.Read(ref _polls),
    };
}
