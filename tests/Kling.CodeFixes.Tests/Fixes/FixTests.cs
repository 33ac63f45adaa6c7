using Kling.SourceGenerator.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Kling.CodeFixes.Tests.Fixes;

/// <summary>Every fix on every form of its mistake, with both line ends, one by one and all at once.</summary>
public sealed class FixTests
{
    public static TheoryData<string> Fixes { get; } = [.. FixRows.All.Select(static rows => rows.Fix.GetType().Name)];

    [Fact]
    public void Every_fix_has_rows_in_every_form()
    {
        Assert.Equal(
            typeof(SyntaxFix).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(SyntaxFix))).Select(static type => type.Name).Order(StringComparer.Ordinal),
            Fixes.Select(static row => row.Data).Order(StringComparer.Ordinal));
        Assert.All(FixRows.All, static rows => Assert.Equal(
            Enum.GetValues<FixForm>(),
            rows.Rows.Select(static row => row.Form).Concat(rows.Impossible).Distinct().Order()));
    }

    [Fact]
    public void The_page_of_diagnostics_names_light_bulbs_only_where_there_are_some()
    {
        string[] entries = Checkout.Read("generator", "DIAGNOSTICS.md").Split(["\n# ", "\n## "], StringSplitOptions.None);
        IEnumerable<string> repaired = FixRows.All.SelectMany(static rows => rows.Fix.FixableDiagnosticIds);
        Assert.All(entries.Where(static entry => entry.StartsWith("KLING", StringComparison.Ordinal)), entry =>
            Assert.Equal(repaired.Contains(entry.Split('\n')[0]), entry.Contains("he light bulb \"", StringComparison.Ordinal)));
    }

    /// <summary>Nobody knows which of the two values was meant: the second stays.</summary>
    [Fact]
    public async Task A_parameter_that_is_given_twice_is_assigned_once()
    {
        const string before = "_ = new KlingO3Text2VideoRequest { Prompt = \"A\", AdditionalParameters = new JsonObject { [\"cfg_scale\"] = 0.5, [\"cfg_scale\"] = 0.6 } };";
        const string after = "_ = new KlingO3Text2VideoRequest { Prompt = \"A\", CfgScale = 0.5, AdditionalParameters = new JsonObject { [\"cfg_scale\"] = 0.6 } };";
        using var project = UserProject.Of(FixRows.File(before), Acme.Schema);
        IReadOnlyDictionary<DocumentId, string> repaired = await Repair.AllAsync(new UseTypedPropertyFix(), project, FixAllScope.Document, project.Documents);
        Assert.Equal(FixRows.File(after), repaired[project.Documents[0]]);
    }

    /// <summary>There is one such file in a program.</summary>
    [Fact]
    public async Task The_fixes_repair_top_level_statements()
    {
        const string before = "using Kling;\nusing Kling.Models;\n\nusing var client = new KlingClient();\nvar request = new KlingO3Image2VideoRequest { Prompt = \"A\", ImageUrl = new(\"file:///a.png\") };\n// paid\nawait client.SubmitAsync(request); // once\nSystem.Console.WriteLine(client.RunAsync(request).Result);\n";
        const string after = "using Kling;\nusing Kling.Models;\n\nusing var client = new KlingClient();\nvar request = new KlingO3Image2VideoRequest { Prompt = \"A\", ImageUrl = await client.Files.UploadAsync(\"/a.png\") };\n// paid\nvar job = await client.SubmitAsync(request); // once\nawait job.WaitForCompletionAsync();\nSystem.Console.WriteLine(await client.RunAsync(request));\n";
        using var project = UserProject.Of(before);
        foreach (SyntaxFix fix in new SyntaxFix[] { new UploadFileFix(), new KeepJobFix(), new AwaitFix() })
        {
            await Repair.OneByOneAsync(fix, project);
        }

        Assert.Equal(after, await project.TextAsync(project.Documents[0]));
    }

    [Theory]
    [MemberData(nameof(Fixes))]
    public async Task A_fix_repairs_every_form_of_its_mistake(string name)
    {
        FixRows rows = FixRows.All.Single(rows => rows.Fix.GetType().Name == name);
        using var trial = FixTrial.Of(rows);
        await trial.StartAsync();
        await trial.RepairOneByOneAsync();
        await trial.RepairAllAsync(FixAllScope.Document);
        await trial.RepairAllAsync(FixAllScope.Project);
        Assert.True(!trial.Faults.Any(), string.Join("\n\n", trial.Faults));
    }
}
