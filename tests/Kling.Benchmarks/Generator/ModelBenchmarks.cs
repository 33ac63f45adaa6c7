using BenchmarkDotNet.Attributes;
using NJsonSchema;

namespace Kling.Benchmarks.Generator;

/// <summary>Generating one model, as often as the process has warmed up to, beside what NJsonSchema takes to parse the file.</summary>
public class ModelBenchmarks
{
    private GeneratedProject _project = new([]);
    private string _text = "";

    /// <summary>Every schema file that both can take.</summary>
    public static IEnumerable<string> Schemas => SchemaCorpus.FilesOfBoth.Select(static file => file.Path);

    [ParamsSource(nameof(Schemas))]
    public string Schema { get; set; } = "";

    [GlobalSetup]
    public void Read()
    {
        WarmUp.Once();
        _text = SchemaCorpus.Named(Schema).Text!;
        _project = new GeneratedProject([SchemaCorpus.Named(Schema)]);
        _ = _project.Run();
    }

    /// <summary>The whole of the generator's run: read, decide, print, and the compiler's own parsing of what was printed.</summary>
    [Benchmark]
    public object Generate() => _project.Driver.RunGenerators(_project.Compilation);

    [Benchmark]
    public object ParseWithNJsonSchema() => JsonSchema.FromJsonAsync(_text).GetAwaiter().GetResult();
}
