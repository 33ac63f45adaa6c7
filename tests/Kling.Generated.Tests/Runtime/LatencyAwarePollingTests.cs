namespace Kling.Tests;

public sealed class LatencyAwarePollingTests
{
    private const double Spread = 0.36;

    private static readonly TimeSpan Typical = TimeSpan.FromSeconds(180);

    public static TheoryData<double, double> Beliefs => new() { { 60, 60 }, { 60, 80 }, { 60, 40 }, { 180, 180 }, { 180, 240 }, { 180, 120 }, { 400, 400 }, { 400, 533 }, { 400, 267 } };

    [Fact]
    public void The_first_poll_is_about_half_the_typical_duration_away_and_the_later_ones_at_most_15_seconds()
    {
        double[] polls = Schedule(PollingStrategy.LatencyAware(seed: 1), Typical, until: 3600);

        Assert.InRange(polls[0], 70, 100);
        Assert.All(Gaps(polls), static gap => Assert.InRange(gap, 1, 15));
    }

    [Fact]
    public void Polls_are_most_frequent_when_completion_is_most_likely()
    {
        double[] polls = Schedule(PollingStrategy.LatencyAware(longest: TimeSpan.FromHours(1), seed: 1), Typical, until: 3600);

        double early = Gaps(polls).First();
        double middle = Gaps(polls).Zip(polls.Skip(1)).First(static pair => pair.Second > 200).First;
        double late = Gaps(polls).Last();
        Assert.True(early > middle && late > middle, $"{early}, {middle}, {late}");
    }

    [Theory]
    [MemberData(nameof(Beliefs))]
    public void The_first_job_needs_fewer_polls_than_every_10_seconds_and_a_delay_below_6_seconds_on_average(double median, double typical)
    {
        (double polls, double delay) = Simulate(PollingStrategy.LatencyAware(seed: 1), median, typical);
        (double fixedPolls, _) = Simulate(PollingStrategy.Fixed(TimeSpan.FromSeconds(10)), median, typical);

        Assert.True(polls < fixedPolls, $"{polls} polls, every 10 s {fixedPolls}");
        Assert.True(delay < 6, $"{delay} s");
        Assert.True(typical != 180 || median != 180 || (polls <= 13 && delay <= 5), $"{polls} polls, {delay} s");
    }

    [Theory]
    [MemberData(nameof(Beliefs))]
    public void After_ten_jobs_polls_and_delay_are_better_than_polling_every_10_seconds(double median, double typical)
    {
        PollingStrategy strategy = PollingStrategy.LatencyAware(seed: 1);
        foreach (double seconds in Durations(median, 10))
        {
            Complete(strategy, TimeSpan.FromSeconds(typical), seconds);
        }

        (double polls, double delay) = Simulate(strategy, median, typical);
        (double fixedPolls, double fixedDelay) = Simulate(PollingStrategy.Fixed(TimeSpan.FromSeconds(10)), median, typical);

        Assert.True(polls < fixedPolls && delay < fixedDelay, $"{polls} polls and {delay} s, every 10 s {fixedPolls} and {fixedDelay} s");
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(3.0)]
    [InlineData(180.0)]
    [InlineData(86_400.0)]
    [InlineData(null)]
    public void A_job_that_never_ends_is_polled_at_limited_intervals(double? typical)
    {
        double[] polls = Schedule(PollingStrategy.LatencyAware(seed: 1), typical is { } seconds ? TimeSpan.FromSeconds(seconds) : null, until: 100_000);

        Assert.InRange(polls[0], 1, 3600);
        Assert.All(Gaps(polls), static gap => Assert.InRange(gap, 1, 15));
    }

    [Fact]
    public void A_model_without_a_typical_duration_is_polled_early()
    {
        Assert.InRange(Schedule(PollingStrategy.LatencyAware(seed: 1), typical: null, until: 60)[0], 1, 20);
    }

