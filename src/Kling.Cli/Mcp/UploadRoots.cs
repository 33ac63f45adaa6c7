namespace Kling.Cli;

/// <summary>The folders from which a client may upload files. Paths are compared as they are on the disk, with all links followed.</summary>
internal sealed class UploadRoots
{
    // As many links as the system follows.
    private const int MostLinks = 40;

    private readonly string[] _folders;

    private UploadRoots(string[] folders) => _folders = folders;

    /// <summary>The folders of <c>--root</c>.</summary>
    /// <exception cref="CliFailure">One does not exist.</exception>
    public static UploadRoots Of(IEnumerable<string> folders, CliHost host) =>
        new([
            .. folders.Select(folder =>
                Directory.Exists(host.FullPath(folder))
                    ? Real(host.FullPath(folder), links: 0)
                    : throw new CliFailure(ExitCodes.Usage, $"--root: there is no folder '{folder}'")
            ),
        ]);

    /// <summary>The real path of a file in one of the folders.</summary>
    /// <param name="path">A full path, or one relative to a folder.</param>
    /// <exception cref="ToolRefusal">No folder is allowed.</exception>
    /// <exception cref="CliFailure">It is outside, or there is no such file. The message does not tell which.</exception>
    public string Find(string path)
    {
        if (_folders.Length == 0)
        {
            throw new ToolRefusal(
                "Files of this machine cannot be uploaded, because the user has not allowed a folder. The user can start the server with --root <folder>."
            );
        }

        return _folders.Select(folder => FindBelow(folder, path)).FirstOrDefault(static file => file is not null)
            ?? throw new CliFailure(
                ExitCodes.Usage,
                $"There is no file '{path}' in the folders from which files may be uploaded: {string.Join(", ", _folders)}."
            );
    }

    private static string? FindBelow(string folder, string path)
    {
        try
        {
            string real = Real(Path.GetFullPath(path, folder), links: 0);
            return IsBelow(folder, real) && File.Exists(real) ? real : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static bool IsBelow(string folder, string path)
    {
        string relative = Path.GetRelativePath(folder, path);
        return relative != ".."
            && !relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            && !Path.IsPathRooted(relative);
    }

    private static string Real(string path, int links)
    {
        string real = Path.GetPathRoot(path)!;
        foreach (string part in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            string parent = real;
            real = Path.Combine(parent, part);
            if (new FileInfo(real).LinkTarget is { } target)
            {
                real =
                    links < MostLinks
                        ? Real(Path.GetFullPath(target, parent), links + 1)
                        : throw new IOException($"'{path}' has too many links.");
            }
        }

        return real;
    }
}
