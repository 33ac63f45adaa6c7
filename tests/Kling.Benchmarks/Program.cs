using BenchmarkDotNet.Running;
using Kling.Benchmarks;
using Kling.Benchmarks.Generator;

return args switch
{
    ["all"] => await FullRun.WriteAsync(),
    ["cold", string subject] => ColdStart.Measure(subject),
    _ => Filtered(args),
};

// A part of the benchmarks, by BenchmarkDotNet's own options; the results file stays as it is.
static int Filtered(string[] args)
{
    _ = BenchmarkSwitcher.FromAssembly(typeof(FullRun).Assembly).Run(args, Measurement.Config);
    return 0;
}
