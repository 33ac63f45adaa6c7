namespace Kling;

/// <summary>The tables. Times are milliseconds since 1970, amounts are millionths of a credit.</summary>
internal static class TicketTables
{
    /// <summary>The statements of each version. Published statements never change: add a version.</summary>
    /// <param name="number">The type of a column that numbers its rows.</param>
    /// <param name="bytes">The type of bytes.</param>
    /// <param name="transaction">The number of the transaction that inserts a row.</param>
    public static IReadOnlyList<string> Versions(string number, string bytes, string transaction) =>
    [
        $"""
        CREATE TABLE kling_models (
            digest TEXT NOT NULL PRIMARY KEY,
            slug TEXT NOT NULL,
            schema_text TEXT NOT NULL
        );
        CREATE TABLE kling_tickets (
            seq {number},
            id TEXT NOT NULL UNIQUE,
            key TEXT UNIQUE,
            slug TEXT NOT NULL,
            model TEXT REFERENCES kling_models (digest),
            body {bytes} NOT NULL,
            digest TEXT NOT NULL,
            tags TEXT,
            save_to TEXT,
            trace TEXT,
            priority BIGINT NOT NULL,
            state BIGINT NOT NULL,
            version BIGINT NOT NULL,
            owner TEXT,
            due_at BIGINT,
            created_at BIGINT NOT NULL,
            changed_at BIGINT NOT NULL,
            submitted_at BIGINT,
            submit_id TEXT,
            attempts BIGINT NOT NULL,
            status BIGINT NOT NULL,
            polls BIGINT NOT NULL,
            queued_ms BIGINT,
            failures BIGINT NOT NULL,
            request_id TEXT UNIQUE,
            token TEXT,
            cost BIGINT,
            reserved BIGINT NOT NULL,
            budgets TEXT,
            result {bytes},
            outputs TEXT,
            files TEXT,
            error TEXT
        );
        CREATE INDEX kling_tickets_queue ON kling_tickets (priority DESC, seq) WHERE state = 0;
        CREATE INDEX kling_tickets_due ON kling_tickets (state, due_at);
        CREATE INDEX kling_tickets_open ON kling_tickets (digest) WHERE state IN (1, 5);
        CREATE INDEX kling_tickets_owner ON kling_tickets (owner) WHERE owner IS NOT NULL;
        CREATE INDEX kling_tickets_submitted ON kling_tickets (submitted_at);
        CREATE TABLE kling_tags (
            name TEXT NOT NULL,
            value TEXT NOT NULL,
            ticket TEXT NOT NULL REFERENCES kling_tickets (id) ON DELETE CASCADE,
            PRIMARY KEY (name, value, ticket)
        );
        CREATE INDEX kling_tags_ticket ON kling_tags (ticket);
        CREATE TABLE kling_events (
            seq {number},
            xid BIGINT NOT NULL DEFAULT {transaction},
            ticket TEXT NOT NULL REFERENCES kling_tickets (id) ON DELETE CASCADE,
            state BIGINT NOT NULL,
            at BIGINT NOT NULL,
            detail TEXT
        );
        CREATE INDEX kling_events_order ON kling_events (xid, seq);
        CREATE INDEX kling_events_ticket ON kling_events (ticket);
        CREATE TABLE kling_budgets (
            name TEXT NOT NULL PRIMARY KEY,
            spent BIGINT NOT NULL,
            reserved BIGINT NOT NULL
        );
        CREATE TABLE kling_control (
            name TEXT NOT NULL PRIMARY KEY,
            value BIGINT NOT NULL,
            detail TEXT
        );
        """,
        // The jobs of earlier submits of a ticket, so that none of them is taken for the job of a later one.
        """
        CREATE TABLE kling_earlier_jobs (
            request_id TEXT NOT NULL PRIMARY KEY,
            ticket TEXT NOT NULL REFERENCES kling_tickets (id) ON DELETE CASCADE,
            submitted_at BIGINT NOT NULL
        );
        CREATE INDEX kling_earlier_jobs_submitted ON kling_earlier_jobs (submitted_at);
        CREATE INDEX kling_earlier_jobs_ticket ON kling_earlier_jobs (ticket);
        """,
    ];
}
