namespace Kling;

/// <summary>A change of a ticket: its next state and the columns that change with it.</summary>
/// <param name="State">The next state; it may be the same.</param>
/// <param name="DueAt">When the next step is due, or null if there is none.</param>
internal sealed record TicketChange(KlingTicketState State, DateTimeOffset? DueAt)
{
    /// <summary>For the event.</summary>
    public string? Detail { get; init; }

    public Settlement Settlement { get; init; }

    /// <summary>What the job has cost.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Further columns. What is not named stays.</summary>
    public IReadOnlyList<(string Column, object? Value)> Values { get; init; } = [];
}
