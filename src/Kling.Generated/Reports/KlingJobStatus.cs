namespace Kling;

/// <summary>The state of a job.</summary>
public enum KlingJobStatus
{
    /// <summary>A status that this version does not know, or a resumed job that was not polled yet. A wait continues.</summary>
    Unknown,

    /// <summary>Accepted, waiting for a worker.</summary>
    Queued,

    /// <summary>Running on a worker.</summary>
    Processing,

    /// <summary>The result is ready.</summary>
    Completed,

    /// <summary>Ended with an error; content blocks included.</summary>
    Failed,
}
