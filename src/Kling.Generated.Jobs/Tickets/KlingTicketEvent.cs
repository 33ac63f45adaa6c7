namespace Kling;

/// <summary>A change of a ticket's state.</summary>
public sealed record KlingTicketEvent
{
    /// <summary>
    /// Its position among all events of the store. Pass it to <see cref="KlingWatchOptions.After"/> to continue after it, for example from
    /// a browser's <c>Last-Event-ID</c>.
    /// </summary>
    public required string Position { get; init; }

    /// <summary>The ticket.</summary>
    public required Guid TicketId { get; init; }

    /// <summary>The new state.</summary>
    public required KlingTicketState State { get; init; }

    /// <summary>When it changed.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why, or <see langword="null"/> if the state says it.</summary>
    public string? Detail { get; init; }

    /// <summary>The ticket and the state.</summary>
    public override string ToString() => $"{TicketId} {State}";
}
