using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BlindRight.Jobs;

public static class ClipEndpoints
{
    public static void MapClips(this IEndpointRouteBuilder app)
    {
        app.MapPost("/clips", (KlingO3Text2VideoRequest request, KlingClient client) => client.SubmitAsync(request)); // RIGHT 66

        app.MapPost("/clips/token", async (KlingO3Text2VideoRequest request, KlingClient client) =>
        {
            KlingJob job = await client.SubmitAsync(request); // RIGHT 67
            return Results.Accepted($"/clips/{Uri.EscapeDataString(job.ToToken())}");
        });

        app.MapPost("/clips/id", async (KlingO3Text2VideoRequest request, KlingClient client) =>
            Results.Ok((await client.SubmitAsync(request)).RequestId)); // RIGHT 68

        app.MapGet("/clips/{token}", async (string token, KlingClient client) => await client.GetJob(token).GetStatusAsync()); // RIGHT 69

        app.MapPost("/clips/file", async (KlingO3Text2VideoRequest request, KlingClient client) =>
        {
            KlingResult result = await client.RunAsync(request);
            return Results.Stream(await result.Video!.OpenReadAsync(), "video/mp4"); // RIGHT 70
        });
    }
}

public sealed record Tracked(KlingJob Job, DateTimeOffset At);

public sealed class RenderWorker(KlingClient client, Channel<IKlingRequest> queue, ILogger<RenderWorker> logger) : BackgroundService
{
    private readonly List<KlingJob> _jobs = [];
    private readonly ConcurrentDictionary<string, Task<KlingJob>> _pending = new();
    private Task<KlingJob>? _latest;
    private Task? _waiting;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (IKlingRequest request in queue.Reader.ReadAllAsync(stoppingToken))
        {
            _jobs.Add(await client.SubmitAsync(request, stoppingToken)); // RIGHT 71
        }
    }

    public void Start(IKlingRequest request) => _latest = client.SubmitAsync(request); // RIGHT 72

    public async Task<string> LatestAsync() => _latest is null ? "none" : (await _latest).ToToken();

    public Task<KlingJob> Once(string key, IKlingRequest request) => _pending.GetOrAdd(key, _ => client.SubmitAsync(request)); // RIGHT 73

    public async Task<IReadOnlyList<string>> AllAsync(IEnumerable<IKlingRequest> requests)
    {
        KlingJob[] jobs = await Task.WhenAll(requests.Select(request => client.SubmitAsync(request))); // RIGHT 74
        return [.. jobs.Select(job => job.ToToken())];
    }

    public async Task<KlingJob> FirstAsync(IKlingRequest a, IKlingRequest b)
    {
        Task<KlingJob> one = client.SubmitAsync(a); // RIGHT 75
        Task<KlingJob> two = client.SubmitAsync(b); // RIGHT 76
        Task<KlingJob> winner = await Task.WhenAny(one, two);
        _jobs.Add(await one);
        _jobs.Add(await two);
        return await winner;
    }

    public async Task<string> AwaitedResultAsync(IKlingRequest a, IKlingRequest b)
    {
        Task<KlingJob> one = client.SubmitAsync(a), two = client.SubmitAsync(b);
        await Task.WhenAll(one, two); // RIGHT 77
        return one.Result.ToToken() + two.Result.ToToken(); // RIGHT 78
    }

    public Task<KlingJob> Offloaded(IKlingRequest request) => Task.Run(() => client.SubmitAsync(request)); // RIGHT 79

    public Task Continue(IKlingRequest request) =>
        client.SubmitAsync(request).ContinueWith(task => _jobs.Add(task.Result), TaskContinuationOptions.OnlyOnRanToCompletion); // RIGHT 80

    public async Task<KlingJob> PatientAsync(IKlingRequest request) => await client.SubmitAsync(request).WaitAsync(TimeSpan.FromMinutes(2)); // RIGHT 81

    public async Task ConditionalAsync(bool draft, IKlingRequest small, IKlingRequest large) =>
        _jobs.Add(await (draft ? client.SubmitAsync(small) : client.SubmitAsync(large))); // RIGHT 82

    public void Track(IKlingRequest request)
    {
        _waiting = Task.Run(async () => _jobs.Add(await client.SubmitAsync(request))); // RIGHT 83
    }

    public Task StopWaiting() => _waiting ?? Task.CompletedTask;

    public async Task ForEachAsync(IEnumerable<IKlingRequest> requests)
    {
        var tokens = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(requests, async (request, token) => tokens.Add((await client.SubmitAsync(request, token)).ToToken())); // RIGHT 84
        await File.WriteAllLinesAsync("tokens.txt", tokens);
    }

    public async Task<KlingJob?> TryAsync(IKlingRequest request)
    {
        try
        {
            return await client.SubmitAsync(request); // RIGHT 85
        }
        catch (KlingApiException e) when (e.IsRetryable)
        {
            logger.LogWarning(e, "Refused.");
            return null;
        }
    }

    public async Task<Tracked> TrackedAsync(IKlingRequest request) => new(await client.SubmitAsync(request), DateTimeOffset.UtcNow); // RIGHT 86

    public async Task<(KlingJob Job, Uri Image)> PairAsync(string path, string prompt)
    {
        Uri image = await client.Files.UploadAsync(path); // RIGHT 87
        return (await client.SubmitAsync(new KlingO3Image2VideoRequest { Prompt = prompt, ImageUrl = image }), image); // RIGHT 88
    }

    public async IAsyncEnumerable<KlingJob> StreamAsync(IEnumerable<IKlingRequest> requests)
    {
        foreach (IKlingRequest request in requests)
        {
            yield return await client.SubmitAsync(request); // RIGHT 89
        }
    }

    public async Task<bool> IsQueuedAsync(IKlingRequest request) => await client.SubmitAsync(request) is { Status: KlingJobStatus.Queued } job && Remember(job); // RIGHT 90

    private bool Remember(KlingJob job)
    {
        _jobs.Add(job);
        return true;
    }

    public Task<KlingResult> RawAsync(string slug, JsonElement body) => WaitAsync(client.SubmitAsync(slug, body)); // RIGHT 91

    private static async Task<KlingResult> WaitAsync(Task<KlingJob> job) => await (await job).WaitForCompletionAsync(); // RIGHT 92
}

