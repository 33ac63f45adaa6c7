namespace Kling.Benchmarks.Startup;

/// <summary>A build of the command.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Command">What starts it.</param>
/// <param name="Size">Its size in bytes, without symbols.</param>
/// <param name="RunsJobs">Whether a job on the built-in emulator works.</param>
internal sealed record StartupBuild(string Name, string[] Command, long Size, bool RunsJobs)
{
    /// <summary>The time and the processor time of each run, in milliseconds.</summary>
    public List<(double Real, double Processor)> Times { get; } = [];
}
