using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Stress;

/// <summary>Any real schema gives code that compiles at the floor without a warning, or ends in a located diagnostic.</summary>
public sealed class RealSchemaTests
{
    public static TheoryData<string> Names { get; } = [.. RealSchemas.Names.DefaultIfEmpty("none")];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_real_schema_compiles(string name)
    {
        Assert.SkipUnless(RealSchemas.AreHere, "The real schemas do not stand beside this checkout.");
        GeneratorOutput output = GeneratorHarness.Run(TestProject.WithFiles(RealSchemas.File(name)));
        foreach (string line in output.Report)
        {
            TestContext.Current.TestOutputHelper!.WriteLine(line);
        }

        Assert.All(output.Diagnostics, static diagnostic => Assert.True(diagnostic.Location.GetLineSpan().IsValid));
        Assert.DoesNotContain(output.Diagnostics, static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);
        output.AssertCompiles();
    }

    [Fact]
    public void All_real_schemas_compile_together()
    {
        Assert.SkipUnless(RealSchemas.AreHere, "The real schemas do not stand beside this checkout.");
        Assert.NotEmpty(RealSchemas.Names);
        GeneratorOutput output = GeneratorHarness.Run(TestProject.WithFiles([.. RealSchemas.Names.Select(RealSchemas.File)]));
        Assert.DoesNotContain(output.Diagnostics, static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);
        Assert.Equal(RealSchemas.Names.Count + 1, output.Sources.Count);
        output.AssertCompiles();
    }
}
