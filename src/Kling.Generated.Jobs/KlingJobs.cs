using System.Data.Common;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kling;

/// <summary>
/// Durable jobs: requests are stored in a database before they are submitted, and survive crashes and restarts. A worker submits each
/// request at most once, polls its job, and saves its outputs. Use one instance for the whole program; it is safe to use from several
/// threads.
/// </summary>
/// <remarks>
/// <para>A ticket goes from <see cref="KlingTicketState.Enqueued"/> over <see cref="KlingTicketState.Submitting"/>,
/// <see cref="KlingTicketState.Submitted"/> and <see cref="KlingTicketState.Completed"/> to <see cref="KlingTicketState.Saved"/>. Each step is
/// stored before its effect: a request is sent only by the worker that has moved its ticket to Submitting. If that worker dies, or the
/// response is lost, the ticket becomes <see cref="KlingTicketState.Unconfirmed"/> and the account's history is asked for the job
/// (<see cref="KlingClient.ResolveAsync(KlingSubmitUnconfirmedException, KlingResolveOptions?, CancellationToken)"/>). It is not sent again.</para>
/// <para>In an application with a host, <c>AddKlingJobs</c> creates the instance and runs the worker.</para>
/// </remarks>
public sealed partial class KlingJobs : IAsyncDisposable
{
    private static readonly TimeSpan RestartPause = TimeSpan.FromSeconds(2);

    private readonly KlingClient _client;
    private readonly KlingJobsOptions _options;
    private readonly TicketStore _store;
    private readonly WorkContext _context;
    private readonly Worker _worker;
    private readonly Reconciler _reconciler;

    /// <summary>Creates the jobs of a database. Nothing is opened yet.</summary>
    /// <param name="client">The client that submits and polls. It is not disposed.</param>
    /// <param name="configure">Chooses the database and sets options.</param>
    /// <exception cref="InvalidOperationException">No database was chosen.</exception>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public KlingJobs(KlingClient client, Action<KlingJobsOptions> configure)
        : this(client, Configured(configure), reached: null) { }

