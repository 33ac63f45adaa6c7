using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace BlindThree.Right.Jobs;

public sealed class RenderQueue(KlingClient client) : BackgroundService
{
    private readonly Channel<KlingJob> _jobs = Channel.CreateUnbounded<KlingJob>();
    private readonly ConcurrentDictionary<string, Task<KlingJob>> _pending = new();
    private readonly List<Task<KlingResult>> _running = [];
    private KlingJob? _latest;
    private Task<KlingResult>? _current;

    public Task<KlingJob> Forward(IKlingRequest request) => client.SubmitAsync(request); // RIGHT 1

    public async Task KeepAsync(IKlingRequest request) => _latest = await client.SubmitAsync(request); // RIGHT 2

    public void Begin(IKlingRequest request) => _current = client.RunAsync(request); // RIGHT 3

    public void Remember(IKlingRequest request) => _running.Add(client.RunAsync(request)); // RIGHT 4

    public void Register(string id, IKlingRequest request) => _pending[id] = client.SubmitAsync(request); // RIGHT 5

    public Task<KlingJob> Once(string id, IKlingRequest request) => _pending.GetOrAdd(id, _ => client.SubmitAsync(request)); // RIGHT 6

    public async ValueTask EnqueueAsync(IKlingRequest request, CancellationToken stop) =>
        await _jobs.Writer.WriteAsync(await client.SubmitAsync(request, stop), stop); // RIGHT 7

    public async Task DrainAsync()
    {
        await Task.WhenAll(_running); // RIGHT 8
        foreach (Task<KlingResult> run in _running)
        {
            await run.Result.Video!.SaveAsync($"{run.Result.RequestId}.mp4"); // RIGHT 9
        }

        if (_current is { IsCompletedSuccessfully: true })
        {
            Console.WriteLine(_current.Result.Output); // RIGHT 10
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (KlingJob job in _jobs.Reader.ReadAllAsync(stoppingToken))
        {
            KlingResult result = await job.WaitForCompletionAsync(cancellationToken: stoppingToken); // RIGHT 11
            await result.Video!.SaveAsync(job.RequestId + ".mp4", stoppingToken); // RIGHT 12
        }
    }
}

public sealed class Nightly(KlingClient client)
{
    public async Task PairAsync(IKlingRequest first, IKlingRequest second)
    {
        Task<KlingJob> one = client.SubmitAsync(first); // RIGHT 13
        Task<KlingJob> two = client.SubmitAsync(second); // RIGHT 14
        foreach (KlingJob job in await Task.WhenAll(one, two))
        {
            await File.AppendAllTextAsync("jobs.txt", job.ToToken() + "\n");
        }
    }

    public async Task<KlingResult> FastestAsync(IKlingRequest first, IKlingRequest second)
    {
        Task<KlingResult> winner = await Task.WhenAny(client.RunAsync(first), client.RunAsync(second)); // RIGHT 15
        return await winner;
    }

    public async Task<string[]> TokensAsync(IEnumerable<IKlingRequest> requests)
    {
        Task<KlingJob>[] tasks = requests.Select(request => client.SubmitAsync(request)).ToArray(); // RIGHT 16
        await Task.WhenAll(tasks);
        return tasks.Select(task => task.Result.ToToken()).ToArray(); // RIGHT 17
    }

    public async Task<string> ChainedAsync(IKlingRequest request) =>
        await client.SubmitAsync(request).ContinueWith(task => task.Result.ToToken(), TaskContinuationOptions.OnlyOnRanToCompletion); // RIGHT 18

    public async Task<KlingJob> BoundedAsync(IKlingRequest request) =>
        await client.SubmitAsync(request).WaitAsync(TimeSpan.FromMinutes(2)); // RIGHT 19

    public Task<KlingJob> Pooled(IKlingRequest request) => Task.Run(() => client.SubmitAsync(request)); // RIGHT 20

    public async Task<int> CountAsync(IEnumerable<IKlingRequest> requests)
    {
        int saved = 0;
        KlingRun run = client.RunManyAsync(requests, new KlingRunOptions { MaxInFlight = 1, SpendLimit = 0 }); // RIGHT 21
        await foreach (KlingOutcome outcome in run)
        {
            if (outcome.Result is { Video: { } video }) // RIGHT 22
            {
                await video.SaveAsync($"{outcome.Index}.mp4");
                saved++;
            }
        }

        return saved;
    }

    public KlingRun Start(IEnumerable<IKlingRequest> requests) => client.RunManyAsync(requests); // RIGHT 23

    public async Task ByHandAsync(IEnumerable<IKlingRequest> requests)
    {
        await using IAsyncEnumerator<KlingOutcome> outcomes = client.RunManyAsync(requests).GetAsyncEnumerator(); // RIGHT 24
        while (await outcomes.MoveNextAsync())
        {
            Console.WriteLine(outcomes.Current);
        }
    }

    public async Task<KlingJobStatus> FollowAsync(KlingJob job, TimeSpan patience)
    {
        KlingJobStatus last = job.Status;
        await foreach (KlingProgress change in job.WatchAsync(patience)) // RIGHT 25
        {
            last = change.Status;
        }

        return last;
    }

    public IAsyncEnumerable<KlingProgress> Watch(string token) => client.GetJob(token).WatchAsync(); // RIGHT 26

    public async Task<KlingResult> StoredAsync(IKlingRequest request) =>
        await client.RunAsync(request, job => File.WriteAllTextAsync("last.json", job.ToToken())); // RIGHT 27

    public async Task<(KlingJob Wide, KlingJob Tall)> BothAsync(IKlingRequest wide, IKlingRequest tall) =>
        (await client.SubmitAsync(wide), await client.SubmitAsync(tall)); // RIGHT 28

    public async Task<Dictionary<string, KlingJob>> NamedAsync(IKlingRequest day, IKlingRequest night) => new()
    {
        ["day"] = await client.SubmitAsync(day), // RIGHT 29
        ["night"] = await client.SubmitAsync(night), // RIGHT 30
    };

    public async Task UploadAsync(string path, Uri still)
    {
        Task<Uri> upload = client.Files.UploadAsync(path); // RIGHT 31
        Console.WriteLine("Uploading " + still);
        Uri url = await upload;
        KlingJob job = await client.SubmitAsync(new KlingO1ImageToVideoRequest { Prompt = "Fade", StartImageUrl = still, EndImageUrl = url }); // RIGHT 32
        Console.WriteLine(job.ToToken());
    }

    public async Task SaveAllAsync(KlingResult result) =>
        await Task.WhenAll(result.Outputs.Select((media, index) => media.SaveAsync($"{index}.bin"))); // RIGHT 33

    public Func<Task<KlingJob>> Delayed(IKlingRequest request) => () => client.SubmitAsync(request); // RIGHT 34

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/videos", async (KlingClient client, KlingO3Text2VideoRequest body) =>
            Results.Accepted(value: (await client.SubmitAsync(body)).ToToken())); // RIGHT 35
        routes.MapPost("/wait", (KlingClient client, string token) => client.GetJob(token).WaitForCompletionAsync()); // RIGHT 36
    }
}
