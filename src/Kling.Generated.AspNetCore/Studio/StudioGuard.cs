using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Kling;

/// <summary>
/// Who may use the studio. With a policy of the application, that policy decides. Without one, only this machine: the connection must come
/// from it, and the request must name it, because another site's name can be made to lead here (DNS rebinding).
/// </summary>
internal static class StudioGuard
{
    /// <summary>Lets a request to an endpoint through, or refuses it.</summary>
    public static RequestDelegate Open(RequestDelegate next) =>
        context => IsAllowed(context) ? next(context) : WebJson.RefuseAsync(context, StatusCodes.Status403Forbidden, Refusal);

    /// <summary>The same for a request that changes something: it must also carry the token that the page was given.</summary>
    public static RequestDelegate Changing(RequestDelegate next) =>
        Open(async context =>
        {
            IAntiforgery antiforgery = context.RequestServices.GetRequiredService<IAntiforgery>();
            if (!await antiforgery.IsRequestValidAsync(context).ConfigureAwait(false))
            {
                await WebJson
                    .RefuseAsync(context, StatusCodes.Status400BadRequest, "The request has no valid anti-forgery token. Reload the page.")
                    .ConfigureAwait(false);
                return;
            }

            StudioServices studio = context.RequestServices.GetRequiredService<StudioServices>();
            await (
                studio.ReadOnlyBecause is { } reason ? WebJson.RefuseAsync(context, StatusCodes.Status403Forbidden, reason) : next(context)
            ).ConfigureAwait(false);
        });

    private const string Refusal =
        "Without an authorization policy, the studio answers only requests from this machine to localhost. "
        + "To allow others, add a policy: app.MapKlingStudio(\"/studio\").RequireAuthorization().";

    private static bool IsAllowed(HttpContext context)
    {
        EndpointMetadataCollection? metadata = context.GetEndpoint()?.Metadata;
        return metadata?.GetMetadata<IAuthorizeData>() is not null
            || metadata?.GetMetadata<AuthorizationPolicy>() is not null
            || (
                context.Connection.RemoteIpAddress is { } remote
                && IPAddress.IsLoopback(remote)
                && IsLoopbackName(context.Request.Host.Host)
            );
    }

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
}
