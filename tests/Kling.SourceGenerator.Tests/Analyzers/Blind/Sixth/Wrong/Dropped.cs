using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace BlindSix.Wrong.Dropped;

public sealed class VideoService(KlingClient client)
{
    private static readonly KlingO3Text2VideoRequest Lake = new() { Prompt = "A lake at dawn." };

    public void Fire() => client.SubmitAsync(Lake); // WRONG 26: the task and its job are dropped

    public async Task AwaitOnly()
    {
        await client.SubmitAsync(Lake); // WRONG 27: the job is dropped
    }

    public async Task AwaitConfigured(CancellationToken stop)
    {
        await client.SubmitAsync(Lake, stop).ConfigureAwait(false); // WRONG 28: the job is dropped
    }

    public async Task Discard()
    {
        _ = await client.SubmitAsync(Lake); // WRONG 29: the job is discarded
    }

    public void DiscardTask()
    {
        _ = client.SubmitAsync(Lake); // WRONG 30: the task is discarded
    }

    public async Task NeverRead()
    {
        var job = await client.SubmitAsync(Lake); // WRONG 31: the job is never read
        await Task.Delay(TimeSpan.FromMinutes(1));
    }

    public async Task All(IEnumerable<KlingO3Text2VideoRequest> requests)
    {
        await Task.WhenAll(requests.Select(request => client.SubmitAsync(request))); // WRONG 32: the jobs are dropped
    }

    public async Task Two()
    {
        await Task.WhenAll(
            client.SubmitAsync(Lake), // WRONG 33: the job is dropped
            Task.Delay(TimeSpan.FromSeconds(1)));
    }

    public async Task Any()
    {
        await Task.WhenAny(client.SubmitAsync(Lake), Task.Delay(5000)); // WRONG 34: the job is dropped
    }

    public void Background()
    {
        Task.Run(() => client.SubmitAsync(Lake)); // WRONG 35: the job is dropped
    }

    public async Task BackgroundAwaited()
    {
        await Task.Run(() => client.SubmitAsync(Lake)); // WRONG 36: the job is dropped
    }

    public async Task Limited()
    {
        await client.SubmitAsync(Lake).WaitAsync(TimeSpan.FromSeconds(20)); // WRONG 37: the job is dropped
    }

    public async Task Continued()
    {
        await client.SubmitAsync(Lake).ContinueWith(task => Console.WriteLine("submitted")); // WRONG 38: the job is dropped
    }

    public async Task Conditional(bool second)
    {
        await (second ? client.SubmitAsync(Lake) : Task.CompletedTask); // WRONG 39: the job is dropped
    }

    public void Run()
    {
        client.RunAsync(Lake); // WRONG 40: the task is dropped
    }

    public void Many(IEnumerable<KlingO3Text2VideoRequest> requests)
    {
        client.RunManyAsync(requests); // WRONG 41: never enumerated, so nothing is submitted
    }

    public void ManyKept(IReadOnlyList<KlingO3Text2VideoRequest> requests)
    {
        KlingRun run = client.RunManyAsync(requests, new KlingRunOptions { MaxInFlight = 2 }); // WRONG 42: never enumerated
        Console.WriteLine(requests.Count);
    }

    public void Watch(KlingJob job)
    {
        job.WatchAsync(); // WRONG 43: never enumerated
    }

    public void Wait(KlingJob job)
    {
        job.WaitForCompletionAsync(); // WRONG 44: the task is dropped
    }

    public async Task Loop(IEnumerable<string> prompts)
    {
        foreach (string prompt in prompts)
        {
            await client.SubmitAsync(new KlingO3Text2VideoRequest { Prompt = prompt }); // WRONG 45: every job is dropped
        }
    }

    public void ForEach(List<KlingO3Text2VideoRequest> requests)
    {
        requests.ForEach(async request => await client.SubmitAsync(request)); // WRONG 46: every job is dropped
    }

    public async Task Block()
    {
        await Task.Run(async () =>
        {
            await client.SubmitAsync(Lake); // WRONG 47: the job is dropped
            Console.WriteLine("submitted");
        });
    }
}

public sealed class NightlyVideos(KlingClient client) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await client.SubmitAsync(new KlingO3Text2VideoRequest { Prompt = "The sky tonight." }, stoppingToken); // WRONG 48: the job is dropped
            await Task.Delay(TimeSpan.FromHours(24), stoppingToken);
        }
    }
}

public static class VideoEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/lake", async (KlingClient client) =>
        {
            await client.SubmitAsync(new KlingO3Text2VideoRequest { Prompt = "A lake." }); // WRONG 49: the job is dropped
            return Results.Accepted();
        });
        app.MapPost("/hill", (KlingClient client) =>
        {
            _ = client.RunAsync(new KlingO3Text2VideoRequest { Prompt = "A hill." }); // WRONG 50: the task is discarded
            return Results.Ok();
        });
    }
}
