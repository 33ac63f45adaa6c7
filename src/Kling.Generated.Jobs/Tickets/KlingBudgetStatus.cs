namespace Kling;

/// <summary>What was spent of a budget.</summary>
/// <param name="Name">The <see cref="KlingBudget.Name"/>.</param>
/// <param name="TagValue">The value of the tag, if each value has a budget of its own; otherwise <see langword="null"/>.</param>
/// <param name="Period">The beginning of the day or the month, or <see langword="null"/> if the budget has no period.</param>
/// <param name="Spent">The cost of the completed jobs, in US dollars.</param>
/// <param name="Reserved">The highest cost of the jobs that are in flight or unconfirmed, in US dollars.</param>
public sealed record KlingBudgetStatus(string Name, string? TagValue, DateOnly? Period, decimal Spent, decimal Reserved);
