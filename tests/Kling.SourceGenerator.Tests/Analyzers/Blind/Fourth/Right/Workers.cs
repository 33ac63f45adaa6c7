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
using Microsoft.Extensions.Hosting;

namespace BlindFour.Right.Work;

/// <summary>Takes orders from a channel; the jobs are stored and awaited by another loop.</summary>
public sealed class Workers : BackgroundService
{
    private readonly KlingClient _client;
    private readonly Channel<IKlingRequest> _orders = Channel.CreateUnbounded<IKlingRequest>();
    private readonly ConcurrentDictionary<string, KlingJob> _jobs = new();
    private readonly List<Task<KlingJob>> _pending = [];
    private Task<KlingResult>? _current;
    private KlingJob? _last;

    public Workers(KlingClient client) => _client = client;

    public KlingJob? Last => _last;

    public Task<KlingJob[]> PendingAsync() => Task.WhenAll(_pending);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (IKlingRequest order in _orders.Reader.ReadAllAsync(stoppingToken))
        {
            KlingJob job = await _client.SubmitAsync(order, stoppingToken); // RIGHT 166
            _jobs[job.RequestId] = job;
            _last = await _client.SubmitAsync(order, stoppingToken); // RIGHT 167
            _pending.Add(_client.SubmitAsync(order, stoppingToken)); // RIGHT 168
        }

