using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace Kling.SourceGenerator.Tests.Incremental;

/// <summary>What runs again after an edit: in an editor that is every keystroke.</summary>
public sealed class IncrementalTests
{
    private static readonly InMemoryFile A = new("/a.json", """{ "properties": { "x": { "type": "string" } } }""");
    private static readonly InMemoryFile B = new("/b.json", """{ "properties": { "y": { "type": "string" } } }""");
    private static readonly InMemoryFile C = new("/c.json", """{ "properties": { "z": { "type": "string" } } }""");
    private static readonly TestProject Project = TestProject.WithFiles(A, B);

    [Fact]
    public void An_unrelated_edit_of_the_code_runs_nothing()
    {
        GeneratorHarness harness = GeneratorHarness.Begin(Project, out _);
        harness.EditCode("internal sealed class Unrelated;").AssertEveryStepIsCached();
    }

    [Fact]
    public void Another_additional_file_runs_nothing()
    {
        GeneratorHarness harness = GeneratorHarness.Begin(Project, out _);
        var other = new InMemoryFile("/BannedSymbols.txt", "T:System.Random") { Metadata = new Dictionary<string, string>() };
        harness.Change(Project with { Files = [A, other, B] }).AssertNothingRan();
    }

    [Fact]
    public void An_edit_of_one_schema_runs_that_schema_alone()
    {
        GeneratorHarness harness = GeneratorHarness.Begin(Project, out GeneratorOutput before);
        GeneratorOutput after = harness.Change(TestProject.WithFiles(A with { Text = A.Text!.Replace("\"x\"", "\"w\"", StringComparison.Ordinal) }, B));

        Assert.Equal([Modified, Cached], after.Reasons(TrackingNames.Files));
        Assert.Equal([Modified, Cached], after.Reasons(TrackingNames.Sources));
        Assert.Equal([Modified, Cached], after.Reasons(TrackingNames.Results));
        Assert.Equal([Cached], after.Reasons(TrackingNames.Catalogue));
        Assert.Equal([Modified, Cached], after.Reasons(TrackingNames.Models));
        Assert.Single(after.OutputReasons, Modified);
        Assert.Equal(["Acme.Models.ARequest.g.cs"], Changed(before, after));
    }

    [Fact]
    public void An_edit_of_white_space_generates_nothing_new()
    {
        GeneratorHarness harness = GeneratorHarness.Begin(Project, out GeneratorOutput before);
        GeneratorOutput after = harness.Change(TestProject.WithFiles(A with { Text = A.Text!.Replace(" ", "\r\n\t", StringComparison.Ordinal) }, B));

        Assert.Equal([Modified, Cached], after.Reasons(TrackingNames.Files));
        Assert.Equal([Unchanged, Cached], after.Reasons(TrackingNames.Results));
        Assert.Equal([Cached], after.Reasons(TrackingNames.Catalogue));
        Assert.Equal([Cached, Cached], after.Reasons(TrackingNames.Models));
        Assert.All(after.OutputReasons, static reason => Assert.Equal(Cached, reason));
        Assert.Equal(before.AllText, after.AllText);
    }

    [Fact]
    public void A_diagnostic_that_moves_generates_nothing_new()
    {
        InMemoryFile slip = A with { Text = """{ "titel": 1, "properties": {} }""" };
        GeneratorHarness harness = GeneratorHarness.Begin(TestProject.WithFiles(slip, B), out _);
        GeneratorOutput after = harness.Change(TestProject.WithFiles(slip with { Text = "\n\n" + slip.Text }, B));

        Assert.Equal([Modified, Cached], after.Reasons(TrackingNames.Results));
        Assert.Equal([Cached, Cached], after.Reasons(TrackingNames.Models));
        Assert.Equal([Cached], after.Reasons(TrackingNames.Catalogue));
        Assert.Single(after.OutputReasons, Modified);
        Assert.Equal(3, Assert.Single(after.Diagnostics).Location.GetLineSpan().StartLinePosition.Line + 1);
    }

    [Fact]
    public void A_new_file_is_the_only_one_that_is_read()
    {
        GeneratorHarness harness = GeneratorHarness.Begin(Project, out GeneratorOutput before);
        GeneratorOutput after = harness.Change(TestProject.WithFiles(A, B, C));

        Assert.Equal([Cached, Cached, New], after.Reasons(TrackingNames.Files));
        Assert.Equal([Cached, Cached, New], after.Reasons(TrackingNames.Results));
        Assert.Equal([Modified], after.Reasons(TrackingNames.Catalogue));
        Assert.Equal([Cached, Cached, New], Known(after.Reasons(TrackingNames.Models)));
        Assert.Equal(["Acme.Models.CRequest.g.cs", "KlingModels.g.cs"], Changed(before, after));
    }

