using System.Reflection;
using System.Runtime.CompilerServices;
using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Stress;

/// <summary>Any real schema gives code that compiles at the floor without a warning, or ends in a located diagnostic.</summary>
public sealed class RealSchemaTests
{
    public static TheoryData<string> Names { get; } = [.. RealSchemas.Names.DefaultIfEmpty("none")];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_vendor_schema_compiles(string name)
    {
        Assert.SkipUnless(RealSchemas.AreHere, RealSchemas.Missing);
        GeneratorOutput output = GeneratorHarness.Run(TestProject.WithFiles(RealSchemas.File(name)));
        foreach (string line in output.Report)
        {
            TestContext.Current.TestOutputHelper!.WriteLine(line);
        }

        Assert.All(output.Diagnostics, static diagnostic => Assert.True(diagnostic.Location.GetLineSpan().IsValid));
        Assert.DoesNotContain(output.Diagnostics, static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);
        output.AssertCompiles();
    }

    /// <summary>A warning is an error in many projects: a vendor's file builds there unless the type loses something that the file says.</summary>
    [Fact]
    public void Only_vendor_schemas_with_a_loss_fail_if_warnings_are_errors()
    {
        Assert.SkipUnless(RealSchemas.AreHere, RealSchemas.Missing);
        TestProject strict = TestProject.WithFiles([.. RealSchemas.Names.Select(RealSchemas.File)]) with { WarningsAreErrors = true };
        Assert.Equal(
            [
                "KLING004 imgly/fal-ai-pixverse-v35-text-to-video.json",
                "KLING012 schemastore/rc3-request-0-0-3.json",
                "KLING012 schemastore/schema-org-thing.json",
            ],
            GeneratorHarness.Run(strict).Diagnostics
                .Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error)
                .Select(static diagnostic => $"{diagnostic.Id} {diagnostic.Location.GetLineSpan().Path["/schemas/".Length..]}")
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Vendor_schemas_build_in_the_folder_of_the_shipped_schemas()
    {
        Assert.SkipUnless(RealSchemas.AreHere, RealSchemas.Missing);
        Assert.NotEmpty(RealSchemas.Names);
        Assert.Equal(Checkout.ShippedSchemaPaths.Count() + RealSchemas.Names.Count, OwnBuild.WithRealSchemas.BySlug.Count);
    }

    [Fact]
    public void Every_warning_about_a_schema_file_stays_a_warning_in_the_build_of_this_repository() =>
        Assert.Equal(
            SchemaRules()
                .Where(static rule => rule.Severity is SchemaSeverity.Warning)
                .Select(static rule => rule.Id)
                .Append(ConstraintDiagnostics.SuccessorIsInvalid.Id)
                .Order(StringComparer.Ordinal),
            OwnBuild.With([]).SpecificDiagnostics.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_default_of_the_vendor_schemas_can_be_read()
    {
        Assert.SkipUnless(RealSchemas.AreHere, RealSchemas.Missing);
        Type[] defaults = [.. OwnBuild.WithRealSchemas.BySlug.Values.First().RequestType!.Assembly.GetTypes().Where(static type => type.Name == "Defaults")];
        Assert.NotEmpty(defaults);
        Assert.All(defaults, static type => RuntimeHelpers.RunClassConstructor(type.TypeHandle));
    }

    private static IEnumerable<SchemaRule> SchemaRules() => typeof(SchemaDiagnostics)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static field => (SchemaRule)field.GetValue(null)!);
}
