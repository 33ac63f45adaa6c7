using System.Globalization;
using Kling.Benchmarks.Results;

namespace Kling.Benchmarks.Mcp;

/// <summary>The server under the inspector and the conformance suite, as Markdown.</summary>
internal sealed class McpFile(Machine machine, McpFigures figures) : MarkdownFile
{
    private const int MostTokens = 2_500;

    // By the beginning of their names. The suite means a server with sample tools, prompts and resources of its own.
    private static readonly (string Name, string Why)[] NotApplicable =
    [
        ("tools-call-", "calls sample tools of the suite, such as test_simple_text"),
        ("json-schema-2020-12", "wants a sample tool of the suite"),
        ("elicitation-", "calls sample tools of the suite; the tests of the command cover elicitation"),
        ("completion-complete", "the server completes no arguments"),
        ("resources-", "the server has no resources; results link to the files of jobs"),
        ("prompts-", "the server has no prompts"),
    ];

    private static readonly string[] Applicable =
    [
        "server-initialize", "logging-set-level", "ping", "tools-list", "server-sse-multiple-streams", "dns-rebinding-protection",
    ];

    /// <summary>Whether everything is as it must be.</summary>
    public bool Holds =>
        figures.Tokens <= MostTokens
        && figures.Tools.All(static tool => tool.Holds)
        && Applicable.All(name => figures.Scenarios.Any(scenario => scenario.Name == name && scenario.Failed == 0));

    public string Write()
    {
        Line("# `kling mcp`, measured").Line("");
        Line("Written by `dotnet run -c Release --project tests/Kling.Benchmarks -- mcp`. Do not edit by hand.").Line("");
        Line($"- {machine.Processor}, {machine.Cores} cores; {machine.System}; {machine.Runtime.Split(',')[0]}");
        Line($"- {machine.Date}; load average {machine.Load} before, {Machine.LoadAverage()} after: above the number of cores, times are too long");
        Line($"- Inspector {McpRun.InspectorVersion} (its command line, over the standard streams), conformance suite {McpRun.ConformanceVersion} (over HTTP), both from npm").Line("");
        Line("## Numbers to reach").Line("");
        int passed = figures.Scenarios.Count(static scenario => Applicable.Contains(scenario.Name) && scenario.Failed == 0);
        Table(
            [
                new Goal("Tokens of the list of tools (o200k_base)", Number(MostTokens), Number(figures.Tokens), figures.Tokens <= MostTokens),
                new Goal("Calls through the inspector with the expected result", Number(figures.Tools.Count), Number(figures.Tools.Count(static tool => tool.Holds)), figures.Tools.All(static tool => tool.Holds)),
                new Goal("Applicable conformance scenarios passed", Number(Applicable.Length), Number(passed), passed == Applicable.Length),
            ]);
        Line("## Figures").Line("");
        TimeSpan[] starts = [.. figures.Starts.Order()];
        Table(
            ["what", "measured"],
            [
                ["from the start of the process to the list of tools: median of " + Number(starts.Length), Milliseconds(starts[starts.Length / 2])],
                ["the shortest", Milliseconds(starts[0])],
                ["resident memory then", Number(figures.Memory / (1024.0 * 1024)) + " MB"],
                [$"tokens with `--tools-per-model` ({Number(figures.Models)} models)", Number(figures.TokensPerModel)],
            ]);
        Line("## Through the inspector").Line("");
        Line("The inspector starts a server for each call, so the job outlives the server that submitted it. It cannot ask a user.").Line("");
        Table(["tool", "result", "as expected"], figures.Tools.Select(static tool => new[] { $"`{tool.Name}`", tool.Outcome, tool.Holds ? "yes" : "**no**" }));
        Line("## Conformance").Line("");
        Table(["scenario", "checks passed", "checks failed", "verdict"], figures.Scenarios.Select(Row));
        return Take();
    }

    private static string[] Row(Scenario scenario)
    {
        string? why = NotApplicable.FirstOrDefault(known => scenario.Name.StartsWith(known.Name, StringComparison.Ordinal)).Why;
        string verdict = scenario.Passed + scenario.Failed == 0 ? "not applicable: no check of it ran"
            : why is not null ? "not applicable: " + why
            : scenario.Failed == 0 ? "passed"
            : "**failed**";
        return [$"`{scenario.Name}`", Number(scenario.Passed), Number(scenario.Failed), verdict];
    }

    private static string Milliseconds(TimeSpan time) => Number(time.TotalMilliseconds) + " ms";

    private static string Number(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
