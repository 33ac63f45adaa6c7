using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kling;

/// <summary>Models, their forms, and what a request would be.</summary>
internal static class StudioModelsApi
{
    private static readonly Uri Api = new("https://api.segmind.com/");

    public static void Map(RouteGroupBuilder group)
    {
        _ = group.MapGet("/api/models", StudioGuard.Open(ListAsync));
        _ = group.MapGet("/api/models/{slug}", StudioGuard.Open(DetailsAsync));

        // It changes nothing and costs nothing, so it needs no token; a page of another origin cannot read the answer.
        _ = group.MapPost("/api/models/{slug}/check", StudioGuard.Open(CheckAsync));
    }

    /// <summary>The model of the path; otherwise the request is refused.</summary>
    public static async Task<WebModel?> FindAsync(HttpContext context, string slug)
    {
        StudioServices studio = context.RequestServices.GetRequiredService<StudioServices>();
        if (studio.Models.TryGetValue(slug, out WebModel? model))
        {
            return model;
        }

        await WebJson.RefuseAsync(context, StatusCodes.Status404NotFound, $"There is no model '{slug}'.").ConfigureAwait(false);
        return null;
    }

    private static Task ListAsync(HttpContext context)
    {
        StudioServices studio = context.RequestServices.GetRequiredService<StudioServices>();
        return WebJson.WriteAsync(
            context,
            new JsonObject { ["models"] = new JsonArray([.. studio.Ordered.Select(static model => model.Summary())]) }
        );
    }

    private static async Task DetailsAsync(HttpContext context)
    {
        if (await FindAsync(context, (string)context.GetRouteValue("slug")!).ConfigureAwait(false) is { } model)
        {
            await WebJson.WriteAsync(context, model.Details()).ConfigureAwait(false);
        }
    }

    private static async Task CheckAsync(HttpContext context)
    {
        if (
            await FindAsync(context, (string)context.GetRouteValue("slug")!).ConfigureAwait(false) is not { } model
            || await WebJson.ReadAsync(context).ConfigureAwait(false) is not { } body
        )
        {
            return;
        }

        IReadOnlyList<KlingViolation> violations = model.Validate(body);
        bool isValid = violations.Count == 0 && body.ValueKind is JsonValueKind.Object;
        await WebJson
            .WriteAsync(
                context,
                new JsonObject
                {
                    ["valid"] = isValid,
                    ["violations"] = WebJson.Violations(violations),
                    ["cost"] = WebModel.Cost(model.Model.EstimateCost(body)),
                    ["seconds"] = model.Model.TypicalDuration?.TotalSeconds,
                    ["json"] = JsonSerializer.Serialize(body, WebJson.Indented.JsonElement),
                    ["csharp"] = Code(model, body, violations.Count),
                    ["command"] = isValid ? RequestCommand.Kling(model.Model, body) : "",
                    ["curl"] = isValid ? RequestCommand.Curl(Api, model.Model, body) : "",
                }
            )
            .ConfigureAwait(false);
    }

    private static JsonObject Code(WebModel model, JsonElement body, int violations)
    {
        if (model.Bound is not { } bound || violations > 0 || body.ValueKind is not JsonValueKind.Object)
        {
            string why =
                violations > 0
                    ? "// The code is shown when the request is valid."
                    : "// This schema has no C# type: a build would report an error in it.";
            return new JsonObject { ["initializer"] = why, ["builder"] = why };
        }

        return new JsonObject { ["initializer"] = RequestCode.Initializer(bound, body), ["builder"] = RequestCode.Builder(bound, body) };
    }
}
