using System.Diagnostics.CodeAnalysis;
using Kling;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Serves durable jobs over HTTP.</summary>
public static class KlingJobsEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps endpoints over the application's <see cref="KlingJobs"/>. They survive a restart, because the jobs do.
    /// <list type="bullet">
    /// <item><c>POST /{slug}</c>: enqueues the request in the body. 202 with the location of the job; 400 with the violations; 404 for an
    /// unknown model. The header <c>Idempotency-Key</c> makes a repeated POST return the first job.</item>
    /// <item><c>GET /{id}</c>: the state of the job.</item>
    /// <item><c>GET /{id}/result</c>: the file, or 404 as long as there is none.</item>
    /// <item><c>GET /{id}/events</c>: each change of the job as a server-sent event, until it has ended.</item>
    /// </list>
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The path: <c>/videos</c>.</param>
    /// <param name="models">The models that may be used; <see langword="null"/> for the shipped ones.</param>
    /// <returns>The endpoints, to add an authorization policy or a rate limit: each POST spends money.</returns>
    /// <exception cref="InvalidOperationException"><c>AddKlingJobs</c> was not called.</exception>
    public static IEndpointConventionBuilder MapKlingJobs(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern = "/videos",
        IEnumerable<KlingModel>? models = null
    )
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        if (endpoints.ServiceProvider.GetService<IServiceProviderIsService>()?.IsService(typeof(KlingJobs)) is false)
        {
            throw new InvalidOperationException(
                "The endpoints need durable jobs. Call AddKling(…).AddKlingJobs(…) before the application is built."
            );
        }

        RouteGroupBuilder group = endpoints.MapGroup(pattern);
        new JobEndpoints(models ?? Kling.Models.KlingModels.All).Map(group);
        return group;
    }
}
