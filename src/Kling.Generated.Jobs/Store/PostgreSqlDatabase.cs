using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace Kling;

/// <summary>A PostgreSQL database, on which any number of workers can work.</summary>
internal sealed class PostgreSqlDatabase(NpgsqlDataSource source, string connectionString) : JobsDatabase
{
    // Any two numbers that other programs are not likely to lock.
    private const long QueueLock = 0x4B6C_696E_6701;
    private const long MigrationLock = 0x4B6C_696E_6702;

    // The server's answer after EndAfterStandstill. Npgsql has no name for it.
    private const string IdleInTransactionSessionTimeout = "25P03";

    /// <summary>The connection string with its password, for the scheduler.</summary>
    public string ConnectionString => connectionString;

    public override IReadOnlyList<string> Migrations { get; } =
        TicketTables.Versions("BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY", "BYTEA", "(pg_current_xact_id()::text::bigint)");

    public override string SkipLocked => " FOR UPDATE SKIP LOCKED";

    public override string InQueueOrder => "";

    // A commit that announces a submit must survive a crash of the server, whatever its default is.
    public override string LockQueue =>
        FormattableString.Invariant($"SET LOCAL synchronous_commit TO ON; SELECT pg_advisory_xact_lock({QueueLock});");

    public override string LockMigration => FormattableString.Invariant($"SELECT pg_advisory_xact_lock({MigrationLock});");

    // Numbers are given before the commit: an event with a smaller number can still be committed by a transaction that runs.
    public override string OnlySettledEvents => " AND xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

    public override string EventOrder => "xid, seq";

    public override string NewestEventFirst => "xid DESC, seq DESC";

    public override string IsEventAfter => "(xid, seq) > (@xid, @seq)";

    public override string EndAfterStandstill(TimeSpan most) =>
        FormattableString.Invariant($"SET LOCAL idle_in_transaction_session_timeout TO {(long)most.TotalMilliseconds};");

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken) =>
        await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);

    public override bool IsTransient(Exception error) =>
        error is NpgsqlException { IsTransient: true } or SocketException or IOException or TimeoutException
        || error is PostgresException
        {
            SqlState: PostgresErrorCodes.AdminShutdown
                or PostgresErrorCodes.CrashShutdown
                or PostgresErrorCodes.CannotConnectNow
                or IdleInTransactionSessionTimeout,
        }
        || (error is NpgsqlException and not PostgresException);

    public override bool IsDuplicate(DbException error) => error is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public override IDisposable? BecomeWorker() => null;

    public override ValueTask DisposeAsync() => source.DisposeAsync();
}
