using System.Globalization;
using System.Text;
using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Analyzers;

/// <summary>The table rule × place × constant kind in the documentation: written from what the analyzers really report.</summary>
public sealed class CoverageTableTests
{
    /// <summary>Set to 1, the file is rewritten instead of compared.</summary>
    private const string Rewrite = "KLING_REWRITE_TABLE";

    private const string Begin = "<!-- begin of the table -->\n";
    private const string End = "<!-- end of the table -->";

    [Fact]
    public async Task The_coverage_table_lists_what_is_reported()
    {
        string path = Path.Combine(Checkout.Root, "generator", "DIAGNOSTICS.md");
        string page = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        int begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = page.IndexOf(End, StringComparison.Ordinal);
        string table = await Table();
        if (Environment.GetEnvironmentVariable(Rewrite) == "1")
        {
            await File.WriteAllTextAsync(path, page[..begin] + table + page[end..], TestContext.Current.CancellationToken);
        }
        else
        {
            Assert.True(page[begin..end] == table, $"The table is not what the analyzers report. Run this test with {Rewrite}=1 and read the change.");
        }
    }

    [Fact]
    public void Every_rule_has_an_entry_with_its_line_for_the_editor()
    {
        string page = Checkout.Read("generator", "DIAGNOSTICS.md");
        DiagnosticDescriptor[] rules = [.. AnalyzerHarness.All.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Distinct().Where(static rule => rule.Category == ConstraintDiagnostics.Category)];
        Assert.True(rules.Length > 10);
        Assert.All(rules, rule =>
        {
            int start = page.IndexOf($"## {rule.Id}\n\n{rule.Title}.", StringComparison.Ordinal);
            Assert.True(start >= 0, $"{rule.Id} has no entry.");
            string entry = page[start..(page.IndexOf("\n## ", start + 1, StringComparison.Ordinal) is int next and > 0 ? next : page.Length)];
            Assert.All((string[])["**Cause.**", "**Example.**", "**Fix.**", $"dotnet_diagnostic.{rule.Id}.severity = "], part => Assert.Contains(part, entry, StringComparison.Ordinal));
        });
    }

    private static async Task<string> Table()
    {
        var table = new StringBuilder();
        table.Append("\n| | kind of constant |\n|---|---|\n");
        foreach ((ConstantKind kind, int index) in ConstraintMatrix.Kinds.Select(static (kind, index) => (kind, index)))
        {
            table.Append(CultureInfo.InvariantCulture, $"| {Letter(index)} | {kind.Name} |\n");
        }

        table.Append(CultureInfo.InvariantCulture, $"\n| | {string.Join(" | ", ConstraintMatrix.Places)} |\n|---|{string.Concat(ConstraintMatrix.Places.Select(static _ => "---|"))}\n");
        foreach (ConstraintCase rule in ConstraintMatrix.Cases.Where(IsOfOneValue))
        {
            table.Append(CultureInfo.InvariantCulture, $"| {rule.Id} |");
            foreach (ValuePlace place in ConstraintMatrix.Places)
            {
                table.Append(CultureInfo.InvariantCulture, $" {await Reported(rule, place)} |");
            }

            table.Append('\n');
        }

        table.Append("\nRules with places of their own:\n\n| | place | kinds |\n|---|---|---|\n");
        foreach (ConstraintCase rule in ConstraintMatrix.Cases.Where(static rule => !IsOfOneValue(rule)))
        {
            foreach (ValuePlace place in rule.Places)
            {
                table.Append(CultureInfo.InvariantCulture, $"| {rule.Id} | {place.Name} | {await Reported(rule, place)} |\n");
            }
        }

        return table.Append('\n').ToString();
    }

    private static bool IsOfOneValue(ConstraintCase rule) => ReferenceEquals(rule.Places, ConstraintMatrix.Places);

    /// <summary>The letters of the kinds that were reported: each stands in a class of its own.</summary>
    private static async Task<string> Reported(ConstraintCase rule, ValuePlace place)
    {
        ConstantKind[] kinds = [.. ConstraintMatrix.Kinds.Where(kind => ConstraintMatrix.Fits(rule, place, kind))];
        if (kinds.Length == 0)
        {
            return "";
        }

        IReadOnlyList<Diagnostic> found = await ConstraintMatrix.ReportOfBadProgram(rule, place);
        HashSet<string> classes = [.. found.Where(diagnostic => diagnostic.Id == rule.Id).Select(ClassAt)];
        return string.Concat(kinds.Where((_, index) => classes.Contains($"Program{index}")).Select(kind => Letter(ConstraintMatrix.Kinds.ToList().IndexOf(kind))));
    }

    private static string ClassAt(Diagnostic diagnostic)
    {
        const string Declaration = "static class ";
        string text = diagnostic.Location.SourceTree!.ToString();
        int start = text.LastIndexOf(Declaration, diagnostic.Location.SourceSpan.Start, StringComparison.Ordinal) + Declaration.Length;
        return text[start..text.IndexOf('\n', start)].Trim();
    }

    private static char Letter(int index) => (char)('a' + index);
}
