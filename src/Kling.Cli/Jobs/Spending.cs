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
    public static async Task ConfirmAsync(
        IReadOnlyList<KlingModel> models,
        bool yes,
        CliHost host,
        Screen screen,
        CancellationToken cancellationToken
    )
    {
        string cost = Describe(models);
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

    private static string Describe(IReadOnlyList<KlingModel> models)
    {
        string jobs = models.Count == 1 ? $"1 job of '{models[0].Slug}'" : FormattableString.Invariant($"{models.Count} jobs");
        int unknown = models.Count(static model => model.TypicalCost is null);
        string sum = FormattableString.Invariant($"{models.Sum(static model => model.TypicalCost ?? 0):0.00} USD");
        return unknown == 0 ? $"{jobs} at Segmind will likely cost {sum}."
            : unknown == models.Count ? $"{jobs} at Segmind will be billed; the cost is not known."
            : $"{jobs} at Segmind will likely cost more than {sum}; the cost of some jobs is not known.";
    }
}
