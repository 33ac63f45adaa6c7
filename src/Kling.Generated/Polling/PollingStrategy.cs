namespace Kling;

/// <summary>Chooses when a job is polled next. Derive from it to define your own schedule.</summary>
/// <remarks>
/// One instance serves all waits of a client at once, so it must be safe to call from several threads. The client limits the delay to the
/// timeout of the wait, and waits longer if the server asks for it.
/// </remarks>
public abstract class PollingStrategy
{
    /// <summary>
    /// Polls when a job is likely to end: rarely at first, most often around the model's typical duration. The estimate of the duration
    /// starts with
    /// <see cref="PollingContext.ExpectedDuration"/>, or with about one minute if it is unknown, and is improved with every completed job: per
    /// model and, where the schema says which parameters decide the price, per combination of their values. This is the default.
    /// </summary>
    /// <param name="delay">
    /// The target for the mean time between the end of a job and the poll that notices it; more than zero, at most one hour. At most an
    /// eighth of the model's duration is used. A larger value needs fewer polls. The default is 4.7 s, which is a little less than with a
    /// fixed pause of 10 s.
    /// </param>
    /// <param name="shortest">The shortest pause; more than zero. The default is 1 s.</param>
    /// <param name="longest">
    /// The longest pause, except before the first poll, which is sent after about half of the typical duration; at least
    /// <paramref name="shortest"/>, at
    /// most one hour. The default is 15 s.
    /// </param>
    /// <param name="seed">A seed that makes the jitter of 10 % repeatable, for tests. By default the jitter is random.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static PollingStrategy LatencyAware(
        TimeSpan? delay = null,
        TimeSpan? shortest = null,
        TimeSpan? longest = null,
        int? seed = null
    ) =>
        new LatencyAwarePolling(
            delay ?? TimeSpan.FromSeconds(4.7),
            shortest ?? TimeSpan.FromSeconds(1),
            longest ?? TimeSpan.FromSeconds(15),
            seed
        );

    /// <summary>The same pause before every poll.</summary>
    /// <param name="interval">The pause; more than zero, at most one hour.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="interval"/> is out of its range.</exception>
    public static PollingStrategy Fixed(TimeSpan interval) => new ExponentialPolling(interval, interval, factor: 1);

    /// <summary>A pause that grows by a factor from poll to poll.</summary>
    /// <param name="first">The pause before the first poll; more than zero.</param>
    /// <param name="longest">The longest pause; at least <paramref name="first"/>, at most one hour.</param>
    /// <param name="factor">The growth from one pause to the next; at least 1. The default is 1.5.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static PollingStrategy Exponential(TimeSpan first, TimeSpan longest, double factor = 1.5) =>
        new ExponentialPolling(first, longest, factor);

    /// <summary>The pause before the next poll, counted from the last one, or from the submit if there was none.</summary>
    /// <param name="context">The known facts of the job.</param>
    /// <returns>The pause. Values below 50 ms are used as 50 ms, values above one hour as one hour.</returns>
    public abstract TimeSpan NextDelay(PollingContext context);

    /// <summary>
    /// Called once for every completed job, so that a strategy can learn from it. Not called for failed jobs. The base method does nothing.
    /// </summary>
    /// <param name="context">The known facts of the job.</param>
    /// <param name="duration">The time from submit to result: the server's <c>total_time</c> or, if that is missing, the observed
    /// time.</param>
    public virtual void OnCompleted(PollingContext context, TimeSpan duration) { }
}
