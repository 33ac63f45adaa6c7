using System.Reflection;
using Kling.SourceGenerator.Analyzers;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Tests;
using Microsoft.CodeAnalysis;

namespace Kling.CodeFixes.Tests.Use;

/// <summary>What a user is told of the ids.</summary>
public sealed class UseDiagnosticsTests
{
    public static TheoryData<string> Ids { get; } = [.. Descriptors().Select(static descriptor => descriptor.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_id_has_an_entry_with_cause_example_fix_and_the_line_that_sets_its_severity(string id)
    {
        string page = Checkout.Read("generator", "DIAGNOSTICS.md");
        int start = page.IndexOf($"\n## {id}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"DIAGNOSTICS.md has no heading '## {id}'.");
        int end = page.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        string entry = page[start..(end < 0 ? page.Length : end)];
        Assert.All(
            new[] { "**Cause.**", "**Example.**", "**Fix.**", $"dotnet_diagnostic.{id}.severity = " },
            part => Assert.Contains(part, entry, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_id_is_in_the_release_file_and_links_to_its_entry(string id)
    {
        DiagnosticDescriptor descriptor = Descriptors().Single(descriptor => descriptor.Id == id);
        Assert.Contains(
            $"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}\n",
            Checkout.Read("generator", "Kling.SourceGenerator", "AnalyzerReleases.Unshipped.md"),
            StringComparison.Ordinal);
        Assert.Equal(HelpLinks.For(id) ?? "", descriptor.HelpLinkUri);
    }

    [Fact]
    public void Every_fix_repairs_ids_that_a_rule_or_the_compiler_reports()
    {
        string[] known = [.. new KlingAnalyzer().SupportedDiagnostics.Select(static descriptor => descriptor.Id), "CS0019", "CS0029", "CS0103", "CS0117", "CS0266", "CS1503"];
        IEnumerable<string> repaired = typeof(SyntaxFix).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(SyntaxFix)))
            .SelectMany(static type => ((SyntaxFix)Activator.CreateInstance(type)!).FixableDiagnosticIds);
        Assert.All(repaired, id => Assert.Contains(id, known));
    }

    private static IEnumerable<DiagnosticDescriptor> Descriptors() => typeof(UseDiagnostics)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static field => (DiagnosticDescriptor)field.GetValue(null)!);
}
