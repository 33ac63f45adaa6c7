using System.Data.Common;

namespace Kling;

/// <content>
/// What a worker takes to work on it. A claim makes the row due again at the end of the lease: if the worker dies, another one takes it then.
/// </content>
internal sealed partial class TicketStore
{
    /// <summary>
    /// Moves tickets to Submitting, in one transaction that no other worker's can run beside. Only the caller may submit them, once.
    /// </summary>
    /// <param name="owner">The worker.</param>
    /// <param name="most">How many it can submit now.</param>
    /// <param name="price">What is reserved for a request, in millionths of a credit.</param>
    /// <param name="committing">Called before the commit.</param>
    /// <param name="cancellationToken">Cancels the claim.</param>
    public Task<List<TicketRow>> ClaimSubmitsAsync(
        string owner,
        int most,
        Func<TicketRow, Task<long>> price,
        Action committing,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            async transaction =>
            {
                if (database.LockQueue is { Length: > 0 } wait)
                {
                    _ = await ExecuteAsync(transaction, EndAfterStandstill + wait, cancellationToken).ConfigureAwait(false);
                }

                DateTimeOffset now = Now;
                Dictionary<string, int> inFlight = await InFlightAsync(transaction, cancellationToken).ConfigureAwait(false);
                int free = Math.Min(most, options.MaxInFlight - inFlight.Values.Sum());
                if (free <= 0 || await IsStoppedAsync(transaction, now, cancellationToken).ConfigureAwait(false))
                {
                    return [];
                }

                List<TicketRow> claimed = [];
                var budgets = new BudgetSums(options.Budgets, transaction);
                var passed = new PassedOver(options.MaxInFlightBySlug.Keys.Where(slug => !HasPlace(slug, inFlight)));
                do
                {
                    passed.IsChanged = false;
                    foreach (TicketRow row in await QueueAsync(transaction, free - claimed.Count, passed, now, cancellationToken).ConfigureAwait(false))
                    {
                        if (claimed.Count < free && passed.Accepts(row))
                        {
                            long reserved = await price(row).ConfigureAwait(false);
                            (string[]? keys, KlingBudget? full) = await budgets
                                .TryReserveAsync(row, reserved, now, cancellationToken)
                                .ConfigureAwait(false);
                            if (keys is null)
                            {
                                passed.Add(row, full!);
                                continue;
                            }

                            claimed.AddRange(
                                await StartAsync(transaction, row, owner, reserved, keys, now, cancellationToken).ConfigureAwait(false)
                            );
                            inFlight[row.Slug] = inFlight.GetValueOrDefault(row.Slug) + 1;
                            if (!HasPlace(row.Slug, inFlight))
                            {
                                passed.Add(row.Slug);
                            }
                        }
                    }
                } while (passed.IsChanged && claimed.Count < free);

                committing();
                return claimed;
            },
            cancellationToken
        );

    /// <summary>Takes rows of a state that are due, for a poll or a save.</summary>
    public Task<List<TicketRow>> ClaimDueAsync(string owner, KlingTicketState state, int most, CancellationToken cancellationToken) =>
        WriteAsync(
            async transaction =>
            {
                DateTimeOffset now = Now;
                int allowed =
                    state is KlingTicketState.Submitted
                        ? await TakePollsAsync(transaction, most, now, cancellationToken).ConfigureAwait(false)
                        : most;
                return allowed == 0
                    ? []
                    : await ReadAsync(
                            transaction,
                            $"""
                            UPDATE kling_tickets SET owner = @owner, due_at = @lease, version = version + 1 WHERE id IN (
                                SELECT id FROM kling_tickets WHERE state = @state AND due_at <= @now ORDER BY due_at LIMIT @most{database.SkipLocked}
                            ) AND state = @state AND due_at <= @now RETURNING {TicketRow.Columns}
                            """,
                            TicketRow.Read,
                            cancellationToken,
                            ("owner", owner),
                            ("lease", now + options.Lease),
                            ("state", (long)state),
                            ("now", now),
                            ("most", (long)allowed)
                        )
                        .ConfigureAwait(false);
            },
            cancellationToken
        );

    /// <summary>
    /// Reports that the worker lives, for every row that it works on. Rows that are its own without its knowledge (the connection broke during
    /// the commit of a claim) are given back: it has sent nothing for them.
    /// </summary>
    public Task<int> ReportAsync(
        string owner,
        Func<Guid, bool> isWorkedOn,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            async transaction =>
            {
                DateTimeOffset now = Now;
                List<(Guid Id, KlingTicketState State)> rows = await ReadAsync(
                        transaction,
                        $"SELECT id, state FROM kling_tickets WHERE owner = @owner{database.SkipLocked}",
                        static reader => (Guid.Parse(reader.GetString(0)), (KlingTicketState)reader.GetInt64(1)),
                        cancellationToken,
                        ("owner", owner)
                    )
                    .ConfigureAwait(false);
                foreach ((Guid id, KlingTicketState state) in rows)
                {
                    if (isWorkedOn(id))
                    {
                        const string Renew = "UPDATE kling_tickets SET due_at = @lease WHERE id = @id AND owner = @owner";
                        _ = await ExecuteAsync(transaction, Renew, cancellationToken, ("lease", now + options.Lease), ("id", id), ("owner", owner))
                            .ConfigureAwait(false);
                    }
                    else
                    {
                        await GiveBackAsync(transaction, id, state, owner, now, cancellationToken).ConfigureAwait(false);
                    }
                }

                return rows.Count;
            },
            cancellationToken
        );

