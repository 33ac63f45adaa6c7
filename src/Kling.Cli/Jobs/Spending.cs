using System.Text;

namespace Kling.Cli;

/// <summary>Asks before money is spent.</summary>
internal static class Spending
{
    /// <summary>
    /// Shows the likely cost and continues only after a confirmation, by <c>--yes</c> or on the terminal, and only if the result can be
    /// printed.
    /// </summary>
    /// <exception cref="CliFailure">The confirmation was refused or is not possible, or the standard output cannot be written.</exception>
    public static Task ConfirmAsync(
        IReadOnlyList<CheckedRequest> requests,
        string place,
        bool yes,
        CliHost host,
        Screen screen,
        CancellationToken cancellationToken
    )
    {
        string jobs = requests.Count == 1 ? $"1 job of '{requests[0].Model.Slug}'" : FormattableString.Invariant($"{requests.Count} jobs");
        return ConfirmAsync(Describe($"{jobs} at {place}", [.. requests.Select(static request => request.Cost)]), yes, host, screen, cancellationToken);
    }

    /// <summary>The same, with the cost in words.</summary>
    /// <exception cref="CliFailure">As for requests.</exception>
    public static async Task ConfirmAsync(string cost, bool yes, CliHost host, Screen screen, CancellationToken cancellationToken)
    {
        if (yes)
        {
            screen.Note(cost);
            screen.EnsureOutput();
            return;
        }

        if (!host.CanAsk)
        {
            throw new CliFailure(ExitCodes.Usage, $"{cost} No interactive terminal for the confirmation; nothing was sent. Pass --yes.");
        }

        screen.Ask($"{cost} Go on? [y/N]");
        using var answers = new StreamReader(host.Input!, Encoding.UTF8, leaveOpen: true);
        string answer = (await answers.ReadLineAsync(cancellationToken).AsTask().WaitAsync(cancellationToken))?.Trim() ?? "";
        if (!answer.Equals("y", StringComparison.OrdinalIgnoreCase) && !answer.Equals("yes", StringComparison.OrdinalIgnoreCase))
        {
            throw new CliFailure(ExitCodes.Cancelled, "nothing was sent");
        }

        screen.EnsureOutput();
    }

    /// <summary>What jobs will cost, in words.</summary>
    /// <param name="jobs">The jobs in words, and where they run.</param>
    /// <param name="costs">The estimate of each.</param>
    public static string Describe(string jobs, IReadOnlyList<KlingCost> costs)
    {
        if (costs.All(static cost => cost.Highest is not null && cost.Lowest == cost.Highest))
        {
            return $"{jobs} will cost {CostText.Usd(costs.Sum(static cost => cost.Highest ?? 0))}.";
        }

        int unknown = costs.Count(static cost => cost.Expected is null);
        string sum = CostText.Usd(costs.Sum(static cost => cost.Expected ?? 0));
        string range = costs.All(static cost => cost.Lowest is not null && cost.Highest is not null)
            ? CostText.Range(costs.Sum(static cost => cost.Lowest ?? 0), costs.Sum(static cost => cost.Highest ?? 0))
            : "";
        return unknown == 0 ? $"{jobs} will likely cost {sum}{(range.Length == 0 ? "" : $" ({range})")}."
            : range.Length > 0 ? $"{jobs} will cost {range}."
            : unknown == costs.Count ? $"{jobs} will be billed; the cost is not known."
            : $"{jobs} will likely cost more than {sum}; the cost of some jobs is not known.";
    }
}
