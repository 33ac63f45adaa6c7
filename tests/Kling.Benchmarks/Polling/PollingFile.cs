using System.Globalization;
using Kling.Benchmarks.Results;

namespace Kling.Benchmarks.Polling;

/// <summary>The simulated polling as Markdown.</summary>
internal sealed class PollingFile(
    Machine machine,
    IReadOnlyList<PollingCase> cases,
    IReadOnlyList<ParameterCase> parameters,
    IReadOnlyDictionary<double, Dictionary<int, Outcome>> fixedPauses,
    IReadOnlyDictionary<double, Outcome> optima) : MarkdownFile
{
    public string Write()
    {
        Line("# Polling, simulated").Line("");
        Line("Written by `dotnet run -c Release --project tests/Kling.Benchmarks -- polling`. Do not edit by hand.").Line("");
        Line($"- {machine.Processor}, {machine.Cores} cores; {machine.System}; {machine.Date}");
        Line(string.Create(CultureInfo.InvariantCulture, $"- Durations are log-normal with a spread of {PollingRun.Spread} of the logarithm; 20,000 jobs to a number. The seeds are fixed: the numbers depend on the code and not on the machine"));
        Line("- Polls are those for the state, with the one that finds the job finished. The delay is the mean time from the job's end to that poll");
        Line("- The optimum knows the true distribution: dynamic programming for the fewest polls with the same delay, any gap allowed").Line("");
        Line("## Numbers to reach").Line("");
        Table(["what", "limit", "reached", "holds"], Goals().Select(static goal => new[] { goal.What, goal.Limit, goal.Result, goal.Holds ? "yes" : "**no**" }));
        Line("## `PollingStrategy.LatencyAware()`").Line("");
        Table(["median", "the schema says", "jobs seen before", "polls", "delay", "the optimum's polls", "ratio"], cases.Select(Row));
        Line("## Learnt per combination of the price parameters").Line("");
        Line("The parameters of `x-cost` decide how long a job takes: each combination has a median of its own, and all are equally frequent. The schema says the median. In the mixes that decide nothing, the spread is as above; in the others, jobs with the same combination have a spread of 0.25.").Line("");
        Table(
            ["the parameters", "median", "jobs seen before", "per model: polls, delay", "per combination: polls, delay", "fewer polls"],
            parameters.Select(static row => (string[])
            [
                row.Mix.Name, Seconds(row.Median), row.Seen.ToString(CultureInfo.InvariantCulture), Both(row.OfModel), Both(row.OfParameters),
                (1 - (row.OfParameters.Polls / row.OfModel.Polls)).ToString("0 %", CultureInfo.InvariantCulture),
            ]));
        Line("## Fixed pauses, and the optimum at a delay of 5 s").Line("");
        Table(
            ["median", .. PollingRun.Pauses.Select(static pause => $"every {pause} s: polls, delay"), "optimum: polls, delay"],
            PollingRun.Medians.Select(median => (string[])[$"{median} s", .. fixedPauses[median].Values.Append(optima[median]).Select(Both)]));
        return Take();
    }

    private IEnumerable<Goal> Goals()
    {
        foreach (PollingCase right in cases.Where(static row => row is { Median: 180, IsRight: true }))
        {
            string when = right.Seen == 0 ? "first job" : "after ten";
            yield return new Goal($"Median 180 s, {when}: polls, at a delay of at most 5 s", "13", Both(right.Outcome), right.Outcome is { Polls: <= 13, Delay: <= 5 });
            yield return new Goal($"The same against the optimum's at the same delay", "1.25 times", $"{Two(right.Ratio)} times", right.Ratio <= 1.25);
        }

        foreach (PollingCase wrong in cases.Where(static row => !row.IsRight))
        {
            Outcome tenSeconds = fixedPauses[wrong.Median][10];
            string what = $"Median {wrong.Median} s, the schema says {Seconds(wrong.Belief * wrong.Median)}";
            yield return wrong.Seen == 0
                ? new Goal($"{what}, first job", $"fewer polls than {One(tenSeconds.Polls)}, at most 6 s", Both(wrong.Outcome), wrong.Outcome.Polls < tenSeconds.Polls && wrong.Outcome.Delay <= 6)
                : new Goal($"{what}, after ten", $"better than every 10 s on both: {Both(tenSeconds)}", Both(wrong.Outcome), wrong.Outcome.Beats(tenSeconds));
        }
    }

    private static string[] Row(PollingCase row) =>
    [
        Seconds(row.Median), Seconds(row.Belief * row.Median), row.Seen.ToString(CultureInfo.InvariantCulture), One(row.Outcome.Polls),
        $"{Two(row.Outcome.Delay)} s", One(row.Optimum.Polls), Two(row.Ratio),
    ];

    private static string Both(Outcome outcome) => $"{One(outcome.Polls)}, {Two(outcome.Delay)} s";

    private static string Seconds(double value) => value.ToString("0", CultureInfo.InvariantCulture) + " s";

    private static string One(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Two(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
