using Kling.Emulator;

namespace Kling.Cli;

/// <summary>Where jobs are sent: to Segmind, or to the emulator in this process.</summary>
internal sealed class Connection : IDisposable
{
    // The emulator takes any key of this shape. It opens nothing.
    private const string EmulatorKey = "SG_0000000000000000";

    private readonly double _timeScale;
    private readonly HttpClient? _emulator;

    private Connection(KlingClient client, double timeScale, HttpClient? emulator)
    {
        Client = client;
        _timeScale = timeScale;
        _emulator = emulator;
    }

    /// <summary>What submits.</summary>
    public KlingClient Client { get; }

    /// <summary>The emulator of some models.</summary>
    public static Connection ToEmulator(IEnumerable<KlingModel> models, double timeScale, CliHost host)
    {
        var emulator = new HttpClient(new SegmindEmulator(models, new SegmindEmulatorOptions { TimeScale = timeScale, TimeProvider = host.Clock }));
        var options = new KlingClientOptions
        {
            ApiKey = EmulatorKey,
            TimeProvider = host.Clock,
            Polling = PollingStrategy.Fixed(TimeSpan.FromSeconds(Math.Clamp(1 / timeScale, 0.05, 1))),
        };
        return new Connection(new KlingClient(emulator, options), timeScale, emulator);
    }

    /// <summary>Segmind, or what stands in for it at another address.</summary>
    /// <exception cref="CliFailure">There is no key, the key cannot be one, or the address is not allowed.</exception>
    public static Connection ToSegmind(CliHost host, Uri? baseAddress)
    {
        var options = new KlingClientOptions { ApiKey = RequireKey(host), TimeProvider = host.Clock };
        options.BaseAddress = baseAddress ?? options.BaseAddress;
        if (options.BaseAddress.IsLoopback)
        {
            // What answers on this machine is an emulator, whose jobs may be over long before a model's usual time.
            options.Polling = PollingStrategy.Fixed(TimeSpan.FromSeconds(1));
        }

        try
        {
            return new Connection(host.Connect(options), timeScale: 1, emulator: null);
        }
        catch (ArgumentException e)
        {
            throw new CliFailure(e.ParamName is "apiKey" ? ExitCodes.NoAccess : ExitCodes.Usage, e.Message, e);
        }
    }

    /// <summary>The API key.</summary>
    /// <exception cref="CliFailure">There is none.</exception>
    private static string RequireKey(CliHost host) => host.ApiKey ?? throw new CliFailure(
        ExitCodes.NoAccess,
        $"there is no API key. Set the environment variable {CliHost.ApiKeyVariable} to run jobs at Segmind, or use the built-in emulator: 'kling demo', 'kling run … --emulator'.");

    /// <summary>Whether nothing leaves the process and nothing is billed.</summary>
    public bool IsEmulator => _emulator is not null;

    /// <summary>How long a job of the model usually takes here.</summary>
    public TimeSpan? Expected(KlingModel model) => model.TypicalDuration / _timeScale;

    public void Dispose()
    {
        Client.Dispose();
        _emulator?.Dispose();
    }
}
