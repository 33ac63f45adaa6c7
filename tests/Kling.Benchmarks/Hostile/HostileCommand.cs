using System.Globalization;
using System.Net;
using Kling.Benchmarks.Generator;
using Kling.Benchmarks.Results;
using Kling.Tests.Hostile;

namespace Kling.Benchmarks.Hostile;

/// <summary>Clients against a hostile network, into the file that is checked in.</summary>
internal static class HostileCommand
{
    public const int Waits = 2_000;

    /// <summary>Runs it, prints the seed and what went wrong, and writes the figures.</summary>
    /// <returns>0 if nothing went wrong.</returns>
    public static async Task<int> WriteAsync(int seed)
    {
        Machine machine = Machine.Now();
        HostileFigures figures = await RunAsync(seed, Waits);
        string path = Path.Combine(SchemaCorpus.RepositoryRoot, "tests", "Kling.Benchmarks", "HOSTILE.md");
        await File.WriteAllTextAsync(path, new HostileFile(machine, seed, figures).Write());
        Console.WriteLine($"Written: {path}");
        return figures.Wrong.IsEmpty ? 0 : 1;
    }

    /// <summary>Runs it without the file.</summary>
    public static async Task<int> TryAsync(int seed, int waits) => (await RunAsync(seed, waits)).Wrong.IsEmpty ? 0 : 1;

    private static async Task<HostileFigures> RunAsync(int seed, int waits)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Repeat with: hostile --seed {seed} --count {waits}"));
        await using var foreign = new ForeignHost();

        // What a program's environment may set: nothing over plain http may go there.
        HttpClient.DefaultProxy = new WebProxy(foreign.Address);
        HostileFigures figures = await HostileRun.RunAsync(seed, waits, foreign);
        foreach (string wrong in figures.Wrong)
        {
            Console.WriteLine(wrong);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{figures.Count("submits")} submits, {figures.Count("waits")} waits, {figures.Distinct} different faults, {figures.Wrong.Count} wrong, {figures.Time.TotalSeconds:0.0} s"));
        foreach ((string what, int count) in figures.Group(""))
        {
            Console.WriteLine($"  {what}: {count}");
        }

        return figures;
    }
}
