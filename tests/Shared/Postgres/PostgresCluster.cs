using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Kling.Tests;

/// <summary>
/// A PostgreSQL server of one's own: data in a temporary folder, a free loopback port, no Unix socket.
/// Other servers of the machine are not used.
/// The server and its folder are gone after <see cref="DisposeAsync"/>, and also if this process is killed.
/// </summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    // Nothing has to survive a power cut. Committed rows survive the death of the server, because the system has received them.
    private const string Settings =
        "-c fsync=off -c full_page_writes=off -c max_connections=300 -c listen_addresses=127.0.0.1 -c unix_socket_directories=";

    private readonly string _programs;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kling-postgres-");
    private readonly Process _guard;
    private bool _initialized;
    private int _port;
    private int _databases;

    /// <param name="programs">The folder of <c>postgres</c>, <c>initdb</c> and <c>pg_ctl</c>.</param>
    public PostgresCluster(string programs)
    {
        _programs = programs;
        _guard = StartGuard();
    }

    /// <summary>The connection to the database <c>postgres</c>, as the server's administrator. It stays the same after a restart.</summary>
    public string ConnectionString => ConnectionTo("postgres");

    private string Data => Path.Combine(_folder.FullName, "data");

    private string Log => Path.Combine(_folder.FullName, "log");

    /// <summary>Starts the server, and returns when it accepts connections.</summary>
    public async Task StartAsync()
    {
        if (!_initialized)
        {
            await InitializeAsync();
        }

        for (int attempt = 1; ; attempt++)
        {
            // A running server keeps its port for its whole life: connection strings must survive a restart.
            _port = _port == 0 ? FreePort() : _port;
            string settings = string.Create(CultureInfo.InvariantCulture, $"-p {_port} {Settings}");
            (int exitCode, string output) = await RunAsync("pg_ctl", "start", "-D", Data, "-w", "-t", "120", "-l", Log, "-o", settings);
            if (exitCode == 0)
            {
                return;
            }

            string log = File.Exists(Log) ? await File.ReadAllTextAsync(Log) : "";
            if (attempt == 5 || !log.Contains("Address already in use", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"The PostgreSQL server did not start:\n{output}\n{log}");
            }

            File.Delete(Log);
            _port = 0;
        }
    }

    /// <summary>Stops the server. Clients are disconnected.</summary>
    /// <param name="immediate">
    /// True to abort it as a crash would: the next start recovers from the log. False to shut it down in order.
    /// </param>
    public Task StopAsync(bool immediate) =>
        RequireAsync("pg_ctl", "stop", "-D", Data, "-w", "-t", "120", "-m", immediate ? "immediate" : "fast");

    /// <summary>Creates an empty database, and returns the connection string to it.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"kling_{Interlocked.Increment(ref _databases)}");
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionTo(name);
    }

    public async ValueTask DisposeAsync()
    {
        _guard.StandardInput.Close();
        await _guard.WaitForExitAsync();
        _guard.Dispose();
    }

    // Below the range of the ports that systems assign: none of them is assigned to another process while the server restarts.
    private static int FreePort()
    {
        for (; ; )
        {
            int port = Random.Shared.Next(20_000, 32_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
            }
        }
    }

    private string ConnectionTo(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username=kling;Database={database}");

    private async Task InitializeAsync()
    {
        if (Environment.IsPrivilegedProcess)
        {
            await RunToEndAsync("chown", "postgres", _folder.FullName);
        }

        await RequireAsync("initdb", "-D", Data, "-A", "trust", "-U", "kling", "-E", "UTF8", "--no-locale", "--no-sync");
        _initialized = true;
    }

    // The guard's input ends when it is closed and when this process dies, however it dies. Nothing of the data is needed any more then.
    // Another turn: a program that this process has just started may still write to the folder.
    private Process StartGuard()
    {
        const string script = """
            trap '' INT TERM HUP
            cat >/dev/null
            folder=$1
            shift
            for turn in 1 2 3 4 5; do
              "$@"
              rm -rf "$folder" && break
              sleep 1
            done >/dev/null 2>&1
            """;
        string[] stop = AsServer("pg_ctl", ["stop", "-D", Data, "-w", "-m", "immediate"]);
        ProcessStartInfo start = InFolder("sh", ["-c", script, "sh", _folder.FullName, .. stop]);
        start.RedirectStandardInput = true;
        return Process.Start(start)!;
    }

    private async Task RequireAsync(string program, params string[] arguments)
    {
        (int exitCode, string output) = await RunAsync(program, arguments);
        if (exitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed with exit code {exitCode}:\n{output}");
        }
    }

    private Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        string[] command = AsServer(program, arguments);
        return RunToEndAsync(command[0], command[1..]);
    }

    // The server refuses to run as root; Debian's package makes the user 'postgres' for it.
    private string[] AsServer(string program, string[] arguments)
    {
        string[] user = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--"] : [];
        return [.. user, Path.Combine(_programs, program), .. arguments];
    }

    private async Task<(int ExitCode, string Output)> RunToEndAsync(string program, params string[] arguments)
    {
        ProcessStartInfo start = InFolder(program, arguments);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + errors);
    }

    private ProcessStartInfo InFolder(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder.FullName };

        // Neither the user's own server nor the user's language.
        foreach (string name in start.Environment.Keys.Where(static name => name.StartsWith("PG", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["LC_ALL"] = "C";
        start.Environment["TZ"] = "UTC";
        return start;
    }
}
