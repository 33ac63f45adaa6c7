using Kling;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the studio to a service collection.</summary>
public static class KlingStudioServiceCollectionExtensions
{
    /// <summary>
    /// Adds what the studio page needs; <c>app.MapKlingStudio("/studio")</c> serves it. It uses the application's <see cref="KlingClient"/> and
    /// <see cref="KlingJobs"/>. If there is no client, it runs on an emulator, without a key and without costs. If there are no jobs, it has a
    /// SQLite database of its own (<see cref="KlingStudioOptions.Folder"/>).
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets options; <see langword="null"/> for the defaults.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddKlingStudio(this IServiceCollection services, Action<KlingStudioOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        _ = services.AddAntiforgery();
        _ = services.AddOptions<KlingStudioOptions>();
        if (configure is not null)
        {
            _ = services.Configure(configure);
        }

        services.TryAddSingleton<StudioServices>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StudioWorker>());
        return services;
    }
}
