using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.AspNetCore.Mvc;

namespace BlindFour.Wrong.Waiting;

/// <summary>The old desktop program's bridge to the video service.</summary>
public class LegacyDesk
{
    private readonly KlingClient _client = new();

    public KlingResult Render(string text)
    {
        return _client.RunAsync(new KlingO3Text2VideoRequest { Prompt = text }).Result; // WRONG 98: blocks
    }

    public string Order(IKlingRequest request)
    {
        KlingJob job = _client.SubmitAsync(request).GetAwaiter().GetResult(); // WRONG 99: blocks
        return job.ToToken();
    }

    public void Finish(KlingJob job, string path)
    {
        job.WaitForCompletionAsync().Wait(); // WRONG 100: blocks
        KlingResult result = job.GetResultAsync().ConfigureAwait(false).GetAwaiter().GetResult(); // WRONG 101: blocks
        result.Video!.SaveAsync(path).Wait(TimeSpan.FromMinutes(1)); // WRONG 102: blocks
    }

    public Uri Upload(string path) => _client.Files.UploadAsync(path).Result; // WRONG 103: blocks

    public byte[] Bytes(KlingMedia media)
    {
        using var buffer = new MemoryStream();
        using Stream source = media.OpenReadAsync().Result; // WRONG 104: blocks
        source.CopyTo(buffer);
        return buffer.ToArray();
    }

    public void SaveAll(KlingResult result, string folder)
    {
        Task.WhenAll(result.Outputs.Select((o, i) => o.SaveAsync(Path.Combine(folder, $"{i}.mp4")))).Wait(); // WRONG 105: blocks
    }

    public KlingResult InPool(IKlingRequest request) => Task.Run(() => _client.RunAsync(request)).Result; // WRONG 106: blocks

    public KlingJobStatus Poll(KlingJob job)
    {
        var task = job.GetStatusAsync();
        task.Wait(); // WRONG 107: blocks on a local
        return job.Status;
    }

    public KlingJob? First(IKlingRequest a, IKlingRequest b)
    {
        KlingJob[] jobs = Task.WhenAll(_client.SubmitAsync(a), _client.SubmitAsync(b)).Result; // WRONG 108: blocks
        return jobs.FirstOrDefault();
    }

    public bool Moves(KlingRun run)
    {
        var outcomes = run.GetAsyncEnumerator();
        return outcomes.MoveNextAsync().AsTask().Result; // WRONG 109: blocks on a ValueTask
    }

    public bool MovesDirectly(KlingRun run) => run.GetAsyncEnumerator().MoveNextAsync().GetAwaiter().GetResult(); // WRONG 110: blocks on an unfinished ValueTask

    public decimal Credits() => _client.Account.GetCreditsAsync().Result.Credits; // WRONG 111: blocks

    public void Ping() => _client.CheckAccessAsync().GetAwaiter().GetResult(); // WRONG 112: blocks

    public async Task<string> HalfAsync(IKlingRequest request)
    {
        KlingJob job = await _client.SubmitAsync(request);
        string path = job.RequestId + ".mp4";
        job.WaitForCompletionAsync().Result.Video!.SaveAsync(path).Wait(); // WRONG 113: blocks in an async method
        return path;
    }
}

[ApiController]
[Route("clips")]
public sealed class ClipsController : ControllerBase
{
    [HttpPost]
    public async Task<string?> PostAsync([FromBody] KlingO3Text2VideoRequest request, CancellationToken cancellationToken)
    {
        using var client = new KlingClient(); // WRONG 114: client per request
        KlingResult result = await client.RunAsync(request, cancellationToken: cancellationToken);
        return result.Output;
    }

    [HttpPost("many")]
    public async Task<int> ManyAsync([FromBody] KlingO3Text2VideoRequest[] requests)
    {
        int done = 0;
        foreach (KlingO3Text2VideoRequest request in requests)
        {
            var client = new KlingClient(new KlingClientOptions { JobTimeout = TimeSpan.FromMinutes(20) }); // WRONG 115: client in a loop
            KlingResult result = await client.RunAsync(request);
            done += result.Outputs.Count;
        }

        return done;
    }
}

public static class Helpers
{
    public static Task<KlingResult> RunOnce(IKlingRequest request)
    {
        using var client = new KlingClient();
        return client.RunAsync(request); // WRONG 116: disposed before the wait
    }

    public static async Task<KlingResult> LateAsync(IKlingRequest request)
    {
        var client = new KlingClient();
        KlingJob job = await client.SubmitAsync(request);
        client.Dispose();
        return await job.WaitForCompletionAsync(); // WRONG 117: client is disposed
    }

    public static KlingRun Lazy(KlingO3Text2VideoRequest[] requests)
    {
        using KlingClient client = new();
        return client.RunManyAsync(requests); // WRONG 118: enumerated after the dispose
    }

    public static KlingClient Impatient()
    {
        var http = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
        return new KlingClient(http, new KlingClientOptions { SubmitTimeout = TimeSpan.FromSeconds(90) }); // WRONG 119: HttpClient.Timeout below SubmitTimeout
    }
}
