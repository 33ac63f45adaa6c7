using System.Globalization;
using Kling.Benchmarks.Results;
using Kling.Tests.Hostile;

namespace Kling.Benchmarks.Hostile;

/// <summary>A run against a hostile network, as Markdown.</summary>
internal sealed class HostileFile(Machine machine, int seed, HostileFigures figures) : MarkdownFile
{
    private const int FewestFaults = 100;

    public string Write()
    {
        Line("# A hostile network").Line("");
        Line("Written by `dotnet run -c Release --project tests/Kling.Benchmarks -- hostile`. Do not edit by hand.").Line("");
        Line($"- {machine.Processor}, {Number(machine.Cores)} cores; {machine.System}; {machine.Runtime.Split(',')[0]}");
        Line($"- {machine.Date}; load average {machine.Load} before, {Machine.LoadAverage()} after");
        Line(string.Create(CultureInfo.InvariantCulture, $"- Seed {seed}; {figures.Time.TotalSeconds:0} s. Repeat it with `hostile --seed {seed}`; where two things happen at once, either may come first"));
        Line("- Each job is submitted, waited for and downloaded over real sockets. The server writes every byte itself. The clients' clocks are virtual: pauses are skipped, and a silent server lets time pass");
        Line("- Six clients in ten have their own connections; the others have a handler that follows redirects, one that sends failed requests again, or one that reads each body");
        Line("- A foreign host is the target of redirects and odd URLs, and the proxy of the environment").Line("");
        Line("## Numbers to reach").Line("");
        Table(Goals());
        Line("## Faults").Line("");
        Table(
            ["request", "possible", "drawn", "played"],
            Enum.GetValues<Place>().Select(place => new[]
            {
                place.ToString().ToLowerInvariant(), Number(FaultTable.Count(place)), Number(figures.PlayedAt(place).Distinct), Number(figures.PlayedAt(place).All),
            }));
        Line(string.Create(CultureInfo.InvariantCulture, $"In {figures.Count("refused connections at first")} sessions, connections were refused at first.")).Line("");
        Outcomes("Submits", "submit: ", "outcome");
        Outcomes("Waits", "wait: ", "how the job ends: outcome");
        Outcomes("Downloads", "download: ", "outcome");
        return Take();
    }

    private IEnumerable<Goal> Goals()
    {
        yield return Limit("Submits", HostileCommand.Waits, figures.Count("submits"));
        yield return Limit("Waits", HostileCommand.Waits, figures.Count("waits"));
        yield return Limit("Different faults", FewestFaults, figures.Distinct);
        int expected = figures.Count("submits") + figures.Count("posts after 429");
        yield return new Goal("POSTs that came to the server", $"at most {Number(expected)}: one per submit, and one after each 429", Number(figures.Count("posts")), figures.Count("posts") <= expected);
        yield return new Goal("Calls without an end", "0", Number(figures.Count("stuck")), figures.Count("stuck") == 0);
        yield return new Goal(
            "Outcomes that contradict the server, files that are not whole, keys outside their host",
            "0",
            Number(figures.Wrong.Count),
            figures.Wrong.IsEmpty);
        yield return new Goal("Bytes that came to the foreign host, without a key", "", Number(figures.ForeignBytes), true);
    }

    private static Goal Limit(string what, int least, int count) => new(what, $"at least {Number(least)}", Number(count), count >= least);

    private void Outcomes(string title, string prefix, string what)
    {
        Line($"## {title}").Line("");
        Table([what, "count"], figures.Group(prefix).Select(static row => new[] { row.What, Number(row.Count) }));
    }

    private static string Number(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
