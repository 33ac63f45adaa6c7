namespace Kling;

/// <summary>The status of a job after a poll.</summary>
/// <param name="RequestId">The id of the job.</param>
/// <param name="Status">The last status that the server sent. A failed poll does not change it.</param>
/// <param name="Elapsed">The time since the submit.</param>
/// <param name="ExpectedDuration">How long such a job usually takes, or <see langword="null"/> if unknown.</param>
/// <param name="Polls">The number of polls, including failed ones.</param>
public sealed record KlingProgress(string RequestId, KlingJobStatus Status, TimeSpan Elapsed, TimeSpan? ExpectedDuration, int Polls)
{
    /// <summary>The status exactly as the server sent it, or <see langword="null"/> before the first response.</summary>
    public string? State { get; init; }
}