    [Fact]
    public void A_job_that_is_queued_for_long_is_expected_to_end_later()
    {
        var at = TimeSpan.FromSeconds(185);
        PollingContext Context(TimeSpan? queuedUntil) =>
            new() { Slug = "m", Status = KlingJobStatus.Processing, ExpectedDuration = Typical, Elapsed = at, QueuedUntil = queuedUntil, Polls = 9 };

        TimeSpan running = Create().NextDelay(Context(queuedUntil: null));
        TimeSpan shortQueue = Create().NextDelay(Context(TimeSpan.FromSeconds(10)));
        TimeSpan longQueue = Create().NextDelay(Context(TimeSpan.FromSeconds(180)));

        Assert.Equal(running, shortQueue);
        Assert.True(longQueue > running * 2, $"{longQueue}, {running}");

        static PollingStrategy Create() => PollingStrategy.LatencyAware(longest: TimeSpan.FromHours(1), seed: 1);
    }

    [Fact]
    public void One_stuck_job_changes_the_schedule_less_than_a_slower_model()
    {
        PollingStrategy stuck = PollingStrategy.LatencyAware(seed: 1);
        PollingStrategy slower = PollingStrategy.LatencyAware(seed: 1);
        Complete(stuck, Typical, [.. Enumerable.Repeat(180.0, 39), 3500]);
        Complete(slower, Typical, [.. Enumerable.Repeat(360.0, 40)]);
        PollingStrategy steady = PollingStrategy.LatencyAware(seed: 1);
        Complete(steady, Typical, [.. Enumerable.Repeat(180.0, 40)]);
        double before = Schedule(steady, Typical, until: 60)[0];

        Assert.InRange(Schedule(stuck, Typical, until: 60)[0] / before, 0.8, 1.2);
        Assert.InRange(Schedule(slower, Typical, until: 60)[0] / before, 1.3, 2.4);
    }

    [Fact]
    public void Thirty_new_jobs_outweigh_a_hundred_old_ones()
    {
        PollingStrategy strategy = PollingStrategy.LatencyAware(seed: 1);
        Complete(strategy, Typical, [.. Enumerable.Repeat(180.0, 100), .. Enumerable.Repeat(60.0, 60)]);

        Assert.InRange(Schedule(strategy, Typical, until: 60)[0], 20, 60);
    }

    [Fact]
    public void Each_model_learns_from_its_own_jobs_only()
    {
        PollingStrategy strategy = PollingStrategy.LatencyAware(seed: 1);
        strategy.OnCompleted(Context("another-model", Typical, 0, 0), TimeSpan.FromSeconds(10));

        Assert.Equal(Schedule(PollingStrategy.LatencyAware(seed: 1), Typical, until: 600), Schedule(strategy, Typical, until: 600));
    }

    [Fact]
    public void Each_combination_of_the_price_parameters_learns_from_its_own_jobs_first()
    {
        double Learnt(string? key) => First(strategy => Complete(strategy, ("3 s", 60), ("15 s", 600), ("3 s", 60), ("15 s", 600)), key);

        Assert.InRange(Learnt("3 s"), 5, 45);
        Assert.InRange(Learnt("15 s"), 100, 500);

        // A combination without a job, and a job whose combination is not known, are those of the model.
        double model = First(static strategy => Complete(strategy, (null, 60), (null, 600), (null, 60), (null, 600)), key: null);
        Assert.Equal((model, model), (Learnt("10 s"), Learnt(null)));
    }

    [Fact]
    public void The_first_job_of_a_combination_counts_more_than_the_schema()
    {
        double before = First(static _ => { }, "15 s");

        Assert.InRange(First(static strategy => Complete(strategy, ("15 s", 180)), "15 s") / before, 0.5, 1.5);
        Assert.InRange(First(static strategy => Complete(strategy, ("15 s", 720)), "15 s") / before, 1.4, 4);
    }

    [Fact]
    public void A_combination_that_is_seen_again_and_again_is_polled_as_a_model_of_its_own()
    {
        (string?, double)[] jobs = [.. Durations(60, 30).Select(static seconds => ((string?)"3 s", seconds)), .. Durations(240, 30).Select(static seconds => ((string?)"15 s", seconds))];

        Assert.InRange(First(strategy => Complete(strategy, jobs), "3 s") / First(strategy => Complete(strategy, jobs[..30]), key: null), 0.8, 1.25);
        Assert.InRange(First(strategy => Complete(strategy, jobs), "15 s") / First(strategy => Complete(strategy, [.. jobs[30..].Select(static job => ((string?)null, job.Item2))]), key: null), 0.8, 1.25);
    }

