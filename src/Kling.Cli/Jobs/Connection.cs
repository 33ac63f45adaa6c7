using Kling.Emulator;

namespace Kling.Cli;

/// <summary>Where jobs are sent: to Segmind, or to the emulator in this process.</summary>
internal sealed class Connection : IDisposable
{
    // The time limit after Ctrl+C, so that the id of a job that may be billed still arrives.
    private static readonly TimeSpan LastMoment = TimeSpan.FromSeconds(10);

    private readonly SegmindEmulator? _emulator;
    private readonly CliHost _host;

    private Connection(KlingClient client, string place, double timeScale, SegmindEmulator? emulator, CliHost host)
    {
        Client = client;
        Place = place;
        TimeScale = timeScale;
        _emulator = emulator;
        _host = host;
    }

    /// <summary>The client.</summary>
    public KlingClient Client { get; }

    /// <summary>Where jobs run, for people: Segmind, or the host of another URL.</summary>
    public string Place { get; }

    /// <summary>How many times faster than at Segmind jobs run.</summary>
    public double TimeScale { get; }

    /// <summary>The jobs that are recorded.</summary>
    public JobRecords Records => new(_host);

    /// <summary>The emulator of some models.</summary>
    public static Connection ToEmulator(IEnumerable<KlingModel> models, double timeScale, CliHost host)
    {
        var emulator = new SegmindEmulator(models, new SegmindEmulatorOptions { TimeScale = timeScale, TimeProvider = host.Clock });

        // Often enough for a bar that moves.
        KlingClient client = emulator.CreateClient(options =>
            options.Polling = PollingStrategy.Fixed(TimeSpan.FromSeconds(Math.Clamp(1 / timeScale, 0.05, 1)))
        );
        return new Connection(client, "the emulator", timeScale, emulator, host);
    }

    /// <summary>Segmind, or a stand-in for it at another URL.</summary>
    /// <exception cref="CliFailure">There is no key, the key is not valid, or the URL is not allowed.</exception>
    public static Connection ToSegmind(CliHost host, Uri? baseAddress)
    {
        var options = new KlingClientOptions { ApiKey = RequireKey(host, baseAddress), TimeProvider = host.Clock };
        options.BaseAddress = baseAddress ?? options.BaseAddress;
        if (options.BaseAddress.IsLoopback)
        {
            // What answers on this machine is an emulator, whose jobs may be over long before a model's usual time.
            options.Polling = PollingStrategy.Fixed(TimeSpan.FromSeconds(1));
        }

        try
        {
            return new Connection(host.Connect(options), baseAddress?.Authority ?? "Segmind", timeScale: 1, emulator: null, host);
        }
        catch (ArgumentException e)
        {
            throw new CliFailure(e.ParamName is "apiKey" ? ExitCodes.NoAccess : ExitCodes.Usage, e.Message, e);
        }
    }

    /// <summary>The API key.</summary>
    /// <exception cref="CliFailure">There is none.</exception>
    private static string RequireKey(CliHost host, Uri? baseAddress) =>
        host.ApiKey
        ?? throw new CliFailure(
            ExitCodes.NoAccess,
            $"there is no API key. Set the environment variable {CliHost.ApiKeyVariable}"
                + (
                    baseAddress?.IsLoopback is true
                        ? ". An emulator accepts any key of SG_ and 16 hexadecimal digits."
                        : " to run jobs at Segmind, or use the built-in emulator: 'kling run … --emulator'."
                )
        )
        {
            IsAtStart = true,
        };

    /// <summary>Whether nothing leaves the process and nothing is billed.</summary>
    public bool IsEmulator => _emulator is not null;

    /// <summary>How long a job of the model usually takes here.</summary>
    public TimeSpan? Expected(KlingModel model) => model.TypicalDuration / TimeScale;

    /// <summary>
    /// Submits a request and records the job. A stop takes effect after the server's response, because only that has the job's id.
    /// </summary>
    public async Task<KlingJob> SubmitAsync(CheckedRequest request, Screen screen, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var late = new CancellationTokenSource(Timeout.InfiniteTimeSpan, _host.Clock);
        await using CancellationTokenRegistration registration = cancellationToken.Register(() =>
        {
            late.CancelAfter(LastMoment);
            screen.Note(
                FormattableString.Invariant($"stopping: waiting up to {LastMoment.TotalSeconds} s for the id of a job that may be billed. ")
                    + "Press Ctrl+C again to stop at once; the id may then be lost."
            );
        });
        KlingJob job = await request.SubmitAsync(Client, late.Token);
        if (!IsEmulator)
        {
            Records.Add(job);
        }

        return job;
    }

    public void Dispose()
    {
        Client.Dispose();
        _emulator?.Dispose();
    }
}
