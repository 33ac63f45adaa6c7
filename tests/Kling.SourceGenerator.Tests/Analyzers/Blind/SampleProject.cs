using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kling.SourceGenerator.Tests.Analyzers.Blind;

/// <summary>A project of sample code, with the shipped models and those of the samples' own schema files.</summary>
internal static class SampleProject
{
    /// <summary>Compiles files; they must have no error.</summary>
    public static Compilation Compile(IEnumerable<string> paths, OutputKind output)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp12);
        CSharpCompilation code = CSharpCompilation.Create(
            "Sample",
            paths.Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), options, path)),
            References(),
            new CSharpCompilationOptions(output, nullableContextOptions: NullableContextOptions.Enable));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new KlingGenerator().AsSourceGenerator()],
            Directory.EnumerateFiles(Path.Combine(Checkout.Tests, "Analyzers", "Blind", "Schemas")).Order(StringComparer.Ordinal).Select(static path => TestProject.ShippedFile(path).ToAdditionalText()),
            options,
            new ProjectOptionsProvider(new Dictionary<string, string> { ["KlingNamespace"] = "Blind.Models" }));
        driver.RunGeneratorsAndUpdateCompilation(code, out Compilation compilation, out _, TestContext.Current.CancellationToken);
        AnalyzerHarness.AssertCompiles(compilation);
        return compilation;
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
