namespace Kling;

/// <summary>What names a job and does not change.</summary>
internal sealed record JobIdentity(string RequestId, string Slug, DateTimeOffset SubmittedAt)
{
    public KlingModel? Model { get; init; }

    public TimeSpan? TypicalDuration { get; init; }

    public KlingOutputKind Output { get; init; }

    /// <summary>Where to ask for the state, if the server gave an address of its own; else it follows from the id.</summary>
    public Uri? StatusAddress { get; init; }

    /// <summary>Where to ask for the result, likewise.</summary>
    public Uri? ResultAddress { get; init; }

    /// <summary>The span that the job began with, as W3C's traceparent, if somebody listened.</summary>
    public string? TraceParent { get; init; }

    public DateTimeOffset ExpiresAt => SubmittedAt + JobRecord.Retention;
}
