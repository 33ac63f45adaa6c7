namespace Kling;

/// <summary>Which requests of the account's history to read. The server lists at most 31 days at once.</summary>
public sealed record KlingHistoryQuery
{
    /// <summary>The model. The default, <see langword="null"/>, means all models.</summary>
    public string? Slug { get; init; }

    /// <summary>The status; <see cref="KlingJobStatus.Queued"/> and <see cref="KlingJobStatus.Processing"/> both mean every unfinished job.</summary>
    /// <value>The default, <see langword="null"/>, means every status.</value>
    public KlingJobStatus? Status { get; init; }

    /// <summary>The earliest creation.</summary>
    /// <value>The default, <see langword="null"/>, is 7 days before <see cref="To"/>.</value>
    public DateTimeOffset? From { get; init; }

    /// <summary>The latest creation. It is less than 31 days after <see cref="From"/>.</summary>
    /// <value>The default, <see langword="null"/>, is now.</value>
    public DateTimeOffset? To { get; init; }
}
