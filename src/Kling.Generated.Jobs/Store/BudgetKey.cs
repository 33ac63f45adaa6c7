using System.Globalization;

namespace Kling;

/// <summary>The name under which the sum of a budget is stored: the budget's name, the period and the value of the tag, one a line.</summary>
internal static class BudgetKey
{
    /// <summary>The key of the sum that a ticket counts to, or null if the budget does not apply to it.</summary>
    public static string? Of(KlingBudget budget, IReadOnlyDictionary<string, string> tags, DateTimeOffset now)
    {
        string value = "";
        if (budget.Tag is { } tag && !tags.TryGetValue(tag, out value!))
        {
            return null;
        }

        string period = budget.Period switch
        {
            KlingBudgetPeriod.Day => now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            KlingBudgetPeriod.Month => now.UtcDateTime.ToString("yyyy-MM-01", CultureInfo.InvariantCulture),
            _ => "",
        };
        return $"{budget.Name}\n{period}\n{value}";
    }

    public static KlingBudgetStatus Parse(string key, long spent, long reserved)
    {
        string[] parts = key.Split('\n');
        return new KlingBudgetStatus(
            parts[0],
            parts[2].Length == 0 ? null : parts[2],
            parts[1].Length == 0 ? null : DateOnly.ParseExact(parts[1], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Amount.ToCredits(spent),
            Amount.ToCredits(reserved)
        );
    }
}
