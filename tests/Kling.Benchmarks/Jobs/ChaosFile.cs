using System.Globalization;
using Kling.Benchmarks.Results;
using Kling.Tests.Jobs;

namespace Kling.Benchmarks.Jobs;

/// <summary>Durable jobs to which everything happens, as Markdown.</summary>
internal sealed class ChaosFile(Machine machine, int seed, ChaosFigures figures) : MarkdownFile
{
    public string Write()
    {
        Line("# Durable jobs when everything goes wrong").Line("");
        Line("Written by `dotnet run -c Release --project tests/Kling.Benchmarks -- jobs-chaos`. Do not edit by hand.").Line("");
        Line($"- {machine.Processor}, {machine.Cores} cores; {machine.System}; {machine.Runtime.Split(',')[0]}");
        Line(string.Create(CultureInfo.InvariantCulture, $"- {machine.Date}; seed {seed}; {figures.VirtualTime.TotalHours:0.0} hours of virtual time in {figures.Time.TotalSeconds:N0} s"));
        Line("- Responses to submits are lost after the server has accepted the request or before it, rows appear in the history up to 8.5 min late, and the server returns 5xx, web pages, empty and half bodies, and 429. Jobs fail, are unknown at first or forgotten early; the disk is full now and then");
        Line("- One ticket in five has three others with an equal request. What the history does not have after its settle time is submitted again").Line("");
        Line("## Numbers to reach").Line("");
        Table(
            [
                new Goal("Jobs that the server has accepted beyond one per ticket", "0", Number(figures.BilledTwice), figures.BilledTwice == 0),
                new Goal("Tickets without a right end, jobs that belong to no ticket, and tickets that wait for a person although the history can decide", "0", Number(figures.Wrong.Count), figures.Wrong.Count == 0),
            ]);
        Line("## Figures").Line("");
        Table(
            ["what", "count"],
            [
                ["tickets", Number(figures.Tickets)],
                ["faults", Number(figures.Faults)],
                ["POSTs", Number(figures.Posts)],
                ["jobs that the server has accepted", Number(figures.JobsAccepted)],
                ["tickets that were unconfirmed at some time", Number(figures.Unconfirmed)],
                .. figures.States.OrderBy(static state => state.Key).Select(static state => new[] { $"ended as {state.Key}", Number(state.Value) }),
                ["of which ambiguous: the number of equal tickets that wait is not the number of their jobs", Number(figures.Ambiguous)],
            ]);
        return Take();
    }

    private static string Number(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
