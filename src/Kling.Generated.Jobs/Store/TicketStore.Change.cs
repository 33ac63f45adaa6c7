using System.Data.Common;
using System.Text;

namespace Kling;

/// <content>Changes of a ticket.</content>
internal sealed partial class TicketStore
{
    /// <summary>Changes a ticket if it was not changed since it was read. The ticket no longer belongs to a worker then.</summary>
    /// <returns>Whether it was changed.</returns>
    public Task<bool> ChangeAsync(TicketRow row, TicketChange change, CancellationToken cancellationToken) =>
        ChangeAsync(row, change, "version = @version", [("version", row.Version)], cancellationToken);

    /// <summary>
    /// Stores the job of a submit. It is stored even if the ticket was taken for a dead worker's in the meantime, as long as the same submit
    /// is meant.
    /// </summary>
    public async Task<bool> ChangeToSubmittedAsync(TicketRow row, TicketChange change, string requestId, CancellationToken cancellationToken)
    {
        bool isChanged = await ChangeAsync(
                row,
                change,
                "attempts = @attempt AND state IN (1, 5)",
                [("attempt", (long)row.Attempts)],
                cancellationToken
            )
            .ConfigureAwait(false);
        return isChanged || (await FindAsync(row.Id, cancellationToken).ConfigureAwait(false))?.RequestId == requestId;
    }

    /// <summary>
    /// Stores that the response to a submit is lost, also if the ticket was taken for a dead worker's in the meantime: only the client that has
    /// submitted knows the id of the submit, without which it would count the submit twice.
    /// </summary>
    public Task<bool> ChangeToUnconfirmedAsync(TicketRow row, TicketChange change, CancellationToken cancellationToken) =>
        ChangeAsync(row, change, "attempts = @attempt AND state IN (1, 5)", [("attempt", (long)row.Attempts)], cancellationToken);

    /// <summary>
    /// Stores the job that the history shows for an unconfirmed submit, unless an equal request is being submitted now: the job could be that
    /// one's.
    /// </summary>
    public Task<bool> ChangeToFoundAsync(TicketRow row, TicketChange change, CancellationToken cancellationToken) =>
        ChangeAsync(
            row,
            change,
            "version = @version AND NOT EXISTS (SELECT 1 FROM kling_tickets AS twin WHERE twin.digest = @digest AND twin.state = 1)",
            [("version", row.Version), ("digest", row.Digest)],
            cancellationToken
        );

    /// <summary>Moves the submits of workers that no longer report to Unconfirmed.</summary>
    public Task<int> OrphanSubmitsAsync(CancellationToken cancellationToken) =>
        WriteAsync(
            async transaction =>
            {
                DateTimeOffset now = Now;
                List<Guid> orphans = await ReadAsync(
                        transaction,
                        """
                        UPDATE kling_tickets SET state = 5, version = version + 1, owner = NULL, due_at = @now, changed_at = @now
                        WHERE state = 1 AND due_at <= @now RETURNING id
                        """,
                        static reader => Guid.Parse(reader.GetString(0)),
                        cancellationToken,
                        ("now", now)
                    )
                    .ConfigureAwait(false);
                foreach (Guid id in orphans)
                {
                    const string Why = "Its worker ended before the response to the submit was stored.";
                    _ = await AddEventAsync(transaction, id, KlingTicketState.Unconfirmed, now, Why, cancellationToken).ConfigureAwait(false);
                }

                return orphans.Count;
            },
            cancellationToken
        );

    /// <summary>
    /// The unconfirmed submits that are due, each with all that are equal to it. Those of which an equal one is being submitted are left out.
    /// </summary>
    public Task<List<TicketRow>> UnconfirmedAsync(int most, CancellationToken cancellationToken) =>
        QueryAsync(
            $"""
            SELECT {TicketRow.Columns} FROM kling_tickets WHERE state = 5
                AND digest IN (SELECT digest FROM kling_tickets WHERE state = 5 AND due_at <= @now ORDER BY due_at LIMIT @most)
                AND digest NOT IN (SELECT digest FROM kling_tickets WHERE state = 1)
            """,
            TicketRow.Read,
            cancellationToken,
            ("now", Now),
            ("most", (long)most)
        );

    /// <summary>The unconfirmed submits of one request, whether they are due or not; none while an equal one is being submitted.</summary>
    public Task<List<TicketRow>> UnconfirmedAsync(string digest, CancellationToken cancellationToken) =>
        QueryAsync(
            $"""
            SELECT {TicketRow.Columns} FROM kling_tickets WHERE state = 5 AND digest = @digest
                AND digest NOT IN (SELECT digest FROM kling_tickets WHERE state = 1)
            """,
            TicketRow.Read,
            cancellationToken,
            ("digest", digest)
        );