        await foreach (KlingOutcome outcome in _client.RunManyAsync(Rest(), cancellationToken: stoppingToken)) // RIGHT 169
        {
            Console.WriteLine(outcome.Kind);
        }
    }

    public void Start(IKlingRequest request) => _current = _client.RunAsync(request); // RIGHT 170

    public Task<KlingJob> Begin(IKlingRequest request) => _client.SubmitAsync(request); // RIGHT 171

    public async Task<KlingResult?> EndAsync() => _current is null ? null : await _current; // RIGHT 172

    public async Task<IReadOnlyList<string>> TokensAsync(IEnumerable<IKlingRequest> requests)
    {
        KlingJob[] jobs = await Task.WhenAll(requests.Select(r => _client.SubmitAsync(r))); // RIGHT 173
        return jobs.Select(j => j.ToToken()).ToList();
    }

    public async Task<string?> FirstAsync(IKlingRequest a, IKlingRequest b)
    {
        Task<KlingResult> first = _client.RunAsync(a); // RIGHT 174
        Task<KlingResult> second = _client.RunAsync(b); // RIGHT 175
        Task<KlingResult> winner = await Task.WhenAny(first, second);
        string? output = (await winner).Output;
        await Task.WhenAll(first, second);
        return output + first.Result.Output + second.Result.Output; // RIGHT 176
    }

    public async Task<KlingResult> TimedAsync(IKlingRequest request)
    {
        KlingJob job = await _client.SubmitAsync(request).WaitAsync(TimeSpan.FromMinutes(2)); // RIGHT 177
        return await job.WaitForCompletionAsync(TimeSpan.FromHours(1)); // RIGHT 178
    }

    public async Task<KlingResult> InfiniteAsync(KlingJob job) => await job.WaitForCompletionAsync(Timeout.InfiniteTimeSpan); // RIGHT 179

    public async Task<KlingResult> WithCallbackAsync(IKlingRequest request, string path) =>
        await _client.RunAsync(request, job => File.AppendAllTextAsync(path, job.ToToken() + "\n")); // RIGHT 180

    public async Task<KlingResult> WithActionAsync(IKlingRequest request) =>
        await _client.RunAsync(request, onSubmitted: job => _jobs.TryAdd(job.RequestId, job)); // RIGHT 181

    public Task<KlingResult> PoolAsync(IKlingRequest request) => Task.Run(() => _client.RunAsync(request)); // RIGHT 182

    public Task ContinueAsync(IKlingRequest request) =>
        _client.SubmitAsync(request).ContinueWith(t => _jobs[t.Result.RequestId] = t.Result, TaskScheduler.Default); // RIGHT 183

    public async Task<bool> IsRefusedAsync(IKlingRequest request)
    {
        try
        {
            await _client.SubmitAsync(request); // RIGHT 184
            return false;
        }
        catch (KlingValidationException)
        {
            return true;
        }
    }

    public async Task MustFailAsync(KlingO3Text2VideoRequest request)
    {
        await Expect.ThrowsAsync<KlingValidationException>(async () => await _client.SubmitAsync(request)); // RIGHT 185
        await Expect.ThrowsAsync<KlingApiException>(() => _client.RunAsync(request)); // RIGHT 186
        Func<Task> act = async () => await _client.SubmitAsync(request with { Prompt = "" }); // RIGHT 187
        await Expect.ThrowsAsync<KlingException>(act);
        Func<Task<KlingJob>> submit = () => _client.SubmitAsync(request); // RIGHT 188
        KlingJob job = await submit();
        _jobs[job.RequestId] = job;
    }

    public async Task<int> LeaveAsync(IEnumerable<IKlingRequest> requests)
    {
        KlingRun run = _client.RunManyAsync(requests, new KlingRunOptions { MaxInFlight = 1, SpendLimit = 0 }); // RIGHT 189
        await foreach (KlingOutcome outcome in run.WithCancellation(CancellationToken.None))
        {
            if (outcome.Error is not null)
            {
                break;
            }
        }

        return run.Submitted.Count;
    }

    public KlingRun Lend(IEnumerable<IKlingRequest> requests) => _client.RunManyAsync(requests); // RIGHT 190

    public IAsyncEnumerable<KlingProgress> Progress(KlingJob job) => job.WatchAsync(); // RIGHT 191

    public async Task SaveAllAsync(KlingResult result, string folder)
    {
        var saves = new List<Task>();
        foreach (KlingMedia media in result.Outputs)
        {
            saves.Add(media.SaveAsync(Path.Combine(folder, saves.Count + ".mp4"))); // RIGHT 192
        }

        await Task.WhenAll(saves);
        await Task.WhenAll(result.Images.Select((i, n) => i.SaveAsync(Path.Combine(folder, n + ".png")))); // RIGHT 193
    }

    public async Task<KlingStatusLine> StatusAsync(KlingJob job)
    {
        Task<KlingProgress> status = job.GetStatusAsync(); // RIGHT 194
        await status;
        return new KlingStatusLine(job.RequestId, status.Result.Status); // RIGHT 195
    }

    public string? Finished(Task<KlingResult> task) => task.IsCompletedSuccessfully ? task.Result.Output : null; // RIGHT 196

    public async Task<KlingJob?> EitherAsync(bool draft, KlingO3Text2VideoRequest request)
    {
        KlingJob job = draft ? await _client.SubmitAsync(request with { Mode = KlingO3Text2VideoMode.Standard }) : await _client.SubmitAsync(request); // RIGHT 197
        return job;
    }

    public async Task EachAsync(IEnumerable<IKlingRequest> requests) =>
        await Parallel.ForEachAsync(requests, async (r, token) => _jobs[Guid.NewGuid().ToString()] = await _client.SubmitAsync(r, token)); // RIGHT 198

    public async IAsyncEnumerable<KlingJob> StreamAsync(IEnumerable<IKlingRequest> requests)
    {
        foreach (IKlingRequest request in requests)
        {
            yield return await _client.SubmitAsync(request); // RIGHT 199
        }
    }

    public Lazy<Task<KlingResult>> Deferred(IKlingRequest request) => new(() => _client.RunAsync(request)); // RIGHT 200

    private IEnumerable<IKlingRequest> Rest()
    {
        while (_orders.Reader.TryRead(out IKlingRequest? order))
        {
            yield return order;
        }
    }
}

public sealed record KlingStatusLine(string Id, KlingJobStatus Status);

internal static class Expect
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

        throw new InvalidOperationException($"{typeof(T).Name} was expected.");
    }
}
