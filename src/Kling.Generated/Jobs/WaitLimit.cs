namespace Kling;

/// <summary>How long a wait may take.</summary>
internal static class WaitLimit
{
    private const int TypicalTimes = 5;

    private static readonly TimeSpan Least = TimeSpan.FromMinutes(15);

    // A wait that begins after the record's hour still asks: the server's clock decides what is gone, not ours.
    private static readonly TimeSpan AfterExpiry = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The time that was asked for, else the larger of 15 min and five times the typical duration; never past the record's hour.
    /// </summary>
    public static TimeSpan Of(TimeSpan? timeout, JobIdentity job, DateTimeOffset now)
    {
        // A token from a machine whose clock is ahead must not make the record's hour longer.
        TimeSpan left = job.ExpiresAt - now < JobRecord.Retention ? job.ExpiresAt - now : JobRecord.Retention;
        TimeSpan kept = left > AfterExpiry ? left : AfterExpiry;
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            return kept;
        }

        if (timeout < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(
                nameof(timeout),
                timeout,
                "The timeout must not be negative. To wait as long as possible, use Timeout.InfiniteTimeSpan."
            );
        }

        TimeSpan limit = timeout ?? Default(job.TypicalDuration);
        return limit < kept ? limit : kept;
    }

    private static TimeSpan Default(TimeSpan? typical) => typical * TypicalTimes is { } times && times > Least ? times : Least;
}
