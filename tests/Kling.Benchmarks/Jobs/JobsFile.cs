using System.Globalization;
using Kling.Benchmarks.Results;

namespace Kling.Benchmarks.Jobs;

/// <summary>What durable jobs cost, as Markdown.</summary>
internal sealed class JobsFile(Machine machine, IReadOnlyList<JobsLoadFigures> figures) : MarkdownFile
{
    public string Write()
    {
        Line("# Durable jobs").Line("");
        Line("Written by `dotnet run -c Release --project tests/Kling.Benchmarks -- jobs`. Do not edit by hand.").Line("");
        Line($"- {machine.Processor}, {machine.Cores} cores; {machine.System}; {machine.Runtime.Split(',')[0]}");
        Line($"- {machine.Date}; load average {machine.Load} before, {Machine.LoadAverage()} after: above the number of cores, rates are too low");
        Line("- One worker, the emulator in the process, PostgreSQL on the same machine without `fsync`, SQLite with it. Tickets are submitted 16 at a time and polled 32 at a time");
        Line("- Tickets in the table: nine in ten have ended, half of them as Completed, and have five events each; the others wait with a lower priority than those that are measured").Line("");
        Line("## Rates").Line("");
        Line("A submit and a poll include the request and the commit; a poll also the claim. The processor time is that of the worker's process.").Line("");
        Table(
            ["database", "tickets in the table", "enqueues/s", "claims/s", "submits/s", "polls/s", "processor time per poll"],
            figures.Select(static row => new[]
            {
                row.Store, Number(row.Rows), Number(row.EnqueuesPerSecond), Number(row.ClaimsPerSecond), Number(row.SubmitsPerSecond),
                Number(row.PollsPerSecond), Milliseconds(row.MillisecondsPerPoll),
            }));
        Line("## Single looks").Line("");
        Line("`WatchAsync` looks every 500 ms; a worker that drains checks whether it has ended at each pause. `GetStatusAsync` counts all tickets, so it grows with them.").Line("");
        Table(
            ["database", "tickets in the table", "new events", "whether the queue is drained", "`GetStatusAsync`"],
            figures.Select(static row => new[]
            {
                row.Store, Number(row.Rows), Milliseconds(row.MillisecondsPerWatch), Milliseconds(row.MillisecondsPerEnd), Milliseconds(row.MillisecondsPerStatus),
            }));
        return Take();
    }

    private static string Milliseconds(double value) => $"{Measured.Number(value)} ms";

    private static string Number(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
