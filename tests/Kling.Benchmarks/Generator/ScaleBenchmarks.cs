using BenchmarkDotNet.Attributes;

namespace Kling.Benchmarks.Generator;

/// <summary>A first run over many schemas in one project.</summary>
[WarmupCount(2)]
[IterationCount(11)]
[InvocationCount(1)]
public class ScaleBenchmarks
{
    private GeneratedProject _project = new([]);

    [Params(1, 10, 100, 1000)]
    public int Schemas { get; set; }

    [GlobalSetup]
    public void Generate()
    {
        WarmUp.Once();
        _project = new GeneratedProject(SchemaCorpus.Copies(Schemas));
        _ = _project.Run();
    }

    [Benchmark]
    public object FirstRun() => _project.Driver.RunGenerators(_project.Compilation);
}
