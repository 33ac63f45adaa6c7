using System.Globalization;
using Kling.Benchmarks.Results;
using Kling.Tests.Jobs;

namespace Kling.Benchmarks.Jobs;

/// <summary>A cluster whose workers are killed, as Markdown.</summary>
internal sealed class ClusterFile(Machine machine, ClusterFigures figures) : MarkdownFile
{
    public string Write()
    {
        Line("# A cluster of workers").Line("");
        Line("Written by `dotnet run -c Release --project tests/Kling.Benchmarks -- jobs-cluster`. Do not edit by hand.").Line("");
        Line($"- {machine.Processor}, {machine.Cores} cores; {machine.System}; {machine.Runtime.Split(',')[0]}");
        Line($"- {machine.Date}; load average {machine.Load} before, {Machine.LoadAverage()} after: above the number of cores, times are too long");
        Line("- Three worker processes on one PostgreSQL server; the emulator is in another process; all on one machine");
        Line("- After each eleventh of the requests a worker is killed with SIGKILL and replaced by a new process; in the middle the database is stopped as by a crash and started again");
        Line("- Jobs take 0.5 s, at most 24 are in flight, a lease lasts 2 s, a request appears in the history after 2 s, and what is not in it 10 s after its submit is submitted again").Line("");
        Line("## Numbers to reach").Line("");
        string tickets = Number(figures.Tickets);
        Table(
            [
                new Goal("Tickets saved", tickets, Number(figures.Saved), figures.Saved == figures.Tickets),
                new Goal("POSTs", tickets, Number(figures.Posts), figures.Posts == figures.Tickets),
                new Goal("Tickets without exactly one job of theirs and its file", "0", Number(figures.Wrong.Count), figures.Wrong.Count == 0),
            ]);
        Line("## Figures").Line("");
        TimeSpan[] failovers = [.. figures.Failovers.Order()];
        Table(
            ["what", "measured"],
            [
                ["workers killed", Number(figures.Kills)],
                ["time of all tickets, with all kills and the outage", Seconds(figures.Time)],
                ["tickets per second", (figures.Tickets / figures.Time.TotalSeconds).ToString("0.0", CultureInfo.InvariantCulture)],
                ["the database was away for", Seconds(figures.Outage)],
                ["submits that became unconfirmed and were looked up", Number(figures.Unconfirmed)],
                ["tickets that were taken again before anything was sent", Number(figures.SubmittedAgain)],
                ["from a kill until another worker has moved the first ticket of the dead one: median", failovers.Length == 0 ? "-" : Seconds(failovers[failovers.Length / 2])],
                ["the longest", failovers.Length == 0 ? "-" : Seconds(failovers[^1])],
            ]);
        return Take();
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";

    private static string Number(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
