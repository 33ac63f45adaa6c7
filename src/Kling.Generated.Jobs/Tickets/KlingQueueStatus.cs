namespace Kling;

/// <summary>The state of the whole queue.</summary>
public sealed record KlingQueueStatus
{
    /// <summary>How many tickets there are by state; states without tickets are missing.</summary>
    public required IReadOnlyDictionary<KlingTicketState, long> Tickets { get; init; }

    /// <summary>When the oldest ticket that waits to be submitted was enqueued, or <see langword="null"/> if none waits.</summary>
    public DateTimeOffset? OldestEnqueuedAt { get; init; }

    /// <summary>Whether <see cref="KlingJobs.PauseAsync"/> has stopped submits.</summary>
    public bool IsPaused { get; init; }

    /// <summary>The time until which nothing is submitted, because the server throttles or refuses all requests; otherwise
    /// <see langword="null"/>.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>Why it is held.</summary>
    public string? HeldBecause { get; init; }

    /// <summary>
    /// The position of the last event when this was read. Pass it to <see cref="KlingWatchOptions.After"/> to miss nothing that happens later.
    /// On PostgreSQL, events that happened just before may be returned once more.
    /// </summary>
    public string Position { get; init; } = "";

    /// <summary>What was spent of each budget.</summary>
    public IReadOnlyList<KlingBudgetStatus> Budgets { get; init; } = [];

    /// <summary>The state in one line, such as <c>2 Enqueued, 198 Saved, paused</c>.</summary>
    public override string ToString()
    {
        IEnumerable<string> parts = Tickets.OrderBy(static count => count.Key).Select(static count => FormattableString.Invariant($"{count.Value} {count.Key}"));
        parts = IsPaused ? parts.Append("paused") : parts;
        parts = HeldUntil is { } until ? parts.Append(FormattableString.Invariant($"held until {until.UtcDateTime:u}{(HeldBecause is null ? "" : $": {HeldBecause}")}")) : parts;
        string text = string.Join(", ", parts);
        return text.Length == 0 ? "no tickets" : text;
    }
}
