using Basic.Reference.Assemblies;
using Kling.SourceGenerator;
using Kling.SourceGenerator.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kling.Benchmarks.Generator;

/// <summary>
/// A project with schema files, as the compiler sees it. A driver never changes: each run gives a new one, so that a run can
/// be repeated from the same start as often as a measurement wants.
/// </summary>
internal sealed class GeneratedProject
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12);

    private static readonly SyntaxTree Edited =
        CSharpSyntaxTree.ParseText("internal sealed class Program { private int _edited; }", ParseOptions, "Program.cs");

    private readonly AdditionalText[] _texts;
    private readonly IReadOnlyList<InMemoryFile> _files;

    public GeneratedProject(IReadOnlyList<InMemoryFile> files, bool countsSteps = false)
    {
        _files = files;
        _texts = [.. files.Select(static file => file.ToAdditionalText())];
        Driver = CSharpGeneratorDriver.Create(
            [new KlingGenerator().AsSourceGenerator()],
            _texts,
            ParseOptions,
            new ProjectOptionsProvider(new Dictionary<string, string> { ["RootNamespace"] = "Acme" }),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: countsSteps));
    }

    /// <summary>The generator, before its first run.</summary>
    public GeneratorDriver Driver { get; }

    public Compilation Compilation { get; } = Compile("internal sealed class Program;");

    /// <summary>The same project after an edit of C# that has nothing to do with schemas. As in an editor, its references are the same objects.</summary>
    public Compilation EditedCompilation => Compilation.ReplaceSyntaxTree(Compilation.SyntaxTrees.Single(), Edited);

    public static Compilation Compile(string code) => CSharpCompilation.Create(
        "Acme",
        [CSharpSyntaxTree.ParseText(code, ParseOptions, "Program.cs")],
        [.. Net80.References.All, MetadataReference.CreateFromFile(typeof(KlingModel).Assembly.Location)],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    /// <summary>A first run; every file must give a request type.</summary>
    public GeneratorDriver Run()
    {
        GeneratorDriver driver = Driver.RunGenerators(Compilation);
        int generated = driver.GetRunResult().GeneratedTrees.Length;
        return generated == _files.Count + 1
            ? driver
            : throw new InvalidOperationException($"{_files.Count} schema files gave {generated - 1} request types: copies clash, or a file is refused.");
    }

    /// <summary>The first file gets one parameter more, whose type is an enum: the catalogue must look at its types again.</summary>
    public GeneratorDriver EditSchema(GeneratorDriver driver) =>
        Edit(driver, static text => ReplaceFirst(text, "\"properties\": {", "\"properties\": { \"added\": { \"enum\": [\"a\", \"b\"] },"));

    /// <summary>The first file gets blank lines at its end.</summary>
    public GeneratorDriver EditWhiteSpace(GeneratorDriver driver) => Edit(driver, static text => text + "\n\n");

    private GeneratorDriver Edit(GeneratorDriver driver, Func<string, string> edit) =>
        driver.ReplaceAdditionalText(_texts[0], (_files[0] with { Text = edit(_files[0].Text!) }).ToAdditionalText());

    private static string ReplaceFirst(string text, string old, string @new)
    {
        int place = text.IndexOf(old, StringComparison.Ordinal);
        return $"{text.AsSpan(0, place)}{@new}{text.AsSpan(place + old.Length)}";
    }
}
