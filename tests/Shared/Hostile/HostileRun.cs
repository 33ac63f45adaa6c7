using System.Diagnostics;

namespace Kling.Tests.Hostile;

/// <summary>
/// Clients against a network that does to them what it can: every job is submitted, waited for and downloaded over real sockets, while faults are drawn at random for each
/// request. The clients' clocks are virtual: pauses are skipped, and a server that is silent lets time pass.
/// </summary>
internal static class HostileRun
{
    /// <summary>How many sessions at once.</summary>
    private const int Parallel = 12;

    /// <summary>How many waits a client has.</summary>
    private const int WaitsPerSession = 4;

    /// <summary>More submits than a session makes.</summary>
    private const int SubmitsPerSession = 1_000;

    /// <summary>Runs it.</summary>
    /// <param name="seed">What repeats a run, except for who comes first where two things happen at once.</param>
    /// <param name="waits">How many jobs are waited for; unconfirmed and refused submits come on top.</param>
    /// <param name="foreign">The host that must not get a key.</param>
    public static async Task<HostileFigures> RunAsync(int seed, int waits, ForeignHost foreign)
    {
        var figures = new HostileFigures();
        long begun = Stopwatch.GetTimestamp();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("kling-hostile-");
        try
        {
            IEnumerable<int> sessions = Enumerable.Range(0, (waits + WaitsPerSession - 1) / WaitsPerSession);
            await System.Threading.Tasks.Parallel.ForEachAsync(
                sessions,
                new ParallelOptions { MaxDegreeOfParallelism = Parallel },
                async (number, _) => await RunAsync(seed, number, Math.Min(WaitsPerSession, waits - (number * WaitsPerSession)), foreign, figures, folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        if (foreign.Watch.HasKey)
        {
            figures.Wrong.Enqueue($"seed {seed}: the key came to a foreign host.");
        }

        figures.ForeignBytes = foreign.Watch.Count;
        figures.Time = Stopwatch.GetElapsedTime(begun);
        return figures;
    }

    private static async Task RunAsync(int seed, int number, int waits, ForeignHost foreign, HostileFigures figures, string folder)
    {
        try
        {
            await using var session = new HostileSession(seed, number, foreign, figures, folder);
            await session.RunAsync(number * SubmitsPerSession, waits);
        }
        catch (Exception e)
        {
            figures.Wrong.Enqueue($"seed {seed}, session {number}: {e}");
        }
    }
}
