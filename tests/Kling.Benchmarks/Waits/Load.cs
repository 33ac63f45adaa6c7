using System.Diagnostics;

namespace Kling.Benchmarks.Waits;

/// <summary>Whole waits, all at once: from the submits at one instant to the last result.</summary>
internal static class Load
{
    private const int WarmUp = 300;
    private const double Megabyte = 1024 * 1024;

    /// <summary>Measures in this process, which must be a fresh one: the peak is that of its whole life.</summary>
    public static async Task<LoadFigures> MeasureAsync(int waits)
    {
        _ = await RunAsync(WarmUp).ConfigureAwait(false);
        double before = Environment.WorkingSet / Megabyte;
        LoadFigures run = await RunAsync(waits).ConfigureAwait(false);
        using var process = Process.GetCurrentProcess();
        double peak = process.PeakWorkingSet64 / Megabyte;
        Cost bare = await BareAsync(waits, run.Polls).ConfigureAwait(false);
        return run with { Bare = bare, MegabytesBefore = before, PeakMegabytes = peak };
    }

    private static async Task<LoadFigures> RunAsync(int waits)
    {
        using var server = new Server();
        using KlingClient client = server.CreateClient(PollingStrategy.LatencyAware(seed: waits));
        DateTimeOffset begun = server.Clock.GetUtcNow();
        Cost cost = await Cost.OfAsync(async () =>
        {
            var tasks = new Task<KlingResult>[waits];
            for (int i = 0; i < waits; i++)
            {
                KlingJob job = await client.SubmitAsync(Server.Request).ConfigureAwait(false);
                tasks[i] = job.WaitForCompletionAsync();
            }

            var all = Task.WhenAll(tasks);
            while (!all.IsCompleted)
            {
                server.Clock.Step();
            }

            _ = await all.ConfigureAwait(false);
        }).ConfigureAwait(false);
        Emulator.EmulatorCounters received = server.Emulator.Counters;
        return new LoadFigures
        {
            Waits = waits,
            Posts = received.Posts,
            Polls = received.StatusGets,
            Results = received.ResultGets,
            VirtualSeconds = (server.Clock.GetUtcNow() - begun).TotalSeconds,
            Cost = cost,
        };
    }

    /// <summary>As many requests, by hand and one after the other.</summary>
    private static async Task<Cost> BareAsync(int jobs, int polls)
    {
        using var server = new Server();
        var bare = new BareClient(server.Http);
        return await Cost.OfAsync(async () =>
        {
            string[] ids = new string[jobs];
            for (int i = 0; i < jobs; i++)
            {
                ids[i] = await bare.SubmitAsync().ConfigureAwait(false);
            }

            for (int i = 0; i < polls; i++)
            {
                _ = await bare.IsFinishedAsync(ids[i % jobs]).ConfigureAwait(false);
            }

            server.Clock.Advance(Server.Duration);
            foreach (string id in ids)
            {
                _ = await bare.ResultAsync(id).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
    }
}
