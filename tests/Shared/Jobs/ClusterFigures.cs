namespace Kling.Tests.Jobs;

/// <summary>What a cluster has done.</summary>
internal sealed record ClusterFigures
{
    public required int Tickets { get; init; }

    public required int Saved { get; init; }

    public required int Posts { get; init; }

    public required int JobsAccepted { get; init; }

    public required int Kills { get; init; }

    /// <summary>How many submits became unconfirmed, because a worker was killed or the database was away.</summary>
    public required int Unconfirmed { get; init; }

    /// <summary>How many of them were submitted again, because they had not been accepted.</summary>
    public required int SubmittedAgain { get; init; }

    /// <summary>For each kill of a worker that had tickets: the time until another worker has moved the first of them.</summary>
    public required IReadOnlyList<TimeSpan> Failovers { get; init; }

    /// <summary>How long the database was away.</summary>
    public required TimeSpan Outage { get; init; }

    public required TimeSpan Time { get; init; }

    public required IReadOnlyList<string> Wrong { get; init; }
}
