using System.Text;

namespace Kling.Cli;

/// <summary>The command's access to its process (streams, environment, clock), so that tests can replace it.</summary>
internal sealed record CliHost
{
    /// <summary>The environment variable that holds the API key.</summary>
    public const string ApiKeyVariable = "SEGMIND_API_KEY";

    /// <summary>The environment variable that names the store of the queue.</summary>
    public const string StoreVariable = "KLING_STORE";

    /// <summary>Results: what a script reads.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Progress, notes, questions and errors.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The stream of <see cref="Out"/>, which records failed writes.</summary>
    public StandardStream? OutStream { get; init; }

    /// <summary>The standard output as bytes, for a command whose output is a protocol; <see langword="null"/> if there is none.</summary>
    public Stream? OutBytes { get; init; }

    /// <summary>The stream of <see cref="Error"/>, which records failed writes.</summary>
    public StandardStream? ErrorStream { get; init; }

    /// <summary>The standard input, for request bodies (<c>-</c>) and confirmations; <see langword="null"/> if it is closed.</summary>
    public required Stream? Input { get; init; }

    /// <summary>Whether <see cref="Input"/> is a terminal, which has nothing to read until somebody types.</summary>
    public bool InputIsTerminal { get; init; }

    /// <summary>Whether progress can be drawn, because somebody looks at <see cref="Error"/>.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether there is an interactive terminal for a confirmation.</summary>
    public bool CanAsk { get; init; }

    /// <summary>The width of <see cref="Out"/> in characters; <see langword="null"/> if nothing should be wrapped.</summary>
    public int? OutWidth { get; init; }

    /// <summary>What relative paths start from; <see langword="null"/> if the folder was deleted.</summary>
    public required string? CurrentFolder { get; init; }

    /// <summary>The folder in which jobs are recorded; <see langword="null"/> if there is none.</summary>
    public string? StateFolder { get; init; }

    /// <summary>The API key, or <see langword="null"/> if there is none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The store of the queue, or <see langword="null"/> if the environment names none.</summary>
    public string? Store { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Makes the client for jobs at Segmind; the options hold the key.</summary>
    public Func<KlingClientOptions, KlingClient> Connect { get; init; } = static options => new KlingClient(options.ApiKey!, options);

    /// <summary>Makes what downloads a catalogue. It has no API key.</summary>
    public Func<HttpMessageHandler> Web { get; init; } = CatalogueDownload.CreateHandler;

    /// <summary>The real thing.</summary>
    public static CliHost OfProcess()
    {
        var output = new StandardStream(1);
        var error = new StandardStream(2);

        // Spectre.Console knows a terminal by its being the console's own writer.
        Console.SetOut(Writer(output));
        Console.SetError(Writer(error));
        bool canRead = OperatingSystem.IsWindows() || Descriptor.IsInherited(0);
        return new CliHost
        {
            Out = Console.Out,
            OutStream = output,
            OutBytes = output,
            Error = Console.Error,
            ErrorStream = error,
            Input = canRead ? Console.OpenStandardInput() : null,
            InputIsTerminal = canRead && !Console.IsInputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            CanAsk = canRead && !Console.IsInputRedirected && !Console.IsErrorRedirected,
            OutWidth = Console.IsOutputRedirected ? null : Math.Max(Console.WindowWidth, 80),
            CurrentFolder = CurrentFolderOfProcess(),
            StateFolder = JobRecords.FolderOfUser(),
            ApiKey = Variable(ApiKeyVariable),
            Store = Variable(StoreVariable),
        };
    }

    /// <summary>A text without the API key.</summary>
    public string WithoutKey(string text) => ApiKey is null ? text : text.Replace(ApiKey, "(API key)", StringComparison.Ordinal);

    /// <summary>Converts a path of the command line to a full path.</summary>
    /// <exception cref="CliFailure">It is relative, and the current folder was deleted.</exception>
    public string FullPath(string path) =>
        CurrentFolder is not null ? Path.GetFullPath(path, CurrentFolder)
        : Path.IsPathFullyQualified(path) ? Path.GetFullPath(path)
        : throw new CliFailure(
            ExitCodes.Usage,
            $"the current folder no longer exists, so the relative path '{path}' cannot be resolved. Change to another folder, or give full paths"
        );

    /// <summary>A full path as a person would write it here: relative if it is below the current folder.</summary>
    public string ShortPath(string path)
    {
        if (CurrentFolder is null)
        {
            return path;
        }

        string relative = Path.GetRelativePath(CurrentFolder, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static StreamWriter Writer(StandardStream stream)
    {
        // The console's UTF-8 would begin with a byte order mark.
        Encoding encoding =
            Console.OutputEncoding.CodePage == Encoding.UTF8.CodePage
                ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
                : Console.OutputEncoding;
        return new StreamWriter(stream, encoding) { AutoFlush = true };
    }

    private static string? CurrentFolderOfProcess()
    {
        try
        {
            return Environment.CurrentDirectory;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
