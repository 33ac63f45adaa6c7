using System.Collections.Concurrent;

namespace Kling;

/// <summary>
/// Polls where a job is likely to end. The density of polls follows the square root of the hazard, the rate at which a job that is not
/// finished yet ends: that is the schedule with the fewest polls for a mean delay (J. B. Keller, Optimum checking schedules for systems
/// subject to random failure, 1974; near it A. G. Munford and A. K. Shahani, A nearly optimal inspection policy, 1972, whose intervals are
/// of equal risk).
/// </summary>
internal sealed class LatencyAwarePolling : PollingStrategy
{
    /// <summary>The jitter: ten per cent to either side, so that jobs that were submitted together are not asked about together.</summary>
    private const double Jitter = 0.1;

    // A job's usual share of waiting for a worker. One that waits longer has its work still ahead.
    private const double QueueShare = 0.1;

    // A delay is felt in proportion to the job: at most an eighth of its median.
    private const double LargestShare = 1.0 / 8;

    // Before this many spreads below the median next to no job ends.
    private const double Earliest = 4;

    // The steps in which the density is summed up to one poll.
    private const int Steps = 16;

    // How many models and combinations of parameters are learnt. A program that has more uses the model's belief for the rest.
    private const int MostLearnt = 10_000;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string Slug, string? PriceKey), LatencyBelief> _beliefs = new();
    private readonly double _delay;
    private readonly double _shortestGap;
    private readonly double _longestGap;
    private readonly Random _random;
    private readonly object _lock = new();

    public LatencyAwarePolling(TimeSpan delay, TimeSpan shortestGap, TimeSpan longestGap, int? seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(delay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, Longest);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(shortestGap, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(longestGap, shortestGap);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(longestGap, Longest);
        (_delay, _shortestGap, _longestGap) = (delay.TotalSeconds, shortestGap.TotalSeconds, longestGap.TotalSeconds);
        _random = seed is { } number ? new Random(number) : new Random();
    }

    public override TimeSpan NextDelay(PollingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        LatencyBelief belief = Belief(context);
        double extraQueue = (context.QueuedUntil?.TotalSeconds ?? 0) - (QueueShare * belief.Median);
        double age = context.Elapsed.TotalSeconds - Math.Max(extraQueue, 0);
        double gap = NextAge(belief, Math.Max(age, 0)) - Math.Max(age, 0);
        gap *= 1 + (Jitter * NextSigned());
        gap = Math.Max(gap, _shortestGap);

        // Only the time before the first poll may be longer: then the least is known and the most is saved.
        return TimeSpan.FromSeconds(Math.Min(gap, context.Polls == 0 ? Longest.TotalSeconds : _longestGap));
    }

    public override void OnCompleted(PollingContext context, TimeSpan duration)
    {
        ArgumentNullException.ThrowIfNull(context);
        LatencyBelief model = OfModel(context);
        if (context.PriceKey is { } key)
        {
            Learn((context.Slug, key), model.BeforeParameters(), duration);
        }

        Learn((context.Slug, null), model, duration);
    }

    private void Learn((string Slug, string? PriceKey) about, LatencyBelief before, TimeSpan duration)
    {
        if (_beliefs.ContainsKey(about) || _beliefs.Count < MostLearnt)
        {
            _ = _beliefs.AddOrUpdate(
                about,
                static (_, job) => job.Before.After(job.Duration),
                static (_, belief, job) => belief.After(job.Duration),
                (Before: before, Duration: duration)
            );
        }
    }

    /// <summary>Jobs with the same parameters say more than all jobs of the model, even if there was only one of them.</summary>
    private LatencyBelief Belief(PollingContext context) =>
        context.PriceKey is { } key && _beliefs.TryGetValue((context.Slug, key), out LatencyBelief? same) ? same : OfModel(context);

    private LatencyBelief OfModel(PollingContext context) =>
        _beliefs.TryGetValue((context.Slug, null), out LatencyBelief? learnt) ? learnt : LatencyBelief.Before(context.ExpectedDuration);

    /// <summary>The age at which the density of polls has summed up to one more.</summary>
    private double NextAge(LatencyBelief belief, double age)
    {
        double meanGap = 2 * Math.Min(_delay, LargestShare * belief.Median);
        double Gap(double at) => meanGap * belief.Scale / Math.Sqrt(belief.Hazard(at));
        double next = Math.Max(age, belief.Median * Math.Exp(-Earliest * belief.Spread));
        for (int step = 0; step < Steps; step++)
        {
            double half = next + (Gap(next) / (2 * Steps));
            next += Gap(half) / Steps;
        }

        return next;
    }

    private double NextSigned()
    {
        lock (_lock)
        {
            return (2 * _random.NextDouble()) - 1;
        }
    }
}
