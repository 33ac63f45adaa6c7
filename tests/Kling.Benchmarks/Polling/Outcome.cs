namespace Kling.Benchmarks.Polling;

/// <summary>What a strategy costs and gives, per job.</summary>
/// <param name="Polls">The polls, with the one that finds the job finished.</param>
/// <param name="Delay">The mean time from the job's end to that poll, in seconds.</param>
internal sealed record Outcome(double Polls, double Delay)
{
    /// <summary>Whether it is better on both.</summary>
    public bool Beats(Outcome other) => Polls < other.Polls && Delay < other.Delay;
}
