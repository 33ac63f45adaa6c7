namespace Kling.Emulator;

/// <summary>
/// Counts of the requests that an emulator has received so far. It is a snapshot that does not change. Refused requests are included.
/// </summary>
public sealed record EmulatorCounters
{
    /// <summary>The number of submits by slug, including the slugs of unknown models.</summary>
    public required IReadOnlyDictionary<string, int> PostsBySlug { get; init; }

    /// <summary>The number of submits.</summary>
    public int Posts => PostsBySlug.Values.Sum();

    /// <summary>The number of submits that created a job.</summary>
    public required int JobsAccepted { get; init; }

    /// <summary>The number of requests for a job's status.</summary>
    public required int StatusGets { get; init; }

    /// <summary>The number of requests for a job's result.</summary>
    public required int ResultGets { get; init; }

    /// <summary>
    /// The number of requests for the status or the result by job id, including unknown ids. The count of an id is removed
    /// <see cref="SegmindEmulatorOptions.RecordLifetime"/> after the first request for it.
    /// </summary>
    public required IReadOnlyDictionary<string, int> GetsByRequestId { get; init; }

    /// <summary>The number of requests for an output file.</summary>
    public required int Downloads { get; init; }

    /// <summary>The number of uploads.</summary>
    public required int Uploads { get; init; }

    /// <summary>The number of requests that sent an API key to the output host. It must be 0 for a safe client.</summary>
    public required int KeysOnOutputHost { get; init; }

    /// <summary>
    /// The number of requests to hosts that are not the emulator's, for example after a redirect or to a wrong <c>status_url</c>.
    /// </summary>
    public required int RequestsElsewhere { get; init; }

    /// <summary>The number of these requests that sent an API key. It must be 0 for a safe client.</summary>
    public required int KeysElsewhere { get; init; }
}
