namespace Kling.Cli;

/// <summary>A store that ends with the command: the jobs of an emulator in this process do, too.</summary>
internal sealed class TemporaryStore : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kling-mcp-");

    public TemporaryStore() => Store = QueueStore.OfFile(Path.Combine(_folder.FullName, "jobs.db"));

    /// <summary>The store.</summary>
    public QueueStore Store { get; }

    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Windows keeps files that somebody still reads. It cleans its folder for temporary files itself.
        }
    }
}
