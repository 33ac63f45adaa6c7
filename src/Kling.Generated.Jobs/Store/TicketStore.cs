using System.Data.Common;
using System.Text.Json;

namespace Kling;

/// <summary>
/// The tables. Every change of a ticket is one transaction that is made only if the ticket is still as it was read (compare and set), and
/// that writes the event and the budgets, too.
/// </summary>
internal sealed partial class TicketStore(JobsDatabase database, KlingJobsOptions options) : IAsyncDisposable
{
    // The deepest JSON that a Utf8JsonWriter writes.
    public static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1000 };

    private readonly SemaphoreSlim _migrating = new(1);
    private bool _isMigrated;

    public JobsDatabase Database => database;

    private DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    // Sooner than the lease: those that have waited for the lock still have most of theirs.
    private string EndAfterStandstill => database.EndAfterStandstill(options.Lease / 3);

    public KlingTicket ToTicket(TicketRow row) => row.ToTicket(ReadJson);

    public JsonElement ReadJson(byte[] stored)
    {
        using var json = JsonDocument.Parse(options.Protector?.Unprotect(stored) ?? stored, Deep);
        return json.RootElement.Clone();
    }

    public byte[] Protect(byte[] plain) => options.Protector?.Protect(plain) ?? plain;

    /// <summary>Creates the tables, or changes them to this version. Several processes can do it at once.</summary>
    /// <exception cref="InvalidOperationException">The tables are of a newer version.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await _migrating.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_isMigrated)
            {
                return;
            }

            await using DbConnection connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);

            // Without a lock, for callers that have a transaction of their own: usually there is nothing to do.
            if (!await IsCurrentAsync(connection, cancellationToken).ConfigureAwait(false))
            {
                await using DbTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
                await MigrateAsync(connection, transaction, cancellationToken).ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            }

            _isMigrated = true;
        }
        finally
        {
            _ = _migrating.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        _migrating.Dispose();
        return database.DisposeAsync();
    }

    private async Task<bool> IsCurrentAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            List<long> versions = await connection
                .Command(null, "SELECT version FROM kling_version")
                .ReadAsync(static reader => reader.GetInt64(0), cancellationToken)
                .ConfigureAwait(false);
            return versions is [var version] && version == database.Migrations.Count;
        }
        catch (DbException e) when (!database.IsTransient(e))
        {
            // There is no such table yet.
            return false;
        }
    }

    private async Task MigrateAsync(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (database.LockMigration is { Length: > 0 } wait)
        {
            _ = await connection.Command(transaction, EndAfterStandstill + wait).ExecuteAsync(cancellationToken).ConfigureAwait(false);
        }

        _ = await connection
            .Command(transaction, "CREATE TABLE IF NOT EXISTS kling_version (version BIGINT NOT NULL)")
            .ExecuteAsync(cancellationToken)
            .ConfigureAwait(false);
        List<long> versions = await connection
            .Command(transaction, "SELECT version FROM kling_version")
            .ReadAsync(static reader => reader.GetInt64(0), cancellationToken)
            .ConfigureAwait(false);
        int version = versions.Count == 0 ? 0 : (int)versions[0];
        if (version > database.Migrations.Count)
        {
            throw new InvalidOperationException(
                $"The tables of the jobs have version {version}, and this library knows versions up to {database.Migrations.Count}. Update Kling.Generated.Jobs."
            );
        }

        for (int next = version; next < database.Migrations.Count; next++)
        {
            _ = await connection.Command(transaction, database.Migrations[next]).ExecuteAsync(cancellationToken).ConfigureAwait(false);
        }

        string save = versions.Count == 0 ? "INSERT INTO kling_version (version) VALUES (@version)" : "UPDATE kling_version SET version = @version";
        _ = await connection
            .Command(transaction, save, ("version", (long)database.Migrations.Count))
            .ExecuteAsync(cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Runs one transaction.</summary>
    private async Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> write, CancellationToken cancellationToken)
    {
        await MigrateAsync(cancellationToken).ConfigureAwait(false);
        await using DbConnection connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using DbTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        T result = await write(transaction).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return result;
    }

    private async Task<List<T>> QueryAsync<T>(
        string text,
        Func<DbDataReader, T> read,
        CancellationToken cancellationToken,
        params (string Name, object? Value)[] values
    )
    {
        await MigrateAsync(cancellationToken).ConfigureAwait(false);
        await using DbConnection connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return await connection.Command(null, text, values).ReadAsync(read, cancellationToken).ConfigureAwait(false);
    }

    private static Task<int> ExecuteAsync(
        DbTransaction transaction,
        string text,
        CancellationToken cancellationToken,
        params (string Name, object? Value)[] values
    ) => transaction.Connection!.Command(transaction, text, values).ExecuteAsync(cancellationToken);

    private static Task<List<T>> ReadAsync<T>(
        DbTransaction transaction,
        string text,
        Func<DbDataReader, T> read,
        CancellationToken cancellationToken,
        params (string Name, object? Value)[] values
    ) => transaction.Connection!.Command(transaction, text, values).ReadAsync(read, cancellationToken);
}
