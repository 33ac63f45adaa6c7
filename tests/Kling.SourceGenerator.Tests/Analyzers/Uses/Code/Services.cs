using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Uses.Services;

internal sealed class Worker(KlingClient client, ILogger<Worker> logger) : BackgroundService
{
    private readonly Channel<KlingO3Text2VideoRequest> _queue = Channel.CreateUnbounded<KlingO3Text2VideoRequest>();
    private readonly List<Task> _running = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var request in _queue.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await client.SubmitAsync(request, stoppingToken); // KLING201
                logger.LogInformation("Submitted.");
            }
            catch (Exception error)
            {
                logger.LogError(error, "Failed.");
            }
        }
    }

    public void Start(KlingO3Text2VideoRequest request)
    {
        var task = client.RunAsync(request); // KLING204
    }

    public void Fire(KlingO3Text2VideoRequest request) => _ = Task.Run(async () => await client.RunAsync(request)); // KLING204

    public void Fire2(KlingO3Text2VideoRequest request)
    {
        Task.Run(async () =>
        {
            await client.SubmitAsync(request); // KLING201
        });
    }

    public async Task Retry(KlingO3Text2VideoRequest request)
    {
        for (int attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                var job = await client.SubmitAsync(request); // KLING201
                return;
            }
            catch (Exception e) when (attempt < 2)
            {
                logger.LogWarning(e, "Again.");
            }
        }
    }

    public async Task Parallel(IEnumerable<KlingO3Text2VideoRequest> requests)
    {
        await System.Threading.Tasks.Parallel.ForEachAsync(requests, async (request, token) => await client.SubmitAsync(request, token)); // KLING201
    }

    public void Each(List<KlingO3Text2VideoRequest> requests) => requests.ForEach(async r => await client.RunAsync(r)); // KLING206

    public async ValueTask<int> Count(IReadOnlyList<IKlingRequest> requests)
    {
        var jobs = await Task.WhenAll(requests.Select(r => client.SubmitAsync(r))); // KLING201
        return requests.Count;
    }

    public async Task<bool> Ok(IKlingRequest request)
    {
        await client.RunAsync(request).WaitAsync(TimeSpan.FromMinutes(3)); // KLING206
        return true;
    }

    public void Timer() => new Timer(_ => client.SubmitAsync(new KlingO3Text2VideoRequest { Prompt = "x" }), null, 0, 1000); // KLING201

    public async Task Many(IEnumerable<IKlingRequest> requests)
    {
        var run = client.RunManyAsync(requests, new KlingRunOptions { SpendLimit = -5m, MaxInFlight = 0 }); // KLING205 KLING211 KLING211
        logger.LogInformation("{Spent}", run.Spent); // run never enumerated
    }

    public async Task Watch(KlingJob job)
    {
        job.WatchAsync(); // KLING205
        await Task.Yield();
    }

    public void Block(KlingJob job)
    {
        var result = job.WaitForCompletionAsync().Result; // KLING203
        result.Video!.SaveAsync("a.mp4").GetAwaiter().GetResult(); // KLING203
        Task.WaitAll(client.CheckAccessAsync(), job.GetStatusAsync()); // KLING203
        foreach (var p in job.WatchAsync().ToBlockingEnumerable()) // KLING203
        {
            Console.WriteLine(p.Status);
        }
    }

    public string Sync(string path)
    {
        var upload = client.Files.UploadAsync(path);
        upload.Wait(); // KLING203
        return upload.Result.ToString();
    }

    public void Waiting(IKlingRequest request)
    {
        var task = client.RunAsync(request);
        while (!task.IsCompleted)
        {
            Thread.Sleep(1000);
        }

        Console.WriteLine(task.Result.Video!.Url);
    }

    public Task Continue(IKlingRequest request) => client.SubmitAsync(request).ContinueWith(t => logger.LogInformation("{Status}", t.Status)); // KLING201

    public async Task Upload(string path)
    {
        await client.Files.UploadAsync(path); // KLING206
    }

    public async Task<KlingResult> Early(IKlingRequest request)
    {
        KlingJob job;
        using (var own = new KlingClient())
        {
            job = await own.SubmitAsync(request);
        }

        return await job.WaitForCompletionAsync(); // KLING214
    }

    public Task<KlingResult> Early2(IKlingRequest request)
    {
        using var own = new KlingClient();
        return own.RunAsync(request); // KLING214
    }

    public async Task Unawaited(KlingJob job)
    {
        job.WaitForCompletionAsync(TimeSpan.FromSeconds(-5)); // KLING204 KLING211
        await Task.Delay(1);
    }

    public async Task Timeout(KlingJob job)
    {
        var result = await job.WaitForCompletionAsync(timeout: TimeSpan.FromMinutes(-1)); // KLING211
        Console.WriteLine(result);
    }
}

