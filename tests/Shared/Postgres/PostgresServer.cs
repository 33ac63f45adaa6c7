namespace Kling.Tests;

/// <summary>
/// A fixture: the PostgreSQL server that the tests of a class, a collection or an assembly share. It starts when a test first needs it.
/// A test that stops the server makes one for itself.
/// </summary>
/// <remarks>
/// Where no server is installed, tests that need it are skipped. With the environment variable <c>KLING_REQUIRE_POSTGRES=1</c> they fail.
/// </remarks>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private PostgresCluster? _cluster;
    private bool _runs;

    /// <summary>The connection to the database <c>postgres</c>, as the server's administrator. Only after the first start.</summary>
    public string ConnectionString =>
        _cluster?.ConnectionString ?? throw new InvalidOperationException("Call StartAsync or CreateDatabaseAsync first.");

    /// <summary>Starts the server if it does not run, and returns when it accepts connections.</summary>
    public async Task StartAsync()
    {
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!_runs)
            {
                _cluster ??= new PostgresCluster(RequirePrograms());
                await _cluster.StartAsync();
                _runs = true;
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Stops the server. Clients are disconnected.</summary>
    /// <param name="immediate">True to abort it as a crash would. False to shut it down in order.</param>
    public async Task StopAsync(bool immediate = false)
    {
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (_runs)
            {
                _runs = false;
                await _cluster!.StopAsync(immediate);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Creates an empty database, and returns the connection string to it. Starts the server if it does not run.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        await StartAsync();
        return await _cluster!.CreateDatabaseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }

        _gate.Dispose();
    }

    private static string RequirePrograms()
    {
        if (PostgresPrograms.Folder is { } folder)
        {
            return folder;
        }

        if (Environment.GetEnvironmentVariable("KLING_REQUIRE_POSTGRES") == "1")
        {
            Assert.Fail(PostgresPrograms.Missing);
        }

        Assert.Skip(PostgresPrograms.Missing);
        return "";
    }
}
