using System.Collections.Immutable;
using System.Reflection;
using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Kling.SourceGenerator.Tests.Diagnostics;

/// <summary>What a user is told of the ids, and that the lines that tune them do.</summary>
public sealed class TuningTests
{
    private static readonly TestProject Slip = TestProject.With("""{ "titel": "A", "properties": {} }""");

    public static TheoryData<string> Ids { get; } = [.. Descriptors().Select(static descriptor => descriptor.Id)];

    [Fact]
    public void A_globalconfig_sets_the_severity_of_a_diagnostic_at_a_schema_file()
    {
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(GeneratorHarness.Run(Slip).Diagnostics).Severity);
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(GeneratorHarness.Run(Tuned("error")).Diagnostics).Severity);
        Assert.Empty(GeneratorHarness.Run(Tuned("none")).Diagnostics);
    }

    [Fact]
    public void An_editorconfig_does_not_reach_a_schema_file() =>
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(GeneratorHarness.Run(Tuned("none", "[*.json]")).Diagnostics).Severity);

    [Fact]
    public void NoWarn_silences_a_warning() => Assert.Empty(GeneratorHarness.Run(
        Slip with { SpecificDiagnostics = new Dictionary<string, ReportDiagnostic> { ["KLING003"] = ReportDiagnostic.Suppress } }).Diagnostics);

    [Fact]
    public void NoWarn_silences_an_error_too_and_the_type_is_still_not_there()
    {
        GeneratorOutput output = GeneratorHarness.Run(TestProject.With("{") with
        {
            SpecificDiagnostics = new Dictionary<string, ReportDiagnostic> { ["KLING001"] = ReportDiagnostic.Suppress },
        });
        Assert.Empty(output.Diagnostics);
        Assert.Empty(output.Sources);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_id_has_an_entry_with_cause_example_fix_and_the_lines_that_set_its_severity(string id)
    {
        string page = Checkout.Read("generator", "DIAGNOSTICS.md");
        int start = page.IndexOf($"\n## {id}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"DIAGNOSTICS.md has no heading '## {id}'.");
        int end = page.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        string entry = page[start..(end < 0 ? page.Length : end)];
        foreach (string part in new[] { "**Cause.**", "**Example.**", "**Fix.**", $"dotnet_diagnostic.{id}.severity = ", $"<NoWarn>$(NoWarn);{id}</NoWarn>" })
        {
            Assert.Contains(part, entry, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_id_is_listed_for_release_with_its_severity(string id)
    {
        DiagnosticDescriptor descriptor = Descriptors().Single(descriptor => descriptor.Id == id);
        Assert.Contains(
            $"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}\n",
            Checkout.Read("generator", "Kling.SourceGenerator", "AnalyzerReleases.Unshipped.md"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_id_that_is_listed_for_release_exists() => Assert.Equal(
        Ids.Select(static row => row.Data),
        from line in Checkout.Read("generator", "Kling.SourceGenerator", "AnalyzerReleases.Unshipped.md").Split('\n')
        let id = line.Split(' ')[0]
        where line.Contains("| Kling.Schema |", StringComparison.Ordinal)
        orderby id
        select id);

    [Fact]
    public void Every_help_link_leads_to_the_heading_of_its_id() => Assert.All(Descriptors(), static descriptor =>
        Assert.Equal(HelpLinks.For(descriptor.Id) ?? "", descriptor.HelpLinkUri));

    [Fact]
    public void No_id_is_given_twice() => Assert.Equal(Ids.Count, Descriptors().Select(static descriptor => descriptor.Id).Distinct().Count());

    /// <summary>The project as a compiler sees it that was given a config file with one severity.</summary>
    private static TestProject Tuned(string severity, string? section = null)
    {
        string text = $"{(section is null ? "is_global = true" : section)}\ndotnet_diagnostic.KLING003.severity = {severity}\n";
        var config = AnalyzerConfig.Parse(SourceText.From(text), section is null ? "/.globalconfig" : "/.editorconfig");
        var set = AnalyzerConfigSet.Create(ImmutableArray.Create(config), out ImmutableArray<Diagnostic> problems);
        Assert.Empty(problems);
        return Slip with { Severities = new ConfiguredSeverities(set) };
    }

    private static IEnumerable<DiagnosticDescriptor> Descriptors() => typeof(SchemaDiagnostics)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static field => SchemaDescriptors.Of((SchemaRule)field.GetValue(null)!));

    /// <summary>What the compiler makes of config files: the global part for everything, sections for source files alone.</summary>
    private sealed class ConfiguredSeverities(AnalyzerConfigSet set) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            set.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            set.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }
}