public sealed class Runs(KlingClient client)
{
    private KlingRun? _run;

    public KlingRun Start(IEnumerable<IKlingRequest> requests) => client.RunManyAsync(requests, new KlingRunOptions { MaxInFlight = 2 }); // RIGHT 93

    public void Prepare(IEnumerable<IKlingRequest> requests) => _run = client.RunManyAsync(requests); // RIGHT 94

    public async Task<int> DrainAsync()
    {
        int completed = 0;
        await foreach (KlingOutcome outcome in _run!)
        {
            if (outcome.Result is { Video: { } video }) // RIGHT 95
            {
                await video.SaveAsync($"clip-{outcome.Index}.mp4");
                completed++;
            }
        }

        return completed;
    }

    public async Task<List<KlingOutcome>> ListAsync(IEnumerable<IKlingRequest> requests) => await client.RunManyAsync(requests).ToListAsync(); // RIGHT 96

    public async Task<decimal> SpentAsync(IAsyncEnumerable<IKlingRequest> requests, CancellationToken token)
    {
        KlingRun run = client.RunManyAsync(requests, new KlingRunOptions { SpendLimit = 20 }, token); // RIGHT 97
        await foreach (KlingOutcome outcome in run.WithCancellation(token).ConfigureAwait(false))
        {
            Console.WriteLine($"{outcome.Index} {outcome.Kind} {outcome.Result?.Output}"); // RIGHT 98
        }

        return run.Spent;
    }

    public Task ConsumeAsync(IEnumerable<IKlingRequest> requests) => PrintAsync(client.RunManyAsync(requests)); // RIGHT 99

    private static async Task PrintAsync(IAsyncEnumerable<KlingOutcome> outcomes)
    {
        await foreach (KlingOutcome outcome in outcomes)
        {
            Console.WriteLine(outcome);
        }
    }

    public async Task<KlingResult> RunAsync(IKlingRequest request, string path)
    {
        KlingResult result = await client.RunAsync(request, onSubmitted: job => File.WriteAllTextAsync("job.txt", job.ToToken())); // RIGHT 100
        await result.Video!.SaveAsync(path);
        return result;
    }

    public async Task SaveAllAsync(KlingJob job)
    {
        foreach ((KlingMedia media, int index) in (await job.WaitForCompletionAsync()).Outputs.Select((media, index) => (media, index))) // RIGHT 101
        {
            await media.SaveAsync($"output-{index}");
        }
    }

    public async Task<KlingResult?> WithinAsync(KlingJob job, TimeSpan limit)
    {
        Task<KlingResult> wait = job.WaitForCompletionAsync(); // RIGHT 102
        return await Task.WhenAny(wait, Task.Delay(limit)) == wait ? await wait : null;
    }

    public KlingJobStatus? Peek(Task<KlingProgress> poll) => poll.IsCompletedSuccessfully ? poll.Result.Status : null; // RIGHT 103
}

public interface IRenderQueue
{
    Task SubmitAsync(IKlingRequest request);
}

public sealed class Forwarder(IRenderQueue queue)
{
    public async Task ForwardAsync(IKlingRequest request) => await queue.SubmitAsync(request); // RIGHT 104

    public void Fire(IKlingRequest request) => _ = queue.SubmitAsync(request); // RIGHT 105
}
