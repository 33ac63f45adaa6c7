using System.Globalization;
using Kling.Benchmarks.Results;

namespace Kling.Benchmarks.Waits;

/// <summary>Many waits at once, as Markdown.</summary>
internal sealed class WaitsFile(Machine machine, IReadOnlyList<LoadFigures> loads, IReadOnlyList<HeldFigures> held, OverheadFigures overhead) : MarkdownFile
{
    private const int MostBytes = 2048;

    public string Write()
    {
        Line("# Many waits at once").Line("");
        Line("Written by `dotnet run -c Release --project tests/Kling.Benchmarks -- waits`. Do not edit by hand.").Line("");
        Line($"- {machine.Processor}, {Number(machine.Cores)} cores; {machine.System}");
        Line($"- {machine.Runtime.Split(',')[0]}, workstation garbage collector; each part in a fresh process, warmed up by a smaller one of its kind");
        Line($"- {machine.Date}; load average {machine.Load} before, {Machine.LoadAverage()} after");
        Line($"- The emulator in the process is the server, and a job takes {Number(Server.Duration.TotalSeconds)} s. The clock is virtual: it goes from timer to timer, and what a timer sets off runs on one thread; each timer holds one of the system's, so that its memory counts. Times are the processor time of the process, all threads together: they do not depend on how long others were served first");
        Line("- By hand: an `HttpClient` over the same handler, one request after the other, the answer parsed, nothing else").Line("");
        Line("## Numbers to reach").Line("");
        Table(held.SelectMany(Goals));
        Loads();
        Memory();
        PerJob();
        return Take();
    }

    private static IEnumerable<Goal> Goals(HeldFigures row)
    {
        string waits = $"{Number(row.Waits)} waits {Name(row.State)}";
        yield return new Goal($"{waits}: live memory per job beyond `HttpClient`'s", "2,048 B", Bytes(row.BytesPerJob), row.BytesPerJob < MostBytes);
        yield return new Goal(
            $"{waits}, cancelled at once: virtual time until the last has ended",
            $"{Number(Held.LongestAbort)} ms",
            row.AbortMilliseconds < Held.LongestAbort ? $"{Number(row.AbortMilliseconds)} ms" : "more",
            row.AbortMilliseconds < Held.LongestAbort);
    }

    private void Loads()
    {
        Line("## From the submits to the last result").Line("");
        Line("All jobs are submitted at one instant, and waited for with the default polling; every wait ends in a result. The rate is open (10,000 a second): no request is queued. The emulator's part, in which each submit is judged by its schema, is in all figures, and so is the clock's in those of the waits; as many requests by hand tell what the emulator takes. The peak is the process's, the emulator's records included.").Line("");
        Table(
            ["", .. loads.Select(static load => $"{Number(load.Waits)} waits")],
            [
                Row("requests: submits, polls, results", static load => $"{Number(load.Posts)}, {Number(load.Polls)}, {Number(load.Results)}"),
                Row("polls per job", static load => Measured.Number((double)load.Polls / load.Waits)),
                Row("virtual time to the last result", static load => Seconds(load.VirtualSeconds)),
                Row("processor time", static load => Seconds(load.Cost.Seconds)),
                Row("by hand", static load => Seconds(load.Bare.Seconds)),
                Row("requests per second of processor time", static load => Number(load.Requests / load.Cost.Seconds)),
                Row("by hand", static load => Number(load.Requests / load.Bare.Seconds)),
                Row("allocated per job", static load => Bytes((double)load.Cost.Bytes / load.Waits)),
                Row("by hand", static load => Bytes((double)load.Bare.Bytes / load.Waits)),
                Row("peak memory; before", static load => $"{Number(load.PeakMegabytes)} MB; {Number(load.MegabytesBefore)} MB"),
            ]);

        string[] Row(string what, Func<LoadFigures, string> figure) => [what, .. loads.Select(figure)];
    }

    private void Memory()
    {
        Line("## Live memory per waiting job").Line("");
        Line("The difference of `GC.GetTotalMemory(true)`: the job in hand, its wait with a cancellation token, and all timers. Taken off is what the same jobs take when they are submitted, and asked about where that is in flight, by hand.").Line("");
        Table(
            ["state", "waits", "per job", "`HttpClient` holds besides", "cancelled at once: processor time per wait"],
            held.Select(static row => new[]
            {
                Name(row.State), Number(row.Waits), Bytes(row.BytesPerJob), Bytes(row.HttpClientBytes), Time(row.AbortSeconds / row.Waits),
            }));
    }

    private void PerJob()
    {
        Line("## One job after the other, against by hand").Line("");
        Line($"Submit, one poll, result: `RunAsync`, and the same POST, GET, GET. Medians of {Number(Overhead.Rounds)} rounds of {Number(Overhead.Jobs)} jobs each, in turns.").Line("");
        (Cost client, Cost bare) = (overhead.Client, overhead.Bare);
        Table(
            ["per job", "`KlingClient`", "by hand", "difference"],
            [
                ["processor time", Time(client.Seconds), Time(bare.Seconds), Time(client.Seconds - bare.Seconds)],
                ["allocated", Bytes(client.Bytes), Bytes(bare.Bytes), Bytes(client.Bytes - bare.Bytes)],
            ]);
    }

    private static string Name(WaitState state) => state switch
    {
        WaitState.FirstPause => "before the first poll",
        WaitState.BetweenPolls => "between polls",
        WaitState.InLine => "in line after a 429",
        _ => "with a question in flight",
    };

    private static string Seconds(double seconds) => $"{Measured.Number(seconds)} s";

    private static string Time(double seconds) => new Measured(seconds * 1e9, 0).Time;

    private static string Bytes(double bytes) => $"{Number(bytes)} B";

    private static string Number(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
