using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kling;

/// <summary>Running jobs, and what they made.</summary>
internal static class StudioJobsApi
{
    private const int MostJobs = 500;
    private const long LargestFile = 128L * 1024 * 1024;

    public static void Map(RouteGroupBuilder group)
    {
        _ = group.MapGet("/api/jobs", StudioGuard.Open(ListAsync));
        _ = group.MapGet("/api/jobs/{id:guid}", StudioGuard.Open(ShowAsync));
        _ = group.MapGet("/api/jobs/{id:guid}/outputs/{index:int}", StudioGuard.Open(OutputAsync));
        _ = group.MapGet("/api/events", StudioGuard.Open(WatchAsync));
        _ = group.MapPost("/api/jobs", StudioGuard.Changing(RunAsync));
        _ = group.MapPost("/api/jobs/{id:guid}/cancel", StudioGuard.Changing(CancelAsync));
        _ = group.MapPost("/api/files", StudioGuard.Changing(UploadAsync));
    }

    private static StudioServices StudioOf(HttpContext context) => context.RequestServices.GetRequiredService<StudioServices>();

    private static JsonObject Json(StudioServices studio, KlingTicket ticket) =>
        StudioJob.ToJson(ticket, studio.Models.GetValueOrDefault(ticket.Slug), studio.TimeScale);

    private static async Task ListAsync(HttpContext context)
    {
        StudioServices studio = StudioOf(context);
        int take = int.TryParse(context.Request.Query["take"], NumberStyles.None, CultureInfo.InvariantCulture, out int asked)
            ? Math.Clamp(asked, 1, MostJobs)
            : 60;
        var jobs = new JsonArray();
        if (studio.Jobs is { } queue)
        {
            var query = new KlingTicketQuery { NewestFirst = true, Limit = take };
            await foreach (KlingTicket ticket in queue.ListAsync(query, context.RequestAborted).ConfigureAwait(false))
            {
                jobs.Add((JsonNode)Json(studio, ticket));
            }
        }

        await WebJson.WriteAsync(context, new JsonObject { ["jobs"] = jobs }).ConfigureAwait(false);
    }

    private static async Task ShowAsync(HttpContext context)
    {
        if (await TicketAsync(context).ConfigureAwait(false) is { } ticket)
        {
            await WebJson.WriteAsync(context, Json(StudioOf(context), ticket)).ConfigureAwait(false);
        }
    }

    private static async Task RunAsync(HttpContext context)
    {
        StudioServices studio = StudioOf(context);
        if (await WebJson.ReadAsync(context).ConfigureAwait(false) is not { } command)
        {
            return;
        }

        if (
            command.ValueKind is not JsonValueKind.Object
            || Text(command, "slug") is not { } slug
            || !command.TryGetProperty("request", out JsonElement request)
            || request.ValueKind is not JsonValueKind.Object
        )
        {
            await WebJson
                .RefuseAsync(context, StatusCodes.Status400BadRequest, "The body must be {\"slug\": …, \"request\": {…}}.")
                .ConfigureAwait(false);
            return;
        }

        if (await StudioModelsApi.FindAsync(context, slug).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        IReadOnlyList<KlingViolation> violations = model.Validate(request);
        if (violations.Count > 0)
        {
            await WebJson
                .RefuseAsync(
                    context,
                    StatusCodes.Status400BadRequest,
                    "The request violates its schema. Nothing was sent.",
                    problem => problem["violations"] = WebJson.Violations(violations)
                )
                .ConfigureAwait(false);
            return;
        }

        string price = model.Model.EstimateCost(request).ToString();
        if (!studio.IsEmulator && Text(command, "confirmedCost") != price)
        {
            await WebJson
                .RefuseAsync(
                    context,
                    StatusCodes.Status409Conflict,
                    $"This job costs {price}. Confirm the price to run it.",
                    problem => problem["cost"] = WebModel.Cost(model.Model.EstimateCost(request)) ?? new JsonObject { ["text"] = price }
                )
                .ConfigureAwait(false);
            return;
        }

        KlingTicket ticket = await model
            .EnqueueAsync(studio.Jobs!, request, new KlingEnqueueOptions(), context.RequestAborted)
            .ConfigureAwait(false);
        await WebJson.WriteAsync(context, Json(studio, ticket), StatusCodes.Status202Accepted).ConfigureAwait(false);
    }

    private static async Task CancelAsync(HttpContext context)
    {
        StudioServices studio = StudioOf(context);
        if (await TicketAsync(context).ConfigureAwait(false) is not { } ticket)
        {
            return;
        }

        if (!await studio.Jobs!.CancelAsync(ticket.Id, context.RequestAborted).ConfigureAwait(false))
        {
            await WebJson
                .RefuseAsync(context, StatusCodes.Status409Conflict, "The job was submitted already. A submitted job cannot be cancelled.")
                .ConfigureAwait(false);
            return;
        }

        KlingTicket cancelled = await studio.Jobs.GetAsync(ticket.Id, context.RequestAborted).ConfigureAwait(false) ?? ticket;
        await WebJson.WriteAsync(context, Json(studio, cancelled)).ConfigureAwait(false);
    }

    private static async Task UploadAsync(HttpContext context)
    {
        // The server's own limit is meant for JSON.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LargestFile;
        }

        if (context.Request.ContentLength is not (> 0 and <= LargestFile))
        {
            await WebJson
                .RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, $"The file must have from 1 to {LargestFile} bytes.")
                .ConfigureAwait(false);
            return;
        }

        // The client needs a stream that can seek. A file holds large uploads, too.
        var file = new FileStream(
            Path.GetTempFileName(),
            FileMode.Create,
            FileAccess.ReadWrite,
            FileShare.None,
            1 << 16,
            FileOptions.Asynchronous | FileOptions.DeleteOnClose
        );
        await using (file.ConfigureAwait(false))
        {
            await context.Request.Body.CopyToAsync(file, context.RequestAborted).ConfigureAwait(false);
            file.Position = 0;
            try
            {
                Uri url = await StudioOf(context)
                    .Client!.Files.UploadAsync(file, context.Request.ContentType, cancellationToken: context.RequestAborted)
                    .ConfigureAwait(false);
                await WebJson.WriteAsync(context, new JsonObject { ["url"] = url.OriginalString }).ConfigureAwait(false);
            }
            catch (Exception e) when (e is ArgumentException or KlingApiException)
            {
                await WebJson.RefuseAsync(context, StatusCodes.Status400BadRequest, e.Message).ConfigureAwait(false);
            }
        }
    }

    private static async Task OutputAsync(HttpContext context)
    {
        if (await TicketAsync(context).ConfigureAwait(false) is { } ticket)
        {
            int index = int.Parse((string)context.GetRouteValue("index")!, CultureInfo.InvariantCulture);
            await JobFiles.WriteAsync(context, StudioOf(context).Jobs!, ticket, index).ConfigureAwait(false);
        }
    }

    private static Task WatchAsync(HttpContext context)
    {
        StudioServices studio = StudioOf(context);
        return JobEvents.WriteAsync(context, studio.Jobs, new KlingWatchOptions(), ticket => Json(studio, ticket));
    }

    private static Task<KlingTicket?> TicketAsync(HttpContext context) => JobFiles.TicketAsync(context, StudioOf(context).Jobs);

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
