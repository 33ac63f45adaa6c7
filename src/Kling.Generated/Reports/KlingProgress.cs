namespace Kling;

/// <summary>The status of a job after a poll.</summary>
/// <param name="RequestId">The id of the job.</param>
/// <param name="Status">The last status that the server sent. A poll that failed leaves it as it was.</param>
/// <param name="Elapsed">The time since the submit.</param>
/// <param name="ExpectedDuration">How long such a job usually takes, or <see langword="null"/> if unknown.</param>
/// <param name="Polls">How often the job was asked about, failed polls included.</param>
public sealed record KlingProgress(string RequestId, KlingJobStatus Status, TimeSpan Elapsed, TimeSpan? ExpectedDuration, int Polls)
{
    /// <summary>The server's own word for the status, verbatim, or <see langword="null"/> before the first response.</summary>
    public string? State { get; init; }
}
