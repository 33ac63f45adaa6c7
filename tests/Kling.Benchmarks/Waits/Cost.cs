namespace Kling.Benchmarks.Waits;

/// <summary>What something cost: processor time of all threads, and the memory that was allocated.</summary>
internal sealed record Cost(double Seconds, long Bytes)
{
    public static async Task<Cost> OfAsync(Func<Task> work)
    {
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan begun = Environment.CpuUsage.TotalTime;
        await work().ConfigureAwait(false);
        return new Cost((Environment.CpuUsage.TotalTime - begun).TotalSeconds, GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }
}
