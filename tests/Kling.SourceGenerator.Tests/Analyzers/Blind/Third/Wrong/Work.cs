using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BlindThree.Wrong.Work;

public sealed class NewsletterWorker(KlingClient client, ILogger<NewsletterWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var teaser = new KlingO3Text2VideoRequest { Prompt = "A letter unfolds" };
        client.SubmitAsync(teaser, stoppingToken); // WRONG 162: not awaited
        await client.SubmitAsync(teaser, stoppingToken); // WRONG 163: job dropped
        _ = client.SubmitAsync(teaser, stoppingToken); // WRONG 164: task discarded
        await client.RunAsync(teaser, cancellationToken: stoppingToken); // WRONG 165: result dropped without saving
        log.LogInformation("Teasers are on their way");
        await Task.Delay(Timeout.Infinite, stoppingToken);
    }
}

public sealed class CampaignService(KlingClient client)
{
    public void Launch(KlingO3Text2VideoRequest request)
    {
        client.RunAsync(request); // WRONG 166: not awaited in a void method
    }

    public void Fire(KlingO3Text2VideoRequest request) => Task.Run(() => client.SubmitAsync(request)); // WRONG 167: dropped in Task.Run

    public async Task AllAsync(IEnumerable<KlingO3Text2VideoRequest> requests)
    {
        await Task.WhenAll(requests.Select(request => client.SubmitAsync(request))); // WRONG 168: jobs dropped
    }

    public async Task BothAsync(KlingO3Text2VideoRequest day, KlingO3Text2VideoRequest night) =>
        await Task.WhenAll(client.SubmitAsync(day), client.SubmitAsync(night)); // WRONG 169: jobs dropped

    public async Task RaceAsync(KlingO3Text2VideoRequest day, KlingO3Text2VideoRequest night)
    {
        await Task.WhenAny(client.SubmitAsync(day), client.SubmitAsync(night)); // WRONG 170: jobs dropped
    }

    public async Task BoundedAsync(KlingO3Text2VideoRequest request)
    {
        await client.SubmitAsync(request).WaitAsync(TimeSpan.FromSeconds(30)); // WRONG 171: job dropped
    }

    public void Logged(KlingO3Text2VideoRequest request, ILogger log)
    {
        client.SubmitAsync(request).ContinueWith(task => log.LogInformation("submitted")); // WRONG 172: job dropped
    }

    public async Task ChooseAsync(bool tall, KlingO3Text2VideoRequest portrait, KlingO3Text2VideoRequest wide)
    {
        await (tall ? client.SubmitAsync(portrait) : client.SubmitAsync(wide)); // WRONG 173: jobs dropped
    }

    public async Task ConfiguredAsync(KlingO3Text2VideoRequest request)
    {
        await client.SubmitAsync(request).ConfigureAwait(false); // WRONG 174: job dropped
    }

    public async Task<int> CountAsync(KlingO3Text2VideoRequest request)
    {
        var job = await client.SubmitAsync(request); // WRONG 175: job never read
        return 1;
    }

    public async Task PendingAsync(KlingO3Text2VideoRequest request)
    {
        Task<KlingJob> pending = client.SubmitAsync(request); // WRONG 176: task never awaited
        await Task.Yield();
    }

    public void Batch(IEnumerable<KlingO3Text2VideoRequest> requests)
    {
        client.RunManyAsync(requests); // WRONG 177: never enumerated, submits nothing
    }

    public async Task<int> BatchLaterAsync(IReadOnlyList<KlingO3Text2VideoRequest> requests)
    {
        KlingRun run = client.RunManyAsync(requests, new KlingRunOptions { MaxInFlight = 2 }); // WRONG 178: never enumerated
        await Task.Delay(1000);
        return requests.Count;
    }

    public void Discarded(IReadOnlyList<KlingO3Text2VideoRequest> requests)
    {
        _ = client.RunManyAsync(requests); // WRONG 179: never enumerated
    }

    public void ForEach(List<KlingO3Text2VideoRequest> requests)
    {
        requests.ForEach(request => client.SubmitAsync(request)); // WRONG 180: tasks dropped
    }

