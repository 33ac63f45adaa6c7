using Kling;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a health check of the API.</summary>
public static class KlingHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check that the API can be reached and accepts the key (<see cref="KlingClient.CheckAccessAsync"/>). It is not billed. It does
    /// not check credits or models.
    /// </summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="client">The name of the client; <see langword="null"/> for the client without a name.</param>
    /// <param name="name">The name of the check; <see langword="null"/> for <c>kling</c>, or <c>kling:</c> and the client's name.</param>
    /// <param name="failureStatus">The status to report if the check fails; <see langword="null"/> for
    /// <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags to choose checks by.</param>
    /// <param name="timeout">How long it may take; <see langword="null"/> for the client's own 30 s.</param>
    /// <returns>The health checks.</returns>
    public static IHealthChecksBuilder AddKlingCheck(
        this IHealthChecksBuilder builder,
        string? client = null,
        string? name = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(
            new HealthCheckRegistration(
                name ?? (client is null ? "kling" : "kling:" + client),
                provider => new KlingHealthCheck(
                    client is null ? provider.GetRequiredService<KlingClient>() : provider.GetRequiredKeyedService<KlingClient>(client)
                ),
                failureStatus,
                tags,
                timeout
            )
        );
    }
}
