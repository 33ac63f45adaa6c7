using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Kling.Emulator;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kling.Benchmarks.Jobs;

/// <summary>Tickets in a database that has many already, through the parts of a worker one after the other.</summary>
/// <param name="store">The name of the database.</param>
/// <param name="use">Chooses it; it must be empty.</param>
/// <param name="rows">How many tickets there are before.</param>
internal sealed class JobsLoad(string store, Action<KlingJobsOptions> use, int rows)
{
    private const int Tickets = 500;
    private const int Polls = 3_000;
    private const int Looks = 50;
    private const int SubmitsAtOnce = 16;
    private const int PollsAtOnce = 32;

    private static readonly KlingModel Clip = KlingModel.FromSchema("clip", """{ "type": "object", "x-typical-seconds": 60 }""");

    public async Task<JobsLoadFigures> MeasureAsync()
    {
        // No job ends while it is measured.
        using var emulator = new SegmindEmulator([Clip], new SegmindEmulatorOptions { TimeScale = 0.000_1 });
        using KlingClient client = emulator.CreateClient(static options =>
        {
            options.Polling = PollingStrategy.Fixed(TimeSpan.FromMilliseconds(1));
            options.MaxPollsPerSecond = 10_000;
        });
        var options = new KlingJobsOptions { MaxInFlight = int.MaxValue, MaxPollsPerSecond = 10_000 };
        use(options);
        await using KlingJobs jobs = new(client, options, reached: null);
        await FillAsync(jobs.Store);
        var context = new WorkContext(client, jobs.Store, options, NullLogger.Instance);

        double enqueues = await RateAsync(Tickets, () => EnqueueAsync(jobs));
        (double claims, double submits) = await SubmitAsync(new Submitter(context));
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        double polls = await RateAsync(Polls, () => PollAsync(context));
        processor = Environment.CpuUsage.TotalTime - processor;

        string last = await jobs.Store.LastPositionAsync(CancellationToken.None);
        return new JobsLoadFigures(store, rows)
        {
            EnqueuesPerSecond = enqueues,
            ClaimsPerSecond = claims,
            SubmitsPerSecond = submits,
            PollsPerSecond = polls,
            MillisecondsPerPoll = processor.TotalMilliseconds / Polls,
            MillisecondsPerWatch = await LookAsync(() => jobs.Store.EventsAfterAsync(last, ticket: null, CancellationToken.None)),
            MillisecondsPerEnd = await LookAsync(() => jobs.Store.HasWorkAsync(CancellationToken.None)),
            MillisecondsPerStatus = await LookAsync(() => jobs.GetStatusAsync()),
        };
    }

    private static async Task<double> RateAsync(int count, Func<Task> work)
    {
        long begun = Stopwatch.GetTimestamp();
        await work();
        return count / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    private static async Task<double> LookAsync(Func<Task> look) => 1000 / await RateAsync(Looks, async () =>
    {
        for (int i = 0; i < Looks; i++)
        {
            await look();
        }
    });

    /// <summary>Nine in ten tickets have ended, half of them without a file, with five events each. The others wait, behind those that are measured.</summary>
    private async Task FillAsync(TicketStore tickets)
    {
        await tickets.MigrateAsync(CancellationToken.None);
        bool isPostgreSql = tickets.Database is PostgreSqlDatabase;
        string now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        string number = isPostgreSql ? "lpad(i::text, 12, '0')" : "printf('%012d', i)";
        string body = isPostgreSql ? @"'\x7b7d'::bytea" : "X'7B7D'";
        string sql = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {rows})
            INSERT INTO kling_tickets (id, slug, body, digest, priority, state, version, due_at, created_at, changed_at, submitted_at, attempts,
                status, polls, failures, request_id, reserved)
            SELECT '00000000-0000-0000-0000-' || {number}, 'clip', {body}, {number}, -1,
                CASE WHEN i % 10 = 0 THEN 0 WHEN i % 2 = 0 THEN 4 ELSE 3 END, 1, CASE WHEN i % 10 = 0 THEN {now} END, {now}, {now},
                CASE WHEN i % 10 > 0 THEN {now} - i * 1000 END, 1, 0, 5, 0, CASE WHEN i % 10 > 0 THEN {number} END, 0 FROM n;
            INSERT INTO kling_events (ticket, state, at) SELECT id, s, created_at FROM kling_tickets
                CROSS JOIN (SELECT 0 AS s UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4) AS states
                WHERE state > 0;
            {(isPostgreSql ? "ANALYZE" : "")}
            """
        );
        await using DbConnection connection = await tickets.Database.OpenAsync(CancellationToken.None);
        DbCommand command = connection.Command(transaction: null, sql);
        command.CommandTimeout = 600;
        _ = await command.ExecuteAsync(CancellationToken.None);
    }

    private static async Task EnqueueAsync(KlingJobs jobs)
    {
        using var body = JsonDocument.Parse("{}");
        for (int i = 0; i < Tickets; i++)
        {
            _ = await jobs.EnqueueAsync(new StoredRequest(Clip, body.RootElement));
        }
    }

    private static async Task<(double Claims, double Submits)> SubmitAsync(Submitter submitter)
    {
        var claiming = new Stopwatch();
        var submitting = new Stopwatch();
        for (int left = Tickets; left > 0;)
        {
            claiming.Start();
            List<TicketRow> claimed = await submitter.ClaimAsync(Math.Min(left, SubmitsAtOnce), CancellationToken.None);
            claiming.Stop();
            submitting.Start();
            await Task.WhenAll(claimed.Select(submitter.SubmitAsync));
            submitting.Stop();
            left -= claimed.Count;
        }

        return (Tickets / claiming.Elapsed.TotalSeconds, Tickets / submitting.Elapsed.TotalSeconds);
    }

    private static async Task PollAsync(WorkContext context)
    {
        var poller = new Poller(context);
        for (int left = Polls; left > 0;)
        {
            int most = Math.Min(left, PollsAtOnce);
            List<TicketRow> claimed = await context.Store.ClaimDueAsync(context.Name, KlingTicketState.Submitted, most, CancellationToken.None);
            await Task.WhenAll(claimed.Select(row => poller.PollAsync(row, CancellationToken.None)));
            left -= claimed.Count;
        }
    }
}
