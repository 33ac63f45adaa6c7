using System.Data.Common;
using System.Security.Cryptography;
using System.Text;

namespace Kling;

/// <content>New tickets.</content>
internal sealed partial class TicketStore
{
    /// <summary>Adds a ticket, unless there is one with the same key.</summary>
    /// <returns>The ticket that is stored now.</returns>
    public Task<TicketRow> AddAsync(TicketRow ticket, string? schema, CancellationToken cancellationToken) =>
        WriteAsync(transaction => AddAsync(transaction, ticket, schema, cancellationToken), cancellationToken);

    /// <summary>Does the same in a transaction of the caller.</summary>
    public static async Task<TicketRow> AddAsync(
        DbTransaction transaction,
        TicketRow ticket,
        string? schema,
        CancellationToken cancellationToken
    )
    {
        if (ticket.Model is { } model)
        {
            _ = await ExecuteAsync(
                    transaction,
                    "INSERT INTO kling_models (digest, slug, schema_text) VALUES (@digest, @slug, @schema) ON CONFLICT (digest) DO NOTHING",
                    cancellationToken,
                    ("digest", model),
                    ("slug", ticket.Slug),
                    ("schema", schema)
                )
                .ConfigureAwait(false);
        }

        int added = await ExecuteAsync(
                transaction,
                """
                INSERT INTO kling_tickets (id, key, slug, model, body, digest, tags, save_to, trace, priority, state, version, due_at,
                    created_at, changed_at, attempts, status, polls, failures, reserved)
                VALUES (@id, @key, @slug, @model, @body, @digest, @tags, @save_to, @trace, @priority, 0, 1, @due_at,
                    @now, @now, 0, 0, 0, 0, 0)
                ON CONFLICT (key) DO NOTHING
                """,
                cancellationToken,
                ("id", ticket.Id),
                ("key", ticket.Key),
                ("slug", ticket.Slug),
                ("model", ticket.Model),
                ("body", ticket.Body),
                ("digest", ticket.Digest),
                ("tags", ticket.Tags),
                ("save_to", ticket.SaveTo),
                ("trace", ticket.Trace),
                ("priority", (long)ticket.Priority),
                ("due_at", ticket.DueAt),
                ("now", ticket.CreatedAt)
            )
            .ConfigureAwait(false);
        if (added == 0)
        {
            return await FirstOfKeyAsync(transaction, ticket.Key!, cancellationToken).ConfigureAwait(false);
        }

        foreach ((string name, string value) in StoredJson.ReadTags(ticket.Tags))
        {
            _ = await ExecuteAsync(
                    transaction,
                    "INSERT INTO kling_tags (name, value, ticket) VALUES (@name, @value, @ticket)",
                    cancellationToken,
                    ("name", name),
                    ("value", value),
                    ("ticket", ticket.Id)
                )
                .ConfigureAwait(false);
        }

        await AddEventAsync(transaction, ticket.Id, KlingTicketState.Enqueued, ticket.CreatedAt, detail: null, cancellationToken)
            .ConfigureAwait(false);
        return ticket;
    }

    /// <summary>The digest under which a schema is stored.</summary>
    public static string DigestOf(string slug, string schema) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(slug + "\n" + schema)));

    /// <summary>The schema of a digest.</summary>
    public async Task<string?> FindSchemaAsync(string digest, CancellationToken cancellationToken) =>
        (
            await QueryAsync(
                    "SELECT schema_text FROM kling_models WHERE digest = @digest",
                    static reader => reader.GetString(0),
                    cancellationToken,
                    ("digest", digest)
                )
                .ConfigureAwait(false)
        ).FirstOrDefault();

    private static async Task<TicketRow> FirstOfKeyAsync(DbTransaction transaction, string key, CancellationToken cancellationToken) =>
        (
            await ReadAsync(
                    transaction,
                    $"SELECT {TicketRow.Columns} FROM kling_tickets WHERE key = @key",
                    TicketRow.Read,
                    cancellationToken,
                    ("key", key)
                )
                .ConfigureAwait(false)
        ).FirstOrDefault()
        ?? throw new InvalidOperationException(
            $"A ticket with the key '{key}' is there, but this transaction cannot see it, because it began earlier. Use the isolation level ReadCommitted, or enqueue again."
        );

    private static Task<int> AddEventAsync(
        DbTransaction transaction,
        Guid ticket,
        KlingTicketState state,
        DateTimeOffset at,
        string? detail,
        CancellationToken cancellationToken
    ) =>
        ExecuteAsync(
            transaction,
            "INSERT INTO kling_events (ticket, state, at, detail) VALUES (@ticket, @state, @at, @detail)",
            cancellationToken,
            ("ticket", ticket),
            ("state", (long)state),
            ("at", at),
            ("detail", detail)
        );
}
