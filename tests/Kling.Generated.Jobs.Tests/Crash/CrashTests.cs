using Kling.Cli;
using Kling.Emulator;
using Kling.Tests.Jobs;

namespace Kling.Tests.Crash;

/// <summary>Worker processes that are killed at each step, and what the next one makes of it.</summary>
public sealed class CrashTests(PostgresServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Wherever_a_worker_is_killed_no_request_is_sent_twice_and_every_ticket_ends(DatabaseKind kind)
    {
        CrashCase[] cases = [.. CrashCase.All];
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(
            new Uri("http://127.0.0.1:0"),
            cases.Select(static crash => KlingModel.FromSchema(crash.Name, CrashRun.Schema)),
            new SegmindEmulatorOptions(),
            Token
        );
        using var folder = new TemporaryFolder();
        CrashRun[] runs = new CrashRun[cases.Length];
        await Parallel.ForAsync(0, cases.Length, Token, async (i, _) =>
        {
            string store = kind is DatabaseKind.Sqlite ? folder.File(cases[i].Name + ".db") : await server.CreateDatabaseAsync();
            runs[i] = new CrashRun(emulator, cases[i], folder.File(cases[i].Name), store, kind is DatabaseKind.PostgreSql);
            await runs[i].EnqueueAsync(Token);
        });

        for (int death = 0; runs.Any(run => run.Crash.Deaths.Length > death); death++)
        {
            CrashRun[] dying = [.. runs.Where(run => run.Crash.Deaths.Length > death)];
            await Task.WhenAll(
                dying
                    .GroupBy(static run => run.Crash.IsAlone ? run.Crash.Name : "")
                    .Select(group => KillAsync([.. group.Select(run => run.DyingPlan(death))]))
            );
        }

        string[][] wrong = new string[cases.Length][];
        await Parallel.ForAsync(0, cases.Length, Token, async (i, _) => wrong[i] = await runs[i].EndAsync(Token));
        string faults = string.Join(Environment.NewLine, wrong.SelectMany(static all => all));
        Assert.True(faults.Length == 0, faults);
    }

    private static async Task KillAsync(WorkerPlan[] plans)
    {
        using var process = new WorkerProcess(plans);
        (int exitCode, string errors) = await process.EndAsync();
        Assert.True(exitCode == WorkerProcess.Killed, $"The process ended with {exitCode} instead of being killed: {errors}");
    }
}
