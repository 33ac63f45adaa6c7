using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BlindWrong.Dropped;

public static class ClipEndpoints
{
    public static void MapClips(this IEndpointRouteBuilder app)
    {
        app.MapPost("/clips", (KlingO3Text2VideoRequest request, KlingClient client) =>
        {
            client.SubmitAsync(request); // WRONG 18: task of submit dropped (minimal API)
            return Results.Accepted();
        });

        app.MapPost("/clips/wait", async (KlingO3Text2VideoRequest request, KlingClient client, CancellationToken token) =>
        {
            await client.SubmitAsync(request, token); // WRONG 19: job dropped (minimal API)
            return Results.Accepted();
        });

        app.MapPost("/clips/discard", async (KlingO3Image2VideoRequest request, KlingClient client) =>
        {
            _ = client.SubmitAsync(request); // WRONG 20: task of submit discarded
            await Task.Yield();
            return Results.NoContent();
        });

        app.MapPost("/clips/background", (KlingO3Text2VideoRequest request, KlingClient client) =>
        {
            Task.Run(() => client.SubmitAsync(request)); // WRONG 21: Task.Run of submit dropped
            return Results.Accepted();
        });

        app.MapPost("/clips/raw/{slug}", async (string slug, JsonElement body, KlingClient client) =>
        {
            var job = await client.SubmitAsync(slug, body); // WRONG 22: job never read
            return Results.Ok("submitted");
        });
    }
}

public sealed class NightlyWorker(KlingClient client, ILogger<NightlyWorker> logger) : BackgroundService
{
    private readonly List<KlingO3Text2VideoRequest> _queue = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(_queue.Select(request => client.SubmitAsync(request, stoppingToken))); // WRONG 23: jobs of WhenAll dropped
            _queue.Clear();
            await Task.Delay(TimeSpan.FromHours(1), stoppingToken);
        }

        logger.LogInformation("Stopped.");
    }

    public async Task FirstOfAsync(IKlingRequest a, IKlingRequest b)
    {
        await Task.WhenAny(client.SubmitAsync(a), client.SubmitAsync(b)); // WRONG 24: jobs of WhenAny dropped
        logger.LogInformation("One of two was submitted.");
    }

    public void Kick(IKlingRequest request) => client.RunAsync(request); // WRONG 25: task of run dropped (expression body)

    public void Log(IKlingRequest request)
    {
        client.SubmitAsync(request).ContinueWith(task => logger.LogInformation("Done: {Status}", task.Status)); // WRONG 26: job dropped in ContinueWith
    }

    public async Task PatientAsync(IKlingRequest request)
    {
        await client.SubmitAsync(request).WaitAsync(TimeSpan.FromSeconds(30)); // WRONG 27: job dropped behind WaitAsync
    }

    public async Task ChosenAsync(bool draft, KlingO3Text2VideoRequest small, KlingO3Text2VideoRequest large)
    {
        await (draft ? client.SubmitAsync(small) : client.SubmitAsync(large)); // WRONG 28: job dropped (conditional expression)
    }

    public void Many(IEnumerable<IKlingRequest> requests)
    {
        client.RunManyAsync(requests, new KlingRunOptions { MaxInFlight = 3 }); // WRONG 29: run never enumerated
    }

    public void ManyLater(IEnumerable<IKlingRequest> requests)
    {
        var run = client.RunManyAsync(requests); // WRONG 30: run in a local never enumerated
        logger.LogInformation("Started the run.");
    }

    public void ManyDiscarded(IAsyncEnumerable<IKlingRequest> requests) => _ = client.RunManyAsync(requests); // WRONG 31: run discarded

    public async Task WatchAsync(string token)
    {
        KlingJob job = client.GetJob(token);
        job.WatchAsync(); // WRONG 32: watch never enumerated
        await Task.CompletedTask;
    }

    public async Task WaitDroppedAsync(IKlingRequest request)
    {
        KlingJob job = await client.SubmitAsync(request);
        await File.WriteAllTextAsync("job.txt", job.ToToken());
        job.WaitForCompletionAsync(TimeSpan.FromMinutes(5)); // WRONG 33: wait dropped
    }

    public async Task SaveDroppedAsync(KlingResult result, string path)
    {
        await Task.Delay(10);
        result.Video?.SaveAsync(path); // WRONG 34: save dropped
    }

    public void ForEach(List<IKlingRequest> requests)
    {
        requests.ForEach(request => client.SubmitAsync(request)); // WRONG 35: task of submit dropped in ForEach
    }

    public void ForEachAsync(List<IKlingRequest> requests)
    {
        requests.ForEach(async request => await client.SubmitAsync(request)); // WRONG 36: job dropped in async void lambda
    }

    public async Task UploadDroppedAsync(string path)
    {
        await client.Files.UploadAsync(path); // WRONG 37: uploaded URL dropped
        logger.LogInformation("Uploaded {Path}.", path);
    }

    public async Task ParallelAsync(IEnumerable<IKlingRequest> requests)
    {
        await Parallel.ForEachAsync(requests, async (request, token) => await client.SubmitAsync(request, token)); // WRONG 38: job dropped in Parallel.ForEachAsync
    }

    public void OnTick(object? state) => _ = Task.Run(async () => await client.SubmitAsync((IKlingRequest)state!)); // WRONG 39: Task.Run of submit discarded
    public async Task DroppedRunAsync(IKlingRequest request)
    {
        await client.RunAsync(request); // WRONG 40: result dropped without saving
    }

    public async Task DroppedWaitAsync(KlingJob job)
    {
        await job.WaitForCompletionAsync(); // WRONG 41: result of wait dropped without saving
        logger.LogInformation("Finished.");
    }

    public async Task UnreadResultAsync(IKlingRequest request)
    {
        KlingResult result = await client.RunAsync(request); // WRONG 42: result never read
        logger.LogInformation("Finished.");
    }
}
