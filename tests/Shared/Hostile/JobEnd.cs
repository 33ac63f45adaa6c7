namespace Kling.Tests.Hostile;

/// <summary>How a job really ends.</summary>
internal enum JobEnd
{
    Completed,
    Failed,
    Cancelled,
    Never,

    /// <summary>Nobody will know: the server refuses all connections from some poll on.</summary>
    Vanished,
}
