using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kling;

/// <summary>The endpoints of durable jobs.</summary>
internal sealed class JobEndpoints(IEnumerable<KlingModel> models)
{
    private readonly Dictionary<string, WebModel> _models = models.ToDictionary(
        static model => model.Slug,
        static model => new WebModel(model),
        StringComparer.Ordinal
    );

    public void Map(RouteGroupBuilder group)
    {
        _ = group.MapPost("/{slug}", EnqueueAsync).WithMetadata(new AcceptsMetadata(["application/json"]));
        _ = group.MapGet("/{id:guid}", ShowAsync);
        _ = group.MapGet("/{id:guid}/result", ResultAsync);
        _ = group.MapGet("/{id:guid}/events", EventsAsync);
    }

    private static KlingJobs JobsOf(HttpContext context) => context.RequestServices.GetRequiredService<KlingJobs>();

    private async Task EnqueueAsync(HttpContext context)
    {
        string slug = (string)context.GetRouteValue("slug")!;
        if (!_models.TryGetValue(slug, out WebModel? model))
        {
            await WebJson.RefuseAsync(context, StatusCodes.Status404NotFound, $"There is no model '{slug}'.").ConfigureAwait(false);
            return;
        }

        if (await WebJson.ReadAsync(context).ConfigureAwait(false) is not { } body)
        {
            return;
        }

        IReadOnlyList<KlingViolation> violations = model.Validate(body);
        if (violations.Count > 0)
        {
            await new KlingProblem(violations).ExecuteAsync(context).ConfigureAwait(false);
            return;
        }

        try
        {
            KlingTicket ticket = await model
                .EnqueueAsync(JobsOf(context), body, new KlingEnqueueOptions { Key = Key(context) }, context.RequestAborted)
                .ConfigureAwait(false);
            string path = context.Request.Path.Value!;
            context.Response.Headers.Location = $"{context.Request.PathBase}{path[..path.LastIndexOf('/')]}/{ticket.Id}";
            await WebJson.WriteAsync(context, State(ticket), StatusCodes.Status202Accepted).ConfigureAwait(false);
        }
        catch (ArgumentException e)
        {
            // The key belongs to another request, or cannot be a key.
            await WebJson.RefuseAsync(context, StatusCodes.Status409Conflict, e.Message).ConfigureAwait(false);
        }
    }

    private static async Task ShowAsync(HttpContext context)
    {
        if (await JobFiles.TicketAsync(context, JobsOf(context)).ConfigureAwait(false) is { } ticket)
        {
            await WebJson.WriteAsync(context, State(ticket)).ConfigureAwait(false);
        }
    }

    private static async Task ResultAsync(HttpContext context)
    {
        if (await JobFiles.TicketAsync(context, JobsOf(context)).ConfigureAwait(false) is { } ticket)
        {
            await JobFiles.WriteAsync(context, JobsOf(context), ticket, index: 0).ConfigureAwait(false);
        }
    }

    private static async Task EventsAsync(HttpContext context)
    {
        if (await JobFiles.TicketAsync(context, JobsOf(context)).ConfigureAwait(false) is { } ticket)
        {
            await JobEvents
                .WriteAsync(context, JobsOf(context), new KlingWatchOptions { TicketId = ticket.Id }, State)
                .ConfigureAwait(false);
        }
    }

    private static string? Key(HttpContext context) => context.Request.Headers["Idempotency-Key"] is [{ Length: > 0 } key, ..] ? key : null;

    private static JsonObject State(KlingTicket ticket) =>
        new()
        {
            ["id"] = ticket.Id.ToString(),
            ["slug"] = ticket.Slug,
            ["state"] = JsonNamingPolicy.CamelCase.ConvertName(ticket.State.ToString()),
            ["hasEnded"] = ticket.HasEnded,
            ["createdAt"] = ticket.CreatedAt,
            ["changedAt"] = ticket.ChangedAt,
            ["cost"] = ticket.Cost,
            ["error"] = ticket.Error,
            ["requestId"] = ticket.RequestId,
            ["hasResult"] = ticket.State is KlingTicketState.Completed or KlingTicketState.Saved,
        };
}
