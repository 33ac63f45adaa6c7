namespace Kling.Cli;

/// <summary>Everything that the command takes from the process around it, so that a test can give it something else.</summary>
internal sealed record CliHost
{
    /// <summary>The environment variable that holds the API key.</summary>
    public const string ApiKeyVariable = "SEGMIND_API_KEY";

    /// <summary>Results: what a script reads.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Progress, notes, questions and errors.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Request bodies named <c>-</c>, and answers to questions.</summary>
    public required Stream Input { get; init; }

    /// <summary>Whether progress can be drawn, because somebody looks at <see cref="Error"/>.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether somebody can answer a question.</summary>
    public bool CanAsk { get; init; }

    /// <summary>The width of <see cref="Out"/> in characters; <see langword="null"/> where nothing should be wrapped.</summary>
    public int? OutWidth { get; init; }

    /// <summary>What relative paths start from.</summary>
    public required string CurrentFolder { get; init; }

    /// <summary>The API key, or <see langword="null"/> if there is none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Makes the client for jobs at Segmind; the options hold the key.</summary>
    public Func<KlingClientOptions, KlingClient> Connect { get; init; } = static options => new KlingClient(options.ApiKey!, options);

    /// <summary>The real thing.</summary>
    public static CliHost OfProcess() => new()
    {
        Out = Console.Out,
        Error = Console.Error,
        Input = Console.OpenStandardInput(),
        ErrorIsTerminal = !Console.IsErrorRedirected,
        CanAsk = !Console.IsInputRedirected && !Console.IsErrorRedirected,
        OutWidth = Console.IsOutputRedirected ? null : Math.Max(Console.WindowWidth, 80),
        CurrentFolder = Environment.CurrentDirectory,
        ApiKey = Environment.GetEnvironmentVariable(ApiKeyVariable) is { } key && !string.IsNullOrWhiteSpace(key) ? key.Trim() : null,
    };

    /// <summary>A path of the command line as a full path.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, CurrentFolder);

    /// <summary>A full path as a person would write it here: relative if it is below the current folder.</summary>
    public string ShortPath(string path)
    {
        string relative = Path.GetRelativePath(CurrentFolder, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
