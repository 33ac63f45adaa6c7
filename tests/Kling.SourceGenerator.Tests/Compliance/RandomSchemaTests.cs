using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Compliance;

public sealed class RandomSchemaTests
{
    private const int Seed = 20261121;
    private const int Count = 60;

    [Fact]
    public void Generated_code_of_random_schemas_compiles()
    {
        var schemas = new RandomSchemas(Seed);
        GeneratorOutput output = GeneratorHarness.Run(TestProject.WithFiles(
            [.. Enumerable.Range(0, Count).Select(i => new InMemoryFile($"/m{i}-x.json", schemas.Next()))]));
        Assert.DoesNotContain(output.Diagnostics, static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);
        Assert.Equal(Count + 1, output.Sources.Count);
        output.AssertCompiles();
    }
}