    [Fact]
    public void A_removed_file_removes_its_type()
    {
        GeneratorHarness harness = GeneratorHarness.Begin(Project, out _);
        GeneratorOutput after = harness.Change(TestProject.WithFiles(A));

        Assert.Equal([Cached, Removed], after.Reasons(TrackingNames.Files));
        Assert.Equal([Cached, Removed], after.Reasons(TrackingNames.Results));
        Assert.Equal([Modified], after.Reasons(TrackingNames.Catalogue));
        Assert.Equal(["Acme.Models.ARequest.g.cs", "KlingModels.g.cs"], after.Sources.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("BRequest", after.Catalogue, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_root_namespace_changes_every_file()
    {
        GeneratorHarness harness = GeneratorHarness.Begin(Project, out _);
        GeneratorOutput after = harness.Change(Project with { Properties = new Dictionary<string, string> { ["RootNamespace"] = "Other" } });

        Assert.Equal([Modified], after.Reasons(TrackingNames.Project));
        Assert.Equal([Modified, Modified], after.Reasons(TrackingNames.Files));
        Assert.Equal([Modified, Modified], after.Reasons(TrackingNames.Models));
        Assert.All(after.Sources.Values, static source => Assert.Contains("namespace Other.Models;", source, StringComparison.Ordinal));
    }

    [Fact]
    public void The_steps_of_an_edit_do_not_depend_on_the_number_of_schemas()
    {
        int RunBy(int files)
        {
            InMemoryFile[] all = [A, .. Enumerable.Range(1, files - 1).Select(static number => B with { Path = $"/b{number}.json" })];
            GeneratorHarness harness = GeneratorHarness.Begin(TestProject.WithFiles(all), out _);
            all[0] = A with { Text = A.Text!.Replace("\"x\"", "\"w\"", StringComparison.Ordinal) };
            return harness.EditFiles(all).StepsThatRan;
        }

        Assert.InRange(RunBy(2), 1, 20);
        Assert.Equal(RunBy(2), RunBy(20));
    }

    [Fact]
    public void Two_files_with_the_same_text_are_two_models()
    {
        GeneratorHarness harness = GeneratorHarness.Begin(TestProject.WithFiles(A, B with { Text = A.Text }), out GeneratorOutput output);

        Assert.Equal(["Acme.Models.ARequest.g.cs", "Acme.Models.BRequest.g.cs", "KlingModels.g.cs"], output.Sources.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([Cached, Modified], harness.Change(Project).Reasons(TrackingNames.Sources));
    }

    [Fact]
    public void An_unchanged_build_property_generates_nothing_new()
    {
        GeneratorHarness harness = GeneratorHarness.Begin(Project, out _);
        harness.Change(Project with { Properties = new Dictionary<string, string> { ["KlingNamespace"] = "Acme.Models" } }).AssertNothingRan();
    }

    [Fact]
    public void A_newer_language_version_generates_nothing_new()
    {
        GeneratorHarness harness = GeneratorHarness.Begin(Project, out GeneratorOutput before);
        GeneratorOutput after = harness.Change(Project with { Language = LanguageVersion.CSharp13 });
        Assert.All(after.Reasons(TrackingNames.Models), static reason => Assert.Contains(reason, new[] { Cached, Unchanged }));
        Assert.Equal(before.AllText, after.AllText);
    }

    [Fact]
    public void A_repaired_schema_is_generated_again()
    {
        GeneratorHarness harness = GeneratorHarness.Begin(Project, out GeneratorOutput before);
        GeneratorOutput broken = harness.Change(TestProject.WithFiles(A with { Text = A.Text![..^3] }, B));
        Assert.Equal(["Acme.Models.BRequest.g.cs", "KlingModels.g.cs"], broken.Sources.Keys.Order(StringComparer.Ordinal));
        Assert.Single(broken.Diagnostics);
        GeneratorOutput mended = harness.Change(Project);
        Assert.Empty(mended.Diagnostics);
        Assert.Equal(before.AllText, mended.AllText);
    }

    private static IEnumerable<string> Changed(GeneratorOutput before, GeneratorOutput after) =>
        after.Sources.Where(source => !before.Sources.TryGetValue(source.Key, out string? old) || old != source.Value)
            .Select(static source => source.Key).Order(StringComparer.Ordinal);

    // A model is read again where the list of losing files may have changed, and found to be the same.
    private static IEnumerable<IncrementalStepRunReason> Known(IEnumerable<IncrementalStepRunReason> reasons) =>
        reasons.Select(static reason => reason is Unchanged ? Cached : reason);
}
