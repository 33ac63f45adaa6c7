namespace Kling.Emulator;

/// <summary>The states of a job, in their order.</summary>
internal enum JobState
{
    Queued,
    Processing,
    Completed,
    Failed,
}
