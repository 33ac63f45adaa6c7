using System.Globalization;
using Kling.Benchmarks.Results;

namespace Kling.Benchmarks.Budget;

/// <summary>The simulated spend limits as Markdown.</summary>
internal sealed class BudgetFile(Machine machine, IReadOnlyList<BudgetCase> cases) : MarkdownFile
{
    public string Write()
    {
        Line("# Spend limits, simulated").Line("");
        Line("Written by `dotnet run -c Release --project tests/Kling.Benchmarks -- budget`. Do not edit by hand.").Line("");
        Line($"- {machine.Processor}, {machine.Cores} cores; {machine.System}; {machine.Date}");
        Line($"- Jobs of 3 to 15 seconds cost 0.21 to 0.35 US dollars a second, by mode and sound: 0.63 to 5.25. The client does not know this rule; it knows what its schema states. At most {BudgetRun.MostInFlight} jobs are in flight, and they end in random order");
        Line("- The runs are `KlingClient.RunManyAsync` with `KlingRunOptions.SpendLimit`, until a request is over the limit. The first row of each limit simulates a client that reserves the mean cost of its completed jobs. The seeds are fixed: the numbers depend on the code and not on the machine").Line("");
        Table(
            ["limit, USD", "the schema states", "runs", "jobs", "runs over the limit", "most over, USD", "of the limit unused"],
            cases.Select(static row => (string[])
            [
                Number(row.Limit, "0"), row.Stated, Number(row.Runs.Count, "0"), Number(row.Jobs, "0"), Number(row.Over, "0"), Number(row.Excess, "0.00"),
                Number(row.Unused * 100, "0.0") + " %",
            ]));
        return Take();
    }

    private static string Number(decimal value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
