using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;

namespace Kling.Benchmarks.Generator;

/// <summary>A run after an edit: in an editor that is every keystroke.</summary>
public class EditBenchmarks
{
    private GeneratedProject _project = new([]);
    private GeneratorDriver _afterFirstRun = new GeneratedProject([]).Driver;

    [Params(1, 10, 100, 1000)]
    public int Schemas { get; set; }

    [GlobalSetup]
    public void Generate()
    {
        WarmUp.Once();
        _project = new GeneratedProject(SchemaCorpus.Copies(Schemas));
        _afterFirstRun = _project.Run();
    }

    [Benchmark]
    public object CSharpEdit() => _afterFirstRun.RunGenerators(_project.EditedCompilation);

    [Benchmark]
    public object SchemaEdit() => _project.EditSchema(_afterFirstRun).RunGenerators(_project.Compilation);

    [Benchmark]
    public object WhiteSpaceEdit() => _project.EditWhiteSpace(_afterFirstRun).RunGenerators(_project.Compilation);
}
