using BenchmarkDotNet.Attributes;
using Kling.SourceGenerator.Binding;
using Kling.SourceGenerator.Emit;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;
using Kling.SourceGenerator.Tests;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Kling.Benchmarks.Generator;

/// <summary>Where the time of one model goes, stage by stage.</summary>
public class StageBenchmarks
{
    private readonly ProjectOptionsProvider _options = new(new Dictionary<string, string> { ["RootNamespace"] = "Acme" });
    private readonly GeneratedProject _nothing = new([]);
    private InMemoryFile _text = SchemaCorpus.Kling3Pro;
    private SchemaFile? _file;
    private RequestModel? _model;
    private SourceText? _source;

    /// <summary>A small schema, a shipped one, and the most demanding of the real ones.</summary>
    public static IEnumerable<string> Schemas =>
        ["shipped/kling-o1-image-to-video.json", "shipped/kling-3-pro-image2video.json", "imgly/runware-gpt-image1-text2image.json", "schemastore/bukkit-plugin.json"];

    [ParamsSource(nameof(Schemas))]
    public string Schema { get; set; } = "";

    [GlobalSetup]
    public void Read()
    {
        WarmUp.Once();
        _text = SchemaCorpus.Named(Schema);
        _file = SchemaFile.From((_text.ToAdditionalText(), _options), default);
        _model = SchemaBinder.Bind(_file!, default).Model;
        _source = RequestFileEmitter.Emit(_model!);
    }

    [Benchmark]
    public object? ReadJson() => JsonReader.Read(_text.Text!, out _);

    [Benchmark]
    public object ReadAndBind() => SchemaBinder.Bind(_file!, default);

    [Benchmark]
    public object Emit() => RequestFileEmitter.Emit(_model!);

    [Benchmark]
    public object Stages() => RequestFileEmitter.Emit(SchemaBinder.Bind(_file!, default).Model!);

    /// <summary>The compiler's own part, which no generator can save: it parses what it is given.</summary>
    [Benchmark]
    public object ParseCSharp() => CSharpSyntaxTree.ParseText(_source!, new CSharpParseOptions(LanguageVersion.CSharp12));

    /// <summary>The compiler's own part, which is the same for any generator: a run without a schema.</summary>
    [Benchmark]
    public object EmptyRun() => _nothing.Driver.RunGenerators(_nothing.Compilation);
}
