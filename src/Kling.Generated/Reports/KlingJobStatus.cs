namespace Kling;

/// <summary>The status of a job.</summary>
public enum KlingJobStatus
{
    /// <summary>The status is unknown to this version, or a resumed job was not polled yet. A wait continues.</summary>
    Unknown,

    /// <summary>Accepted, waiting for a worker.</summary>
    Queued,

    /// <summary>Running on a worker.</summary>
    Processing,

    /// <summary>The result is ready.</summary>
    Completed,

    /// <summary>Ended with an error, for example because its content was blocked.</summary>
    Failed,
}
