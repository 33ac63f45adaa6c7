namespace Kling.Benchmarks.Polling;

/// <summary>The strategy over one distribution, with one belief, beside the best that there could be.</summary>
/// <param name="Median">The true median, in seconds.</param>
/// <param name="Belief">What the schema says, as a multiple of it.</param>
/// <param name="Seen">How many jobs were seen to complete before.</param>
/// <param name="Outcome">What the strategy does.</param>
/// <param name="Optimum">The best schedule with the same delay.</param>
internal sealed record PollingCase(double Median, double Belief, int Seen, Outcome Outcome, Outcome Optimum)
{
    public double Ratio => Outcome.Polls / Optimum.Polls;

    public bool IsRight => Belief == 1;
}
