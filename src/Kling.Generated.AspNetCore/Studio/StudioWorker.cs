using Microsoft.Extensions.Hosting;

namespace Kling;

/// <summary>Works on the studio's own queue while the host runs. The application's own jobs have their worker.</summary>
internal sealed class StudioWorker(StudioServices studio) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => studio.OwnJobs?.RunAsync(stoppingToken) ?? Task.CompletedTask;
}