    /// <summary>The ids of the jobs of a time that belong to tickets.</summary>
    public Task<List<string>> RequestIdsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        QueryAsync(
            """
            SELECT request_id FROM kling_tickets WHERE submitted_at BETWEEN @from AND @to AND request_id IS NOT NULL
            UNION ALL SELECT request_id FROM kling_earlier_jobs WHERE submitted_at BETWEEN @from AND @to
            """,
            static reader => reader.GetString(0),
            cancellationToken,
            ("from", from),
            ("to", to)
        );

    /// <summary>Whether a job belongs to an earlier submit of a ticket.</summary>
    public async Task<bool> IsEarlierJobAsync(string requestId, CancellationToken cancellationToken)
    {
        const string Find = "SELECT request_id FROM kling_earlier_jobs WHERE request_id = @id";
        List<string> found = await QueryAsync(Find, static reader => reader.GetString(0), cancellationToken, ("id", requestId)).ConfigureAwait(false);
        return found.Count > 0;
    }

    /// <summary>Deletes tickets that ended before a time.</summary>
    public Task<int> DeleteEndedAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        WriteAsync(
            async transaction =>
            {
                const string Ended = "(state IN (4, 6, 7, 8) OR (state = 3 AND due_at IS NULL)) AND changed_at < @before";
                foreach (string table in (string[])["kling_tags", "kling_events", "kling_earlier_jobs"])
                {
                    _ = await ExecuteAsync(
                            transaction,
                            $"DELETE FROM {table} WHERE ticket IN (SELECT id FROM kling_tickets WHERE {Ended})",
                            cancellationToken,
                            ("before", before)
                        )
                        .ConfigureAwait(false);
                }

                return await ExecuteAsync(transaction, $"DELETE FROM kling_tickets WHERE {Ended}", cancellationToken, ("before", before))
                    .ConfigureAwait(false);
            },
            cancellationToken
        );

    private Task<bool> ChangeAsync(
        TicketRow row,
        TicketChange change,
        string condition,
        (string, object?)[] conditionValues,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            async transaction =>
            {
                DateTimeOffset now = Now;
                var text = new StringBuilder("UPDATE kling_tickets SET version = version + 1, owner = NULL, state = @to, due_at = @due");
                List<(string, object?)> values = [("to", (long)change.State), ("due", change.DueAt), ("id", row.Id), .. conditionValues];
                if (change.State != row.State)
                {
                    _ = text.Append(", changed_at = @now");
                    values.Add(("now", now));
                }

                if (change.Settlement is not Settlement.Keep)
                {
                    _ = text.Append(", reserved = 0, budgets = NULL");
                }

                if (change.Cost is { } cost)
                {
                    _ = text.Append(", cost = @cost");
                    values.Add(("cost", Amount.FromCredits(cost)));
                }

                foreach ((string column, object? value) in change.Values)
                {
                    _ = text.Append(System.Globalization.CultureInfo.InvariantCulture, $", {column} = @set_{column}");
                    values.Add(("set_" + column, value));
                }

                _ = text.Append(" WHERE id = @id AND ").Append(condition);
                if (await ExecuteAsync(transaction, text.ToString(), cancellationToken, [.. values]).ConfigureAwait(false) == 0)
                {
                    return false;
                }

                if (change.State is KlingTicketState.Enqueued && row.RequestId is { } earlier)
                {
                    const string Keep = "INSERT INTO kling_earlier_jobs (request_id, ticket, submitted_at) VALUES (@job, @id, @submitted)";
                    _ = await ExecuteAsync(transaction, Keep, cancellationToken, ("job", earlier), ("id", row.Id), ("submitted", row.SubmittedAt)).ConfigureAwait(false);
                }

                await SettleAsync(transaction, row, change.Settlement, cancellationToken, change.Cost).ConfigureAwait(false);
                if (change.State != row.State)
                {
                    _ = await AddEventAsync(transaction, row.Id, change.State, now, change.Detail, cancellationToken).ConfigureAwait(false);
                }

                return true;
            },
            cancellationToken
        );

    private static async Task SettleAsync(
        DbTransaction transaction,
        TicketRow row,
        Settlement settlement,
        CancellationToken cancellationToken,
        decimal? cost = null
    )
    {
        if (settlement is Settlement.Keep)
        {
            return;
        }

        long spent = settlement is Settlement.Release ? 0 : cost is { } known ? Amount.FromCredits(known) : row.Reserved;
        foreach (string key in StoredJson.ReadList(row.Budgets))
        {
            await BudgetSums.AddAsync(transaction, key, spent, -row.Reserved, cancellationToken).ConfigureAwait(false);
        }
    }
}
