namespace Kling.Emulator;

/// <summary>What an emulator has received so far: a snapshot that does not change any more. Refused requests count too.</summary>
public sealed record EmulatorCounters
{
    /// <summary>How many submits arrived, by slug; the slugs of unknown models are among them.</summary>
    public required IReadOnlyDictionary<string, int> PostsBySlug { get; init; }

    /// <summary>How many submits arrived.</summary>
    public int Posts => PostsBySlug.Values.Sum();

    /// <summary>How many submits became a job.</summary>
    public required int JobsAccepted { get; init; }

    /// <summary>How many times a job's status was asked for.</summary>
    public required int StatusGets { get; init; }

    /// <summary>How many times a job's result was asked for.</summary>
    public required int ResultGets { get; init; }

    /// <summary>
    /// How many times each id's status or result was asked for; ids that no job has are among them. The count of an id is forgotten
    /// <see cref="SegmindEmulatorOptions.RecordLifetime"/> after the first request for it.
    /// </summary>
    public required IReadOnlyDictionary<string, int> GetsByRequestId { get; init; }

    /// <summary>How many times a finished file was asked for.</summary>
    public required int Downloads { get; init; }

    /// <summary>How many times a file was brought to the storage.</summary>
    public required int Uploads { get; init; }

    /// <summary>How many requests brought an API key to the output host. A client that keeps its key safe leaves this at 0.</summary>
    public required int KeysOnOutputHost { get; init; }

    /// <summary>How many requests went to a host that is not the emulator's: after a redirect, or to a wrong <c>status_url</c>.</summary>
    public required int RequestsElsewhere { get; init; }

    /// <summary>How many of them brought an API key. A client that keeps its key safe leaves this at 0.</summary>
    public required int KeysElsewhere { get; init; }
}
