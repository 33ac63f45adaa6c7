using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kling.SourceGenerator.Tests.Analyzers.Blind;

/// <summary>A project of sample code, with the shipped models and those of the samples' own schema files.</summary>
internal static class SampleProject
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12);

    /// <summary>The project without the samples. What the compiler reads of its references is read once for all of them.</summary>
    private static readonly Lazy<Compilation> Empty = new(Generate);

    /// <summary>The project with files of a sample.</summary>
    public static Compilation With(IEnumerable<string> paths, OutputKind output) => Empty.Value
        .WithOptions(Empty.Value.Options.WithOutputKind(output))
        .AddSyntaxTrees(paths.Select(static path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), ParseOptions, path)));

    private static Compilation Generate()
    {
        CSharpCompilation code = CSharpCompilation.Create(
            "Sample",
            references: References(),
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new KlingGenerator().AsSourceGenerator()],
            Directory.EnumerateFiles(Path.Combine(Checkout.Tests, "Analyzers", "Blind", "Schemas")).Order(StringComparer.Ordinal).Select(static path => TestProject.ShippedFile(path).ToAdditionalText()),
            ParseOptions,
            new ProjectOptionsProvider(new Dictionary<string, string> { ["KlingNamespace"] = "Blind.Models" }));
        driver.RunGeneratorsAndUpdateCompilation(code, out Compilation generated, out _);
        return generated;
    }

    /// <summary>What these tests run on: the framework with ASP.NET, the runtime and its service collection.</summary>
    private static IEnumerable<MetadataReference> References() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(static path => Path.GetFileName(path) is { } name
            && (name.StartsWith("System.", StringComparison.Ordinal)
                || (name.StartsWith("Microsoft.", StringComparison.Ordinal) && !name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
                || name is "netstandard.dll" or "mscorlib.dll" or "Kling.Generated.dll" or "Kling.Generated.DependencyInjection.dll"))
        .Select(static path => MetadataReference.CreateFromFile(path));
}
