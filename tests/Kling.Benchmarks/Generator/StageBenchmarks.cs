using BenchmarkDotNet.Attributes;
using Kling.SourceGenerator;
using Kling.SourceGenerator.Binding;
using Kling.SourceGenerator.Emit;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;
using Kling.SourceGenerator.Tests;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Kling.Benchmarks.Generator;

/// <summary>Where the time of one model goes, beside what the compiler itself takes.</summary>
public class StageBenchmarks
{
    private readonly ProjectOptionsProvider _options = new(new Dictionary<string, string> { ["RootNamespace"] = "Acme" });
    private readonly GeneratedProject _nothing = new([]);
    private GeneratedProject _project = new([]);
    private SchemaFile? _file;
    private RequestModel? _model;
    private SourceText? _source;

    /// <summary>The smallest and the largest of the shipped schemas.</summary>
    public static IEnumerable<string> Schemas => ["shipped/kling-o1-image-to-video.json", SchemaCorpus.Kling3Pro.Path];

    [ParamsSource(nameof(Schemas))]
    public string Schema { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        WarmUp.Once();
        InMemoryFile file = SchemaCorpus.Named(Schema);
        _project = new GeneratedProject([file]);
        _file = BuildInput.File((file.ToAdditionalText(), _options), default);
        _model = SchemaBinder.Bind(SchemaSource.Read(_file!, default), default).Model;
        _source = RequestFileEmitter.Emit(_model!);
    }

    [Benchmark]
    public object? Read() => JsonReader.Read(_file!.Text!, out _);

    [Benchmark]
    public object ReadAndDecide() => SchemaBinder.Bind(SchemaSource.Read(_file!, default), default);

    [Benchmark]
    public object Print() => RequestFileEmitter.Emit(_model!);

    /// <summary>A whole run of the compiler's generator driver over one file, catalogue included.</summary>
    [Benchmark]
    public object WholeRun() => _project.Driver.RunGenerators(_project.Compilation);

    /// <summary>The same without a file: what the driver takes for itself.</summary>
    [Benchmark]
    public object EmptyRun() => _nothing.Driver.RunGenerators(_nothing.Compilation);

    /// <summary>What the compiler does next, whoever wrote the code.</summary>
    [Benchmark]
    public object ParseCSharp() => CSharpSyntaxTree.ParseText(_source!, new CSharpParseOptions(LanguageVersion.CSharp12));
}
