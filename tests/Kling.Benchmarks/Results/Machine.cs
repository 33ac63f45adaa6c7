using System.Globalization;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Environments;

namespace Kling.Benchmarks.Results;

/// <summary>What the numbers were measured on.</summary>
internal sealed record Machine(string Processor, int Cores, string System, string Runtime, string Date, string Load)
{
    public static Machine Now() => new(
        Line("/proc/cpuinfo", "model name") ?? "an unnamed processor",
        Environment.ProcessorCount,
        RuntimeInformation.OSDescription + ", " + RuntimeInformation.OSArchitecture,
        RuntimeInformation.FrameworkDescription + ", BenchmarkDotNet " + typeof(HostEnvironmentInfo).Assembly.GetName().Version!.ToString(3),
        TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
        LoadAverage());

    /// <summary>How many processes wanted a core over the last five minutes: more than there are cores, and the times are too long.</summary>
    public static string LoadAverage() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[1] : "unknown";

    private static string? Line(string file, string key) => File.Exists(file)
        ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?.Split(':')[1].Trim()
        : null;
}
