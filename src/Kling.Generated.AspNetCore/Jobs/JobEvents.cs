using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kling;

/// <summary>The changes of tickets as server-sent events.</summary>
internal static class JobEvents
{
    // Proxies close a connection on which nothing is sent.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    /// <summary>Writes an event for each change until the reader goes, or until the one ticket that is watched has ended.</summary>
    public static async Task WriteAsync(HttpContext context, KlingJobs? jobs, KlingWatchOptions watch, Func<KlingTicket, JsonObject> json)
    {
        CancellationToken stopping = context.RequestServices.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? default;
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        CancellationToken gone = ends.Token;
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        using var writing = new SemaphoreSlim(1, 1);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(gone);
        try
        {
            await SendAsync(": watching\n\n").ConfigureAwait(false);
            Task beats = BeatAsync(done.Token);
            if (jobs is not null)
            {
                // A ticket is read after its event, so the events of several changes may all find the last state. It is sent once.
                Dictionary<Guid, (KlingTicketState, DateTimeOffset)> sent = [];
                await foreach (KlingTicketEvent change in jobs.WatchAsync(watch, gone).ConfigureAwait(false))
                {
                    if (
                        await jobs.GetAsync(change.TicketId, gone).ConfigureAwait(false) is not { } ticket
                        || (sent.TryGetValue(ticket.Id, out (KlingTicketState, DateTimeOffset) last) && last == (ticket.State, ticket.ChangedAt))
                    )
                    {
                        continue;
                    }

                    sent[ticket.Id] = (ticket.State, ticket.ChangedAt);
                    string data = JsonSerializer.Serialize(json(ticket), WebJson.Context.JsonNode);
                    await SendAsync($"event: job\nid: {change.Position}\ndata: {data}\n\n").ConfigureAwait(false);
                }

                await done.CancelAsync().ConfigureAwait(false);
            }

            await beats.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The reader is gone, or the host stops.
        }

        async Task BeatAsync(CancellationToken ended)
        {
            using var timer = new PeriodicTimer(Silence, TimeProvider.System);
            while (await timer.WaitForNextTickAsync(ended).ConfigureAwait(false))
            {
                await SendAsync(": still here\n\n").ConfigureAwait(false);
            }
        }

        async Task SendAsync(string text)
        {
            await writing.WaitAsync(gone).ConfigureAwait(false);
            try
            {
                await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), gone).ConfigureAwait(false);
                await context.Response.Body.FlushAsync(gone).ConfigureAwait(false);
            }
            finally
            {
                _ = writing.Release();
            }
        }
    }
}