[ApiController]
[Route("clips")]
public sealed class ClipsController : ControllerBase
{
    private readonly KlingClient _client = new(); // KLING213

    [HttpPost]
    public async Task<IActionResult> Post(KlingO3Text2VideoRequest request)
    {
        await _client.SubmitAsync(request); // KLING201
        return Accepted();
    }

    [HttpGet("{id}")]
    public IActionResult Get(string id) => Ok(_client.GetJob(id).GetStatusAsync().Result); // KLING203
}

internal static class Startup
{
    public static void Services(IServiceCollection services, IConfiguration configuration)
    {
        services.AddKling(o =>
        {
            o.ApiKey = "SG_e1b7430fd9c68a25"; // KLING202
            o.SubmitTimeout = TimeSpan.Zero; // KLING211
            o.MaxPollsPerSecond = 20_000; // KLING211
        }).ConfigureHttpClient(h => h.Timeout = TimeSpan.FromSeconds(15));
        services.AddTransient<KlingClient>(); // KLING213
        services.AddScoped(_ => new KlingClient()); // KLING213
        services.AddKling("night", o => o.BaseAddress = new Uri("/v1", UriKind.Relative)); // KLING211
        services.AddHttpClient<KlingClient>().ConfigureHttpClient(h => h.Timeout = TimeSpan.FromSeconds(5));
    }

    public static void Map(WebApplication app)
    {
        app.MapPost("/run", async (KlingO3Text2VideoRequest request) =>
        {
            using var client = new KlingClient(); // KLING213
            var result = await client.RunAsync(request);
            return Results.Ok(result.Video?.Url);
        });
        app.MapPost("/submit", Submit);
        app.MapGet("/job/{id}", (string id, KlingClient client) => client.GetJob(id).GetStatusAsync());
    }

    private static async Task<IResult> Submit(KlingO3Text2VideoRequest request, KlingClient client)
    {
        var job = await client.SubmitAsync(request);
        return Results.Ok(client.GetJob(job.RequestId).Status); // KLING210
    }
}

internal sealed class Store(KlingClient client)
{
    private readonly Dictionary<string, string> _ids = new();
    private readonly ConcurrentDictionary<Guid, KlingJob> _jobs = new();

    public async Task Save(IKlingRequest request)
    {
        var job = await client.SubmitAsync(request);
        _ids["last"] = job.RequestId;
    }

    public KlingJob Load() => client.GetJob("3f9a07c1-e58b-24d6-9f3a-07c1e58b24d6"); // KLING210

    public KlingJob Reload(KlingJob job)
    {
        string id = job.RequestId;
        return client.GetJob(token: id); // KLING210
    }

    public KlingJob Slug(KlingJob job) => client.GetJob($"{job.Slug}/{job.RequestId}"); // KLING210

    public async IAsyncEnumerable<string> Tokens(IEnumerable<IKlingRequest> requests)
    {
        foreach (var request in requests)
        {
            var job = await client.SubmitAsync(request); // KLING201
            yield return request.Model.Slug;
        }
    }

    public async Task Each(IEnumerable<IKlingRequest> requests)
    {
        var tasks = new List<Task<KlingJob>>();
        foreach (var request in requests)
        {
            tasks.Add(client.SubmitAsync(request));
        }

        await Task.WhenAll(tasks); // KLING201
    }
}
