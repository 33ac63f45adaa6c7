using System.Reflection;
using System.Text;
using Kling.Emulator;
using Kling.Models;

namespace Kling.Cli.Tests;

/// <summary>
/// The command in this process, with a folder of its own. "Segmind" is an emulator behind the same door as the real one; it is another one than
/// the one that the command has built in.
/// </summary>
internal sealed class Cli : IDisposable
{
    /// <summary>A key of the right shape that opens nothing.</summary>
    public const string Key = "SG_00112233aabbccdd";

    // Jobs of minutes are over at the first poll.
    private const double Instantly = 1_000_000;

    private readonly HttpClient _http;

    public Cli(double segmindTimeScale = Instantly)
    {
        Folder = Directory.CreateTempSubdirectory("kling-cli-").FullName;
        Segmind = new SegmindEmulator(Shipped, new SegmindEmulatorOptions { TimeScale = segmindTimeScale });
        Wire = new Recorder(Segmind);
        _http = new HttpClient(Wire);
    }

    /// <summary>The shipped models.</summary>
    public static IReadOnlyList<KlingModel> Shipped => KlingModels.All;

    /// <summary>Where the checkout stands.</summary>
    public static string RepositoryRoot => typeof(Cli).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "RepositoryRoot").Value!;

    /// <summary>The current folder of the command.</summary>
    public string Folder { get; }

    /// <summary>The jobs that the command has recorded.</summary>
    public JobRecords Records => new(new CliHost { Out = TextWriter.Null, Error = TextWriter.Null, Input = null, CurrentFolder = Folder, StateFolder = StateFolder });

    /// <summary>What a live call reaches.</summary>
    public SegmindEmulator Segmind { get; }

    /// <summary>What passes on the way there.</summary>
    public Recorder Wire { get; }

    public string? ApiKey { get; init; }

    public bool CanAsk { get; init; }

    public bool ErrorIsTerminal { get; init; }

    /// <summary>The store of the queue that the environment names.</summary>
    public string? Store { get; init; }

    /// <summary>The standard output of the one command that runs; <see langword="null"/> gives each a new one.</summary>
    public StringWriter? Out { get; init; }

    /// <summary>What answers a download; without it, nothing can be downloaded.</summary>
    public HttpMessageHandler? Web { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What stops the command.</summary>
    public CancellationToken CtrlC { get; set; } = TestContext.Current.CancellationToken;

    /// <summary>What is typed or piped in.</summary>
    public string Input { get; set; } = "";

    public bool InputIsTerminal { get; init; }

    public void Dispose()
    {
        _http.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    public async Task<CliResult> RunAsync(params string[] args)
    {
        StringWriter output = Out ?? new StringWriter();
        using var error = new StringWriter();
        int exitCode = await KlingCommandLine.RunAsync(args, Host(output, error, new MemoryStream(Encoding.UTF8.GetBytes(Input))), CtrlC);
        return new CliResult(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Runs a command whose standard streams are a protocol. Its result has only what is written to them as text.</summary>
    public async Task<CliResult> ServeAsync(Stream input, Stream output, CancellationToken ctrlC, params string[] args)
    {
        using var text = new StringWriter();
        using var error = new StringWriter();
        int exitCode = await KlingCommandLine.RunAsync(args, Host(text, error, input) with { OutBytes = output }, ctrlC);
        return new CliResult(exitCode, text.ToString(), error.ToString());
    }

    /// <summary>Writes a file below <see cref="Folder"/>.</summary>
    public string Write(string path, string text)
    {
        string full = Path.Combine(Folder, path);
        _ = Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return path;
    }

    private string StateFolder => Path.Combine(Folder, "state");

    private CliHost Host(TextWriter output, TextWriter error, Stream input) =>
        new()
        {
            Out = output,
            Error = error,
            Input = input,
            InputIsTerminal = InputIsTerminal,
            CanAsk = CanAsk,
            ErrorIsTerminal = ErrorIsTerminal,
            CurrentFolder = Folder,
            StateFolder = StateFolder,
            ApiKey = ApiKey,
            Store = Store,
            Connect = Connect,
            Web = () => Web ?? throw new InvalidOperationException("The test must not download anything."),
            Clock = Clock,
        };

    private KlingClient Connect(KlingClientOptions options)
    {
        options.Polling = PollingStrategy.Fixed(TimeSpan.FromMilliseconds(50));
        return new KlingClient(_http, options);
    }
}
