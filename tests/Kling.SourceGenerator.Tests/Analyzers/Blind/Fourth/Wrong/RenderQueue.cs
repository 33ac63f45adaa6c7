using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.Extensions.Hosting;

namespace BlindFour.Wrong.Dropped;

/// <summary>Renders what the editors have put in the queue.</summary>
public sealed class RenderQueue : BackgroundService
{
    private readonly KlingClient _client;
    private readonly Queue<KlingO3Text2VideoRequest> _waiting = new();

    public RenderQueue(KlingClient client) => _client = client;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (_waiting.TryDequeue(out var next))
            {
                await _client.SubmitAsync(next, stoppingToken); // WRONG 146: job dropped
            }

            await Task.Delay(TimeSpan.FromSeconds(10), stoppingToken);
        }
    }

    public void Enqueue(KlingO3Text2VideoRequest request)
    {
        _waiting.Enqueue(request);
        _client.SubmitAsync(request); // WRONG 147: never awaited in a void method
        _client.RunAsync(request); // WRONG 148: never awaited
    }

    public async Task AllAsync(IReadOnlyList<KlingO3Text2VideoRequest> requests)
    {
        await Task.WhenAll(requests.Select(r => _client.SubmitAsync(r))); // WRONG 149: all jobs dropped
    }

    public async Task PairAsync(IKlingRequest a, IKlingRequest b)
    {
        await Task.WhenAll(_client.SubmitAsync(a), _client.SubmitAsync(b)); // WRONG 150: both dropped
        await Task.WhenAny(_client.SubmitAsync(a), Task.Delay(500)); // WRONG 151: job dropped
    }

    public void Background(IKlingRequest request)
    {
        Task.Run(() => _client.SubmitAsync(request)); // WRONG 152: Task.Run dropped
    }

    public async Task TimedAsync(IKlingRequest request)
    {
        await _client.SubmitAsync(request).WaitAsync(TimeSpan.FromSeconds(30)); // WRONG 153: job dropped after WaitAsync
        await _client.SubmitAsync(request).ConfigureAwait(false); // WRONG 154: job dropped
    }

    public void Continue(IKlingRequest request)
    {
        _client.SubmitAsync(request).ContinueWith(t => Console.WriteLine("submitted")); // WRONG 155: job never read
    }

    public async Task EitherAsync(bool draft, KlingO3Text2VideoRequest request)
    {
        _ = draft ? await _client.SubmitAsync(request with { Mode = KlingO3Text2VideoMode.Standard }) : await _client.SubmitAsync(request); // WRONG 156: both branches dropped
    }

    public void ManyNever(IEnumerable<IKlingRequest> requests)
    {
        _client.RunManyAsync(requests); // WRONG 157: never enumerated
        _ = _client.RunManyAsync(requests, new KlingRunOptions { MaxInFlight = 2 }); // WRONG 158: never enumerated
    }

    public int ManyCounted(IEnumerable<IKlingRequest> requests)
    {
        KlingRun run = _client.RunManyAsync(requests); // WRONG 159: only Submitted is read, never enumerated
        return run.Submitted.Count;
    }

    public async Task WatchAsync(IKlingRequest request)
    {
        KlingJob job = await _client.SubmitAsync(request);
        job.WatchAsync(); // WRONG 160: never enumerated
        Console.WriteLine(job.RequestId);
    }

    public void WaitLater(KlingJob job)
    {
        job.WaitForCompletionAsync(); // WRONG 161: never awaited
        job.GetStatusAsync(); // WRONG 162: never awaited
    }

    public async Task UnreadAsync(IKlingRequest request)
    {
        var job = await _client.SubmitAsync(request); // WRONG 163: job is never read
        Console.WriteLine("Submitted.");
    }

    public async Task<bool> UnreadInTryAsync(IKlingRequest request)
    {
        try
        {
            KlingJob submitted = await _client.SubmitAsync(request, CancellationToken.None); // WRONG 164: never read
            return true;
        }
        catch (KlingApiException e) when (e.IsRetryable)
        {
            return false;
        }
    }

    public void SaveLater(KlingResult result, string path)
    {
        result.Video!.SaveAsync(path); // WRONG 165: never awaited
    }

    public void UploadLater(string path)
    {
        _client.Files.UploadAsync(path); // WRONG 166: URL dropped
    }

    public async Task UploadForNothingAsync(string path)
    {
        await _client.Files.UploadAsync(path, "image/png"); // WRONG 167: URL dropped
    }

    public void Check()
    {
        _client.CheckAccessAsync(); // WRONG 168: never awaited
    }

    public void EachInList(List<KlingO3Text2VideoRequest> requests)
    {
        requests.ForEach(async r => await _client.SubmitAsync(r)); // WRONG 169: async void, job dropped
    }

    public async Task ParallelAsync(IEnumerable<KlingO3Text2VideoRequest> requests) =>
        await Parallel.ForEachAsync(requests, async (r, token) => await _client.SubmitAsync(r, token)); // WRONG 170: jobs dropped

    public void LazyForever(IEnumerable<KlingO3Text2VideoRequest> requests)
    {
        _ = requests.Select(r => _client.SubmitAsync(r)); // WRONG 171: lazy, nothing is submitted
    }

    public async Task ResultDroppedAsync(IKlingRequest request)
    {
        await _client.RunAsync(request); // WRONG 172: result neither saved nor read
        KlingJob job = await _client.SubmitAsync(request);
        await job.WaitForCompletionAsync(); // WRONG 173: result dropped
    }
}
