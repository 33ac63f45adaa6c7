using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BlindFive.Wrong.Flow;

/// <summary>A worker that renders what a queue gives it.</summary>
public sealed class RenderWorker(KlingClient client, IAsyncEnumerable<IKlingRequest> queue) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (IKlingRequest request in queue.WithCancellation(stoppingToken))
        {
            await client.SubmitAsync(request, stoppingToken); // WRONG 1: the job is discarded
        }
    }

    public void Enqueue(IKlingRequest request)
    {
        client.SubmitAsync(request); // WRONG 2: neither awaited nor kept
    }

    public async Task AllAsync(IEnumerable<IKlingRequest> requests) =>
        await Task.WhenAll(requests.Select(request => client.SubmitAsync(request))); // WRONG 3: all jobs are discarded

    public async Task InBackgroundAsync(IKlingRequest request)
    {
        await Task.Run(() => client.SubmitAsync(request)); // WRONG 4: the job is discarded
    }

    public async Task LimitedAsync(IKlingRequest request)
    {
        _ = await client.SubmitAsync(request).WaitAsync(TimeSpan.FromSeconds(20)); // WRONG 5: the job is discarded
    }

    public void RunAll(IReadOnlyList<IKlingRequest> requests)
    {
        client.RunManyAsync(requests, new KlingRunOptions { MaxInFlight = 2 }); // WRONG 6: never enumerated, submits nothing
    }

    public async Task<int> TwiceAsync(IEnumerable<IKlingRequest> requests)
    {
        KlingRun run = client.RunManyAsync(requests);
        int failed = 0, done = 0;
        await foreach (KlingOutcome outcome in run)
        {
            failed += outcome.Error is null ? 0 : 1;
        }

        await foreach (KlingOutcome outcome in run) // WRONG 7: a run can be enumerated once
        {
            done += outcome.Result is null ? 0 : 1;
        }

        return done - failed;
    }

    public async Task<string> WaitAsync(KlingJob job, CancellationToken token)
    {
        job.WaitForCompletionAsync(cancellationToken: token); // WRONG 8: the wait is not awaited
        KlingProgress now = await job.GetStatusAsync(token);
        return now.ToString();
    }

    public void Watch(KlingJob job) => job.WatchAsync(); // WRONG 9: never enumerated, polls nothing

    public async Task<string> SaveAsync(KlingResult result, string folder)
    {
        string path = Path.Combine(folder, result.RequestId + ".mp4");
        result.Video!.SaveAsync(path); // WRONG 10: the download is not awaited
        await File.AppendAllTextAsync(Path.Combine(folder, "index.txt"), path + "\n");
        return path;
    }

    public async Task<KlingO3Image2VideoRequest> UploadAsync(string path)
    {
        client.Files.UploadAsync(path); // WRONG 11: the URL of the file is lost
        Uri still = await client.Files.UploadAsync(path + ".still.png");
        return new KlingO3Image2VideoRequest { ImageUrl = still, Prompt = "Leaves fall." };
    }

    public async Task UnreadAsync(IKlingRequest request, TextWriter log)
    {
        KlingJob job = await client.SubmitAsync(request); // WRONG 12: job is never read
        await log.WriteLineAsync("submitted " + request.Model.Slug);
    }

    public KlingList<string> Grow(KlingList<string> voices, string another)
    {
        voices.Add(another); // WRONG 13: the list is immutable, the copy is discarded
        return voices;
    }

    public KlingO3Text2VideoRequest Cheaper(KlingO3Text2VideoRequest request)
    {
        request.Unset("mode"); // WRONG 14: requests are immutable, the copy is discarded
        return request;
    }

    public async Task<KlingJob> AgainAsync(IKlingRequest request, CancellationToken token)
    {
        try
        {
            return await client.SubmitAsync(request, token);
        }
        catch (KlingSubmitUnconfirmedException)
        {
            return await client.SubmitAsync(request, token); // WRONG 15: the first may be accepted; ResolveAsync
        }
    }

    public async Task<KlingResult> AgainAfterTimeoutAsync(IKlingRequest request)
    {
        try
        {
            return await client.RunAsync(request);
        }
        catch (KlingTimeoutException)
        {
            return await client.RunAsync(request); // WRONG 16: the job still runs; wait for it again
        }
    }

    public async Task<KlingJob> AgainAfterCallbackAsync(IKlingRequest request)
    {
        try
        {
            return await client.SubmitAsync(request);
        }
        catch (KlingCallbackException e)
        {
            Console.Error.WriteLine(e.Message);
            return await client.SubmitAsync(request); // WRONG 17: the job was submitted; use e.Job
        }
    }
}

/// <summary>A view model that blocks its thread.</summary>
public sealed class ClipViewModel(KlingClient client)
{
    public string Status { get; private set; } = "";

    public Uri? Clip { get; private set; }

    public void OnRenderClicked(KlingO3Text2VideoRequest request)
    {
        KlingResult result = client.RunAsync(request).Result; // WRONG 18: blocks the thread for minutes
        Clip = result.Video?.Url;
    }

    public void OnSubmitClicked(IKlingRequest request)
    {
        KlingJob job = client.SubmitAsync(request).GetAwaiter().GetResult(); // WRONG 19: synchronous wait
        Status = job.RequestId;
    }

    public void OnSaveClicked(KlingMedia media, string path) => media.SaveAsync(path).Wait(); // WRONG 20: synchronous wait for a download

    public Uri OnDropped(string path) => client.Files.UploadAsync(path).Result; // WRONG 21: synchronous wait for an upload

    public decimal Credits => client.Account.GetCreditsAsync().GetAwaiter().GetResult().Credits; // WRONG 22: synchronous wait in a property

    public void OnTwoClicked(IKlingRequest left, IKlingRequest right)
    {
        Task<KlingResult> first = client.RunAsync(left), second = client.RunAsync(right);
        Task.WhenAll(first, second).Wait(); // WRONG 23: synchronous wait
        Status = $"{first.Result} {second.Result}";
    }

    public void OnQuickClicked(IKlingRequest request) =>
        Status = Task.Run(() => client.RunAsync(request)).Result.RequestId; // WRONG 24: synchronous wait
}

/// <summary>Clients that live too short.</summary>
public static class Lifetimes
{
    public static async Task<List<string>> LoopAsync(IEnumerable<IKlingRequest> requests)
    {
        List<string> tokens = [];
        foreach (IKlingRequest request in requests)
        {
            using var client = new KlingClient(); // WRONG 25: a client per request
            KlingJob job = await client.SubmitAsync(request);
            tokens.Add(job.ToToken());
        }

        return tokens;
    }

    public static Task<KlingResult> DisposedEarly(IKlingRequest request)
    {
        using var client = new KlingClient();
        return client.RunAsync(request); // WRONG 26: disposed before the task ends; await it
    }

    public static async Task<KlingResult> DisposedBeforeWaitAsync(IKlingRequest request)
    {
        KlingJob job;
        using (var client = new KlingClient())
        {
            job = await client.SubmitAsync(request);
        }

        return await job.WaitForCompletionAsync(); // WRONG 27: the job uses the connections of the disposed client
    }

    public static void Map(WebApplication app) => app.MapPost("/clips", async ([FromBody] KlingO3Text2VideoRequest request) =>
    {
        using var client = new KlingClient(); // WRONG 28: a client per HTTP request
        KlingJob job = await client.SubmitAsync(request);
        return Results.Accepted(value: job.ToToken());
    });

    public static void Register(IServiceCollection services) =>
        services.AddTransient(_ => new KlingClient()); // WRONG 29: a client per injection
}
