using System.Diagnostics;
using System.Globalization;
using Kling.SourceGenerator.Tests;
using NJsonSchema;

namespace Kling.Benchmarks.Generator;

/// <summary>The first run in a fresh process, just-in-time compilation and loading included.</summary>
internal static class ColdStart
{
    public const string Generator = "generator";
    public const string NJsonSchema = "njsonschema";

    /// <summary>Measures in this process, which must be a fresh one, and prints the milliseconds of processor time.</summary>
    public static int Measure(string subject)
    {
        InMemoryFile file = SchemaCorpus.Kling3Pro;
        var project = new GeneratedProject([file]);
        TimeSpan start = Environment.CpuUsage.TotalTime;
        _ = subject == Generator ? (object)project.Driver.RunGenerators(project.Compilation) : JsonSchema.FromJsonAsync(file.Text!).GetAwaiter().GetResult();
        Console.WriteLine((Environment.CpuUsage.TotalTime - start).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    /// <summary>The median over several fresh processes, in milliseconds.</summary>
    public static async Task<double> MedianAsync(string subject)
    {
        const int Processes = 7;
        double[] milliseconds = new double[Processes];
        for (int i = 0; i < Processes; i++)
        {
            using Process process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["cold", subject]) { RedirectStandardOutput = true })!;
            string output = await process.StandardOutput.ReadToEndAsync();
            milliseconds[i] = double.Parse(output, CultureInfo.InvariantCulture);
        }

        Array.Sort(milliseconds);
        return milliseconds[Processes / 2];
    }
}
