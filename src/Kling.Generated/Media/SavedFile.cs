namespace Kling;

/// <summary>
/// A file that is being saved. It is written under a temporary name in the folder of its target and takes the target's name when it is
/// whole; until then, a file with that name stays as it is.
/// </summary>
internal sealed class SavedFile : IAsyncDisposable
{
    /// <summary>
    /// How much is written to prove that a disk has room. How large an output will be is not known before the job has run.
    /// </summary>
    private const int ProofSize = 1024 * 1024;

    private readonly string _target;
    private readonly string _temporary;

    private SavedFile(string target, string temporary, FileStream content)
    {
        _target = target;
        _temporary = temporary;
        Content = content;
    }

    /// <summary>What has been written so far.</summary>
    public FileStream Content { get; }

    /// <summary>Creates the folder if it does not exist, and the temporary file.</summary>
    /// <exception cref="IOException">The path does not name a regular file, or no file can be created there.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder must not be written.</exception>
    public static SavedFile Create(string path)
    {
        string target = Resolve(Path.GetFullPath(path));
        string folder = Path.GetDirectoryName(target)!;
        try
        {
            _ = Directory.CreateDirectory(folder);
            CheckName(target);

            // Short, and independent of the target's name: one that is just short enough has no room for more.
            string temporary = Path.Combine(folder, Path.GetRandomFileName()[..8] + ".part");
            return new SavedFile(
                target,
                temporary,
                new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true)
            );
        }
        catch (IOException e)
        {
            throw new IOException($"Cannot create a file in '{folder}': {e.Message}", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new UnauthorizedAccessException($"Cannot create a file in '{folder}': {e.Message}", e);
        }
    }

    /// <summary>Checks that a file can be saved. It creates the folder and changes nothing else.</summary>
    /// <exception cref="IOException">It cannot be saved.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder must not be written.</exception>
    public static void Prove(string path)
    {
        SavedFile file = Create(path);
        try
        {
            using FileStream content = file.Content;
            content.Write(new byte[ProofSize]);
            content.Flush(flushToDisk: true);
        }
        finally
        {
            File.Delete(file._temporary);
        }
    }

    /// <summary>Gives the file its name. It is whole.</summary>
    public async Task CommitAsync()
    {
        // Some file systems notice only here that a disk is full.
        Content.Flush(flushToDisk: true);
        await Content.DisposeAsync().ConfigureAwait(false);
        File.Move(_temporary, _target, overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync().ConfigureAwait(false);

        // It is there only if something went wrong before it got its name.
        File.Delete(_temporary);
    }

    /// <summary>The file of a path. For a link it is the link's target, so that the link is kept.</summary>
    private static string Resolve(string path)
    {
        if (Path.EndsInDirectorySeparator(path) || Directory.Exists(path))
        {
            throw new IOException($"'{path}' is a folder. Pass the path of a file.");
        }

        if (File.Exists(path))
        {
            CheckRegular(path);
        }

        return new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
    }

    /// <summary>Refuses pipes, devices and sockets, which a new file would replace, and files that must not be written.</summary>
    private static void CheckRegular(string path)
    {
        try
        {
            // Opened for reading too: for writing alone, a pipe without a reader would block.
            using var existing = new FileStream(
                path,
                FileMode.Open,
                FileAccess.ReadWrite,
                FileShare.ReadWrite | FileShare.Delete,
                bufferSize: 0
            );
            if (!existing.CanSeek || (existing.Length == 0 && !CanTruncate(existing)))
            {
                throw new IOException($"'{path}' is a device or a pipe. Pass the path of a regular file.");
            }
        }
        catch (FileNotFoundException)
        {
            // A link to a file that does not exist yet.
        }
        catch (DirectoryNotFoundException)
        {
            // Likewise, with its folder.
        }
    }

    // A device, such as /dev/null, looks like an empty file until its length is set.
    private static bool CanTruncate(FileStream empty)
    {
        try
        {
            empty.SetLength(0);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Refuses a name that no file can have here.</summary>
    private static void CheckName(string path)
    {
        try
        {
            _ = File.GetAttributes(path);
        }
        catch (FileNotFoundException)
        {
            // The name can be looked up, so it can be given.
        }
    }
}
