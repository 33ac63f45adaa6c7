using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Kling;

/// <summary>
/// A SQLite file. A transaction that writes begins with the lock of the whole file, so that nothing in it has to be locked.
/// </summary>
internal sealed class SqliteDatabase(string connectionString, string path) : JobsDatabase
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteIoError = 10;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;
    private const int SqliteConstraint = 19;

    public override IReadOnlyList<string> Migrations { get; } =
        TicketTables.Versions("INTEGER PRIMARY KEY AUTOINCREMENT", "BLOB", "0");

    public override string SkipLocked => "";

    // It knows nothing of how many rows there are, and would sort all that wait at each claim.
    public override string InQueueOrder => " INDEXED BY kling_tickets_queue";

    public override string LockQueue => "";

    public override string LockMigration => "";

    public override string OnlySettledEvents => "";

    // Only one transaction writes at a time, so the numbers are in the order of the commits.
    public override string EventOrder => "seq";

    public override string NewestEventFirst => "seq DESC";

    public override string IsEventAfter => "seq > @seq";

    public static SqliteDatabase At(string pathOrConnectionString)
    {
        var builder = pathOrConnectionString.Contains('=')
            ? new SqliteConnectionStringBuilder(pathOrConnectionString)
            : new SqliteConnectionStringBuilder { DataSource = pathOrConnectionString };
        if (builder.DataSource is "" or ":memory:" || builder.Mode is SqliteOpenMode.Memory or SqliteOpenMode.ReadOnly)
        {
            throw new ArgumentException("The database must be a file that can be written: tickets in memory would be lost with the process.");
        }

        builder.DataSource = Path.GetFullPath(builder.DataSource);
        return new SqliteDatabase(builder.ConnectionString, builder.DataSource);
    }

    // One process works on the file.
    public override string EndAfterStandstill(TimeSpan most) => "";

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using SqliteCommand command = connection.CreateCommand();

            // FULL: a commit that announces a submit must survive a power failure, or the request would be sent twice.
            command.CommandText = "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL;";
            _ = await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    // A full disk is transient, too: what must be stored waits for room.
    public override bool IsTransient(Exception error) =>
        error is SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked or SqliteIoError or SqliteFull or SqliteCannotOpen };

    public override bool IsDuplicate(DbException error) => error is SqliteException { SqliteErrorCode: SqliteConstraint };

    public override IDisposable BecomeWorker()
    {
        try
        {
            // The system releases it when the process ends, however it ends.
            return new FileStream(path + ".worker", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.None);
        }
        catch (IOException e)
        {
            throw new InvalidOperationException(
                $"Another process works on the jobs in '{path}'. One process can work on a SQLite file; others can enqueue and read. Stop the other one, or use PostgreSQL for several workers.",
                e
            );
        }
    }

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearPool(new SqliteConnection(connectionString));
        return default;
    }
}
