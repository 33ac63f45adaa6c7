using System.Data.Common;
using System.Globalization;

namespace Kling.Cli;

/// <summary>
/// What agents have submitted, and what it may cost. It is in the store: it survives restarts, and all servers of the store share it. A
/// submit is one transaction that no other server's can run beside.
/// </summary>
/// <param name="queue">The store.</param>
/// <param name="target">Where this server sends jobs.</param>
/// <param name="budget">The limit in USD, or <see langword="null"/> if there is none.</param>
/// <param name="clock">The clock.</param>
internal sealed class SubmitLedger(TicketQueue queue, string target, decimal? budget, TimeProvider clock)
{
    // The tag of every ticket of an agent; its value is the digest of the request.
    private const string RequestTag = "mcp";

    // The tag of the tickets that count to the budget; its value is the reserved amount.
    private const string ReservedTag = "mcp-reserved";

    /// <summary>How long equal requests are one job. A job that has not ended is longer.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(10);

    /// <summary>The limit in USD, or <see langword="null"/> if there is none.</summary>
    public decimal? Budget => budget;

    /// <summary>
    /// Makes the store one of this target. A request that was enqueued for the emulator must never be submitted to an API that bills it, and
    /// requests without a confirmation must not be submitted because a server starts.
    /// </summary>
    /// <exception cref="CliFailure">The store is one of another target, or has requests that no agent enqueued.</exception>
    public async Task BindAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ClaimAsync(cancellationToken);
        }
        catch (DbException)
        {
            // On PostgreSQL, two servers that create the table at once can disturb each other.
            await ClaimAsync(cancellationToken);
        }

        var waiting = new KlingTicketQuery { States = [KlingTicketState.Enqueued] };
        await foreach (KlingTicket ticket in queue.Jobs.ListAsync(waiting, cancellationToken))
        {
            if (!ticket.Tags.ContainsKey(RequestTag))
            {
                throw new CliFailure(
                    ExitCodes.Usage,
                    $"the request '{TicketText.Name(ticket)}' in the store was not enqueued over MCP, and would be submitted without a confirmation"
                )
                {
                    Details = ["Name another store with --store, or let 'kling jobs work' submit it first."],
                };
            }
        }
    }

    /// <summary>The job that an equal request would be, or <see langword="null"/> if it would be a new one.</summary>
    /// <remarks>A job that has failed is not billed, so that the same request may be submitted again.</remarks>
    public async Task<KlingTicket?> FindEqualAsync(string digest, CancellationToken cancellationToken)
    {
        var query = new KlingTicketQuery
        {
            Tag = RequestTag,
            TagValue = digest,
            NewestFirst = true,
        };
        await foreach (KlingTicket ticket in queue.Jobs.ListAsync(query, cancellationToken))
        {
            if (
                !ticket.HasEnded
                || (
                    ticket.State is not (KlingTicketState.Failed or KlingTicketState.Cancelled)
                    && clock.GetUtcNow() - ticket.CreatedAt < Window
                )
            )
            {
                return ticket;
            }
        }

        return null;
    }

    /// <summary>What is left of the budget, and what is reserved for jobs that have not ended.</summary>
    public async Task<(decimal Left, decimal Reserved)> LeftAsync(CancellationToken cancellationToken)
    {
        decimal spent = 0;
        decimal reserved = 0;
        await foreach (KlingTicket ticket in queue.Jobs.ListAsync(new KlingTicketQuery { Tag = ReservedTag }, cancellationToken))
        {
            if (ticket is { Cost: null, State: KlingTicketState.Failed or KlingTicketState.Cancelled })
            {
                continue;
            }

            decimal highest = decimal.Parse(ticket.Tags[ReservedTag], CultureInfo.InvariantCulture);
            if (ticket.Cost is not null || ticket.HasEnded)
            {
                // A job that has ended without a known cost may have cost the most.
                spent += ticket.Cost ?? highest;
            }
            else
            {
                reserved += highest;
            }
        }

        return ((budget ?? 0) - spent - reserved, reserved);
    }

    /// <summary>Makes sure that the budget has enough left for a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="state">What is left of the budget, and what is reserved.</param>
    /// <exception cref="ToolRefusal">It has not.</exception>
    public void EnsureLeft(CheckedRequest request, (decimal Left, decimal Reserved) state)
    {
        if (budget is not { } limit)
        {
            return;
        }

        decimal highest = Reserved(request.Cost) ?? 0;
        if (highest > state.Left || state.Left < 0)
        {
            string wait = state.Reserved == 0
                ? ""
                : $" {CostText.Usd(state.Reserved)} are reserved for jobs that have not ended, and most of them cost less: call wait for them, and submit again.";
            throw new ToolRefusal(
                $"The job does not fit into the budget: it can cost {CostText.Usd(highest)}, and {CostText.Usd(Math.Max(state.Left, 0))} of "
                    + $"{CostText.Usd(limit)} are left. Nothing was sent.{wait} Choose a cheaper input or another model, or tell the user, "
                    + "who can start the server with a higher --budget."
            );
        }
    }

    /// <summary>Enqueues a request, unless it is a job already.</summary>
    /// <param name="request">The request. It is valid.</param>
    /// <param name="digest">Its digest.</param>
    /// <param name="key">A key that is unique to the confirmation, so that one confirmation buys one job.</param>
    /// <param name="cancellationToken">Cancels it before it is stored.</param>
    /// <returns>The ticket, and whether it is new.</returns>
    /// <exception cref="ToolRefusal">The budget has not enough left. Nothing was stored.</exception>
    public async Task<(KlingTicket Ticket, bool IsNew)> SubmitAsync(
        CheckedRequest request,
        string digest,
        string key,
        CancellationToken cancellationToken
    )
    {
        await using DbConnection connection = await queue.ConnectAsync(cancellationToken);
        await using DbTransaction transaction = await connection.BeginTransactionAsync(cancellationToken);
        await LockAsync(transaction, cancellationToken);
        KlingTicket? equal = await FindEqualAsync(digest, cancellationToken) ?? await queue.Jobs.FindAsync(key, cancellationToken);
        if (equal is not null)
        {
            return (equal, false);
        }

        var tags = new Dictionary<string, string>(StringComparer.Ordinal) { [RequestTag] = digest };
        EnsureLeft(request, await LeftAsync(cancellationToken));
        if (budget is not null)
        {
            tags[ReservedTag] = (Reserved(request.Cost) ?? 0).ToString(CultureInfo.InvariantCulture);
        }

        KlingTicket ticket = await queue.Jobs.EnqueueAsync(
            request.Typed,
            transaction,
            new KlingEnqueueOptions { Key = key, Tags = tags },
            cancellationToken
        );
        await transaction.CommitAsync(cancellationToken);
        return (ticket, true);
    }

    /// <summary>What is reserved for a job: the highest cost that is known, else the expected one, as the queue does it.</summary>
    /// <returns>The amount, or <see langword="null"/> if nothing is known.</returns>
    public static decimal? Reserved(KlingCost cost) => cost.Highest ?? cost.Expected;

    private async Task ClaimAsync(CancellationToken cancellationToken)
    {
        const string Create = "CREATE TABLE IF NOT EXISTS kling_mcp (id INTEGER PRIMARY KEY, target TEXT NOT NULL)";
        const string First = "INSERT INTO kling_mcp (id, target) VALUES (1, @target) ON CONFLICT (id) DO NOTHING";
        await using DbConnection connection = await queue.ConnectAsync(cancellationToken);
        await using DbTransaction transaction = await connection.BeginTransactionAsync(cancellationToken);
        _ = await ExecuteAsync(transaction, Create, cancellationToken);
        _ = await ExecuteAsync(transaction, First, cancellationToken);
        await LockAsync(transaction, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Makes the transaction wait for those of other servers, on every database.</summary>
    private async Task LockAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (
            await ExecuteAsync(transaction, "UPDATE kling_mcp SET target = target WHERE id = 1 AND target = @target", cancellationToken)
            == 0
        )
        {
            throw new CliFailure(
                ExitCodes.Usage,
                $"the store holds jobs of another target than {target}, for which they were neither priced nor confirmed. Name another store with --store"
            );
        }
    }

    private async Task<int> ExecuteAsync(DbTransaction transaction, string text, CancellationToken cancellationToken)
    {
        await using DbCommand command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = text;
        DbParameter parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("target", target);
        command.Parameters.Add(parameter);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
