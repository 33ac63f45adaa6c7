using Kling.Benchmarks.Generator;
using Kling.Benchmarks.Results;

namespace Kling.Benchmarks.Polling;

/// <summary>Every strategy over every distribution, into the file that is checked in.</summary>
internal static class PollingRun
{
    public const double Spread = 0.36;

    public static readonly double[] Medians = [60, 180, 400];
    public static readonly int[] Pauses = [1, 2, 5, 10];

    private static readonly double[] Beliefs = [1, 4.0 / 3, 2.0 / 3];
    private static readonly int[] Seen = [0, 10];

    public static int Write()
    {
        string path = Path.Combine(SchemaCorpus.RepositoryRoot, "tests", "Kling.Benchmarks", "POLLING.md");
        PollingCase[] cases = [.. Medians.SelectMany(Cases)];
        var fixedPauses = Medians.ToDictionary(static median => median, static median => Pauses.ToDictionary(static pause => pause, pause => FixedPause(median, pause)));
        var optima = Medians.ToDictionary(static median => median, static median => new OptimalSchedule(new LogNormal(median, Spread)).WithDelay(5));
        File.WriteAllText(path, new PollingFile(Machine.Now(), cases, ParameterCases(), fixedPauses, optima).Write());
        Console.WriteLine($"Written: {path}");
        return 0;
    }

    private static IEnumerable<PollingCase> Cases(double median)
    {
        var truth = new LogNormal(median, Spread);
        var optimal = new OptimalSchedule(truth);
        return
            from belief in Beliefs
            from seen in Seen
            let outcome = new Simulation(truth).After(static seed => PollingStrategy.LatencyAware(seed: seed), belief * median, seen)
            select new PollingCase(median, belief, seen, outcome, optimal.WithDelay(outcome.Delay));
    }

    private static ParameterCase[] ParameterCases() =>
    [
        .. from mix in ParameterMix.All
           from median in (double[])[60, 180]
           from seen in (int[])[10, 30, 100]
           select new ParameterCase(mix, median, seen, Mixed(mix, median, seen, knowsParameters: false), Mixed(mix, median, seen, knowsParameters: true)),
    ];

    private static Outcome Mixed(ParameterMix mix, double median, int seen, bool knowsParameters) =>
        new Simulation([.. mix.Factors.Select(factor => new LogNormal(factor * median, mix.Spread))])
            .After(static seed => PollingStrategy.LatencyAware(seed: seed), median, seen, knowsParameters);

    private static Outcome FixedPause(double median, int pause) =>
        new Simulation(new LogNormal(median, Spread)).After(_ => PollingStrategy.Fixed(TimeSpan.FromSeconds(pause)), median, jobs: 0);
}
