namespace Kling;

/// <summary>The facts of a job that do not change.</summary>
internal sealed record JobIdentity(string RequestId, string Slug, DateTimeOffset SubmittedAt)
{
    public KlingModel? Model { get; init; }

    /// <summary>The values of the parameters that decide the price, if they are known.</summary>
    public string? PriceKey { get; init; }

    public TimeSpan? TypicalDuration { get; init; }

    public KlingOutputKind Output { get; init; }

    /// <summary>The URL of the status, if the server sent one; otherwise it is derived from the id.</summary>
    public Uri? StatusAddress { get; init; }

    /// <summary>The URL of the result, in the same way.</summary>
    public Uri? ResultAddress { get; init; }

    /// <summary>The span that the job began with, as W3C's traceparent, if somebody listened.</summary>
    public string? TraceParent { get; init; }

    public DateTimeOffset ExpiresAt => SubmittedAt + JobRecord.Retention;
}
