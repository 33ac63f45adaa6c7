namespace Kling.Benchmarks.Budget;

/// <summary>What the schema states, and what became of many runs under one limit.</summary>
internal sealed record BudgetCase(string Stated, decimal Limit, IReadOnlyList<BudgetOutcome> Runs)
{
    public int Jobs => Runs.Sum(static run => run.Jobs);

    public int Over => Runs.Count(run => run.Spent > Limit);

    /// <summary>By how much the worst run passed the limit.</summary>
    public decimal Excess => Runs.Max(run => Math.Max(0, run.Spent - Limit));

    /// <summary>The part of the limit that stayed unused, in the mean of the runs.</summary>
    public decimal Unused => Runs.Average(run => Math.Max(0, Limit - run.Spent)) / Limit;
}

/// <summary>One run.</summary>
internal sealed record BudgetOutcome(int Jobs, decimal Spent);
