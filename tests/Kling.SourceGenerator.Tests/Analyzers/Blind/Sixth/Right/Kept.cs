using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace BlindSix.Right.Kept;

public static class Assert
{
    public static async Task<T> ThrowsAsync<T>(Func<Task> act)
        where T : Exception
    {
        try
        {
            await act();
        }
        catch (T e)
        {
            return e;
        }

        throw new InvalidOperationException("No exception was thrown.");
    }
}

public sealed class VideoService(KlingClient client)
{
    private static readonly KlingO3Text2VideoRequest Lake = new() { Prompt = "A lake at dawn." };
    private readonly ConcurrentQueue<KlingJob> _jobs = new();
    private Task<KlingJob>? _pending;

    public KlingJob? Last { get; private set; }

    public Task<KlingJob> Start() => client.SubmitAsync(Lake); // RIGHT 1: the task is returned

    public async Task<KlingJob> StartAwaited() => await client.SubmitAsync(Lake).ConfigureAwait(false); // RIGHT 2: the job is returned

    public async Task<string> Token() => (await client.SubmitAsync(Lake)).ToToken(); // RIGHT 3: the token is returned

    public async Task<KlingResult> Finish()
    {
        KlingJob job = await client.SubmitAsync(Lake); // RIGHT 4: the job is awaited below
        return await job.WaitForCompletionAsync();
    }

    public async Task Queue()
    {
        _jobs.Enqueue(await client.SubmitAsync(Lake)); // RIGHT 5: the job is kept in a queue
    }

    public async Task Remember()
    {
        Last = await client.SubmitAsync(Lake); // RIGHT 6: the job is kept in a property
    }

    public void Begin()
    {
        _pending = client.SubmitAsync(Lake); // RIGHT 7: the task is kept in a field
    }

    public Task<KlingJob>? Pending() => _pending;

    public async Task<KlingJob[]> All(IEnumerable<KlingO3Text2VideoRequest> requests) =>
        await Task.WhenAll(requests.Select(request => client.SubmitAsync(request))); // RIGHT 8: the jobs are returned

    public async Task Tokens(IEnumerable<KlingO3Text2VideoRequest> requests)
    {
        KlingJob[] jobs = await Task.WhenAll(requests.Select(request => client.SubmitAsync(request))); // RIGHT 9: the tokens are written
        await File.WriteAllLinesAsync("jobs.txt", jobs.Select(job => job.ToToken()));
    }

    public async Task Pair()
    {
        Task<KlingJob> first = client.SubmitAsync(Lake);
        Task<KlingJob> second = client.SubmitAsync(Lake with { Prompt = "A hill." });
        await Task.WhenAll(first, second); // RIGHT 10: both jobs are read below
        _jobs.Enqueue(await first);
        _jobs.Enqueue(await second);
    }

    public Task<KlingJob> OnPool() => Task.Run(() => client.SubmitAsync(Lake)); // RIGHT 11: the task of the job is returned

    public async Task<KlingJob> Limited() => await client.SubmitAsync(Lake).WaitAsync(TimeSpan.FromSeconds(90)); // RIGHT 12: the job is returned

    public Task<string> Continued() => client.SubmitAsync(Lake).ContinueWith(task => task.Result.ToToken(), TaskScheduler.Default); // RIGHT 13: the token is returned

    public async Task<KlingJob?> Conditional(bool wanted) => wanted ? await client.SubmitAsync(Lake) : null; // RIGHT 14: the job is returned

    public async Task Many(IEnumerable<KlingO3Text2VideoRequest> requests)
    {
        await foreach (KlingOutcome outcome in client.RunManyAsync(requests)) // RIGHT 15: the run is enumerated
        {
            Console.WriteLine($"{outcome.Index}: {outcome.Kind} {outcome.Result?.Output}");
        }
    }

    public KlingRun ManyReturned(IEnumerable<KlingO3Text2VideoRequest> requests) => client.RunManyAsync(requests); // RIGHT 16: the caller enumerates it

    public IAsyncEnumerable<KlingProgress> Watch(KlingJob job) => job.WatchAsync(); // RIGHT 17: the caller enumerates it

    public async Task<List<string>> Loop(IEnumerable<string> prompts)
    {
        var tokens = new List<string>();
        foreach (string prompt in prompts)
        {
            KlingJob job = await client.SubmitAsync(new KlingO3Text2VideoRequest { Prompt = prompt }); // RIGHT 18: the token is kept
            tokens.Add(job.ToToken());
        }

        return tokens;
    }

    public async Task Save()
    {
        KlingResult result = await client.RunAsync(Lake); // RIGHT 19: the result is saved
        await result.Video!.SaveAsync("lake.mp4");
    }
}

public sealed class VideoTests(KlingClient client)
{
    private readonly KlingO3Text2VideoRequest _request = new() { Prompt = "A lake." };

    public async Task RefusesWhenOffline()
    {
        await Assert.ThrowsAsync<KlingApiException>(async () => await client.SubmitAsync(_request)); // RIGHT 20: the exception is the point
    }

    public async Task RefusesWithAct()
    {
        Func<Task> act = async () => await client.SubmitAsync(_request); // RIGHT 21: the exception is the point
        await Assert.ThrowsAsync<KlingApiException>(act);
    }

    public async Task<KlingErrorKind?> ReadsTheKind()
    {
        try
        {
            await client.SubmitAsync(_request); // RIGHT 22: the catch is the point
            return null;
        }
        catch (KlingApiException e)
        {
            return e.Kind;
        }
    }
}

public sealed class NightlyVideos(KlingClient client) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        KlingJob job = await client.SubmitAsync(new KlingO3Text2VideoRequest { Prompt = "The sky tonight." }, stoppingToken); // RIGHT 23: the token is written
        await File.WriteAllTextAsync("job.json", job.ToToken(), stoppingToken);
    }
}

public static class VideoEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/lake", async (KlingClient client) =>
        {
            KlingJob job = await client.SubmitAsync(new KlingO3Text2VideoRequest { Prompt = "A lake." }); // RIGHT 24: the token is in the response
            return Results.Accepted(value: job.ToToken());
        });
    }
}
