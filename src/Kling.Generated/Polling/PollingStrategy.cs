namespace Kling;

/// <summary>Chooses when a job is asked about next. Derive from it for a schedule of your own.</summary>
/// <remarks>
/// One instance serves all waits of a client at once, so it must be safe to call from several threads. The client clips what it
/// returns to the wait's deadline and obeys a server that asks to be left alone for longer.
/// </remarks>
public abstract class PollingStrategy
{
    /// <summary>The schedule that is used if none is chosen: <see cref="Exponential"/> from 1 s to 10 s.</summary>
    public static PollingStrategy Default { get; } = Exponential(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));

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
}
