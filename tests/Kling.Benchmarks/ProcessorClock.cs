using Perfolizer.Horology;

namespace Kling.Benchmarks;

/// <summary>
/// The processor time of this process, all its threads together: on a machine that is shared it says what the work costs, and
/// not for how long others were served first.
/// </summary>
internal sealed class ProcessorClock : IClock
{
    public string Title => "processor time";

    public bool IsAvailable => true;

    public Frequency Frequency { get; } = new(TimeSpan.TicksPerSecond);

    public long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;
}
