using System.Runtime.Versioning;
using Npgsql;

namespace Kling.Tests;

public sealed class PostgresServerTests(PostgresServer server)
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_is_queried_on_the_loopback_interface()
    {
        string database = await server.CreateDatabaseAsync();

        Assert.Equal("127.0.0.1", await ScalarAsync(database, "SELECT host(inet_server_addr())"));
        Assert.Equal("UTF8", await ScalarAsync(database, "SHOW server_encoding"));
        Assert.Equal("", await ScalarAsync(database, "SHOW unix_socket_directories"));
        Assert.Equal("on", await ScalarAsync(database, "SHOW synchronous_commit"));
    }

    [Fact]
    public async Task Every_database_is_empty_even_if_many_are_created_at_once()
    {
        string[] databases = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => server.CreateDatabaseAsync()));

        Assert.Equal(4, databases.Distinct().Count());
        foreach (string database in databases)
        {
            await ExecuteAsync(database, "CREATE TABLE tickets (id int); INSERT INTO tickets VALUES (1)");
        }

        foreach (string database in databases)
        {
            Assert.Equal(1L, await ScalarAsync(database, "SELECT count(*) FROM tickets"));
        }
    }

    [Fact]
    public async Task What_was_committed_is_there_after_a_restart_and_the_rest_is_not()
    {
        await using var own = new PostgresServer();

        // A pooled connection is broken after a restart; its next user would meet the error.
        string database = await own.CreateDatabaseAsync() + ";Pooling=false";
        await ExecuteAsync(database, "CREATE TABLE tickets (id int)");
        foreach ((bool immediate, long committed) in ((bool, long)[])[(false, 1), (true, 2)])
        {
            await ExecuteAsync(database, "INSERT INTO tickets VALUES (1)");
            await using var connection = new NpgsqlConnection(database);
            await connection.OpenAsync(CancellationToken);
            await using NpgsqlTransaction open = await connection.BeginTransactionAsync(CancellationToken);
            await using var insert = new NpgsqlCommand("INSERT INTO tickets VALUES (2)", connection, open);
            await insert.ExecuteNonQueryAsync(CancellationToken);

            await own.StopAsync(immediate);
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => insert.ExecuteNonQueryAsync(CancellationToken));
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => ScalarAsync(database, "SELECT 1"));

            await own.StartAsync();
            Assert.Equal(committed, await ScalarAsync(database, "SELECT count(*) FROM tickets"));
        }
    }

    [Fact]
    public async Task Two_servers_share_nothing_and_a_server_and_its_folder_are_gone_afterwards()
    {
        string first = await server.CreateDatabaseAsync();
        string second;
        string folder;
        await using (var own = new PostgresServer())
        {
            second = await own.CreateDatabaseAsync();
            folder = Path.GetDirectoryName((string)(await ScalarAsync(second, "SHOW data_directory"))!)!;
            Assert.True(Directory.Exists(folder));
            Assert.NotEqual(await ScalarAsync(first, "SHOW data_directory"), await ScalarAsync(second, "SHOW data_directory"));
            Assert.NotEqual(await ScalarAsync(first, "SHOW port"), await ScalarAsync(second, "SHOW port"));
        }

        Assert.False(Directory.Exists(folder));
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => ScalarAsync(second + ";Pooling=false", "SELECT 1"));
        Assert.Equal(1, await ScalarAsync(first, "SELECT 1"));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_server_that_cannot_start_says_why_and_leaves_no_folder()
    {
        const UnixFileMode everybody = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The programs are scripts of Unix.");
        using var programs = new TemporaryFolder();
        string folder = Path.GetDirectoryName(programs.File("initdb"))!;
        File.SetUnixFileMode(folder, everybody);
        foreach (string program in (string[])["postgres", "initdb", "pg_ctl"])
        {
            await File.WriteAllTextAsync(programs.File(program), "#!/bin/sh\npwd\nexit 3\n", CancellationToken);
            File.SetUnixFileMode(programs.File(program), everybody);
        }

        InvalidOperationException failure;
        await using (var cluster = new PostgresCluster(folder))
        {
            failure = await Assert.ThrowsAsync<InvalidOperationException>(cluster.StartAsync);
        }

        string[] lines = failure.Message.Split('\n');
        Assert.Equal("initdb failed with exit code 3:", lines[0]);
        Assert.Contains("kling-postgres-", lines[1], StringComparison.Ordinal);
        Assert.False(Directory.Exists(lines[1]));
    }

    private static async Task ExecuteAsync(string connectionString, string sql) => await ScalarAsync(connectionString, sql);

    private static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(CancellationToken);
    }
}
