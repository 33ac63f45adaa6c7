using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Kling.Benchmarks.Generator;
using Kling.Benchmarks.Results;

namespace Kling.Benchmarks.Waits;

/// <summary>Many waits at once, into the file that is checked in. Each part runs in a process of its own.</summary>
internal static class WaitsRun
{
    private const string LoadPart = "load";
    private const string HeldPart = "held";
    private const string OverheadPart = "overhead";

    private static readonly int[] Counts = [1_000, 10_000];

    public static async Task<int> WriteAsync()
    {
        Machine machine = Machine.Now();
        List<LoadFigures> loads = [];
        List<HeldFigures> held = [];
        foreach (int count in Counts)
        {
            loads.Add(await PartAsync<LoadFigures>(LoadPart, Text(count)));
            foreach (WaitState state in Enum.GetValues<WaitState>())
            {
                held.Add(await PartAsync<HeldFigures>(HeldPart, Text(count), state.ToString()));
            }
        }

        OverheadFigures overhead = await PartAsync<OverheadFigures>(OverheadPart);
        string path = Path.Combine(SchemaCorpus.RepositoryRoot, "tests", "Kling.Benchmarks", "WAITS.md");
        await File.WriteAllTextAsync(path, new WaitsFile(machine, loads, held, overhead).Write());
        Console.WriteLine($"Written: {path}");
        return 0;
    }

    /// <summary>Measures one part in this process, and prints its figures.</summary>
    public static async Task<int> MeasureAsync(string[] part)
    {
        object figures = part switch
        {
            [LoadPart, string count] => await Load.MeasureAsync(Number(count)),
            [HeldPart, string count, string state] => await Held.MeasureAsync(Enum.Parse<WaitState>(state), Number(count)),
            [OverheadPart] => await Overhead.MeasureAsync(),
            _ => throw new ArgumentException($"There is no part '{string.Join(' ', part)}'.", nameof(part)),
        };
        Console.WriteLine(JsonSerializer.Serialize(figures));
        return 0;
    }

    private static async Task<T> PartAsync<T>(params string[] part)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["waits", .. part]) { RedirectStandardOutput = true };

        // As a program runs that sets nothing: this one has the server's collector.
        start.Environment["DOTNET_gcServer"] = "0";
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<T>(output)!
            : throw new InvalidOperationException($"The part '{string.Join(' ', part)}' failed; its own output says why.");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
