using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Kling.Benchmarks.Generator;
using Kling.Benchmarks.Requests;
using Kling.Benchmarks.Results;

namespace Kling.Benchmarks;

/// <summary>Everything, once, into the results file that is checked in.</summary>
internal static class FullRun
{
    private static readonly Type[] Classes =
        [typeof(ModelBenchmarks), typeof(StageBenchmarks), typeof(ScaleBenchmarks), typeof(EditBenchmarks), typeof(RequestBenchmarks)];

    public static async Task<int> WriteAsync()
    {
        Machine machine = Machine.Now();
        double coldGenerator = await ColdStart.MedianAsync(ColdStart.Generator);
        double coldNJsonSchema = await ColdStart.MedianAsync(ColdStart.NJsonSchema);
        Summary summary = BenchmarkRunner.Run([.. Classes.Select(static type => BenchmarkConverter.TypeToBenchmarks(type, Measurement.Config))]).Single();
        var measured = new Measurements(summary);
        string path = Path.Combine(SchemaCorpus.RepositoryRoot, "tests", "Kling.Benchmarks", "RESULTS.md");
        await File.WriteAllTextAsync(path, new ResultsFile(machine, measured, coldGenerator, coldNJsonSchema).Write());
        Console.WriteLine($"Written: {path}");
        return 0;
    }
}
