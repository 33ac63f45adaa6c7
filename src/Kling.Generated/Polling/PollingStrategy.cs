namespace Kling;

/// <summary>Chooses when a job is asked about next. Derive from it for a schedule of your own.</summary>
/// <remarks>
/// One instance serves all waits of a client at once, so it must be safe to call from several threads. The client clips what it
/// returns to the wait's deadline and obeys a server that asks to be left alone for longer.
/// </remarks>
public abstract class PollingStrategy
{
    /// <summary>
    /// Polls where a job is likely to end: seldom at first, most often around the model's typical duration. What is believed of the duration starts
    /// from <see cref="PollingContext.ExpectedDuration"/>, or from a minute, very roughly, where there is none, and is learnt per model from every job
    /// that is waited for. This is the default.
    /// </summary>
    /// <param name="delay">
    /// The mean time between a job's end and its discovery that is aimed at; more than zero, at most one hour, and never more than an eighth of the
    /// model's duration. More of it saves polls. The default is 4.7 s: no later than a fixed pause of 10 s, with a little room for a typical duration
    /// that has drifted.
    /// </param>
    /// <param name="shortest">The shortest pause; more than zero. The default is 1 s.</param>
    /// <param name="longest">
    /// The longest pause, except for the one before the first poll, which takes about half of the typical duration; at least <paramref name="shortest"/>, at
    /// most one hour. The default is 15 s.
    /// </param>
    /// <param name="seed">Makes the jitter of ten per cent repeatable, for tests; by default it is random.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static PollingStrategy LatencyAware(TimeSpan? delay = null, TimeSpan? shortest = null, TimeSpan? longest = null, int? seed = null) =>
        new LatencyAwarePolling(delay ?? TimeSpan.FromSeconds(4.7), shortest ?? TimeSpan.FromSeconds(1), longest ?? TimeSpan.FromSeconds(15), seed);

    /// <summary>The same pause before every poll.</summary>
    /// <param name="interval">The pause; more than zero, at most one hour.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="interval"/> is out of its range.</exception>
    public static PollingStrategy Fixed(TimeSpan interval) => new ExponentialPolling(interval, interval, factor: 1);

    /// <summary>A pause that grows by a factor from poll to poll.</summary>
    /// <param name="first">The pause before the first poll; more than zero.</param>
    /// <param name="longest">The longest pause; at least <paramref name="first"/>, at most one hour.</param>
    /// <param name="factor">The growth from one pause to the next; at least 1. The default is 1.5.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static PollingStrategy Exponential(TimeSpan first, TimeSpan longest, double factor = 1.5) => new ExponentialPolling(first, longest, factor);

    /// <summary>The pause before the next poll, counted from the last one, or from the submit if there was none.</summary>
    /// <param name="context">What is known of the job.</param>
    /// <returns>The pause. Less than 50 ms is taken as 50 ms, more than one hour as one hour.</returns>
    public abstract TimeSpan NextDelay(PollingContext context);

    /// <summary>Called once for every completed job, so that a strategy can learn from it. Not called for failed jobs. The base method does nothing.</summary>
    /// <param name="context">What is known of the job.</param>
    /// <param name="duration">The time from submit to result: the server's <c>total_time</c>, or else as it was observed.</param>
    public virtual void OnCompleted(PollingContext context, TimeSpan duration)
    {
    }
}
