using System.Globalization;
using Kling.SourceGenerator.Tests.Stress;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kling.SourceGenerator.Tests.Fuzz;

/// <summary>Real files, spoilt: whatever stands in a file, the generator says where it is wrong, and the other files are generated as ever.</summary>
public sealed class FuzzTests
{
    /// <summary>The environment variable that repeats a run: <c>KLING_FUZZ_SEED=1234</c>.</summary>
    private const string SeedVariable = "KLING_FUZZ_SEED";

    private const int Inputs = 2000;
    private const int Compiled = 40;

    private static readonly InMemoryFile Bystander = new("/other.json", """{ "type": "object", "properties": { "a": { "enum": ["x", "y"] } } }""");

    [Fact]
    public void No_corrupted_file_stops_the_generator_or_affects_another_file()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable(SeedVariable), NumberStyles.None, CultureInfo.InvariantCulture, out int given)
            ? given
            : Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"{SeedVariable}={seed}");

        string[] originals = [.. Checkout.ShippedSchemaPaths.Select(File.ReadAllText), FeatureModel.File.Text!, .. RealSchemas.Names.Select(static name => RealSchemas.File(name).Text!)];
        var mutator = new Mutator(new Random(seed), originals);
        string expected = GeneratorHarness.Run(TestProject.WithFiles(Bystander)).Request;
        List<InMemoryFile> generated = [];
        GeneratorDriver driver = NewDriver();
        for (int i = 0; i < Inputs; i++)
        {
            InMemoryFile spoilt = mutator.Next($"/spoilt-{i.ToString(CultureInfo.InvariantCulture)}.json");
            driver = driver.ReplaceAdditionalTexts([spoilt.ToAdditionalText(), Bystander.ToAdditionalText()]);
            driver = driver.RunGenerators(Empty, TestContext.Current.CancellationToken);
            try
            {
                if (AssertIsHarmless(driver.GetRunResult().Results.Single(), spoilt, expected))
                {
                    generated.Add(spoilt);
                }
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"{SeedVariable}={seed}, input {i}:\n{spoilt.Text}", e);
            }
        }

        Assert.InRange(generated.Count, Inputs / 10, Inputs - (Inputs / 10));
        AssertCompile([.. generated.Where((_, index) => index % (generated.Count / Compiled) == 0)]);
    }

    private static Compilation Empty { get; } = TestProject.WithFiles().Compilation();

    private static CSharpGeneratorDriver NewDriver() => CSharpGeneratorDriver.Create(
        [new KlingGenerator().AsSourceGenerator()], [], TestProject.WithFiles().ParseOptions, new ProjectOptionsProvider(TestProject.WithFiles().Properties));

    /// <summary>Whether the spoilt file still gives code.</summary>
    private static bool AssertIsHarmless(GeneratorRunResult result, InMemoryFile spoilt, string expected)
    {
        Assert.Null(result.Exception);
        Assert.Contains(result.GeneratedSources, source => source.SourceText.ToString() == expected);
        Assert.All(result.Diagnostics, diagnostic =>
        {
            Assert.Equal(spoilt.Path, diagnostic.Location.GetLineSpan().Path);
            Assert.InRange(diagnostic.Location.SourceSpan.End, 0, spoilt.Text!.Length);
        });

        // The other file's and the catalogue are there in any case.
        bool isGenerated = result.GeneratedSources.Length == 3;
        Assert.NotEqual(isGenerated, result.Diagnostics.Any(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error));
        return isGenerated;
    }

    private static void AssertCompile(InMemoryFile[] files)
    {
        GeneratorOutput output = GeneratorHarness.Run(TestProject.WithFiles(files));
        Assert.InRange(output.Sources.Count, Compiled, int.MaxValue);
        output.AssertCompiles();
    }
}
