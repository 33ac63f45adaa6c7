using Kling.Emulator;

namespace Kling.Cli.Tests;

/// <summary>What stands in for Segmind behind a socket of this process, with a user whose home is a folder of its own.</summary>
internal sealed class ServedSegmind : IAsyncDisposable
{
    private readonly EmulatorServer _server;
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("kling-home-");

    private ServedSegmind(EmulatorServer server) => _server = server;

    public Uri Address => _server.Address;

    public SegmindEmulator Emulator => _server.Emulator;

    /// <summary>The home of the user, and the current folder of the command.</summary>
    public string Home => _home.FullName;

    /// <summary>The records that the command has left.</summary>
    public string[] Records => Directory.Exists(RecordFolder) ? Directory.GetFiles(RecordFolder) : [];

    public string RecordFolder => Path.Combine(Home, ".local", "state", "kling", "jobs");

    public static async Task<ServedSegmind> StartAsync(double timeScale = 1) => new(await EmulatorServer.StartAsync(
        new Uri("http://127.0.0.1:0"), Cli.Shipped, new SegmindEmulatorOptions { TimeScale = timeScale }, TestContext.Current.CancellationToken));

    /// <summary>Starts a command line of a shell, in which <c>kling</c> is the built command.</summary>
    public RunningShell Start(string script) => new(script, Home, Address);

    /// <summary>Runs it to its end.</summary>
    public async Task<CliResult> RunAsync(string script)
    {
        using RunningShell shell = Start(script);
        return await shell.EndAsync();
    }

    /// <summary>Lets the submits wait, once they have arrived, for the response.</summary>
    public HeldSubmit Hold()
    {
        var held = new HeldSubmit();
        Emulator.When(request => held.Meet(request), EmulatorFault.Error(System.Net.HttpStatusCode.BadGateway));
        return held;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _home.Delete(recursive: true);
    }
}
