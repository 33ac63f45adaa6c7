using System.Data.Common;

namespace Kling;

/// <summary>The sums of the budgets within one claim.</summary>
internal sealed class BudgetSums(IList<KlingBudget> budgets, DbTransaction transaction)
{
    private readonly Dictionary<string, long> _used = new(StringComparer.Ordinal);

    /// <summary>Reserves an amount in every budget that applies to the ticket.</summary>
    /// <returns>The keys of the budgets, or the budget that has not enough left.</returns>
    public async Task<(string[]? Keys, KlingBudget? Full)> TryReserveAsync(
        TicketRow row,
        long amount,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (budgets.Count == 0)
        {
            return ([], null);
        }

        Dictionary<string, string> tags = StoredJson.ReadTags(row.Tags);
        List<string> keys = [];
        foreach (KlingBudget budget in budgets)
        {
            if (BudgetKey.Of(budget, tags, now) is { } key)
            {
                long used = await UsedAsync(key, cancellationToken).ConfigureAwait(false);
                if (used + amount > (long)(Math.Min(budget.Limit, 1_000_000_000) * 1_000_000))
                {
                    return (null, budget);
                }

                keys.Add(key);
            }
        }

        foreach (string key in keys)
        {
            _used[key] += amount;
            await AddAsync(transaction, key, spent: 0, amount, cancellationToken).ConfigureAwait(false);
        }

        return ([.. keys], null);
    }

    /// <summary>Adds to the sums of a budget.</summary>
    public static async Task AddAsync(DbTransaction transaction, string key, long spent, long reserved, CancellationToken cancellationToken) =>
        _ = await transaction
            .Connection!.Command(
                transaction,
                """
                INSERT INTO kling_budgets (name, spent, reserved) VALUES (@name, @spent, @reserved)
                ON CONFLICT (name) DO UPDATE SET spent = kling_budgets.spent + @spent, reserved = kling_budgets.reserved + @reserved
                """,
                ("name", key),
                ("spent", spent),
                ("reserved", reserved)
            )
            .ExecuteAsync(cancellationToken)
            .ConfigureAwait(false);

    private async Task<long> UsedAsync(string key, CancellationToken cancellationToken)
    {
        if (!_used.TryGetValue(key, out long used))
        {
            List<long> sums = await transaction
                .Connection!.Command(transaction, "SELECT spent + reserved FROM kling_budgets WHERE name = @name", ("name", key))
                .ReadAsync(static reader => reader.GetInt64(0), cancellationToken)
                .ConfigureAwait(false);
            used = sums.Count == 0 ? 0 : sums[0];
            _used[key] = used;
        }

        return used;
    }
}
