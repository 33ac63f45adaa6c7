using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Compliance;

public sealed class RandomSchemaTests
{
    private const int Seed = 20261121;
    private const int Count = 60;
    private const string Signs = "\"\\{}[],:0-e \n\0\ud800x";

    [Fact]
    public void Whatever_the_schema_says_the_code_compiles()
    {
        var schemas = new RandomSchemas(Seed);
        GeneratorOutput output = GeneratorHarness.Run(TestProject.WithFiles(
            [.. Enumerable.Range(0, Count).Select(i => new InMemoryFile($"/m{i}-x.json", schemas.Next()))]));
        Assert.DoesNotContain(output.Diagnostics, static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);
        Assert.Equal(Count + 1, output.Sources.Count);
        output.AssertCompiles();
    }

    [Fact]
    public void A_text_that_is_cut_or_spoilt_anywhere_never_throws()
    {
        string text = FeatureModel.File.Text!;
        var random = new Random(Seed);
        List<InMemoryFile> files = [];
        for (int i = 0; i < 300; i++)
        {
            char[] spoilt = text.ToCharArray();
            for (int j = random.Next(3); j >= 0; j--)
            {
                spoilt[random.Next(spoilt.Length)] = Signs[random.Next(Signs.Length)];
            }

            files.Add(new InMemoryFile($"/f{i}.json", new string(spoilt)[..(random.Next(2) == 0 ? spoilt.Length : random.Next(spoilt.Length))]));
        }

        GeneratorOutput output = GeneratorHarness.Run(TestProject.WithFiles([.. files]));
        Assert.All(output.Diagnostics, static diagnostic => Assert.StartsWith("KLING", diagnostic.Id, StringComparison.Ordinal));
        Assert.Contains(output.Diagnostics, static diagnostic => diagnostic.Id == "KLING001");
    }
}
