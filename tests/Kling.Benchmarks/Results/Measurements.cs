using BenchmarkDotNet.Reports;

namespace Kling.Benchmarks.Results;

/// <summary>What was measured, by method and parameter.</summary>
internal sealed class Measurements
{
    private readonly Dictionary<(Type Type, string Method, string Parameter), Measured> _values = [];

    public Measurements(Summary summary)
    {
        foreach (BenchmarkReport report in summary.Reports)
        {
            string parameter = string.Concat(report.BenchmarkCase.Parameters.Items.Select(static item => item.Value));
            double median = report.ResultStatistics?.Median
                ?? throw new InvalidOperationException($"{report.BenchmarkCase.DisplayInfo} gave no result; its own output says why.");
            long bytes = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;
            _values.Add((report.BenchmarkCase.Descriptor.Type, report.BenchmarkCase.Descriptor.WorkloadMethod.Name, parameter), new Measured(median, bytes));
        }
    }

    public Measured Of<T>(string method, object parameter) => _values[(typeof(T), method, parameter.ToString()!)];
}
