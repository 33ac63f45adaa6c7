using BenchmarkDotNet.Attributes;
using Kling.SourceGenerator;
using Kling.SourceGenerator.Binding;
using Kling.SourceGenerator.Emit;
using Kling.SourceGenerator.Schema;
using Kling.SourceGenerator.Tests;
using NJsonSchema;

namespace Kling.Benchmarks.Generator;

/// <summary>Generating one model in a warm process, beside what NJsonSchema takes only to parse the file.</summary>
public class ModelBenchmarks
{
    private static readonly ProjectOptionsProvider Options = new(new Dictionary<string, string> { ["RootNamespace"] = "Acme" });

    private string _text = "";
    private SchemaFile? _file;

    /// <summary>Every schema file that both can take.</summary>
    public static IEnumerable<string> Schemas => SchemaCorpus.FilesOfBoth.Select(static file => file.Path);

    [ParamsSource(nameof(Schemas))]
    public string Schema { get; set; } = "";

    [GlobalSetup]
    public void Read()
    {
        WarmUp.Once();
        InMemoryFile file = SchemaCorpus.Named(Schema);
        _text = file.Text!;
        _file = BuildInput.File((file.ToAdditionalText(), Options), default);
    }

    /// <summary>All that the generator does for a file: read, decide, print.</summary>
    [Benchmark]
    public object Generate() => RequestFileEmitter.Emit(SchemaBinder.Bind(SchemaSource.Read(_file!, default), default).Model!);

    [Benchmark]
    public object ParseWithNJsonSchema() => JsonSchema.FromJsonAsync(_text).GetAwaiter().GetResult();
}
