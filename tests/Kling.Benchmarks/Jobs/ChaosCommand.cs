using System.Globalization;
using Kling.Benchmarks.Generator;
using Kling.Benchmarks.Results;
using Kling.Tests.Jobs;

namespace Kling.Benchmarks.Jobs;

/// <summary>Durable jobs to which everything happens, into the file that is checked in.</summary>
internal static class ChaosCommand
{
    private const int Tickets = 10_000;

    /// <returns>0 if nothing went wrong.</returns>
    public static async Task<int> WriteAsync(int seed)
    {
        Machine machine = Machine.Now();
        ChaosFigures figures = await RunAsync(seed, Tickets);
        string path = Path.Combine(SchemaCorpus.RepositoryRoot, "tests", "Kling.Benchmarks", "JOBS-CHAOS.md");
        await File.WriteAllTextAsync(path, new ChaosFile(machine, seed, figures).Write());
        Console.WriteLine($"Written: {path}");
        return figures.Wrong.Count == 0 ? 0 : 1;
    }

    /// <summary>Runs it without the file.</summary>
    public static async Task<int> TryAsync(int seed, int tickets) => (await RunAsync(seed, tickets)).Wrong.Count == 0 ? 0 : 1;

    private static async Task<ChaosFigures> RunAsync(int seed, int tickets)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Repeat with: jobs-chaos --seed {seed} --count {tickets}"));
        DirectoryInfo folder = Directory.CreateTempSubdirectory("kling-chaos-");
        try
        {
            ChaosFigures figures = await new ChaosRun(seed, tickets, Path.Combine(folder.FullName, "jobs.db")).RunAsync(CancellationToken.None);
            Console.WriteLine(string.Join('\n', [figures.ToString(), .. figures.Wrong]));
            return figures;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
