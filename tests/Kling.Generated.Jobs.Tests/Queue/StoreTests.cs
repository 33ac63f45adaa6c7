using System.Data.Common;
using System.Text;

namespace Kling.Tests;

/// <summary>The tables, and what can be read of them.</summary>
public sealed class StoreTests(PostgresServer server)
{
    public static TheoryData<DatabaseKind> Databases => [DatabaseKind.Sqlite, DatabaseKind.PostgreSql];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Several_processes_can_create_the_tables_at_once(DatabaseKind kind)
    {
        await using JobsStage stage = await JobsStage.CreateAsync(kind, server);

        KlingQueueStatus[] all = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Task.Run(() => stage.CreateJobs().GetStatusAsync(JobsStage.Token)))
        );

        Assert.All(all, static status => Assert.Empty(status.Tickets));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Tables_of_a_newer_version_are_refused(DatabaseKind kind)
    {
        await using JobsStage stage = await JobsStage.CreateAsync(kind, server);
        _ = await stage.Jobs.GetStatusAsync(JobsStage.Token);
        await ExecuteAsync(stage, "UPDATE kling_version SET version = 99");

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            stage.CreateJobs().GetStatusAsync(JobsStage.Token)
        );

        Assert.Contains("version 99", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_schema_of_a_database_can_have_the_tables_of_a_queue()
    {
        string database = await server.CreateDatabaseAsync();
        await using JobsStage stage = JobsStage.OnPostgreSql(database + ";Search Path=first");
        await using JobsStage other = JobsStage.OnPostgreSql(database + ";Search Path=second");
        await ExecuteAsync(stage, "CREATE SCHEMA first; CREATE SCHEMA second");

        KlingTicket ticket = await stage.Jobs.EnqueueAsync(JobsStage.Request(), cancellationToken: JobsStage.Token);
        KlingQueueStatus none = await other.Jobs.DrainAsync(JobsStage.Token);
        _ = await stage.Jobs.DrainAsync(JobsStage.Token);

        Assert.Empty(none.Tickets);
        Assert.Equal(KlingTicketState.Completed, (await stage.Jobs.GetAsync(ticket.Id, JobsStage.Token))!.State);
        await using DbConnection connection = await stage.OpenAsync();
        List<string> schemas = await connection
            .Command(null, "SELECT DISTINCT schemaname FROM pg_tables WHERE tablename LIKE 'kling%' OR tablename LIKE 'qrtz%' ORDER BY 1")
            .ReadAsync(static reader => reader.GetString(0), JobsStage.Token);
        Assert.Equal(["first", "second"], schemas);
    }

    /// <summary>A claim that sorted the queue would become slower with every ticket that waits.</summary>
    [Fact]
    public async Task An_index_gives_the_order_of_the_queue()
    {
        await using JobsStage stage = await JobsStage.CreateAsync(DatabaseKind.Sqlite, server);
        _ = await stage.Jobs.GetStatusAsync(JobsStage.Token);
        await using DbConnection connection = await stage.OpenAsync();
        foreach (PassedOver passed in (PassedOver[])[new([]), new(["clip", "other-clip"])])
        {
            (string, object?)[] values = [("now", 0L), ("most", 1L), .. passed.Values];
            List<string> plan = await connection
                .Command(null, "EXPLAIN QUERY PLAN " + stage.Jobs.Store.QueueStatement(passed), values)
                .ReadAsync(static reader => reader.GetString(3), JobsStage.Token);

            Assert.Equal(["SCAN kling_tickets USING INDEX kling_tickets_queue"], plan);
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Every_change_is_watched_in_order_from_any_position(DatabaseKind kind)
    {
        await using JobsStage stage = await JobsStage.CreateAsync(kind, server);
        KlingTicket ticket = await stage.Jobs.EnqueueAsync(JobsStage.Request(), new() { SaveTo = stage.Folder }, JobsStage.Token);
        Task<KlingQueueStatus> work = stage.Jobs.DrainAsync(JobsStage.Token);

        // From another process, while it happens.
        List<KlingTicketEvent> seen = await WatchAsync(stage.CreateJobs(), new() { TicketId = ticket.Id });
        _ = await work;
        List<KlingTicketEvent> rest = await WatchAsync(stage.Jobs, new() { TicketId = ticket.Id, After = seen[2].Position });

        Assert.Equal((await stage.Jobs.GetAsync(ticket.Id, JobsStage.Token))!.History, seen);
        Assert.Equal(KlingTicketState.Saved, seen[^1].State);
        Assert.Equal(seen.Skip(3), rest);
        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => WatchAsync(stage.Jobs, new() { After = "5" }));
        Assert.Contains("'5'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Requests_and_results_can_be_stored_encrypted_and_the_key_is_never_stored(DatabaseKind kind)
    {
        await using JobsStage stage = await JobsStage.CreateAsync(kind, server);
        KlingJobs jobs = stage.CreateJobs(static options => options.Protector = new Inverse());
        _ = await jobs.EnqueueAsync(JobsStage.Request("secret-prompt"), new() { Key = "k" }, JobsStage.Token);
        _ = await jobs.DrainAsync(JobsStage.Token);

        KlingTicket ticket = (await jobs.FindAsync("k", JobsStage.Token))!;
        string stored = await DumpAsync(stage);

        Assert.Equal("secret-prompt", ticket.Body.GetProperty("prompt").GetString());
        Assert.NotNull(ticket.Result);
        Assert.Contains(ticket.RequestId!, stored, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-prompt", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("SG_", stored, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Only_ended_tickets_are_deleted_with_all_that_belongs_to_them(DatabaseKind kind)
    {
        await using JobsStage stage = await JobsStage.CreateAsync(kind, server);
        var tags = new Dictionary<string, string> { ["customer"] = "7" };
        _ = await stage.Jobs.EnqueueAsync(JobsStage.Request(), new() { Key = "old", Tags = tags }, JobsStage.Token);
        _ = await stage.Jobs.DrainAsync(JobsStage.Token);
        _ = await stage.Jobs.EnqueueAsync(JobsStage.Request(), new() { Key = "new", Tags = tags }, JobsStage.Token);

        int deleted = await stage.Jobs.Store.DeleteEndedAsync(DateTimeOffset.MaxValue, JobsStage.Token);

        Assert.Equal(1, deleted);
        Assert.Null(await stage.Jobs.FindAsync("old", JobsStage.Token));
        Assert.NotNull(await stage.Jobs.FindAsync("new", JobsStage.Token));
    }

    [Fact]
    public async Task A_second_process_on_a_SQLite_file_may_enqueue_and_read_but_not_work()
    {
        await using JobsStage stage = await JobsStage.CreateAsync(DatabaseKind.Sqlite, server);
        using var stop = new CancellationTokenSource();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        KlingJobs first = stage.CreateJobs(reached: _ => begun.TrySetResult());
        Task work = first.RunAsync(stop.Token);
        _ = await first.EnqueueAsync(JobsStage.Request(), null, JobsStage.Token);
        await begun.Task;

        KlingJobs second = stage.CreateJobs();
        KlingTicket ticket = await second.EnqueueAsync(JobsStage.Request(), null, JobsStage.Token);
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => second.DrainAsync(JobsStage.Token));
        KlingTicket ended = await second.WaitAsync(ticket.Id, JobsStage.Token);
        await stop.CancelAsync();
        await work;

        Assert.Contains("jobs.db", error.Message, StringComparison.Ordinal);
        Assert.Equal(KlingTicketState.Completed, ended.State);
        _ = await second.DrainAsync(JobsStage.Token);
    }

    private static async Task<List<KlingTicketEvent>> WatchAsync(KlingJobs jobs, KlingWatchOptions options)
    {
        List<KlingTicketEvent> events = [];
        await foreach (KlingTicketEvent happened in jobs.WatchAsync(options, JobsStage.Token))
        {
            events.Add(happened);
        }

        return events;
    }

    private static async Task ExecuteAsync(JobsStage stage, string sql)
    {
        await using DbConnection connection = await stage.OpenAsync();
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        _ = await command.ExecuteNonQueryAsync(JobsStage.Token);
    }

    /// <summary>Every value of the tickets as text.</summary>
    private static async Task<string> DumpAsync(JobsStage stage)
    {
        await using DbConnection connection = await stage.OpenAsync();
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM kling_tickets";
        await using DbDataReader reader = await command.ExecuteReaderAsync(JobsStage.Token);
        var text = new StringBuilder();
        while (await reader.ReadAsync(JobsStage.Token))
        {
            for (int i = 0; i < reader.FieldCount; i++)
            {
                _ = text.Append(reader.GetValue(i) is byte[] bytes ? Encoding.UTF8.GetString(bytes) : reader.GetValue(i)).Append(' ');
            }
        }

        return text.ToString();
    }

    private sealed class Inverse : IKlingBodyProtector
    {
        public byte[] Protect(byte[] plain) => [.. plain.Select(static value => (byte)~value)];

        public byte[] Unprotect(byte[] stored) => Protect(stored);
    }
}
