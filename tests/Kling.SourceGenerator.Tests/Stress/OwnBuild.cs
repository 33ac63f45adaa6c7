using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Stress;

/// <summary>The project of this repository that compiles the shipped models, with its settings of warnings and errors.</summary>
internal static class OwnBuild
{
    private static readonly Lazy<GeneratedModels> Compiled = new(static () => new GeneratedModels(
        With(Checkout.ShippedSchemaPaths.Select(TestProject.ShippedFile).Concat(RealSchemas.Names.Select(RealSchemas.File)))));

    /// <summary>The shipped models, and those of the real schemas if these are here: compiled once for all tests, and never unloaded.</summary>
    public static GeneratedModels WithRealSchemas => Compiled.Value;

    public static TestProject With(IEnumerable<InMemoryFile> files)
    {
        Assert.Equal("true", XDocument.Parse(Checkout.Read("Directory.Build.props")).Descendants("TreatWarningsAsErrors").Single().Value);
        string ids = XDocument.Parse(Checkout.Read("src", "Kling.Generated", "Kling.Generated.csproj")).Descendants("WarningsNotAsErrors").Single().Value;
        return new TestProject
        {
            Files = [.. files],
            WarningsAreErrors = true,
            SpecificDiagnostics = ids.Split(';').Skip(1).ToDictionary(static id => id, static _ => ReportDiagnostic.Default, StringComparer.Ordinal),
        };
    }
}
