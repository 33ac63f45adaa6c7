using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Blind.Models;
using Kling;
using Kling.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Uses.Right;

internal sealed class Pipeline(KlingClient client, ILogger<Pipeline> logger, IOptions<Settings> settings) : BackgroundService
{
    private readonly Channel<IKlingRequest> _queue = Channel.CreateBounded<IKlingRequest>(10);
    private readonly ConcurrentDictionary<string, KlingJob> _jobs = new();
    private Task? _warm;
    private KlingJob? _last;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var request in _queue.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                KlingJob job = await client.SubmitAsync(request, stoppingToken);
                _jobs[job.RequestId] = job;
                await File.AppendAllTextAsync("tokens", job.ToToken() + "\n", stoppingToken);
            }
            catch (KlingApiException e) when (e.IsRetryable)
            {
                logger.LogWarning(e, "Again.");
                await _queue.Writer.WriteAsync(request, stoppingToken);
            }
        }
    }

    public void Warm() => _warm = client.CheckAccessAsync();

    public async Task StartAsync(IKlingRequest request) => _last = await client.SubmitAsync(request);

    public async Task<KlingResult> Retry(IKlingRequest request, CancellationToken token)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await client.RunAsync(request, cancellationToken: token);
            }
            catch (KlingApiException e) when (e.IsRetryable && attempt < settings.Value.Attempts)
            {
                await Task.Delay(TimeSpan.FromSeconds(Math.Pow(2, attempt)), token);
            }
        }
    }

    public async Task<string[]> Batch(IEnumerable<string> prompts)
    {
        var jobs = await Task.WhenAll(prompts.Select(async prompt => await client.SubmitAsync(new KlingO3Text2VideoRequest { Prompt = prompt })));
        return [.. jobs.Select(job => job.ToToken())];
    }

    public async Task Save(IEnumerable<IKlingRequest> requests, string folder)
    {
        var options = new KlingRunOptions { MaxInFlight = Environment.ProcessorCount, SpendLimit = 0, JobTimeout = TimeSpan.FromMinutes(59) };
        await foreach (KlingOutcome outcome in client.RunManyAsync(requests, options).ConfigureAwait(false))
        {
            if (outcome is { Kind: KlingOutcomeKind.Completed, Result.Video: { } video })
            {
                await video.SaveAsync(Path.Combine(folder, outcome.Index + ".mp4"));
            }
        }
    }

    public async Task<KlingRun> Run(IEnumerable<IKlingRequest> requests)
    {
        KlingRun run = client.RunManyAsync(requests);
        await foreach (var outcome in run)
        {
            logger.LogInformation("{Kind} {Spent}", outcome.Kind, run.Spent);
        }

        return run;
    }

    public IAsyncEnumerable<KlingOutcome> Stream(IEnumerable<IKlingRequest> requests) => client.RunManyAsync(requests);

    public async Task<KlingResult> Race(IKlingRequest request)
    {
        Task<KlingResult> run = client.RunAsync(request);
        if (await Task.WhenAny(run, Task.Delay(1000)) != run)
        {
            logger.LogInformation("Slow.");
        }

        return await run;
    }

    public async Task<KlingMedia?> Overlap(IKlingRequest a, IKlingRequest b)
    {
        Task<KlingResult> first = client.RunAsync(a), second = client.RunAsync(b);
        await Task.WhenAll(first, second);
        return first.Result.Video ?? second.Result.Video;
    }

    public async Task Progress(KlingJob job, IProgress<string> progress)
    {
        await foreach (KlingProgress step in job.WatchAsync(TimeSpan.FromMinutes(5)))
        {
            progress.Report($"{step.Status} {step.Elapsed:g}");
        }

        KlingResult result = await job.GetResultAsync();
        await using Stream stream = await result.Video!.OpenReadAsync();
        await using FileStream file = File.Create("a.mp4");
        await stream.CopyToAsync(file);
    }

    public async Task Resume(string path)
    {
        foreach (string token in await File.ReadAllLinesAsync(path))
        {
            KlingJob job = client.GetJob(token);
            KlingResult result = await job.WaitForCompletionAsync();
            await result.Video!.SaveAsync($"{job.RequestId}.mp4");
        }
    }

    public async Task<Uri> Upload(string path) => await client.Files.UploadAsync(path);

    public async Task Local(string path)
    {
        Uri image = await client.Files.UploadAsync(Path.GetFullPath(path));
        KlingResult result = await client.RunAsync(new KlingO3Image2VideoRequest { Prompt = "x", ImageUrl = image }, onSubmitted: job => File.WriteAllText("token", job.ToToken()));
        await result.Video!.SaveAsync("out.mp4");
    }

    public bool TryPeek(Task<KlingResult> task, out KlingResult? result)
    {
        result = task.IsCompletedSuccessfully ? task.Result : null;
        return result is not null;
    }

    public async Task<bool> IsRefused(IKlingRequest request)
    {
        try
        {
            await client.SubmitAsync(request);
            return false;
        }
        catch (KlingValidationException)
        {
            return true;
        }
    }

    public async Task Detach(IKlingRequest request)
    {
        _ = client.RunAsync(request, onSubmitted: job => _jobs[job.RequestId] = job);
        await Task.CompletedTask;
    }

    public string Describe() => string.Join(", ", _jobs.Values.Select(job => $"{job.Slug}: {job.Status}")) + _last?.Status + _warm?.Status;
}

