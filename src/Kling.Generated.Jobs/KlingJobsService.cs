using Microsoft.Extensions.Hosting;

namespace Kling;

/// <summary>Runs the worker while the host runs. While the host stops, submits that are in flight are finished.</summary>
internal sealed class KlingJobsService(KlingJobs jobs) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => jobs.RunInHostAsync(stoppingToken);
}
