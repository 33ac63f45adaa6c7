using BenchmarkDotNet.Attributes;

namespace Kling.Benchmarks.Generator;

/// <summary>A first run over many schemas in one project.</summary>
[WarmupCount(2)]
[IterationCount(11)]
[InvocationCount(1)]
public class ScaleBenchmarks
{
    private const int AllSchemas = 1000;

    private GeneratedProject _project = new([]);

    [Params(1, 10, 100, 1000)]
    public int Schemas { get; set; }

    /// <summary>How many first runs, one after the other, are measured as one.</summary>
    public static int Runs(int schemas) => AllSchemas / schemas;

    [GlobalSetup]
    public void Generate()
    {
        WarmUp.Once();
        _project = new GeneratedProject(SchemaCorpus.Copies(Schemas));
        _ = _project.Run();
    }

    [Benchmark]
    public object FirstRun() => _project.Driver.RunGenerators(_project.Compilation);

    /// <summary>
    /// As many schemas in all, whatever the project's size. A single run over a hundred ends before the garbage collector has to
    /// look at anything, one over a thousand does not: only here do both pay for it.
    /// </summary>
    [Benchmark]
    public object FirstRuns()
    {
        object last = _project;
        for (int i = 0; i < Runs(Schemas); i++)
        {
            last = _project.Driver.RunGenerators(_project.Compilation);
        }

        return last;
    }
}
