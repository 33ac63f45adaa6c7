namespace Kling.Cli;

/// <summary>The end of a job in words.</summary>
internal static class OutcomeText
{
    public static string Sentence(JobOutcome outcome)
    {
        string cost = outcome.Result?.Metrics?.Cost is { } amount ? $", {CostText.Usd(amount)}" : "";
        return FormattableString.Invariant(
            $"{outcome.Slug}: job {outcome.RequestId} completed in {outcome.Elapsed.TotalSeconds:0.0} s{cost}"
        );
    }
}
