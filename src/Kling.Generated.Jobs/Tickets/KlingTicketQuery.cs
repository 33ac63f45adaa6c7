namespace Kling;

/// <summary>Which tickets are listed. Conditions that are not set accept every ticket.</summary>
public sealed record KlingTicketQuery
{
    /// <summary>The states, or empty for all.</summary>
    public IReadOnlyCollection<KlingTicketState> States { get; init; } = [];

    /// <summary>The model's name in the API's URLs.</summary>
    public string? Slug { get; init; }

    /// <summary>A tag that the ticket must have, by name; <see langword="null"/> for any.</summary>
    public string? Tag { get; init; }

    /// <summary>The value of <see cref="Tag"/>; <see langword="null"/> for any.</summary>
    public string? TagValue { get; init; }

    /// <summary>Whether the newest tickets come first.</summary>
    /// <value>The default is <see langword="false"/>: in the order in which they were enqueued.</value>
    public bool NewestFirst { get; init; }

    /// <summary>The largest number of tickets; <see langword="null"/> for all.</summary>
    public int? Limit { get; init; }
}
