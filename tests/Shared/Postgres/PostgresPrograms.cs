namespace Kling.Tests;

/// <summary>The programs of a PostgreSQL server on this machine.</summary>
internal static class PostgresPrograms
{
    public const string Missing =
        "No PostgreSQL server is installed: install the Debian package 'postgresql', or put the folder of 'postgres' on the PATH.";

    /// <summary>The folder of the programs; null if there is none.</summary>
    public static string? Folder { get; } = Candidates().FirstOrDefault(HasServer);

    // Debian keeps the programs of each version off the PATH.
    private static IEnumerable<string> Candidates()
    {
        string variable = Environment.GetEnvironmentVariable("PATH") ?? "";
        string[] path = variable.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var debian = new DirectoryInfo("/usr/lib/postgresql");
        return !debian.Exists
            ? path
            : path.Concat(debian.EnumerateDirectories()
                .OrderByDescending(static version => int.TryParse(version.Name, out int number) ? number : 0)
                .Select(static version => Path.Combine(version.FullName, "bin")));
    }

    // Elsewhere than on Unix the server would need another guard.
    private static bool HasServer(string folder) =>
        !OperatingSystem.IsWindows() && new[] { "postgres", "initdb", "pg_ctl" }.All(program => IsFile(Path.Combine(folder, program)));

    // File.Exists is true for a link to nothing.
    private static bool IsFile(string path) => File.Exists(path) && (File.ResolveLinkTarget(path, returnFinalTarget: true)?.Exists ?? true);
}
