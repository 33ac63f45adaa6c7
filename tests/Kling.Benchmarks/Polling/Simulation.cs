using System.Globalization;

namespace Kling.Benchmarks.Polling;

/// <summary>Jobs that take as long as a distribution says, asked about by a real strategy. The clock is a number.</summary>
/// <param name="truths">A distribution for each combination of parameters.</param>
internal sealed class Simulation(params LogNormal[] truths)
{
    private const int Jobs = 20_000;
    private const int Learners = 400;
    private const int Seed = 20_260_901;

    private readonly Random _random = new(Seed);

    /// <summary>The mean over many clients that have each seen some jobs complete.</summary>
    /// <param name="create">Makes a client's strategy from a seed.</param>
    /// <param name="belief">What the schema says of the duration, in seconds.</param>
    /// <param name="jobs">How many jobs each has seen; 0 for the first job.</param>
    /// <param name="knowsParameters">Whether the strategy is told which combination a job has.</param>
    public Outcome After(Func<int, PollingStrategy> create, double belief, int jobs, bool knowsParameters = false)
    {
        Outcome[] outcomes = new Outcome[Learners];
        for (int learner = 0; learner < Learners; learner++)
        {
            PollingStrategy strategy = create(learner);
            for (int job = 0; job < jobs; job++)
            {
                (TimeSpan end, string? key) = Next(knowsParameters);
                strategy.OnCompleted(Context(belief, key, TimeSpan.Zero, polls: 0), end);
            }

            outcomes[learner] = Mean(strategy, belief, Jobs / Learners, knowsParameters);
        }

        return new Outcome(outcomes.Average(static outcome => outcome.Polls), outcomes.Average(static outcome => outcome.Delay));
    }

    private Outcome Mean(PollingStrategy strategy, double belief, int jobs, bool knowsParameters)
    {
        (double polls, double delay) = (0, 0);
        for (int job = 0; job < jobs; job++)
        {
            (TimeSpan end, string? key) = Next(knowsParameters);
            TimeSpan now = TimeSpan.Zero;
            int made = 0;
            while (now < end)
            {
                now += strategy.NextDelay(Context(belief, key, now, made));
                made++;
            }

            polls += made;
            delay += (now - end).TotalSeconds;
        }

        return new Outcome(polls / jobs, delay / jobs);
    }

    private (TimeSpan End, string? Key) Next(bool knowsParameters)
    {
        int combination = truths.Length == 1 ? 0 : _random.Next(truths.Length);
        return (truths[combination].Next(_random), knowsParameters ? combination.ToString(CultureInfo.InvariantCulture) : null);
    }

    private static PollingContext Context(double belief, string? key, TimeSpan elapsed, int polls) => new()
    {
        Slug = "simulated",
        PriceKey = key,
        Status = polls == 0 ? KlingJobStatus.Queued : KlingJobStatus.Processing,
        ExpectedDuration = TimeSpan.FromSeconds(belief),
        Elapsed = elapsed,
        Polls = polls,
    };
}
