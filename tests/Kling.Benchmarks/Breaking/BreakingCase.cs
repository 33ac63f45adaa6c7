using Kling.Cli.Tests;

namespace Kling.Benchmarks.Breaking;

/// <summary>The random changes of one schema, and what the judges of JSON made of them.</summary>
internal sealed record BreakingCase(string Schema, BreakingAgreement Agreement)
{
    public int Comparisons => Agreement.Compatible + Agreement.Contradictions.Count + Agreement.BreakingShown + Agreement.BreakingNotShown;
}
