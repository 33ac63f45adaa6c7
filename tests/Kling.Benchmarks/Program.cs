using System.Globalization;
using BenchmarkDotNet.Running;
using Kling.Benchmarks;
using Kling.Benchmarks.Analyzers;
using Kling.Benchmarks.Breaking;
using Kling.Benchmarks.Budget;
using Kling.Benchmarks.Comparison;
using Kling.Benchmarks.Fuzz;
using Kling.Benchmarks.Generator;
using Kling.Benchmarks.Hostile;
using Kling.Benchmarks.Jobs;
using Kling.Benchmarks.Mcp;
using Kling.Benchmarks.Peer;
using Kling.Benchmarks.Polling;
using Kling.Benchmarks.Startup;
using Kling.Benchmarks.Terminal;
using Kling.Benchmarks.Waits;

const int Inputs = 100_000;

return args switch
{
    ["all"] => await FullRun.WriteAsync(),
    ["analyzers"] => await AnalyzerCost.WriteAsync(),
    ["breaking"] => await BreakingRun.WriteAsync(),
    ["budget"] => await BudgetRun.WriteAsync(),
    ["comparison"] => await ComparisonRun.WriteAsync(),
    ["jobs"] => await JobsCommand.WriteAsync(),
    ["jobs-cluster"] => await ClusterCommand.WriteAsync(),
    ["jobs-chaos"] => await ChaosCommand.WriteAsync(Random.Shared.Next()),
    ["jobs-chaos", "--seed", string seed] => await ChaosCommand.WriteAsync(Number(seed)),
    ["jobs-chaos", "--seed", string seed, "--count", string count] => await ChaosCommand.TryAsync(Number(seed), Number(count)),
    ["jobs-chaos", ..] => Usage("jobs-chaos [--seed <number> [--count <number>]]"),
    ["mcp"] => await McpRun.WriteAsync(),
    ["peer"] => PeerRun.Write(),
    ["polling"] => PollingRun.Write(),
    ["startup"] => await StartupRun.WriteAsync(),
    ["terminal"] => await TerminalRun.WriteAsync(),
    ["waits"] => await WaitsRun.WriteAsync(),
    ["waits", .. string[] part] => await WaitsRun.MeasureAsync(part),
    ["cold", string subject] => ColdStart.Measure(subject),
    ["fuzz"] => FuzzRun.Run(Inputs, Random.Shared.Next()),
    ["fuzz", "--count", string count] => FuzzRun.Run(Number(count), Random.Shared.Next()),
    ["fuzz", "--count", string count, "--seed", string seed] => FuzzRun.Run(Number(count), Number(seed)),
    ["hostile"] => await HostileCommand.WriteAsync(Random.Shared.Next()),
    ["hostile", "--seed", string seed] => await HostileCommand.WriteAsync(Number(seed)),
    ["hostile", "--seed", string seed, "--count", string count] => await HostileCommand.TryAsync(Number(seed), Number(count)),
    ["hostile", ..] => Usage("hostile [--seed <number> [--count <number>]]"),
    ["fuzz", ..] => Usage("fuzz [--count <number> [--seed <number>]]"),
    [] => Usage("all | analyzers | breaking | budget | comparison | jobs | jobs-cluster | mcp | peer | polling | startup | terminal | waits | fuzz [--count <number> [--seed <number>]] | hostile [--seed <number> [--count <number>]] | jobs-chaos [--seed <number> [--count <number>]] | --filter <glob> and BenchmarkDotNet's other options"),
    _ => Filtered(args),
};

static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

static int Usage(string options)
{
    Console.Error.WriteLine($"dotnet run -c Release --project tests/Kling.Benchmarks -- {options}");
    return 1;
}

// A part of the benchmarks; the results file stays as it is.
static int Filtered(string[] args)
{
    _ = BenchmarkSwitcher.FromAssembly(typeof(FullRun).Assembly).Run(args, Measurement.Config);
    return 0;
}
