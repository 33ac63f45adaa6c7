namespace Kling.Cli;

/// <summary>Where the servers of one user keep their jobs, whichever client starts them and in whichever folder.</summary>
internal static class McpStore
{
    /// <summary>The name of the built-in emulator as a target.</summary>
    public const string Emulator = "emulator";

    /// <summary>The store for a target, if the user names none: jobs of different targets must not meet.</summary>
    /// <exception cref="CliFailure">The user has no folder for it.</exception>
    public static QueueStore OfUser(string target, CliHost host)
    {
        string folder =
            FolderOfUser(host, "mcp")
            ?? throw new CliFailure(ExitCodes.Usage, "there is no folder for the jobs. Name a store with --store");
        _ = Directory.CreateDirectory(folder);
        string name = string.Concat(target.Select(static sign => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '-' ? sign : '_'));
        return QueueStore.OfFile(Path.Combine(folder, name + ".db"));
    }

    /// <summary>A folder beside the one with the user's recorded jobs, or <see langword="null"/> if there is none.</summary>
    public static string? FolderOfUser(CliHost host, string name) =>
        host.StateFolder is { } records ? Path.Combine(Path.GetDirectoryName(records) ?? records, name) : null;
}
