namespace Kling.Benchmarks.Polling;

/// <summary>Jobs that take as long as a distribution says, asked about by a real strategy. The clock is a number.</summary>
internal sealed class Simulation(LogNormal truth)
{
    private const int Jobs = 20_000;
    private const int Learners = 400;
    private const int Seed = 20_260_901;

    private readonly Random _random = new(Seed);

    /// <summary>The mean over many clients that have each seen some jobs complete.</summary>
    /// <param name="create">Makes a client's strategy from a seed.</param>
    /// <param name="belief">What the schema says of the duration, in seconds.</param>
    /// <param name="jobs">How many jobs each has seen; 0 for the first job.</param>
    public Outcome After(Func<int, PollingStrategy> create, double belief, int jobs)
    {
        Outcome[] outcomes = new Outcome[Learners];
        for (int learner = 0; learner < Learners; learner++)
        {
            PollingStrategy strategy = create(learner);
            for (int job = 0; job < jobs; job++)
            {
                strategy.OnCompleted(Context(belief, TimeSpan.Zero, polls: 0), truth.Next(_random));
            }

            outcomes[learner] = Mean(strategy, belief, Jobs / Learners);
        }

        return new Outcome(outcomes.Average(static outcome => outcome.Polls), outcomes.Average(static outcome => outcome.Delay));
    }

    private Outcome Mean(PollingStrategy strategy, double belief, int jobs)
    {
        (double polls, double delay) = (0, 0);
        for (int job = 0; job < jobs; job++)
        {
            TimeSpan end = truth.Next(_random);
            TimeSpan now = TimeSpan.Zero;
            int made = 0;
            while (now < end)
            {
                now += strategy.NextDelay(Context(belief, now, made));
                made++;
            }

            polls += made;
            delay += (now - end).TotalSeconds;
        }

        return new Outcome(polls / jobs, delay / jobs);
    }

    private static PollingContext Context(double belief, TimeSpan elapsed, int polls) => new()
    {
        Slug = "simulated",
        Status = polls == 0 ? KlingJobStatus.Queued : KlingJobStatus.Processing,
        ExpectedDuration = TimeSpan.FromSeconds(belief),
        Elapsed = elapsed,
        Polls = polls,
    };
}
