using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Compliance;

/// <summary>Schemas from many hands, where they lie beside the checkout: whatever stands there gives code that compiles, or an error at its place.</summary>
public sealed class StressTests
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Checkout.Root, "..", "shared", "stress-schemas"));

    [Fact]
    public void Every_real_schema_gives_code_that_compiles()
    {
        Assert.SkipUnless(Directory.Exists(Folder), "There are no stress schemas beside the checkout.");
        string[] paths = [.. Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        Assert.NotEmpty(paths);
        GeneratorOutput output = GeneratorHarness.Run(TestProject.WithFiles([.. paths.Select(static path => new InMemoryFile(path, File.ReadAllText(path)))]));
        Assert.DoesNotContain(output.Diagnostics, static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);
        Assert.Equal(paths.Length + 1, output.Sources.Count);
        output.AssertCompiles();
    }
}
