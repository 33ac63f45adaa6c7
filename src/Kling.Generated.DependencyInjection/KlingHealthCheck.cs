using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kling;

/// <summary>Reports healthy if the API responds and accepts the key.</summary>
internal sealed class KlingHealthCheck(KlingClient client) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await client.CheckAccessAsync(cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy("The API responds and accepts the key.");
        }
        catch (KlingApiException e)
        {
            return new HealthCheckResult(
                context.Registration.FailureStatus,
                e.Message,
                e,
                new Dictionary<string, object>(StringComparer.Ordinal) { ["kind"] = e.Kind.ToString() }
            );
        }
    }
}
