using System.Runtime.CompilerServices;

namespace Kling.Benchmarks.Waits;

/// <summary>The live memory of waits that are all in one state, and how they end when they are cancelled there.</summary>
internal static class Held
{
    public const int LongestAbort = 50;

    private const int WarmUp = 100;

    /// <summary>Measures in this process.</summary>
    public static async Task<HeldFigures> MeasureAsync(WaitState state, int waits)
    {
        _ = await OfCrowdAsync(state, WarmUp).ConfigureAwait(false);
        _ = await ByHandAsync(isInFlight: true, WarmUp).ConfigureAwait(false);
        double record = await ByHandAsync(isInFlight: false, waits).ConfigureAwait(false);
        double recordAndGet = state is WaitState.InFlight ? await ByHandAsync(isInFlight: true, waits).ConfigureAwait(false) : record;
        HeldFigures crowd = await OfCrowdAsync(state, waits).ConfigureAwait(false);
        return crowd with { BytesPerJob = crowd.BytesPerJob - recordAndGet, HttpClientBytes = recordAndGet - record };
    }

    /// <summary>Everything that is alive per job, in bytes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<HeldFigures> OfCrowdAsync(WaitState state, int waits)
    {
        using var crowd = new Crowd(waits);
        long before = Live();
        await crowd.StartAsync(state).ConfigureAwait(false);
        double perJob = (double)(Live() - before) / waits;
        int milliseconds = 0;
        Cost abort = await Cost.OfAsync(async () => milliseconds = await crowd.CancelAsync(LongestAbort).ConfigureAwait(false)).ConfigureAwait(false);
        return new HeldFigures(state, waits, perJob, HttpClientBytes: 0, milliseconds, abort.Seconds);
    }

    /// <summary>What the emulator's record and the id take per job, and a question in flight if there is one, in bytes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<double> ByHandAsync(bool isInFlight, int jobs)
    {
        using var server = new Server();
        using var cancel = new CancellationTokenSource();
        var bare = new BareClient(server.Http);
        string[] ids = new string[jobs];
        var asked = new Task<bool>[jobs];
        long before = Live();
        for (int i = 0; i < jobs; i++)
        {
            ids[i] = await bare.SubmitAsync().ConfigureAwait(false);
        }

        server.Gate.IsClosed = true;
        for (int i = 0; isInFlight && i < jobs; i++)
        {
            asked[i] = bare.IsFinishedAsync(ids[i], cancel.Token);
        }

        double perJob = (double)(Live() - before) / jobs;
        await cancel.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(asked.OfType<Task>()).ContinueWith(static _ => { }, TaskScheduler.Default).ConfigureAwait(false);
        GC.KeepAlive(ids);
        return perJob;
    }

    private static long Live()
    {
        // The second time for what the first one's finalizers let go.
        _ = GC.GetTotalMemory(forceFullCollection: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
