using System.Globalization;
using Kling.Benchmarks.Results;

namespace Kling.Benchmarks.Breaking;

/// <summary>The agreement of <c>kling breaking</c> with two judges as Markdown.</summary>
internal sealed class BreakingFile(Machine machine, IReadOnlyList<BreakingCase> cases) : MarkdownFile
{
    public string Write()
    {
        Line("# Verdicts of `kling breaking` about requests, compared with two judges").Line("");
        Line("Written by `dotnet run -c Release --project tests/Kling.Benchmarks -- breaking`. Do not edit by hand.").Line("");
        Line($"- {machine.Processor}, {machine.Cores} cores; {machine.System}; {machine.Date}");
        Line($"- Each schema is changed at random {BreakingRun.Changes} times, up to six changes on top of each other, and compared in both directions. For each comparison, {BreakingRun.Requests} random requests near the limits are judged by the emulator's judge and by NJsonSchema alone, before and after");
        Line("- A contradiction is a verdict \"compatible\" with a request that was valid and is refused: there must be none. A breaking verdict is shown if a judge refuses a request that was valid. One that is not shown is no mistake: few random requests meet the one value that is now refused");
        Line($"- The seed is {BreakingRun.Seed}: the numbers depend on the code and not on the machine").Line("");
        Table(
            ["schema", "comparisons", "compatible", "contradictions", "breaking", "shown", "not shown", "no valid schema", "valid requests"],
            cases.Select(Row).Append(
            [
                "all", Sum(static one => one.Comparisons), Sum(static one => one.Agreement.Compatible + one.Agreement.Contradictions.Count),
                Sum(static one => one.Agreement.Contradictions.Count), Sum(static one => one.Agreement.BreakingShown + one.Agreement.BreakingNotShown),
                Sum(static one => one.Agreement.BreakingShown), Sum(static one => one.Agreement.BreakingNotShown),
                Sum(static one => one.Agreement.Unreadable), Sum(static one => one.Agreement.ValidRequests),
            ]));
        Line("## By rule").Line("");
        Line("A comparison can have several rules. The last two columns count only comparisons without another breaking rule; of a rule that is not breaking, a shown one is a contradiction.").Line("");
        Table(
            ["rule", "breaking", "comparisons", "without another breaking rule", "shown"],
            cases.SelectMany(static one => one.Agreement.Rules)
                .GroupBy(static rule => rule.Key, static rule => rule.Value)
                .Select(static rule => (rule.Key, Sum: rule.Aggregate(static (sum, next) => sum.Plus(next))))
                .Select(static rule => (string[])[$"`{rule.Key}`", rule.Sum.IsBreaking ? "yes" : "no", Number(rule.Sum.Comparisons), Number(rule.Sum.Alone), Number(rule.Sum.Shown)]));
        return Take();
    }

    private static string[] Row(BreakingCase one) =>
    [
        one.Schema, Number(one.Comparisons), Number(one.Agreement.Compatible + one.Agreement.Contradictions.Count), Number(one.Agreement.Contradictions.Count),
        Number(one.Agreement.BreakingShown + one.Agreement.BreakingNotShown), Number(one.Agreement.BreakingShown), Number(one.Agreement.BreakingNotShown),
        Number(one.Agreement.Unreadable), Number(one.Agreement.ValidRequests),
    ];

    private string Sum(Func<BreakingCase, int> count) => Number(cases.Sum(count));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