    /// <summary>Makes everything due that belongs to a worker.</summary>
    public Task<int> EndLeasesAsync(CancellationToken cancellationToken) =>
        WriteAsync(
            transaction =>
                ExecuteAsync(
                    transaction,
                    "UPDATE kling_tickets SET due_at = @now, version = version + 1 WHERE owner IS NOT NULL",
                    cancellationToken,
                    ("now", Now)
                ),
            cancellationToken
        );

    private static async Task GiveBackAsync(
        DbTransaction transaction,
        Guid id,
        KlingTicketState state,
        string owner,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        bool isSubmit = state is KlingTicketState.Submitting;
        if (isSubmit)
        {
            List<TicketRow> rows = await ReadAsync(
                    transaction,
                    $"SELECT {TicketRow.Columns} FROM kling_tickets WHERE id = @id",
                    TicketRow.Read,
                    cancellationToken,
                    ("id", id)
                )
                .ConfigureAwait(false);
            await SettleAsync(transaction, rows[0], Settlement.Release, cancellationToken).ConfigureAwait(false);
            _ = await AddEventAsync(transaction, id, KlingTicketState.Enqueued, now, "The worker had not begun to submit it.", cancellationToken)
                .ConfigureAwait(false);
        }

        string back = isSubmit ? ", state = 0, reserved = 0, budgets = NULL, changed_at = @now, attempts = attempts - 1" : "";
        _ = await ExecuteAsync(
                transaction,
                $"UPDATE kling_tickets SET owner = NULL, due_at = @now, version = version + 1{back} WHERE id = @id AND owner = @owner",
                cancellationToken,
                ("now", now),
                ("id", id),
                ("owner", owner)
            )
            .ConfigureAwait(false);
    }

    private static async Task<Dictionary<string, int>> InFlightAsync(DbTransaction transaction, CancellationToken cancellationToken) =>
        (
            await ReadAsync(
                    transaction,
                    "SELECT slug, COUNT(*) FROM kling_tickets WHERE state IN (1, 2) GROUP BY slug",
                    static reader => (reader.GetString(0), (int)reader.GetInt64(1)),
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).ToDictionary(StringComparer.Ordinal);

    private bool HasPlace(string slug, Dictionary<string, int> inFlight) =>
        !options.MaxInFlightBySlug.TryGetValue(slug, out int most) || inFlight.GetValueOrDefault(slug) < most;

    /// <summary>The statement that reads the beginning of the queue. Each claim executes it, so an index must give it the order.</summary>
    internal string QueueStatement(PassedOver passed) =>
        $"SELECT {TicketRow.Columns} FROM kling_tickets{database.InQueueOrder} WHERE state = 0 AND due_at <= @now{passed.Condition} ORDER BY priority DESC, seq LIMIT @most";

    private Task<List<TicketRow>> QueueAsync(
        DbTransaction transaction,
        int free,
        PassedOver passed,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            transaction,
            QueueStatement(passed),
            TicketRow.Read,
            cancellationToken,
            [("now", now), ("most", (long)free), .. passed.Values]
        );

    private async Task<List<TicketRow>> StartAsync(
        DbTransaction transaction,
        TicketRow row,
        string owner,
        long reserved,
        string[] budgets,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        // The version: a ticket that was cancelled in the meantime is not submitted.
        List<TicketRow> started = await ReadAsync(
                transaction,
                $"""
                UPDATE kling_tickets SET state = 1, version = version + 1, owner = @owner, due_at = @lease, submitted_at = @now, changed_at = @now,
                    attempts = attempts + 1, submit_id = NULL, reserved = @reserved, budgets = @budgets, error = NULL
                WHERE id = @id AND version = @version RETURNING {TicketRow.Columns}
                """,
                TicketRow.Read,
                cancellationToken,
                ("owner", owner),
                ("lease", now + options.Lease),
                ("now", now),
                ("reserved", reserved),
                ("budgets", StoredJson.Write(budgets)),
                ("id", row.Id),
                ("version", row.Version)
            )
            .ConfigureAwait(false);
        if (started.Count > 0)
        {
            _ = await AddEventAsync(transaction, row.Id, KlingTicketState.Submitting, now, detail: null, cancellationToken)
                .ConfigureAwait(false);
        }

        return started;
    }
}
