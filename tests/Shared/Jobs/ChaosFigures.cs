namespace Kling.Tests.Jobs;

/// <summary>What has become of tickets to which everything happened that can.</summary>
internal sealed record ChaosFigures
{
    public required int Tickets { get; init; }

    public required IReadOnlyDictionary<KlingTicketState, int> States { get; init; }

    public required int Posts { get; init; }

    public required int JobsAccepted { get; init; }

    /// <summary>Jobs beyond one a ticket.</summary>
    public required int BilledTwice { get; init; }

    /// <summary>How many submits were unconfirmed at some time.</summary>
    public required int Unconfirmed { get; init; }

    /// <summary>How many of them wait for a person, each with a history that cannot decide.</summary>
    public required int Ambiguous { get; init; }

    public required int Faults { get; init; }

    public required TimeSpan VirtualTime { get; init; }

    public required TimeSpan Time { get; init; }

    /// <summary>What must not be.</summary>
    public required IReadOnlyList<string> Wrong { get; init; }
}
