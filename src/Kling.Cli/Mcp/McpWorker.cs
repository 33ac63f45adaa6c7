namespace Kling.Cli;

/// <summary>
/// Works on the jobs of the store. Each client starts a server of its own, but only one process can work on a SQLite file: the others wait,
/// and one of them takes over when it ends.
/// </summary>
internal sealed class McpWorker(KlingJobs jobs, CliHost host, Screen screen)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Works until it is cancelled. Submits that are in flight are finished first.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await jobs.RunAsync(cancellationToken);
            }
            catch (InvalidOperationException e) when (e.InnerException is IOException)
            {
                // Another process works.
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The tools must still be there: an error of the database can pass.
            catch (Exception e)
#pragma warning restore CA1031
            {
                screen.Note($"the jobs cannot be worked on now: {e.Message}");
            }

            await Task.Delay(Pause, host.Clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