    internal KlingJobs(KlingClient client, KlingJobsOptions options, Action<WorkerStep>? reached)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
        _options = options.Checked();
        _store = options.CreateStore();
        ILogger logger = options.LoggerFactory?.CreateLogger<KlingJobs>() ?? (ILogger)NullLogger.Instance;
        _context = new WorkContext(client, _store, options, logger) { Reached = reached };
        _worker = new Worker(_context);
        _reconciler = new Reconciler(_context);
    }

    /// <summary>Stores a request. The worker of any process submits it.</summary>
    /// <param name="request">The request. It is validated.</param>
    /// <param name="options">Key, tags, priority and where to save the outputs; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels it before it is stored.</param>
    /// <returns>The ticket: the first one, if the key was used before.</returns>
    /// <exception cref="KlingValidationException">The request violates its schema. Nothing was stored.</exception>
    /// <exception cref="ArgumentException">An option is not valid, or the key belongs to another request.</exception>
    /// <exception cref="DbException">The database refused it or could not be reached.</exception>
    public async Task<KlingTicket> EnqueueAsync(
        IKlingRequest request,
        KlingEnqueueOptions? options = null,
        CancellationToken cancellationToken = default
    ) => await AddAsync(Row(request, options), request.Model.Schema, transaction: null, cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Stores a request in a transaction of yours: it is submitted if you commit, and was never there if you roll back. The transaction must
    /// be one of the same database.
    /// </summary>
    /// <param name="request">The request. It is validated.</param>
    /// <param name="transaction">The transaction. With EF Core: <c>database.CurrentTransaction.GetDbTransaction()</c>.</param>
    /// <param name="options">As without a transaction.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The ticket.</returns>
    /// <exception cref="KlingValidationException">The request violates its schema. Nothing was stored.</exception>
    /// <exception cref="ArgumentException">An option is not valid, the key belongs to another request, or the transaction has ended.</exception>
    /// <exception cref="DbException">The database refused it.</exception>
    /// <remarks>
    /// On SQLite, an open transaction that has written stops the workers, because it locks the file: keep it short. The tables of the jobs are
    /// not part of your transaction. On SQLite they must exist before it, so call <see cref="GetStatusAsync"/> once at the start.
    /// </remarks>
    public async Task<KlingTicket> EnqueueAsync(
        IKlingRequest request,
        DbTransaction transaction,
        KlingEnqueueOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return await AddAsync(Row(request, options), request.Model.Schema, transaction, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stores a body for a model without a schema. It is not validated, and its cost is not known to budgets.</summary>
    /// <param name="slug">The model's name in the API's URLs.</param>
    /// <param name="body">The parameters, as a JSON object.</param>
    /// <param name="options">As for a request.</param>
    /// <param name="cancellationToken">Cancels it before it is stored.</param>
    /// <returns>The ticket.</returns>
    /// <exception cref="ArgumentException">The slug is not one segment of a path, the body is not an object, or an option is not valid.</exception>
    /// <exception cref="DbException">The database refused it or could not be reached.</exception>
    public async Task<KlingTicket> EnqueueAsync(
        string slug,
        JsonElement body,
        KlingEnqueueOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        if (!SegmindPath.IsSegment(slug))
        {
            throw new ArgumentException($"'{slug}' cannot be the name of a model.", nameof(slug));
        }

        if (body.ValueKind is not JsonValueKind.Object)
        {
            throw new ArgumentException("The body of a request must be a JSON object.", nameof(body));
        }

        return await AddAsync(Row(slug, schema: null, body, options), schema: null, transaction: null, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Reads a ticket with its history.</summary>
    /// <param name="id">The id of the ticket.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The ticket, or <see langword="null"/> if there is none.</returns>
    public async Task<KlingTicket?> GetAsync(Guid id, CancellationToken cancellationToken = default) =>
        await WithHistoryAsync(await _store.FindAsync(id, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>Reads the ticket of a key with its history.</summary>
    /// <param name="key">The <see cref="KlingEnqueueOptions.Key"/>.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The ticket, or <see langword="null"/> if there is none.</returns>
    public async Task<KlingTicket?> FindAsync(string key, CancellationToken cancellationToken = default) =>
        await WithHistoryAsync(await _store.FindByKeyAsync(key, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>Lists tickets.</summary>
    /// <param name="query">Which; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The tickets, without their histories. They are read in pages while you enumerate.</returns>
    public async IAsyncEnumerable<KlingTicket> ListAsync(
        KlingTicketQuery? query = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await foreach (TicketRow row in _store.ListAsync(query ?? new KlingTicketQuery(), cancellationToken).ConfigureAwait(false))
        {
            yield return _store.ToTicket(row);
        }
    }

    /// <summary>Reads the state of the whole queue.</summary>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The number of tickets by state, and what holds the queue.</returns>
    public Task<KlingQueueStatus> GetStatusAsync(CancellationToken cancellationToken = default) => _store.StatusAsync(cancellationToken);

    /// <summary>Closes the connections to the database. Tickets that a worker works on are due again at the end of their lease.</summary>
    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private static KlingJobsOptions Configured(Action<KlingJobsOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var options = new KlingJobsOptions();
        configure(options);
        return options;
    }

    private static ArgumentException NoTicket(Guid id) => new($"There is no ticket {id}.", nameof(id));

    private async Task<KlingTicket?> WithHistoryAsync(TicketRow? row, CancellationToken cancellationToken) =>
        row is null
            ? null
            : _store.ToTicket(row) with
            {
                History = await _store.EventsOfAsync(row.Id, cancellationToken).ConfigureAwait(false),
            };

    private TicketRow Row(IKlingRequest request, KlingEnqueueOptions? options)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Validate() is { Count: > 0 } violations)
        {
            throw new KlingValidationException(request.Model.Slug, violations);
        }

        using var body = JsonDocument.Parse(request.ToJson(), TicketStore.Deep);
        return Row(request.Model.Slug, request.Model.Schema, body.RootElement, options);
    }

    private TicketRow Row(string slug, string? schema, JsonElement body, KlingEnqueueOptions? options)
    {
        KlingEnqueueOptions given = (options ?? new KlingEnqueueOptions()).Checked();
        // In milliseconds, as the database keeps it: the ticket is the same whenever it is read.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(_options.TimeProvider.GetUtcNow().ToUnixTimeMilliseconds());
        return new TicketRow
        {
            Id = Guid.CreateVersion7(now),
            Key = given.Key,
            Slug = slug,
            Model = schema is null ? null : TicketStore.DigestOf(slug, schema),
            Body = _store.Protect(System.Text.Encoding.UTF8.GetBytes(body.GetRawText())),
            Digest = BodyDigest.Of(slug, body),
            Tags = StoredJson.Write(given.Tags),
            SaveTo = given.SaveTo ?? _options.SaveTo,
            Trace = Activity.Current?.Id,
            Priority = given.Priority,
            State = KlingTicketState.Enqueued,
            Version = 1,
            DueAt = given.NotBefore ?? now,
            CreatedAt = now,
            ChangedAt = now,
        };
    }

    private async Task<KlingTicket> AddAsync(TicketRow row, string? schema, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        TicketRow stored;
        if (transaction is null)
        {
            stored = await _store.AddAsync(row, schema, cancellationToken).ConfigureAwait(false);
            _worker.Wake();
        }
        else
        {
            _ = transaction.Connection ?? throw new ArgumentException("The transaction has ended.", nameof(transaction));
            await _store.MigrateAsync(cancellationToken).ConfigureAwait(false);
            stored = await TicketStore.AddAsync(transaction, row, schema, cancellationToken).ConfigureAwait(false);
        }

        if (stored.Digest != row.Digest)
        {
            string message =
                $"The key '{row.Key}' belongs to the ticket {stored.Id}, whose request is another one. Use a new key for a new request.";
            throw new ArgumentException(message);
        }

        return _store.ToTicket(stored);
    }
}
