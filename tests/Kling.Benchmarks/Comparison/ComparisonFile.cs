using System.Globalization;
using Kling.Benchmarks.Results;

namespace Kling.Benchmarks.Comparison;

/// <summary>The comparison as Markdown.</summary>
internal sealed class ComparisonFile(Machine machine, IReadOnlyList<Compared> compared) : MarkdownFile
{
    public string Write()
    {
        Line("# One video, by several ways").Line("");
        Line("Written by `dotnet run -c Release --project tests/Kling.Benchmarks -- comparison`. Do not edit by hand.").Line("");
        Line($"- {machine.Processor}, {machine.Cores} cores; {machine.System}; {machine.Date}. The polls of Kling.Generated are spread at random, so its last two numbers differ a little from run to run; the other numbers do not");
        Line("- Each way submits a video of kling-o3-text2video, waits for it and saves it. All run against the emulator on virtual time. Their code is in `tests/Kling.Benchmarks/Comparison`");
        Line("- Lines are those of the user's code, without usings, comments and empty lines; for the resilience handler, one line for its registration");
        Line("- Response lost: the connection breaks after the first POST has created a job. Each job that the server has run is billed");
        Line($"- Polls and delay are averages over {ComparisonRun.Jobs} jobs of 150 to 210 s. The delay is the time from the end of a job until the file is saved. `HttpClient` polls every 2 s, as the samples on the models' pages do, the classes by hand every 5 s").Line("");
        Table(
            ["way", "lines of code", "response lost: POSTs", "billed jobs", "the program has", "polls of a job of 3 min", "delay"],
            compared.Select(static way => (string[])
            [
                way.Name, Number(way.Lines, "0"), Number(way.Posts, "0"), Number(way.Jobs, "0"), way.Outcome, Number(way.Polls, "0.0"), Number(way.Delay, "0.0") + " s",
            ]));
        Line("A retry does not know whether the server has accepted the lost request. It buys the video a second time, and the first one is never fetched. Without a retry, the program does not know whether a job is running and has to be paid for. Kling.Generated sends one POST, and finds its job in the account's history.").Line("");
        Line("Plain `HttpClient` is enough for a script that runs one model now and then, while you watch it: it needs no package, and a lost response can be looked up by hand. Classes by hand pay if you need one model, few parameters and your own rules for retries. The lines by hand are for 2 of the model's 10 parameters, and each further model needs its own.");
        return Take();
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
