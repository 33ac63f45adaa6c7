using System.Data.Common;
using System.Text.Json;
using Kling.Emulator;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kling.Tests;

/// <summary>A database of its own, an emulator with the account's history, and jobs on both.</summary>
internal sealed class JobsStage : IAsyncDisposable
{
    public static readonly KlingModel Clip = KlingModel.FromSchema(
        "clip",
        """
        {
          "type": "object", "x-typical-seconds": 60, "x-typical-cost": 2,
          "x-cost": { "range": [1, 5] },
          "properties": { "prompt": { "type": "string" }, "seconds": { "type": "integer" } }
        }
        """
    );

    private static readonly KlingModel Other = KlingModel.FromSchema("other-clip", """{ "type": "object", "x-typical-seconds": 60 }""");

    private readonly TemporaryFolder _folder = new();
    private readonly Action<KlingJobsOptions> _useDatabase;
    private readonly Func<TemporaryFolder, DbConnection> _connect;
    private readonly List<KlingJobs> _jobs = [];
    private readonly List<KlingClient> _clients = [];

    private JobsStage(
        Func<TemporaryFolder, Action<KlingJobsOptions>> database,
        Func<TemporaryFolder, DbConnection> connect,
        SegmindEmulatorOptions options
    )
    {
        _connect = connect;
        _useDatabase = database(_folder);
        Emulator = new SegmindEmulator([Clip, Other], options);
        Jobs = CreateJobs();
    }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public SegmindEmulator Emulator { get; }

    public KlingJobs Jobs { get; }

    public string Folder => Path.GetDirectoryName(_folder.File("x"))!;

    private static SegmindEmulatorOptions Fast => new() { TimeScale = 10_000 };

    /// <summary>A stage on one of the databases; jobs take 6 ms.</summary>
    public static async Task<JobsStage> CreateAsync(DatabaseKind kind, PostgresServer server, SegmindEmulatorOptions? options = null)
    {
        if (kind is DatabaseKind.Sqlite)
        {
            return new JobsStage(
                static folder => jobs => jobs.UseSqlite(folder.File("jobs.db")),
                static folder => new SqliteConnection($"Data Source={folder.File("jobs.db")}"),
                options ?? Fast
            );
        }

        return OnPostgreSql(await server.CreateDatabaseAsync(), options);
    }

    /// <summary>A stage on a PostgreSQL database that exists; jobs take 6 ms.</summary>
    public static JobsStage OnPostgreSql(string database, SegmindEmulatorOptions? options = null) =>
        new(_ => jobs => jobs.UsePostgreSql(database), _ => new NpgsqlConnection(database), options ?? Fast);

    /// <summary>Jobs of another process on the same database. On a busy machine a submit or a lease may take long, so both have time.</summary>
    /// <param name="configure">Changes the options.</param>
    /// <param name="reached">Is told each step of a worker.</param>
    /// <param name="submitTimeout">How long a submit may take. An unconfirmed one that is not in the history is settled 500 ms after it.</param>
    public KlingJobs CreateJobs(Action<KlingJobsOptions>? configure = null, Action<WorkerStep>? reached = null, TimeSpan? submitTimeout = null)
    {
        var options = new KlingJobsOptions
        {
            ReconcileEvery = TimeSpan.FromMilliseconds(200),
            Resolve = new KlingResolveOptions { SettleTime = TimeSpan.FromMilliseconds(500) },
        };
        _useDatabase(options);
        configure?.Invoke(options);
        KlingClient client = Emulator.CreateClient(client => client.SubmitTimeout = submitTimeout ?? client.SubmitTimeout);
        _clients.Add(client);
        _jobs.Add(new KlingJobs(client, options, reached));
        return _jobs[^1];
    }

    /// <summary>A connection of the application's own.</summary>
    public async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = _connect(_folder);
        await connection.OpenAsync(Token);
        return connection;
    }

    /// <summary>The next submit gets this fault instead of its response.</summary>
    public void FailNextSubmit(EmulatorFault fault) =>
        Emulator.When(static request => request.Operation is EmulatorOperation.Submit, fault, times: 1);

    public static IKlingRequest Request(string prompt = "a") => new StoredRequest(Clip, Json($$"""{"prompt":"{{prompt}}"}"""));

    public static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (KlingJobs jobs in _jobs)
        {
            await jobs.DisposeAsync();
        }

        _clients.ForEach(static client => client.Dispose());
        Emulator.Dispose();
        _folder.Dispose();
    }
}