    [Fact]
    public void A_seed_repeats_the_jitter_which_is_ten_per_cent()
    {
        double[] firsts = [.. Enumerable.Range(0, 200).Select(static seed => Schedule(PollingStrategy.LatencyAware(seed: seed), Typical, until: 60)[0])];

        Assert.Equal(firsts[7], Schedule(PollingStrategy.LatencyAware(seed: 7), Typical, until: 60)[0]);
        Assert.InRange(firsts.Max() / firsts.Min(), 1.15, 1.1 / 0.9);
    }

    [Theory]
    [InlineData(0, 1, 15)]
    [InlineData(3601, 1, 15)]
    [InlineData(5, 0, 15)]
    [InlineData(5, 2, 1)]
    [InlineData(5, 1, 3601)]
    public void An_argument_out_of_range_is_refused(int delay, int shortest, int longest)
    {
        _ = Assert.Throws<ArgumentOutOfRangeException>(
            () => PollingStrategy.LatencyAware(TimeSpan.FromSeconds(delay), TimeSpan.FromSeconds(shortest), TimeSpan.FromSeconds(longest)));
    }

    private static PollingContext Context(string slug, TimeSpan? typical, double elapsed, int polls) => new()
    {
        Slug = slug,
        Status = KlingJobStatus.Processing,
        ExpectedDuration = typical,
        Elapsed = TimeSpan.FromSeconds(elapsed),
        Polls = polls,
    };

    private static void Complete(PollingStrategy strategy, TimeSpan typical, params double[] seconds)
    {
        foreach (double duration in seconds)
        {
            strategy.OnCompleted(Context("m", typical, 0, 0), TimeSpan.FromSeconds(duration));
        }
    }

    private static void Complete(PollingStrategy strategy, params (string? Key, double Seconds)[] jobs)
    {
        foreach ((string? key, double seconds) in jobs)
        {
            strategy.OnCompleted(With(key), TimeSpan.FromSeconds(seconds));
        }
    }

    /// <summary>The pause before the first poll, after a strategy has learnt.</summary>
    private static double First(Action<PollingStrategy> learn, string? key)
    {
        PollingStrategy strategy = PollingStrategy.LatencyAware(seed: 1);
        learn(strategy);
        return strategy.NextDelay(With(key)).TotalSeconds;
    }

    private static PollingContext With(string? key) => new()
    {
        Slug = "m",
        PriceKey = key,
        Status = KlingJobStatus.Queued,
        ExpectedDuration = Typical,
        Elapsed = TimeSpan.Zero,
        Polls = 0,
    };

    /// <summary>When a job that does not end is asked about, in seconds: the first poll, and on to a limit.</summary>
    private static double[] Schedule(PollingStrategy strategy, TimeSpan? typical, double until)
    {
        List<double> polls = [];
        do
        {
            double last = polls.LastOrDefault();
            polls.Add(last + strategy.NextDelay(Context("m", typical, last, polls.Count)).TotalSeconds);
        }
        while (polls[^1] < until);
        return [.. polls];
    }

    private static IEnumerable<double> Gaps(double[] polls) => polls.Zip(polls.Skip(1), static (before, after) => Math.Round(after - before, 6));

    private static IEnumerable<double> Durations(double median, int jobs)
    {
        var random = new Random(5);
        for (int job = 0; job < jobs; job++)
        {
            // The sum of twelve is near enough to normal.
            double normal = Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6;
            yield return median * Math.Exp(Spread * normal);
        }
    }

    private static (double Polls, double Delay) Simulate(PollingStrategy strategy, double median, double typical)
    {
        const int Jobs = 800;
        (double polls, double delay) = (0, 0);
        foreach (double end in Durations(median, Jobs))
        {
            double[] made = Schedule(strategy, TimeSpan.FromSeconds(typical), end);
            polls += made.Length;
            delay += made[^1] - end;
        }

        return (polls / Jobs, delay / Jobs);
    }
}