internal sealed class Settings
{
    public int Attempts { get; set; } = 3;
    public string ApiKey { get; set; } = "";
    public string SampleKey { get; set; } = "SG_0123456789abcdef";
    public string OrderId { get; } = "SG_7be1c04d92f8a635";
}

[ApiController]
public sealed class ClipController(KlingClient client) : ControllerBase
{
    [HttpPost("/clips")]
    public async Task<ActionResult<string>> Post(KlingO3Text2VideoRequest request, CancellationToken token)
    {
        try
        {
            KlingJob job = await client.SubmitAsync(request, token);
            return Accepted(value: job.ToToken());
        }
        catch (KlingValidationException e)
        {
            return BadRequest(e.Violations);
        }
    }

    [HttpGet("/clips")]
    public async Task<ActionResult<KlingJobStatus>> Get(string token) => (await client.GetJob(token).GetStatusAsync()).Status;
}

internal static class Composition
{
    public static IServiceCollection AddStudio(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddKling(configuration.GetSection("Kling"), o => o.SubmitTimeout = TimeSpan.FromSeconds(90));
        services.AddKling("internal", o =>
        {
            o.BaseAddress = new Uri("http://localhost:8080/v1/");
            o.ApiKey = "SG_7be1c04d92f8a635";
        });
        services.AddKling("proxy", o =>
        {
            o.InsecureHosts = ["gateway"];
            o.BaseAddress = new Uri("http://gateway/v1/");
        });
        services.AddSingleton(p => new KlingClient(p.GetRequiredService<IConfiguration>()["Key"]!));
        services.AddSingleton<Pipeline>();
        services.AddHostedService<Pipeline>();
        services.AddHttpClient("plain", h => h.Timeout = TimeSpan.FromSeconds(5));
        return services;
    }

    public static KlingClient Emulated(HttpMessageHandler handler) => new(new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan }, new KlingClientOptions { ApiKey = "test", Polling = PollingStrategy.Fixed(TimeSpan.FromMilliseconds(1)) });
    public static KlingClientOptions Limits() => new() { JobTimeout = Timeout.InfiniteTimeSpan, MaxPollsPerSecond = 10_000, MaxUploadSize = 1 };
    public static KlingClientOptions Short() => new() { JobTimeout = TimeSpan.Zero, MaxPollsPerSecond = 0.001, SubmitTimeout = TimeSpan.FromHours(1) };
    public static PollingStrategy Slow() => PollingStrategy.Exponential(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), 1);

    public static async Task<int> Tool(string[] keys)
    {
        foreach (string key in keys)
        {
            using var client = new KlingClient(key);
            await client.CheckAccessAsync();
        }

        return keys.Length;
    }

    public static async Task<KlingResult> Once(IKlingRequest request)
    {
        using var client = new KlingClient();
        return await client.RunAsync(request);
    }

    public static async Task<string> Token(IKlingRequest request)
    {
        using var client = new KlingClient();
        KlingJob job = await client.SubmitAsync(request);
        return job.ToToken();
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/clips", async (KlingO3Text2VideoRequest request, KlingClient client) => Results.Text((await client.SubmitAsync(request)).ToToken()));
        app.MapGet("/clips/{token}", (string token, KlingClient client) => client.GetJob(token).GetStatusAsync());
        app.MapPost("/raw/{slug}", async (string slug, JsonElement body, KlingClient client) =>
        {
            KlingJob job = await client.SubmitAsync(slug, body);
            return Results.Ok(new { job.RequestId, Token = job.ToToken() });
        });
        app.MapPost("/new", async (JsonElement body, KlingClient client) => (await client.SubmitAsync("kling-4-text2video", body)).ToToken());
        app.MapPost("/other", async (JsonElement body, KlingClient client) => (await client.SubmitAsync("seedance-pro-text2video", body)).ToToken());
        app.MapPost("/v", async (JsonElement body, KlingClient client) => (await client.SubmitAsync("kling-3-pro-video2video", body)).ToToken());
    }
}
