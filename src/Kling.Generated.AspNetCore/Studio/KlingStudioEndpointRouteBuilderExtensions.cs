using System.Diagnostics.CodeAnalysis;
using Kling;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Serves the studio.</summary>
public static class KlingStudioEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Serves a page on which people choose a model, fill in its form, see mistakes and the price while they type, run jobs and watch the
    /// results. It is made from the models' schemas.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The path: <c>/studio</c>.</param>
    /// <returns>The endpoints, to add an authorization policy. Without one, only requests from this machine to localhost are answered.</returns>
    /// <exception cref="InvalidOperationException"><c>AddKlingStudio</c> was not called.</exception>
    /// <remarks>
    /// The page makes no request to another host. What spends needs an anti-forgery token. The API key stays on the server.
    /// </remarks>
    public static IEndpointConventionBuilder MapKlingStudio(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern = "/studio"
    )
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        if (endpoints.ServiceProvider.GetService<IServiceProviderIsService>()?.IsService(typeof(StudioServices)) is false)
        {
            throw new InvalidOperationException(
                "The studio needs its services. Call builder.Services.AddKlingStudio() before the application is built."
            );
        }

        RouteGroupBuilder group = endpoints.MapGroup(pattern);
        StudioPages.Map(group);
        StudioModelsApi.Map(group);
        StudioJobsApi.Map(group);
        return group.ExcludeFromDescription();
    }
}
