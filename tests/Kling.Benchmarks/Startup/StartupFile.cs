using System.Globalization;
using Kling.Benchmarks.Results;

namespace Kling.Benchmarks.Startup;

/// <summary>The start-up of the command, as Markdown.</summary>
internal sealed class StartupFile(Machine machine, StartupBuild[] builds) : MarkdownFile
{
    public string Write()
    {
        Line("# Start-up of `kling`, measured").Line("");
        Line("Written by `dotnet run -c Release --project tests/Kling.Benchmarks -- startup`. Do not edit by hand.").Line("");
        Line($"- {machine.Processor}, {machine.Cores} cores; {machine.System}; {machine.Runtime.Split(',')[0]}");
        Line($"- {machine.Date}; load average {machine.Load} before, {Machine.LoadAverage()} after: above the number of cores, times are too long");
        Line(FormattableString.Invariant($"- `kling models`, {StartupRun.Runs} runs of each build in turn")).Line("");
        Table(
            ["build", "time: median", "shortest", "processor time: median", "of the first build's", "size", "`kling run --emulator`"],
            builds.Select(build => new[]
            {
                build.Name,
                Milliseconds(Median(build, static time => time.Real)),
                Milliseconds(build.Times.Min(static time => time.Real)),
                Milliseconds(Processor(build)),
                (Processor(build) / Processor(builds[0])).ToString("P0", CultureInfo.InvariantCulture),
                (build.Size / 1e6).ToString("N0", CultureInfo.InvariantCulture) + " MB",
                build.RunsJobs ? "works" : "**fails**",
            }));
        Line("ReadyToRun and native AOT need a package for each operating system and processor.");
        return Take();
    }

    private static double Processor(StartupBuild build) => Median(build, static time => time.Processor);

    private static double Median(StartupBuild build, Func<(double Real, double Processor), double> part)
    {
        double[] sorted = [.. build.Times.Select(part).Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Milliseconds(double value) => value.ToString("N0", CultureInfo.InvariantCulture) + " ms";
}
