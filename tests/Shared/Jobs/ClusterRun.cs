using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Kling.Cli;
using Kling.Emulator;
using Kling.Tests.Crash;
using Npgsql;

namespace Kling.Tests.Jobs;

/// <summary>
/// Three worker processes on a PostgreSQL server. Each time some more requests have come to the emulator, one process is killed and replaced;
/// in the middle the database is stopped as by a crash, and started again.
/// </summary>
/// <param name="tickets">How many tickets.</param>
/// <param name="kills">How many processes are killed.</param>
/// <param name="database">The connection string of an empty database.</param>
/// <param name="restartAsync">Restarts the server.</param>
/// <param name="folder">Where the files go.</param>
internal sealed class ClusterRun(int tickets, int kills, string database, Func<Task> restartAsync, string folder)
{
    private const int Workers = 3;

    private static readonly KlingModel Clip = KlingModel.FromSchema(
        "clip",
        """{ "type": "object", "x-typical-seconds": 60, "x-typical-cost": 2, "properties": { "prompt": { "type": "string" } } }"""
    );

    private readonly List<(DateTimeOffset At, List<Guid> Tickets)> _deaths = [];
    private TimeSpan _outage;

    public async Task<ClusterFigures> RunAsync(CancellationToken cancellationToken)
    {
        await using EmulatorServer server = await EmulatorServer.StartAsync(
            new Uri("http://127.0.0.1:0"),
            [Clip],
            new SegmindEmulatorOptions { TimeScale = 120, HistoryLag = TimeSpan.FromSeconds(2) },
            cancellationToken
        );
        var progress = new SubmitProgress(server.Emulator);
        var plan = new WorkerPlan
        {
            Store = database,
            IsPostgreSql = true,
            Address = server.Address,
            UntilDrained = false,
            MaxInFlight = 24,
            ResubmitNotAccepted = true,
            Lease = TimeSpan.FromSeconds(2),
            SubmitTimeout = TimeSpan.FromSeconds(5),
            SettleTime = TimeSpan.FromSeconds(5),
            ReconcileEvery = TimeSpan.FromSeconds(1),
            Poll = TimeSpan.FromSeconds(0.25),
        };
        using KlingClient client = plan.CreateClient();
        await using KlingJobs jobs = plan.CreateJobs(client);
        List<Guid> ids = [];
        for (int number = 0; number < tickets; number++)
        {
            string name = number.ToString(CultureInfo.InvariantCulture);
            var request = new StoredRequest(Clip, JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["prompt"] = name }));
            ids.Add((await jobs.EnqueueAsync(request, new KlingEnqueueOptions { Key = name, SaveTo = folder }, cancellationToken)).Id);
        }

        long begun = Stopwatch.GetTimestamp();
        var processes = new Queue<WorkerProcess>(Enumerable.Range(0, Workers).Select(_ => new WorkerProcess(plan)));
        List<KlingTicket> ended = [];
        try
        {
            await DisturbAsync(processes, plan, progress, cancellationToken);
            foreach (Guid id in ids)
            {
                ended.Add(await jobs.WaitAsync(id, cancellationToken));
            }
        }
        finally
        {
            foreach (WorkerProcess process in processes)
            {
                process.Dispose();
            }
        }

        return Judge(ended, server.Emulator, Stopwatch.GetElapsedTime(begun));
    }

    private async Task DisturbAsync(Queue<WorkerProcess> processes, WorkerPlan plan, SubmitProgress progress, CancellationToken cancellationToken)
    {
        int parts = kills + 2;
        for (int part = 1; part < parts; part++)
        {
            await progress.ReachAsync(tickets * part / parts, cancellationToken);
            if (part == parts / 2)
            {
                long stopped = Stopwatch.GetTimestamp();
                await restartAsync();
                _outage = Stopwatch.GetElapsedTime(stopped);
                continue;
            }

            using WorkerProcess dying = processes.Dequeue();
            dying.Kill();
            _ = await dying.EndAsync();
            _deaths.Add((TimeProvider.System.GetUtcNow(), await TicketsOfAsync(dying.Id, cancellationToken)));
            processes.Enqueue(new WorkerProcess(plan));
        }
    }

    /// <summary>The tickets of a dead worker.</summary>
    private async Task<List<Guid>> TicketsOfAsync(int process, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT id FROM kling_tickets WHERE owner LIKE @owner", connection);
        _ = command.Parameters.AddWithValue("owner", string.Create(CultureInfo.InvariantCulture, $"%/{process}/%"));
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        List<Guid> ids = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            ids.Add(Guid.Parse(reader.GetString(0)));
        }

        return ids;
    }

    private ClusterFigures Judge(List<KlingTicket> ended, SegmindEmulator emulator, TimeSpan time)
    {
        ILookup<string, EmulatorJob> made = emulator.Jobs.ToLookup(static job => job.Body.GetProperty("prompt").GetString()!);
        string[] wrong =
        [
            .. ended
                .Where(ticket =>
                    ticket.State is not KlingTicketState.Saved
                    || made[ticket.Key!].Count() != 1
                    || ticket.RequestId != made[ticket.Key!].First().RequestId
                    || !File.Exists(ticket.Files.Single())
                )
                .Select(ticket =>
                    $"{ticket} has {made[ticket.Key!].Count()} jobs, after "
                    + string.Join(", ", ticket.History.Select(static e => $"{e.At:HH:mm:ss} {e.State} {e.Detail}"))
                ),
        ];
        KlingTicketEvent[] events = [.. ended.SelectMany(static ticket => ticket.History)];
        return new ClusterFigures
        {
            Tickets = tickets,
            Saved = ended.Count(static ticket => ticket.State is KlingTicketState.Saved),
            Posts = emulator.Counters.Posts,
            JobsAccepted = emulator.Counters.JobsAccepted,
            Kills = _deaths.Count,
            Unconfirmed = events.Count(static e => e.State is KlingTicketState.Unconfirmed),
            SubmittedAgain = ended.Sum(static ticket => ticket.Attempts - 1),
            Failovers =
            [
                .. _deaths
                    .Where(static death => death.Tickets.Count > 0)
                    .Select(death => events.Where(e => death.Tickets.Contains(e.TicketId) && e.At > death.At).Min(static e => e.At) - death.At),
            ],
            Outage = _outage,
            Time = time,
            Wrong = wrong,
        };
    }
}
