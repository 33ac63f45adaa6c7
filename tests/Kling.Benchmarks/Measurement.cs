using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Kling.Benchmarks;

/// <summary>How everything is measured.</summary>
internal static class Measurement
{
    /// <summary>
    /// One process for all: the default toolchain would build a project of its own for each class, below this repository and
    /// by its rules. The clock is the processor's.
    /// </summary>
    public static IConfig Config { get; } = ManualConfig.CreateEmpty()
        .AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithClock(new ProcessorClock())
            .WithIterationTime(TimeInterval.FromMilliseconds(60))
            .WithWarmupCount(2)
            .WithIterationCount(7))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddColumn(StatisticColumn.Median)
        .AddLogger(ConsoleLogger.Default)
        .AddExporter(MarkdownExporter.Console)
        .WithOptions(ConfigOptions.JoinSummary)
        .WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(64));
}
