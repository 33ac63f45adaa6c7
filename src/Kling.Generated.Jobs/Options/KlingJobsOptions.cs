using Npgsql;

namespace Kling;

/// <summary>The options of <see cref="KlingJobs"/>. Do not change them later. Choose the database first: <see cref="UseSqlite"/> or
/// <see cref="UsePostgreSql(string)"/>.</summary>
/// <remarks>
/// The bodies of the requests are stored in the database, the results and the URLs of the outputs too. The API key never is. To store bodies
/// and results encrypted, set <see cref="Protector"/>.
/// </remarks>
public sealed class KlingJobsOptions
{
    private Func<TicketStore>? _createStore;

    /// <summary>How many jobs may be in flight at once, over all workers of the store.</summary>
    /// <value>1 or more. The default is 8.</value>
    public int MaxInFlight { get; set; } = 8;

    /// <summary>The same for single models, by slug.</summary>
    /// <value>Numbers of zero or more. The default is none: only <see cref="MaxInFlight"/> counts.</value>
    public IDictionary<string, int> MaxInFlightBySlug { get; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>The limits for what may be spent. A ticket must fit into all that apply to it.</summary>
    /// <value>The default is none.</value>
    public IList<KlingBudget> Budgets { get; } = [];

    /// <summary>Maximum number of polls per second over all workers of the store.</summary>
    /// <value>From 0.001 to 10,000. The default is 100.</value>
    public double MaxPollsPerSecond { get; set; } = 100;

    /// <summary>The schedule of polls.</summary>
    /// <value>The default, <see langword="null"/>, is the client's (<see cref="KlingClientOptions.Polling"/>).</value>
    public PollingStrategy? Polling { get; set; }

    /// <summary>
    /// Where the outputs of tickets are saved that do not say it themselves (<see cref="KlingEnqueueOptions.SaveTo"/>): the option of the
    /// process that enqueues, else that of the worker that completes the ticket.
    /// </summary>
    /// <value>The default, <see langword="null"/>, saves nothing: such tickets end as <see cref="KlingTicketState.Completed"/>.</value>
    public string? SaveTo { get; set; }

    /// <summary>What saves outputs.</summary>
    /// <value>The default is a <see cref="KlingFolderOutputStore"/>.</value>
    public IKlingOutputStore OutputStore { get; set; } = new KlingFolderOutputStore();

    /// <summary>How unconfirmed submits are looked up in the account's history.</summary>
    /// <value>The default are the defaults of <see cref="KlingResolveOptions"/>.</value>
    public KlingResolveOptions Resolve { get; set; } = new();

    /// <summary>
    /// Whether a ticket is submitted again if the account's history shows that the server has not accepted it
    /// (<see cref="KlingResolutionKind.NotFound"/>). If the history shows requests later than <see cref="KlingResolveOptions.SettleTime"/>
    /// allows for, such a request is billed twice.
    /// </summary>
    /// <value>The default is <see langword="false"/>: the ticket ends as <see cref="KlingTicketState.Failed"/>, and you can call
    /// <see cref="KlingJobs.ResubmitAsync"/>.</value>
    public bool ResubmitNotAccepted { get; set; }

    /// <summary>
    /// How long a ticket belongs to a worker that no longer reports. Then another worker continues: polls and saves at once, submits by
    /// the account's history. Workers report every third of it.
    /// </summary>
    /// <value>From 1 s to 1 hour. The default is 30 s. The clocks of the workers must agree within a third of it.</value>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long ended tickets are kept. Their keys are free again when they are deleted.</summary>
    /// <value>More than zero. The default, <see langword="null"/>, keeps them for ever.</value>
    public TimeSpan? KeepEnded { get; set; }

    /// <summary>Whether the host works on the queue. Otherwise it only enqueues and reads, and another process works.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool RunWorker { get; set; } = true;

    /// <summary>How often the account's history is looked at.</summary>
    internal TimeSpan ReconcileEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Encrypts what is stored of requests and results.</summary>
    /// <value>The default, <see langword="null"/>, stores them as they are.</value>
    public IKlingBodyProtector? Protector { get; set; }

    /// <summary>The clock.</summary>
    /// <value>The default is <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The logger factory. The API key, bodies and the URLs of outputs are never logged.</summary>
    /// <value>The default, <see langword="null"/>, logs nothing.</value>
    public Microsoft.Extensions.Logging.ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>
    /// Stores the tickets in a SQLite file of this machine. One process can work on it; others can enqueue and read at the same time. The
    /// file must not be on a network share.
    /// </summary>
    /// <param name="path">The path of the file, or a connection string. The file is created if it does not exist.</param>
    /// <returns>These options.</returns>
    public KlingJobsOptions UseSqlite(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        SqliteDatabase database = SqliteDatabase.At(path);
        _createStore = () => new TicketStore(database, this);
        return this;
    }

    /// <summary>Stores the tickets in a PostgreSQL database (version 13 or newer). Any number of processes and machines can work on it.</summary>
    /// <param name="connectionString">The connection string. The tables are in the first schema of its <c>Search Path</c>. The server's default
    /// is usually <c>public</c>. The schema must exist, and the user must be allowed to create tables in it.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">The connection string is not valid.</exception>
    public KlingJobsOptions UsePostgreSql(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var parsed = new NpgsqlConnectionStringBuilder(connectionString);
        _createStore = () => new TicketStore(new PostgreSqlDatabase(NpgsqlDataSource.Create(parsed), parsed.ConnectionString), this);
        return this;
    }

    internal TicketStore CreateStore() =>
        _createStore?.Invoke()
        ?? throw new InvalidOperationException(
            $"No database was chosen for the jobs. Call {nameof(UseSqlite)} or {nameof(UsePostgreSql)} in AddKlingJobs."
        );

    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    internal KlingJobsOptions Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxInFlight, 1);
        foreach (int most in MaxInFlightBySlug.Values)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(most, nameof(MaxInFlightBySlug));
        }

        ArgumentOutOfRangeException.ThrowIfNotEqual(MaxPollsPerSecond is >= 0.001 and <= 10_000, true, nameof(MaxPollsPerSecond));
        ArgumentOutOfRangeException.ThrowIfLessThan(Lease, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Lease, TimeSpan.FromHours(1));
        ArgumentNullException.ThrowIfNull(OutputStore);
        ArgumentNullException.ThrowIfNull(Resolve);
        if (KeepEnded is { } kept)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(kept, TimeSpan.Zero, nameof(KeepEnded));
        }

        HashSet<string> names = [];
        foreach (KlingBudget budget in Budgets)
        {
            if (!names.Add(budget.Checked().Name))
            {
                throw new ArgumentException($"Two budgets have the name '{budget.Name}'.", nameof(Budgets));
            }
        }

        return this;
    }
}
