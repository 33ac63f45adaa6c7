using System.Data.Common;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kling;

/// <summary>Reports healthy if the database can be reached and the queue moves.</summary>
internal sealed class KlingJobsHealthCheck(KlingJobs jobs, TimeSpan? oldest, TimeProvider clock) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        KlingQueueStatus status;
        try
        {
            status = await jobs.GetStatusAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DbException e)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "The database of the jobs cannot be reached.", e);
        }

        Dictionary<string, object> data = status.Tickets.ToDictionary(static count => count.Key.ToString(), static count => (object)count.Value);
        if (status.HeldBecause is { } reason)
        {
            return HealthCheckResult.Degraded($"Nothing is submitted until {status.HeldUntil:u}: {reason}", data: data);
        }

        return oldest is { } most && !status.IsPaused && clock.GetUtcNow() - status.OldestEnqueuedAt > most
            ? HealthCheckResult.Degraded($"The oldest ticket has waited since {status.OldestEnqueuedAt:u} to be submitted.", data: data)
            : HealthCheckResult.Healthy("The database of the jobs responds.", data);
    }
}
