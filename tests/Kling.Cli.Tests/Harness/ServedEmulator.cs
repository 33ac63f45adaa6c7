namespace Kling.Cli.Tests;

/// <summary><c>kling emulator</c>, running at a free port until it is stopped as Ctrl+C does it.</summary>
internal sealed class ServedEmulator : IAsyncDisposable
{
    private readonly CancellationTokenSource _ctrlC = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly AnnouncedLine _out = new();
    private readonly Cli _cli;
    private readonly Task<CliResult> _command;

    private ServedEmulator(string[] args)
    {
        _cli = new Cli { Out = _out, CtrlC = _ctrlC.Token };
        _command = _cli.RunAsync(["emulator", .. args.Contains("--urls") ? [] : (string[])["--urls", "http://127.0.0.1:0"], .. args]);
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; private set; } = null!;

    public static async Task<ServedEmulator> StartAsync(params string[] args)
    {
        var served = new ServedEmulator(args);
        Task first = await Task.WhenAny(served._out.First, served._command);
        Assert.True(first == served._out.First, served._command.IsCompleted ? (await served._command).ToString() : "");
        served.Address = new Uri((await served._out.First).Trim());
        return served;
    }

    /// <summary>A client of users over real sockets.</summary>
    public KlingClient Connect() =>
        new(Cli.Key, new KlingClientOptions { BaseAddress = Address, Polling = PollingStrategy.Fixed(TimeSpan.FromMilliseconds(50)) });

    /// <summary>A client of the bare protocol.</summary>
    public HttpClient ConnectBare()
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("x-api-key", Cli.Key);
        return client;
    }

    /// <summary>Stops it.</summary>
    public async Task<CliResult> StopAsync()
    {
        await _ctrlC.CancelAsync();
        return await _command;
    }

    public async ValueTask DisposeAsync()
    {
        _ = await StopAsync();
        _cli.Dispose();
        _ctrlC.Dispose();
        await _out.DisposeAsync();
    }
}
