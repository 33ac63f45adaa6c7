using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kling;

/// <summary>The page and its session.</summary>
internal static class StudioPages
{
    public static void Map(RouteGroupBuilder group)
    {
        _ = group.MapGet("/", StudioGuard.Open(IndexAsync));
        _ = group.MapGet(
            "/{file}",
            StudioGuard.Open(static context => StudioFiles.WriteAsync(context, (string)context.GetRouteValue("file")!))
        );
        _ = group.MapGet("/api/session", StudioGuard.Open(SessionAsync));
    }

    // The page's own links are relative, so its address must end with a slash.
    private static Task IndexAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        if (request.Path.Value is { } path && !path.EndsWith('/'))
        {
            context.Response.Redirect($"{request.PathBase}{request.Path}/{request.QueryString}");
            return Task.CompletedTask;
        }

        return StudioFiles.WriteAsync(context, "index.html");
    }

    private static Task SessionAsync(HttpContext context)
    {
        StudioServices studio = context.RequestServices.GetRequiredService<StudioServices>();
        AntiforgeryTokenSet tokens = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        return WebJson.WriteAsync(
            context,
            new JsonObject
            {
                ["mode"] =
                    studio.ReadOnlyBecause is not null ? "readOnly"
                    : studio.IsEmulator ? "emulator"
                    : "live",
                ["reason"] = studio.ReadOnlyBecause,
                ["header"] = tokens.HeaderName,
                ["token"] = tokens.RequestToken,
                ["uploads"] = studio.ReadOnlyBecause is null,
                ["version"] = typeof(StudioPages).Assembly.GetName().Version?.ToString(3),
            }
        );
    }
}
