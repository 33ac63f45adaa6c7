namespace Kling;

/// <summary>The answer of the account's history to an unconfirmed submit.</summary>
public sealed record KlingResolution
{
    /// <summary>The answer.</summary>
    public required KlingResolutionKind Kind { get; init; }

    /// <summary>The submit.</summary>
    public required KlingSubmitIntent Intent { get; init; }

    /// <summary>The job, if it was found; otherwise <see langword="null"/>.</summary>
    public KlingJob? Job { get; init; }

    /// <summary>The requests of the history that the submit may have become, the oldest first. If the job was found, it is the only one.</summary>
    public IReadOnlyList<KlingHistoryEntry> Candidates { get; init; } = [];

    /// <summary>The time from which a request that is not in the history counts as not accepted.</summary>
    public DateTimeOffset SettlesAt { get; init; }

    /// <summary>The answer and the submit.</summary>
    public override string ToString() => $"{Kind} {Job?.RequestId ?? Intent.ToString()}";
}
