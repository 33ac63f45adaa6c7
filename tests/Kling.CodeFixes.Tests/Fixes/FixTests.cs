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
