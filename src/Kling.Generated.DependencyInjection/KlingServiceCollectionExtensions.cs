using Kling;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds <see cref="KlingClient"/> to a service collection.</summary>
/// <remarks>
/// <para>A client is a singleton with its own options and its own HTTP client from <see cref="IHttpClientFactory"/>. The options are
/// validated when the host starts. A client copies them when it is created, so later changes of the configuration have no effect. The
/// client uses the container's
/// <see cref="ILoggerFactory"/> and <see cref="TimeProvider"/>, if there is one, unless the options set others.</para>
/// <para>The HTTP client follows no redirects, keeps no cookies, has no time-out of its own and no key in its default headers. What
/// <c>ConfigureHttpClientDefaults</c> adds for all clients is not applied: a resilience handler would try to send submits a second time.
/// The factory's request logs are switched off, because they would show the URLs of output files; <c>AddDefaultLogger()</c> on the builder
/// enables them, with the values of all headers redacted.</para>
/// </remarks>
public static class KlingServiceCollectionExtensions
{
    /// <summary>Adds <see cref="KlingClient"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; <see langword="null"/> for the defaults and the key from the environment variable
    /// <c>SEGMIND_API_KEY</c>.</param>
    /// <returns>The builder of the client's HTTP client, to add handlers or to use an emulator.</returns>
    public static IHttpClientBuilder AddKling(this IServiceCollection services, Action<KlingClientOptions>? configure = null) =>
        services.AddClient(Options.Options.DefaultName, configure, section: null);

    /// <summary>Adds <see cref="KlingClient"/> with options from configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">
    /// The section: <c>ApiKey</c>, <c>BaseAddress</c>, <c>UploadAddress</c>, <c>AccountAddress</c>, <c>FindExpiredJobs</c>,
    /// <c>InsecureHosts</c> (a list), <c>MaxUploadSize</c>, <c>ValidateRequests</c>, <c>RetrySubmitOnServerError</c>, <c>RetrySubmitOnRateLimit</c>,
    /// <c>MaxPollsPerSecond</c>, <c>SubmitTimeout</c> and <c>JobTimeout</c>, all optional. An unknown option, or an invalid value, is an
    /// error when the host starts. Write a duration as <c>00:30:00</c>; a plain number means days. Keep the key in a secret store, not in a
    /// file of the repository.
    /// </param>
    /// <param name="configure">Sets the options that configuration cannot set. It is called after the section was read.</param>
    /// <returns>The builder of the client's HTTP client.</returns>
    public static IHttpClientBuilder AddKling(
        this IServiceCollection services,
        IConfiguration section,
        Action<KlingClientOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.AddClient(Options.Options.DefaultName, configure, section);
    }

    /// <summary>
    /// Adds a keyed <see cref="KlingClient"/>, for applications with several clients:
    /// <c>GetRequiredKeyedService&lt;KlingClient&gt;(name)</c>,
    /// <c>[FromKeyedServices(name)]</c>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of the service and the name of its options.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the client's HTTP client.</returns>
    public static IHttpClientBuilder AddKling(this IServiceCollection services, string name, Action<KlingClientOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return services.AddClient(name, configure, section: null);
    }

    /// <summary>Adds a keyed <see cref="KlingClient"/> with options from configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of the service and the name of its options.</param>
    /// <param name="section">As for a client without a key.</param>
    /// <param name="configure">Sets the options that configuration cannot set. It is called after the section was read.</param>
    /// <returns>The builder of the client's HTTP client.</returns>
    public static IHttpClientBuilder AddKling(
        this IServiceCollection services,
        string name,
        IConfiguration section,
        Action<KlingClientOptions>? configure = null
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(section);
        return services.AddClient(name, configure, section);
    }

    private static IHttpClientBuilder AddClient(
        this IServiceCollection services,
        string name,
        Action<KlingClientOptions>? configure,
        IConfiguration? section
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptionsOf(name, configure, section);
        string httpName = name.Length == 0 ? "Kling" : "Kling:" + name;
        object? key = name.Length == 0 ? null : name;
        IHttpClientBuilder http = services.AddHttpClient(httpName);
        if (services.Any(service => service.ServiceType == typeof(KlingClient) && Equals(service.ServiceKey, key)))
        {
            return http;
        }

        if (key is null)
        {
            services.TryAddSingleton(provider => Create(provider, httpName, name));
        }
        else
        {
            services.TryAddKeyedSingleton(key, (provider, _) => Create(provider, httpName, name));
        }

        return http.ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => handlers.Clear())
            .ConfigurePrimaryHttpMessageHandler(static () => KlingClient.CreateHandler())
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .RedactLoggedHeaders(static _ => true);
    }

    private static void AddOptionsOf(
        this IServiceCollection services,
        string name,
        Action<KlingClientOptions>? configure,
        IConfiguration? section
    )
    {
        OptionsBuilder<KlingClientOptions> options = services.AddOptions<KlingClientOptions>(name);
        if (section is not null)
        {
            _ = options.Configure(target => KlingSettings.Apply(section, target, name));
        }

        if (configure is not null)
        {
            _ = options.Configure(configure);
        }

        _ = options
            .PostConfigure<IServiceProvider>(
                static (target, provider) =>
                {
                    target.LoggerFactory ??= provider.GetService<ILoggerFactory>();
                    target.TimeProvider =
                        target.TimeProvider == TimeProvider.System && provider.GetService<TimeProvider>() is { } clock
                            ? clock
                            : target.TimeProvider;
                }
            )
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<KlingClientOptions>, KlingOptionsValidator>());
    }

    private static KlingClient Create(IServiceProvider provider, string httpName, string name) =>
        new(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(httpName),
            provider.GetRequiredService<IOptionsMonitor<KlingClientOptions>>().Get(name)
        );
}
