using System.Globalization;
using System.Text;

namespace Kling;

/// <content>Reading.</content>
internal sealed partial class TicketStore
{
    /// <summary>How many tickets or events are read at once.</summary>
    private const int Page = 200;

    /// <summary>The states in which a ticket has a next step, unless it waits for a person.</summary>
    private static readonly KlingTicketState[] Working =
    [
        KlingTicketState.Submitting,
        KlingTicketState.Submitted,
        KlingTicketState.Completed,
        KlingTicketState.Unconfirmed,
    ];

    public Task<TicketRow?> FindAsync(Guid id, CancellationToken cancellationToken) => FindAsync("id = @value", id, cancellationToken);

    public Task<TicketRow?> FindByKeyAsync(string key, CancellationToken cancellationToken) =>
        FindAsync("key = @value", key, cancellationToken);

    /// <summary>Reads tickets page by page, so that no statement is open while the caller handles one.</summary>
    public async IAsyncEnumerable<TicketRow> ListAsync(
        KlingTicketQuery query,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        int left = query.Limit ?? int.MaxValue;
        long last = query.NewestFirst ? long.MaxValue : 0;
        string order = query.NewestFirst ? "seq < @last ORDER BY seq DESC" : "seq > @last ORDER BY seq";
        (string condition, (string, object?)[] values) = Condition(query);
        while (left > 0)
        {
            List<(long Seq, TicketRow Row)> rows = await QueryAsync(
                    $"SELECT {TicketRow.Columns}, seq FROM kling_tickets WHERE {condition} AND {order} LIMIT {Math.Min(left, Page).ToString(CultureInfo.InvariantCulture)}",
                    static reader => (reader.GetInt64(reader.FieldCount - 1), TicketRow.Read(reader)),
                    cancellationToken,
                    [.. values, ("last", last)]
                )
                .ConfigureAwait(false);
            foreach ((long seq, TicketRow row) in rows)
            {
                yield return row;
                last = seq;
            }

            left -= rows.Count;
            if (rows.Count < Page)
            {
                break;
            }
        }
    }

    public Task<List<KlingTicketEvent>> EventsOfAsync(Guid ticket, CancellationToken cancellationToken) =>
        QueryAsync(
            "SELECT xid, seq, ticket, state, at, detail FROM kling_events WHERE ticket = @ticket ORDER BY xid, seq",
            ReadEvent,
            cancellationToken,
            ("ticket", ticket)
        );

    /// <summary>The next events after a position.</summary>
    public Task<List<KlingTicketEvent>> EventsAfterAsync(string position, Guid? ticket, CancellationToken cancellationToken)
    {
        (long xid, long seq) = ParsePosition(position);
        string one = ticket is null ? "" : " AND ticket = @ticket";
        (string, object?)[] values = [("xid", xid), ("seq", seq)];
        return QueryAsync(
            $"SELECT xid, seq, ticket, state, at, detail FROM kling_events WHERE {database.IsEventAfter}{one}{database.OnlySettledEvents}"
                + $" ORDER BY {database.EventOrder} LIMIT {Page.ToString(CultureInfo.InvariantCulture)}",
            ReadEvent,
            cancellationToken,
            ticket is null ? values : [.. values, ("ticket", ticket)]
        );
    }

    /// <summary>The position of the last event.</summary>
    public async Task<string> LastPositionAsync(CancellationToken cancellationToken) =>
        (
            await QueryAsync(
                    $"SELECT xid, seq, ticket, state, at, detail FROM kling_events WHERE seq > 0{database.OnlySettledEvents} ORDER BY {database.NewestEventFirst} LIMIT 1",
                    ReadEvent,
                    cancellationToken
                )
                .ConfigureAwait(false)
        )
            .FirstOrDefault()
            ?.Position
        ?? "";

