using System.Data.Common;

namespace Kling.Cli;

/// <summary>An open queue.</summary>
internal sealed class TicketQueue : IAsyncDisposable
{
    private readonly QueueStore _store;

    private TicketQueue(QueueStore store, KlingJobs jobs) => (_store, Jobs) = (store, jobs);

    /// <summary>The queue.</summary>
    public KlingJobs Jobs { get; }

    /// <summary>A connection of one's own, for a transaction.</summary>
    public async Task<DbConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        DbConnection connection = _store.Connect();
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a queue, and creates its tables if they do not exist.</summary>
    /// <param name="store">The database.</param>
    /// <param name="client">The client, if requests are sent; otherwise <see langword="null"/>.</param>
    /// <param name="host">The process around.</param>
    /// <param name="configure">Sets further options.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="CliFailure">The connection string is not valid, or the tables are of a newer version.</exception>
    /// <exception cref="DbException">The database cannot be reached.</exception>
    public static async Task<TicketQueue> OpenAsync(
        QueueStore store,
        KlingClient? client,
        CliHost host,
        Action<KlingJobsOptions> configure,
        CancellationToken cancellationToken
    )
    {
        var jobs = new KlingJobs(
            client ?? new OfflineClient(),
            options =>
            {
                store.Use(options);
                options.TimeProvider = host.Clock;
                configure(options);
            }
        );
        try
        {
            _ = await jobs.GetStatusAsync(cancellationToken);
            return new TicketQueue(store, jobs);
        }
        catch (InvalidOperationException e) when (e.InnerException is null)
        {
            await jobs.DisposeAsync();
            throw new CliFailure(ExitCodes.Usage, e.Message, e);
        }
        catch
        {
            await jobs.DisposeAsync();
            throw;
        }
    }

    /// <summary>The ticket with this id or key, with its history.</summary>
    /// <exception cref="CliFailure">There is none.</exception>
    public async Task<KlingTicket> FindAsync(string idOrKey, CancellationToken cancellationToken) =>
        (Guid.TryParse(idOrKey, out Guid id) ? await Jobs.GetAsync(id, cancellationToken) : null)
        ?? await Jobs.FindAsync(idOrKey, cancellationToken)
        ?? throw new CliFailure(ExitCodes.Usage, $"there is no ticket with the id or the key '{idOrKey}'. 'kling jobs list' lists all");

    /// <summary>Makes sure that an emulator in this process is not asked for jobs that it cannot know.</summary>
    /// <exception cref="CliFailure">The queue has such jobs.</exception>
    public async Task EnsureNoneElsewhereAsync(CancellationToken cancellationToken)
    {
        var query = new KlingTicketQuery
        {
            States = [KlingTicketState.Submitting, KlingTicketState.Submitted, KlingTicketState.Completed, KlingTicketState.Unconfirmed],
        };
        await foreach (KlingTicket ticket in Jobs.ListAsync(query, cancellationToken))
        {
            if (!ticket.HasEnded)
            {
                throw new CliFailure(
                    ExitCodes.Usage,
                    $"the job of the ticket '{TicketText.Name(ticket)}' was submitted elsewhere, and the emulator in this command does not know it"
                )
                {
                    Details = ["Use another --store, or 'kling emulator' in a process of its own and --base-address."],
                };
            }
        }
    }

    /// <summary>Enqueues one request.</summary>
    /// <exception cref="CliFailure">An option is not valid, or the key belongs to another request.</exception>
    public async Task<KlingTicket> AddAsync(CheckedRequest request, KlingEnqueueOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await Jobs.EnqueueAsync(request.Typed, options, cancellationToken);
        }
        catch (ArgumentException e)
        {
            throw new CliFailure(ExitCodes.Usage, e.Message, e);
        }
    }

    /// <summary>Enqueues requests in one transaction: all or none.</summary>
    /// <param name="requests">The requests.</param>
    /// <param name="describe">Says where a request comes from, for errors.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The tickets, in the order of the requests.</returns>
    /// <exception cref="CliFailure">An option is not valid, or a key belongs to another request. Nothing was stored.</exception>
    public async Task<IReadOnlyList<KlingTicket>> AddAsync(
        IReadOnlyList<(CheckedRequest Request, KlingEnqueueOptions Options)> requests,
        Func<int, string> describe,
        CancellationToken cancellationToken
    )
    {
        await using DbConnection connection = await ConnectAsync(cancellationToken);
        await using DbTransaction transaction = await connection.BeginTransactionAsync(cancellationToken);
        List<KlingTicket> tickets = [];
        foreach ((CheckedRequest request, KlingEnqueueOptions options) in requests)
        {
            try
            {
                tickets.Add(await Jobs.EnqueueAsync(request.Typed, transaction, options, cancellationToken));
            }
            catch (ArgumentException e)
            {
                throw new CliFailure(ExitCodes.Usage, $"{describe(tickets.Count)}: {e.Message} Nothing was stored", e);
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return tickets;
    }

    public ValueTask DisposeAsync() => Jobs.DisposeAsync();
}
