namespace Kling.Benchmarks.Mcp;

/// <summary>A scenario of the conformance suite.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Passed">How many of its checks passed.</param>
/// <param name="Failed">How many failed.</param>
internal sealed record Scenario(string Name, int Passed, int Failed);

/// <summary>A tool that was called through the inspector.</summary>
/// <param name="Name">The tool.</param>
/// <param name="Outcome">What it returned.</param>
/// <param name="Holds">Whether that is what it must return.</param>
internal sealed record InspectedTool(string Name, string Outcome, bool Holds);

/// <summary>What was measured of the server.</summary>
/// <param name="Starts">The times from the start of the process to its list of tools.</param>
/// <param name="Memory">The resident memory then, in bytes.</param>
/// <param name="Tokens">The tokens of the list.</param>
/// <param name="TokensPerModel">The tokens of the list with one tool for each model.</param>
/// <param name="Models">How many models there are.</param>
/// <param name="Tools">The tools that were called through the inspector.</param>
/// <param name="Scenarios">The scenarios of the conformance suite.</param>
internal sealed record McpFigures(
    IReadOnlyList<TimeSpan> Starts,
    long Memory,
    int Tokens,
    int TokensPerModel,
    int Models,
    IReadOnlyList<InspectedTool> Tools,
    IReadOnlyList<Scenario> Scenarios);
