using System.Reflection;
using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Diagnostics;

/// <summary>Projects in which generated code could not compile, or no schema file is found.</summary>
public sealed class BuildDiagnosticsTests
{
    private const string Missing = "KLING307 Error /a.json(1,1)+0: No type is generated from the schema files, because this project does not reference the assembly Kling.Generated; "
        + "reference the package with a PackageReference, without an alias, and do not exclude its assets 'compile'";

    private static readonly TestProject Project = TestProject.WithFiles(
        new InMemoryFile("/b.json", """{ "properties": {} }"""), new InMemoryFile("/a.json", """{ "properties": {} }"""));

    public static TheoryData<string> Ids { get; } = [.. Descriptors().Select(static descriptor => descriptor.Id)];

    [Fact]
    public void Without_the_runtime_nothing_is_generated_and_one_error_says_why()
    {
        GeneratorOutput output = GeneratorHarness.Run(Project with { References = [.. FrameworkReferences.All] });

        Assert.Empty(output.Sources);
        Assert.Equal(Missing, Assert.Single(output.Report));
        output.AssertCompiles();
    }

    [Fact]
    public void A_runtime_that_is_referenced_only_by_an_alias_is_reported_as_missing()
    {
        MetadataReference aliased = MetadataReference.CreateFromFile(Checkout.FloorRuntime).WithAliases(["kling"]);

        GeneratorOutput output = GeneratorHarness.Run(Project with { References = [.. FrameworkReferences.All, aliased] });

        Assert.Empty(output.Sources);
        Assert.Equal(Missing, Assert.Single(output.Report));
    }

    [Fact]
    public void A_second_reference_with_an_alias_is_allowed()
    {
        MetadataReference aliased = MetadataReference.CreateFromFile(Checkout.FloorRuntime).WithAliases(["global", "kling"]);

        GeneratorOutput output = GeneratorHarness.Run(Project with { References = [.. FrameworkReferences.All, aliased] });

        Assert.Empty(output.Report);
        Assert.Equal(3, output.Sources.Count);
        output.AssertCompiles();
    }

    [Fact]
    public void A_generator_without_its_build_files_says_that_it_finds_no_schema_file()
    {
        var project = new TestProject { Properties = new Dictionary<string, string> { ["RootNamespace"] = "Acme" } };

        GeneratorOutput output = GeneratorHarness.Run(project);

        Assert.Empty(output.Sources);
        Diagnostic only = Assert.Single(output.Diagnostics);
        Assert.Equal(("KLING311", DiagnosticSeverity.Warning, Location.None), (only.Id, only.Severity, only.Location));
        Assert.Empty(GeneratorHarness.Run(project with { Files = Project.Files }).Report);
    }

    [Fact]
    public void A_project_without_a_schema_file_gets_no_diagnostic() =>
        Assert.Empty(GeneratorHarness.Run(new TestProject { References = [.. FrameworkReferences.All] }).Report);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_id_has_an_entry_a_release_note_and_a_link(string id)
    {
        DiagnosticDescriptor descriptor = Descriptors().Single(descriptor => descriptor.Id == id);

        Assert.Contains($"\n## {id}\n", Checkout.Read("generator", "DIAGNOSTICS.md"), StringComparison.Ordinal);
        Assert.Contains(
            $"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}\n",
            Checkout.Read("generator", "Kling.SourceGenerator", "AnalyzerReleases.Unshipped.md"),
            StringComparison.Ordinal);
        Assert.Equal(HelpLinks.For(id) ?? "", descriptor.HelpLinkUri);
    }

    [Fact]
    public void Help_links_need_the_URL_of_a_repository()
    {
        Assert.Null(HelpLinks.For("KLING301", repository: null));
        Assert.Equal("https://example.com/owner/name/blob/main/generator/DIAGNOSTICS.md#kling301", HelpLinks.For("KLING301", "https://example.com/owner/name/"));
    }

    private static IEnumerable<DiagnosticDescriptor> Descriptors() => typeof(BuildDiagnostics)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static field => (DiagnosticDescriptor)field.GetValue(null)!);
}
