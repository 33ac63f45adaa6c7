namespace Kling;

/// <summary>Which events <see cref="KlingJobs.WatchAsync"/> returns.</summary>
public sealed record KlingWatchOptions
{
    /// <summary>One ticket; <see langword="null"/> for all.</summary>
    public Guid? TicketId { get; init; }

    /// <summary>
    /// The <see cref="KlingTicketEvent.Position"/> after which to begin; an empty text is the beginning.
    /// </summary>
    /// <value>The default, <see langword="null"/>, is the end: only what happens from now on. For one ticket it is the beginning.</value>
    public string? After { get; init; }
}