    public void ForEachAsync(List<KlingO3Text2VideoRequest> requests)
    {
        requests.ForEach(async request => await client.SubmitAsync(request)); // WRONG 181: async void, job dropped
    }

    public Task ParallelAsync(IEnumerable<KlingO3Text2VideoRequest> requests) =>
        Parallel.ForEachAsync(requests, async (request, stop) => await client.SubmitAsync(request, stop)); // WRONG 182: jobs dropped
}

public sealed class Watcher(KlingClient client)
{
    public async Task FollowAsync(string token)
    {
        KlingJob job = client.GetJob(token);
        job.WatchAsync(); // WRONG 183: never enumerated
        job.WaitForCompletionAsync(); // WRONG 184: not awaited
        await Task.Yield();
    }

    public async Task KeepAsync(KlingResult result, string folder)
    {
        Directory.CreateDirectory(folder);
        result.Video!.SaveAsync(Path.Combine(folder, "clip.mp4")); // WRONG 185: not awaited
        await File.WriteAllTextAsync(Path.Combine(folder, "done"), "yes");
    }

    public async Task UploadAsync(string path)
    {
        client.Files.UploadAsync(path); // WRONG 186: URL dropped
        await client.Files.UploadAsync(path, "image/png"); // WRONG 187: URL dropped
    }

    public void SaveAll(KlingResult result)
    {
        foreach (KlingMedia media in result.Outputs)
        {
            _ = media.SaveAsync(media.FileName ?? "out.bin"); // WRONG 188: not awaited
        }
    }
}

public sealed class BlockingJobs(KlingClient client)
{
    public KlingJob Submit(KlingO3Text2VideoRequest request) => client.SubmitAsync(request).Result; // WRONG 189: synchronous wait

    public KlingResult Run(KlingO3Text2VideoRequest request) => client.RunAsync(request).GetAwaiter().GetResult(); // WRONG 190: synchronous wait

    public Uri Upload(string path) => client.Files.UploadAsync(path).Result; // WRONG 191: synchronous wait

    public void Save(KlingMedia media, string path)
    {
        media.SaveAsync(path).Wait(); // WRONG 192: synchronous wait
    }

    public KlingJob[] SubmitAll(KlingO3Text2VideoRequest[] requests)
    {
        Task<KlingJob>[] tasks = requests.Select(request => client.SubmitAsync(request)).ToArray();
        Task.WaitAll(tasks); // WRONG 193: synchronous wait
        return tasks.Select(task => task.Result).ToArray();
    }

    public void SaveBoth(KlingMedia first, KlingMedia second) =>
        Task.WhenAll(first.SaveAsync("a.mp4"), second.SaveAsync("b.mp4")).Wait(); // WRONG 194: synchronous wait

    public KlingResult Hidden(KlingO3Text2VideoRequest request) =>
        Task.Run(() => client.RunAsync(request)).Result; // WRONG 195: synchronous wait

    public KlingResult Configured(KlingJob job)
    {
        return job.WaitForCompletionAsync(TimeSpan.FromMinutes(5)).ConfigureAwait(false).GetAwaiter().GetResult(); // WRONG 196: synchronous wait
    }

    public KlingResult Variable(KlingJob job)
    {
        Task<KlingResult> waiting = job.WaitForCompletionAsync();
        waiting.Wait(); // WRONG 197: synchronous wait
        return waiting.GetAwaiter().GetResult();
    }

    public Stream Open(KlingMedia media) => new ValueTask<Stream>(media.OpenReadAsync()).Result; // WRONG 198: synchronous wait

    public static void Map(IEndpointRouteBuilder routes, KlingClient client)
    {
        routes.MapGet("/status", (string token) =>
        {
            var progress = client.GetJob(token).GetStatusAsync().Result; // WRONG 199: synchronous wait
            return Results.Ok(progress.Status.ToString());
        });
        routes.MapPost("/videos", (KlingO3Text2VideoRequest body) =>
        {
            client.SubmitAsync(body); // WRONG 200: not awaited
            return Results.Accepted();
        });
    }
}
