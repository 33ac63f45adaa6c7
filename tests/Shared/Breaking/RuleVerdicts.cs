namespace Kling.Cli.Tests;

/// <summary>How often a rule was reported, and whether a request showed it.</summary>
/// <param name="IsBreaking">Whether the rule calls a change breaking.</param>
internal sealed record RuleVerdicts(bool IsBreaking)
{
    /// <summary>Comparisons in which the rule was reported.</summary>
    public int Comparisons { get; init; }

    /// <summary>Those of them without another breaking rule.</summary>
    public int Alone { get; init; }

    /// <summary>Those of <see cref="Alone"/> in which a judge refused a request that was valid.</summary>
    public int Shown { get; init; }

    /// <summary>The sum of two counts of one rule.</summary>
    public RuleVerdicts Plus(RuleVerdicts other) =>
        this with { Comparisons = Comparisons + other.Comparisons, Alone = Alone + other.Alone, Shown = Shown + other.Shown };
}
