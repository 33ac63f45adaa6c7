namespace Kling.Benchmarks.Jobs;

/// <summary>What a database with so many tickets does a second, and what single looks at it take.</summary>
internal sealed record JobsLoadFigures(string Store, int Rows)
{
    public double EnqueuesPerSecond { get; init; }

    public double ClaimsPerSecond { get; init; }

    public double SubmitsPerSecond { get; init; }

    public double PollsPerSecond { get; init; }

    /// <summary>The processor time of this process; a database server has its own.</summary>
    public double MillisecondsPerPoll { get; init; }

    public double MillisecondsPerWatch { get; init; }

    public double MillisecondsPerEnd { get; init; }

    public double MillisecondsPerStatus { get; init; }
}
