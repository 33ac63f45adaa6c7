using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
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
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Uses.Fine;

public sealed record SceneOptions(string Prompt, Uri Image)
{
    public double Strength { get; init; } = 0.5;
    public string[] Voices { get; init; } = [];
    public string ReferenceId { get; init; } = "SG_94c0e6d1f2a97b35";
}

public sealed class Director(KlingClient client, TimeProvider time, ILogger<Director> logger)
{
    private static readonly ActivitySource Source = new("director");
    private readonly Dictionary<string, Task<KlingResult>> _running = [];
    private readonly List<KlingJob> _jobs = [];
    private readonly object _gate = new();

    public Kling3ProImage2VideoRequest Make(SceneOptions o) => new()
    {
        Prompt = o.Voices.Length > 0 ? $"<<<voice_1>>> {o.Prompt}" : o.Prompt,
        StartImageUrl = o.Image,
        CfgScale = Math.Clamp(o.Strength, 0, 1),
        VoiceIds = o.Voices.Take(2).ToArray(),
        Duration = Enum.Parse<Kling3ProImage2VideoDuration>("Seconds5"),
    };

    public Kling3ProImage2VideoRequest Two(Uri a, Uri b)
    {
        var request = Make(new("@Element1 and @Element2", a));
        return request with { Elements = [new() { FrontalImageUrl = a }, new() { FrontalImageUrl = b }] };
    }

    public Kling3ProImage2VideoRequest Three(Uri a)
    {
        var builder = Kling3ProImage2VideoRequest.CreateBuilder("@Element1 runs to @Element2", a);
        builder.AddElement(a);
        AddMore(builder, a);
        return builder.Build();
    }

    private static void AddMore(Kling3ProImage2VideoRequestBuilder builder, Uri a) => builder.AddElement(a);

    public Kling3ProImage2VideoRequest Loop(Uri[] faces)
    {
        var builder = Kling3ProImage2VideoRequest.CreateBuilder("@Element1 runs to @Element2", faces[0]);
        foreach (Uri face in faces)
        {
            builder.AddElement(face);
        }

        return builder.Build();
    }

    public Kling3ProImage2VideoRequest Sum(Uri a, bool two)
    {
        Kling3ProImage2VideoElement[] elements = two ? [new() { FrontalImageUrl = a }, new() { FrontalImageUrl = a }] : [new() { FrontalImageUrl = a }];
        return new() { Prompt = two ? "@Element1 @Element2" : "@Element1", StartImageUrl = a, Elements = elements };
    }

    public async Task<KlingResult> Once(string name, IKlingRequest request)
    {
        Task<KlingResult> task;
        lock (_gate)
        {
            if (!_running.TryGetValue(name, out task!))
            {
                _running[name] = task = client.RunAsync(request);
            }
        }

        return await task;
    }

    public async Task Track(IKlingRequest request)
    {
        using Activity? activity = Source.StartActivity();
        KlingJob job = await client.SubmitAsync(request);
        activity?.SetTag("job", job.RequestId);
        _jobs.Add(job);
    }

    public async Task<KlingResult?> Try(IKlingRequest request)
    {
        try
        {
            return await client.RunAsync(request).WaitAsync(TimeSpan.FromMinutes(10), time);
        }
        catch (TimeoutException e)
        {
            logger.LogWarning(e, "Late.");
            return null;
        }
    }

    public async Task<KlingResult> Later(IKlingRequest request)
    {
        KlingJob job = await client.SubmitAsync(request);
        try
        {
            return await job.WaitForCompletionAsync(TimeSpan.FromMinutes(2));
        }
        catch (KlingTimeoutException)
        {
            await File.WriteAllTextAsync("token", job.ToToken());
            throw;
        }
    }

    public Task<KlingJob> Pass(IKlingRequest request) => client.SubmitAsync(request);
    public ValueTask<KlingJob> Pass2(IKlingRequest request) => new(client.SubmitAsync(request));
    public async Task<string> Pass3(IKlingRequest request) => (await client.SubmitAsync(request)).ToToken();
    public Task Pass4(IKlingRequest request, ICollection<KlingJob> jobs) => client.SubmitAsync(request).ContinueWith(t => jobs.Add(t.Result), TaskScheduler.Default);
    public async Task<IReadOnlyList<KlingJob>> Pass5(IEnumerable<IKlingRequest> requests)
    {
        List<KlingJob> jobs = [];
        foreach (var request in requests)
        {
            jobs.Add(await client.SubmitAsync(request));
        }

        return jobs;
    }

    public async Task<Dictionary<string, string>> Pass6(IEnumerable<IKlingRequest> requests)
    {
        var tasks = requests.ToDictionary(r => r.Model.Slug, r => client.SubmitAsync(r));
        await Task.WhenAll(tasks.Values);
        return tasks.ToDictionary(p => p.Key, p => p.Value.Result.ToToken());
    }

    public async Task Pass7(ChannelWriter<KlingJob> writer, IKlingRequest request) => await writer.WriteAsync(await client.SubmitAsync(request));

    public async IAsyncEnumerable<KlingResult> Pass8(IEnumerable<IKlingRequest> requests)
    {
        foreach (var chunk in requests.Chunk(4))
        {
            foreach (KlingResult result in await Task.WhenAll(chunk.Select(r => client.RunAsync(r))))
            {
                yield return result;
            }
        }
    }

    public async Task<int> Pass9(IEnumerable<IKlingRequest> requests) => await client.RunManyAsync(requests).CountAsync(o => o.Kind == KlingOutcomeKind.Completed);

    public async Task Warm()
    {
        await client.CheckAccessAsync();
        await client.CheckAccessAsync().ConfigureAwait(false);
    }

    public KlingJob Resume(string saved) => client.GetJob(saved);
    public KlingJob Resume2(JsonElement saved) => client.GetJob(saved.GetProperty("token").GetString()!);
    public KlingJob Resume3(KlingJob job) => client.GetJob(job.ToToken());
    public KlingJob Resume4(IReadOnlyDictionary<string, string> tokens, string id) => client.GetJob(tokens[id]);
    public async Task<KlingJobStatus> Peek(KlingJob job) => (await job.GetStatusAsync()).Status;
    public KlingResult? Done(Task<KlingResult> task) => task is { IsCompletedSuccessfully: true, Result: var result } ? result : null;
    public void Forget(KlingJob job) => _ = Save(job);
    private static async Task Save(KlingJob job) => await (await job.WaitForCompletionAsync()).Video!.SaveAsync("x.mp4");
}

public static class AsyncLinq
{
    public static async Task<int> CountAsync<T>(this IAsyncEnumerable<T> source, Func<T, bool> filter)
    {
        int n = 0;
        await foreach (T item in source)
        {
            n += filter(item) ? 1 : 0;
        }

        return n;
    }
}
