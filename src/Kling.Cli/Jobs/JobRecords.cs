using System.Security.Cryptography;
using System.Text;

namespace Kling.Cli;

/// <summary>
/// The jobs that were submitted and whose token or result may not have reached anybody yet, because the command was killed or its streams
/// were lost. Each is a file of the user's own that holds the token and nothing else.
/// </summary>
internal sealed class JobRecords(CliHost host)
{
    private const string Ending = ".token";
    private const int LongestName = 100;

    // As long as the server keeps the files of a result.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>The folder; <see langword="null"/> if there is none.</summary>
    public string? Folder => host.StateFolder;

    /// <summary>
    /// Where the user's records are: <c>kling/jobs</c> below <c>XDG_STATE_HOME</c>, <c>~/.local/state</c> or, on Windows, the local
    /// application data.
    /// </summary>
    public static string? FolderOfUser()
    {
        string root =
            OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { } state && Path.IsPathFullyQualified(state) ? state
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state");
        return Path.IsPathFullyQualified(root) ? Path.Combine(root, "kling", "jobs") : null;
    }

    /// <summary>Records a job.</summary>
    /// <remarks>A file that cannot be written is no reason to end: the job may be billed.</remarks>
    public void Add(KlingJob job)
    {
        if (Folder is null)
        {
            return;
        }

        try
        {
            string path = PathOf(job.RequestId);
            CreateFolder(Folder);
            File.Delete(path);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var file = new FileStream(path, options);
            file.Write(Encoding.UTF8.GetBytes(host.WithoutKey(job.ToToken()) + "\n"));
            file.Flush(flushToDisk: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The token is still written to the streams.
        }
    }

    /// <summary>The file of a job, or <see langword="null"/> if it is not recorded.</summary>
    public string? Find(KlingJob job) => Folder is not null && PathOf(job.RequestId) is var path && File.Exists(path) ? path : null;

    /// <summary>Forgets a job whose token or result has reached the user.</summary>
    public void Remove(KlingJob job)
    {
        if (Folder is not null)
        {
            Delete(PathOf(job.RequestId));
        }
    }

    /// <summary>The recorded tokens, the oldest first. Records older than a week are deleted.</summary>
    public IReadOnlyList<string> Tokens()
    {
        try
        {
            var folder = new DirectoryInfo(Folder ?? "");
            List<string> tokens = [];
            foreach (
                FileInfo file in folder
                    .EnumerateFiles("*" + Ending)
                    .OrderBy(static file => file.LastWriteTimeUtc)
                    .ThenBy(static file => file.Name, StringComparer.Ordinal)
            )
            {
                if (host.Clock.GetUtcNow() - file.LastWriteTimeUtc > Kept)
                {
                    Delete(file.FullName);
                }
                else
                {
                    tokens.Add(File.ReadAllText(file.FullName));
                }
            }

            return tokens;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }

    private static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            _ = Directory.CreateDirectory(path);
        }
        else
        {
            _ = Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is listed once more than necessary.
        }
    }

    // An id comes from a server: it must not lead out of the folder.
    private string PathOf(string id)
    {
        bool isName =
            id.Length <= LongestName && id.All(static character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
        return Path.Combine(Folder!, (isName ? id : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(id)))) + Ending);
    }
}
