using Kling;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds <see cref="KlingJobs"/> to a service collection.</summary>
public static class KlingJobsServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="KlingJobs"/>, which uses the client that was added before, and its worker, which runs while the host runs.
    /// </summary>
    /// <param name="client">What <c>AddKling</c> returned.</param>
    /// <param name="configure">Chooses the database and sets options.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>
    /// The jobs use the container's <see cref="ILoggerFactory"/> and <see cref="TimeProvider"/>, if there is one, unless the options set others.
    /// If the client has a name, the jobs are keyed with it: <c>GetRequiredKeyedService&lt;KlingJobs&gt;(name)</c>.
    /// </remarks>
    public static IHttpClientBuilder AddKlingJobs(this IHttpClientBuilder client, Action<KlingJobsOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(configure);
        const string Named = "Kling:";
        string? key = client.Name.StartsWith(Named, StringComparison.Ordinal) ? client.Name[Named.Length..] : null;
        if (key is null)
        {
            client.Services.TryAddSingleton(provider => Create(provider, null, configure));
        }
        else
        {
            client.Services.TryAddKeyedSingleton(key, (provider, _) => Create(provider, key, configure));
        }

        _ = client.Services.AddSingleton<IHostedService>(provider => new KlingJobsService(JobsOf(provider, key)));
        return client;
    }

    /// <summary>
    /// Adds a check that the database of the jobs can be reached, and that no ticket has waited too long to be submitted.
    /// </summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="oldest">The longest time that a ticket may wait before the check reports degraded; <see langword="null"/> for
    /// any.</param>
    /// <param name="client">The name of the client; <see langword="null"/> for the one without a name.</param>
    /// <param name="name">The name of the check; <see langword="null"/> for <c>kling-jobs</c>.</param>
    /// <returns>The health checks.</returns>
    public static IHealthChecksBuilder AddKlingJobsCheck(
        this IHealthChecksBuilder builder,
        TimeSpan? oldest = null,
        string? client = null,
        string? name = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(
            new HealthCheckRegistration(
                name ?? (client is null ? "kling-jobs" : "kling-jobs:" + client),
                provider => new KlingJobsHealthCheck(JobsOf(provider, client), oldest, provider.GetService<TimeProvider>() ?? TimeProvider.System),
                failureStatus: null,
                tags: null
            )
        );
    }

    private static KlingJobs JobsOf(IServiceProvider provider, string? key) =>
        key is null ? provider.GetRequiredService<KlingJobs>() : provider.GetRequiredKeyedService<KlingJobs>(key);

    private static KlingJobs Create(IServiceProvider provider, string? key, Action<KlingJobsOptions> configure)
    {
        var options = new KlingJobsOptions();
        configure(options);
        options.LoggerFactory ??= provider.GetService<ILoggerFactory>();
        options.TimeProvider =
            options.TimeProvider == TimeProvider.System && provider.GetService<TimeProvider>() is { } clock ? clock : options.TimeProvider;
        KlingClient client = key is null ? provider.GetRequiredService<KlingClient>() : provider.GetRequiredKeyedService<KlingClient>(key);
        return new KlingJobs(client, options, reached: null);
    }
}
