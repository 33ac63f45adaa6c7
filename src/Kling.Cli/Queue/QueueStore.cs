using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kling.Cli;

/// <summary>The database of a queue. Its connection string can hold a password and is never printed.</summary>
internal sealed class QueueStore
{
    private const string Sqlite = "sqlite:";
    private const string Postgres = "postgres:";

    private readonly string _connectionString;
    private readonly string? _file;

    private QueueStore(string connectionString, string? file) => (_connectionString, _file) = (connectionString, file);

    /// <summary>The store that is used if none is named.</summary>
    public const string Default = Sqlite + "kling-jobs.db";

    /// <summary>Reads <c>sqlite:&lt;file&gt;</c> or <c>postgres:&lt;connection string&gt;</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The option or the variable that it comes from, for errors.</param>
    /// <param name="host">What relative paths start from.</param>
    /// <exception cref="CliFailure">It is neither.</exception>
    public static QueueStore Parse(string text, string name, CliHost host)
    {
        if (text.StartsWith(Sqlite, StringComparison.Ordinal) && text.Length > Sqlite.Length)
        {
            return OfFile(host.FullPath(text[Sqlite.Length..]));
        }

        return text.StartsWith(Postgres, StringComparison.Ordinal) && text.Length > Postgres.Length
            ? new QueueStore(text[Postgres.Length..], file: null)
            : throw new CliFailure(ExitCodes.Usage, $"{name} must be {Sqlite}<file> or {Postgres}<connection string>");
    }

    /// <summary>A SQLite file.</summary>
    public static QueueStore OfFile(string file) => new(new DbConnectionStringBuilder { ["Data Source"] = file }.ConnectionString, file);

    /// <summary>Chooses the database.</summary>
    /// <exception cref="CliFailure">The connection string is not valid.</exception>
    public void Use(KlingJobsOptions options)
    {
        try
        {
            _ = _file is null ? options.UsePostgreSql(_connectionString) : options.UseSqlite(_connectionString);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            // Without the reason, which can quote a part of a password.
            throw new CliFailure(
                ExitCodes.Usage,
                $"the connection string after {Postgres} is not valid. It must have the form 'Host=…;Database=…;Username=…;Password=…'"
            );
        }
    }

    /// <summary>A connection of one's own, for a transaction over several tickets.</summary>
    public DbConnection Connect() => _file is null ? new NpgsqlConnection(_connectionString) : new SqliteConnection(_connectionString);

    /// <summary>Makes sure that there is a queue to read, because opening a SQLite file would create it.</summary>
    /// <exception cref="CliFailure">There is none.</exception>
    public void EnsureExists(CliHost host)
    {
        if (_file is not null && !File.Exists(_file))
        {
            throw new CliFailure(
                ExitCodes.Usage,
                $"there is no queue in '{host.ShortPath(_file)}'. 'kling jobs add' creates it; --store or {CliHost.StoreVariable} names another one"
            );
        }
    }
}