    public async Task<KlingQueueStatus> StatusAsync(CancellationToken cancellationToken)
    {
        // Before everything else: what happens in between is returned again rather than missed.
        string position = await LastPositionAsync(cancellationToken).ConfigureAwait(false);
        Dictionary<KlingTicketState, long> counts = (
            await QueryAsync(
                    "SELECT state, COUNT(*) FROM kling_tickets GROUP BY state",
                    static reader => ((KlingTicketState)reader.GetInt64(0), reader.GetInt64(1)),
                    cancellationToken
                )
                .ConfigureAwait(false)
        ).ToDictionary();
        List<long?> oldest = await QueryAsync(
                "SELECT MIN(created_at) FROM kling_tickets WHERE state = 0",
                static reader => reader.IsDBNull(0) ? (long?)null : reader.GetInt64(0),
                cancellationToken
            )
            .ConfigureAwait(false);
        Dictionary<string, (long Value, string? Detail)> control = await ControlAsync(cancellationToken).ConfigureAwait(false);
        List<KlingBudgetStatus> budgets = await QueryAsync(
                "SELECT name, spent, reserved FROM kling_budgets ORDER BY name",
                static reader => BudgetKey.Parse(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2)),
                cancellationToken
            )
            .ConfigureAwait(false);
        bool isHeld = control.TryGetValue(HoldName, out (long Value, string? Detail) hold) && hold.Value > Now.ToUnixTimeMilliseconds();
        return new KlingQueueStatus
        {
            Tickets = counts,
            OldestEnqueuedAt = oldest[0] is { } first ? DateTimeOffset.FromUnixTimeMilliseconds(first) : null,
            IsPaused = control.TryGetValue(PausedName, out (long Value, string? Detail) paused) && paused.Value != 0,
            HeldUntil = isHeld ? DateTimeOffset.FromUnixTimeMilliseconds(hold.Value) : null,
            HeldBecause = isHeld ? hold.Detail : null,
            Position = position,
            Budgets = budgets,
        };
    }

    /// <summary>
    /// Whether a worker has something to wait for. Tickets that could be submitted now do not count: a worker that has not taken them cannot,
    /// because of a budget, a pause or a model without a place.
    /// </summary>
    public async Task<bool> HasWorkAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, (long Value, string? Detail)> control = await ControlAsync(cancellationToken).ConfigureAwait(false);
        bool isPaused = control.TryGetValue(PausedName, out (long Value, string? Detail) paused) && paused.Value != 0;
        bool isHeld =
            control.TryGetValue(HoldName, out (long Value, string? Detail) hold) && hold.Value > Now.ToUnixTimeMilliseconds();
        string? enqueued =
            isPaused || (isHeld && hold.Detail is not null) ? null
            : isHeld ? "state = 0"
            : "state = 0 AND due_at > @now";

        // One look into the index per state: for one condition with all of them both databases read the whole table, if nothing is found early.
        IEnumerable<string> conditions = Working
            .Select(static state => string.Create(CultureInfo.InvariantCulture, $"state = {(int)state} AND due_at >= 0"))
            .Concat(enqueued is null ? [] : [enqueued]);
        IEnumerable<string> looks = conditions.Select(
            static (condition, i) =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"SELECT due_at FROM (SELECT due_at FROM kling_tickets WHERE {condition} ORDER BY due_at LIMIT 1) AS look{i}"
                )
        );
        List<long> open = await QueryAsync(
                string.Join(" UNION ALL ", looks) + " LIMIT 1",
                static reader => reader.GetInt64(0),
                cancellationToken,
                ("now", Now)
            )
            .ConfigureAwait(false);
        return open.Count > 0;
    }

    private static (string Text, (string, object?)[] Values) Condition(KlingTicketQuery query)
    {
        var text = new StringBuilder("1 = 1");
        List<(string, object?)> values = [];
        if (query.States.Count > 0)
        {
            // Numbers of an enum, so nothing of the caller's is in the text.
            string states = string.Join(", ", query.States.Select(static state => ((int)state).ToString(CultureInfo.InvariantCulture)));
            _ = text.Append(CultureInfo.InvariantCulture, $" AND state IN ({states})");
        }

        if (query.Slug is not null)
        {
            _ = text.Append(" AND slug = @slug");
            values.Add(("slug", query.Slug));
        }

        if (query.Tag is not null)
        {
            string value = query.TagValue is null ? "" : " AND value = @tag_value";
            _ = text.Append(CultureInfo.InvariantCulture, $" AND id IN (SELECT ticket FROM kling_tags WHERE name = @tag{value})");
            values.Add(("tag", query.Tag));
            if (query.TagValue is not null)
            {
                values.Add(("tag_value", query.TagValue));
            }
        }

        return (text.ToString(), [.. values]);
    }

    private static KlingTicketEvent ReadEvent(System.Data.Common.DbDataReader reader) =>
        new()
        {
            Position = string.Create(CultureInfo.InvariantCulture, $"{reader.GetInt64(0)}-{reader.GetInt64(1)}"),
            TicketId = Guid.Parse(reader.GetString(2)),
            State = (KlingTicketState)reader.GetInt64(3),
            At = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(4)),
            Detail = reader.IsDBNull(5) ? null : reader.GetString(5),
        };

    private static (long Xid, long Seq) ParsePosition(string position)
    {
        if (position.Length == 0)
        {
            return (-1, -1);
        }

        string[] parts = position.Split('-');
        return
            parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long xid)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long seq)
            ? (xid, seq)
            : throw new ArgumentException($"'{position}' is not the position of an event.", nameof(position));
    }

    private async Task<TicketRow?> FindAsync(string condition, object value, CancellationToken cancellationToken) =>
        (
            await QueryAsync(
                    $"SELECT {TicketRow.Columns} FROM kling_tickets WHERE {condition}",
                    TicketRow.Read,
                    cancellationToken,
                    ("value", value)
                )
                .ConfigureAwait(false)
        ).FirstOrDefault();
}
