using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Blind.Models;
using Kling;
using Kling.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Uses.Waits;

public interface IVideoService
{
    Task<string> StartAsync(string prompt, CancellationToken token = default);
    KlingResult Finish(string token);
}

public sealed class VideoService : IVideoService, IAsyncDisposable
{
    private readonly KlingClient _client;
    private readonly ILogger<VideoService> _log;
    private Task<KlingResult>? _current;

    public VideoService(IOptions<KlingClientOptions> options, ILogger<VideoService> log)
    {
        _client = new KlingClient(options.Value);
        _log = log;
    }

    public async Task<string> StartAsync(string prompt, CancellationToken token = default)
    {
        var request = new KlingO3Text2VideoRequest { Prompt = prompt };
        if (prompt.Length > 100)
        {
            request = request with { CfgScale = 1.0001 }; // KLING102
        }

        KlingJob job = await _client.SubmitAsync(request, token).ConfigureAwait(false);
        _log.LogInformation("Started {Id}", job.RequestId);
        return job.RequestId;
    }

    public KlingResult Finish(string token)
    {
        KlingJob job = _client.GetJob(token);
        return job.WaitForCompletionAsync().ConfigureAwait(false).GetAwaiter().GetResult(); // KLING203
    }

    public void Poll(KlingJob job)
    {
        while (job.GetStatusAsync().Result.Status is not KlingJobStatus.Completed) // KLING203
        {
            Thread.Sleep(500);
        }
    }

    public string Url(KlingJob job) => job.GetResultAsync().Result.Video!.Url.ToString(); // KLING203

    public bool TryFinish(KlingJob job, out KlingResult? result)
    {
        var task = job.WaitForCompletionAsync(TimeSpan.FromSeconds(30));
        if (task.Wait(1000)) // KLING203
        {
            result = task.Result;
            return true;
        }

        result = null;
        return false;
    }

    public List<KlingResult> RunAll(IEnumerable<IKlingRequest> requests)
    {
        var results = new List<KlingResult>();
        foreach (IKlingRequest request in requests)
        {
            results.Add(_client.RunAsync(request).Result); // KLING203
        }

        return results;
    }

    public List<KlingResult> RunAll2(IEnumerable<IKlingRequest> requests) =>
        requests.AsParallel().Select(r => _client.RunAsync(r).GetAwaiter().GetResult()).ToList(); // KLING203

    public void Save(KlingResult result, string folder)
    {
        foreach (KlingMedia media in result.Outputs)
        {
            media.SaveAsync(Path.Combine(folder, media.FileName ?? "x")); // KLING204
        }
    }

    public Task SaveAll(KlingResult result) => Task.WhenAll(result.Outputs.Select(o => o.SaveAsync(o.FileName!)));

    public async Task SaveLoop(KlingResult result)
    {
        foreach (var media in result.Images)
        {
            _ = media.SaveAsync(media.FileName!); // KLING204
            await Task.Yield();
        }
    }

    public async Task Refresh(IKlingRequest request)
    {
        _current = _client.RunAsync(request);
        await Task.Delay(100);
    }

    public async Task Both(IKlingRequest a, IKlingRequest b)
    {
        var first = await _client.SubmitAsync(a);
        var second = await _client.SubmitAsync(b); // KLING201
        await first.WaitForCompletionAsync(); // KLING206
    }

    public async Task<int> Counted(IKlingRequest[] requests)
    {
        int n = 0;
        foreach (var request in requests)
        {
            if (await _client.SubmitAsync(request) is not null) // KLING201
            {
                n++;
            }
        }

        return n;
    }

    public async Task Lock(IKlingRequest request)
    {
        using var gate = new SemaphoreSlim(1);
        await gate.WaitAsync();
        try
        {
            await _client.SubmitAsync(request); // KLING201
        }
        finally
        {
            gate.Release();
        }
    }

    public async Task Measured(IKlingRequest request)
    {
        var watch = Stopwatch.StartNew();
        await _client.RunAsync(request); // KLING206
        _log.LogInformation("{Elapsed}", watch.Elapsed);
    }

    public async Task Local(IKlingRequest request)
    {
        async Task Go() => await _client.SubmitAsync(request); // KLING201
        await Go();
    }

    public async Task Lambda(IKlingRequest request)
    {
        Func<Task> go = async () => await _client.SubmitAsync(request); // KLING201
        await go();
    }

    public async Task Event()
    {
        var timer = new System.Timers.Timer(1000);
        timer.Elapsed += async (_, _) => await _client.SubmitAsync(new KlingO3Text2VideoRequest { Prompt = "tick" }); // KLING201
        timer.Start();
        await Task.Delay(5000);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_current is not null)
        {
            await _current;
        }
    }
}

public sealed class Cache(IServiceProvider services)
{
    public async Task<KlingResult?> Get(IKlingRequest request)
    {
        using var scope = services.CreateScope();
        var client = scope.ServiceProvider.GetRequiredService<KlingClient>();
        return await client.RunAsync(request);
    }

    public static decimal Left(KlingClient client) => client.Account.GetCreditsAsync().Result.Credits; // KLING203

    public static KlingClientOptions Elsewhere() => new() { AccountAddress = new Uri("ftp://account.example.com") }; // KLING211

    public static async Task History(KlingClient client)
    {
        client.Account.GetHistoryAsync(); // KLING205
        client.Account.FindAsync("id"); // KLING204
        await foreach (KlingHistoryEntry entry in client.Account.GetHistoryAsync())
        {
            Console.WriteLine(entry.RequestId);
        }
    }

    public static KlingClient Get2() { using var client = new KlingClient(); return client; } // KLING214

    public static async Task<KlingMedia> Get3(IKlingRequest request)
    {
        using var client = new KlingClient();
        var result = await client.RunAsync(request);
        return result.Video!;
    }

    public static IAsyncEnumerable<KlingOutcome> Get4(IEnumerable<IKlingRequest> requests)
    {
        using var client = new KlingClient();
        return client.RunManyAsync(requests); // KLING214
    }

    public static async Task<KlingJob> Get5(IKlingRequest request)
    {
        using var client = new KlingClient();
        return await client.SubmitAsync(request); // KLING214
    }

    public static async Task Each(IEnumerable<string> prompts)
    {
        var tasks = prompts.Select(async prompt =>
        {
            using var client = new KlingClient(); // KLING213
            var result = await client.RunAsync(new KlingO3Text2VideoRequest { Prompt = prompt });
            await result.Video!.SaveAsync($"{prompt}.mp4");
        });
        await Task.WhenAll(tasks);
    }

    public static async Task While(Queue<IKlingRequest> queue)
    {
        while (queue.TryDequeue(out IKlingRequest? request))
        {
            var client = new KlingClient(); // KLING213
            var job = await client.SubmitAsync(request);
            Console.WriteLine(job.ToToken());
        }
    }

    public static async Task For(IKlingRequest[] requests)
    {
        for (var i = 0; i < requests.Length; i++)
        {
            await new KlingClient().SubmitAsync(requests[i]); // KLING201 KLING213
        }
    }
}
