using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Blind.Models;
using Kling;
using Kling.Models;

namespace Blind.Right.Async;

internal sealed class Publisher(KlingClient client)
{
    private readonly List<Task<KlingJob>> _pending = [];

    private readonly ConcurrentDictionary<string, KlingJob> _jobs = new();

    private Task<KlingResult>? _current;

    private KlingJob? _last;

    public Task<KlingJob> Submit(IKlingRequest request) => client.SubmitAsync(request); // RIGHT 136

    public void Collect(IKlingRequest request) => _pending.Add(client.SubmitAsync(request)); // RIGHT 137

    public async Task<IReadOnlyList<string>> Tokens()
    {
        KlingJob[] jobs = await Task.WhenAll(_pending); // RIGHT 138
        return [.. jobs.Select(job => job.ToToken())];
    }

    public async Task Remember(IKlingRequest request)
    {
        KlingJob job = await client.SubmitAsync(request); // RIGHT 139
        _jobs[job.RequestId] = job;
    }

    public async Task Last(IKlingRequest request) => _last = await client.SubmitAsync(request); // RIGHT 140

    public string? LastId => _last?.RequestId;

    public void Begin(IKlingRequest request)
    {
        _current ??= client.RunAsync(request); // RIGHT 141
    }

    public async Task<Uri?> End() => _current is null ? null : (await _current).Video?.Url;

    public async Task Store(IKlingRequest request, Func<KlingJob, Task> store) => await store(await client.SubmitAsync(request)); // RIGHT 142

    public async Task Enqueue(ChannelWriter<KlingJob> writer, IKlingRequest request, CancellationToken stop) =>
        await writer.WriteAsync(await client.SubmitAsync(request, stop), stop); // RIGHT 143

    public async Task<KlingJob> Hurry(IKlingRequest request) => await client.SubmitAsync(request).WaitAsync(TimeSpan.FromSeconds(30)); // RIGHT 144

    public Task<string> Continued(IKlingRequest request) =>
        client.SubmitAsync(request).ContinueWith(task => task.Result.ToToken(), TaskScheduler.Default); // RIGHT 145

    public async Task<KlingJob> Either(bool vertical, IKlingRequest portrait, IKlingRequest landscape) =>
        await (vertical ? client.SubmitAsync(portrait) : client.SubmitAsync(landscape)); // RIGHT 146

    public Task<KlingJob> InBackground(IKlingRequest request) => Task.Run(() => client.SubmitAsync(request)); // RIGHT 147

    public async Task<KlingResult> Fastest(IKlingRequest request, Uri fallback)
    {
        Task<KlingResult> run = client.RunAsync(request); // RIGHT 148
        if (await Task.WhenAny(run, Task.Delay(TimeSpan.FromMinutes(10))) == run)
        {
            return await run;
        }

        Console.WriteLine($"Slow: show {fallback} meanwhile.");
        return await run;
    }

    public async Task<string[]> Two(IKlingRequest day, IKlingRequest night)
    {
        Task<KlingJob> first = client.SubmitAsync(day);
        Task<KlingJob> second = client.SubmitAsync(night);
        await Task.WhenAll(first, second);
        return [first.Result.ToToken(), (await second).ToToken()]; // RIGHT 149
    }

    public Func<IKlingRequest, Task<KlingJob>> Delegate() => request => client.SubmitAsync(request); // RIGHT 150

    public async ValueTask<KlingResult> Cached(IKlingRequest request, KlingResult? known) => known ?? await client.RunAsync(request); // RIGHT 151
}

internal static class Runs
{
    public static async Task Save(KlingClient client, IEnumerable<IKlingRequest> requests, string folder)
    {
        await foreach (KlingOutcome outcome in client.RunManyAsync(requests)) // RIGHT 152
        {
            if (outcome.Result?.Video is { } video)
            {
                await video.SaveAsync(Path.Combine(folder, $"{outcome.Index}.mp4"));
            }
        }
    }

    public static KlingRun Prepare(KlingClient client, IEnumerable<IKlingRequest> requests) => client.RunManyAsync(requests); // RIGHT 153

    public static async Task<decimal> Spend(KlingClient client, IAsyncEnumerable<IKlingRequest> queue, Action<KlingOutcome> done)
    {
        KlingRun run = client.RunManyAsync(queue, new KlingRunOptions { MaxInFlight = 1 }); // RIGHT 154
        await foreach (KlingOutcome outcome in run.ConfigureAwait(false))
        {
            done(outcome);
        }

        return run.Spent;
    }

    public static async IAsyncEnumerable<KlingMedia> Videos(KlingRun run, [EnumeratorCancellation] CancellationToken stop = default)
    {
        await foreach (KlingOutcome outcome in run.WithCancellation(stop))
        {
            foreach (KlingMedia media in outcome.Result?.Outputs ?? []) // RIGHT 155
            {
                yield return media;
            }
        }
    }

    public static async Task<string> Order(KlingClient client, string prompt)
    {
        KlingJob job = await client.SubmitAsync(new KlingO3Text2VideoRequest { Prompt = prompt }); // RIGHT 156
        return job.RequestId;
    }

    public static async Task Watched(KlingJob job, Action<KlingProgress> show)
    {
        await foreach (KlingProgress progress in job.WatchAsync(TimeSpan.FromMinutes(30))) // RIGHT 157
        {
            show(progress);
        }
    }

    public static async Task<KlingResult> Waited(KlingJob job, CancellationToken stop)
    {
        Task<KlingResult> wait = job.WaitForCompletionAsync(cancellationToken: stop); // RIGHT 158
        Console.WriteLine($"Waiting for {job.RequestId}.");
        return await wait;
    }

    public static Task SaveAll(KlingResult result) =>
        Task.WhenAll(result.Outputs.Select((media, index) => media.SaveAsync($"{index}.bin"))); // RIGHT 159

    public static async Task<string?> Address(KlingClient client, IKlingRequest request)
    {
        KlingResult result = await client.RunAsync(request); // RIGHT 160
        return result.Output;
    }

    public static async Task Hooked(IKlingRequest request)
    {
        using var client = new KlingClient(new KlingClientOptions
        {
            OnSubmitted = (_, job) => File.AppendAllTextAsync("jobs.txt", job.ToToken() + "\n"),
        });
        await client.SubmitAsync(request); // RIGHT 161
    }

    public static async Task<long> Size(KlingMedia video)
    {
        await using Stream stream = await video.OpenReadAsync(); // RIGHT 162
        return stream.Length;
    }

    public static async Task<bool> Reachable(KlingClient client)
    {
        try
        {
            await client.CheckAccessAsync(); // RIGHT 163
            return true;
        }
        catch (KlingApiException)
        {
            return false;
        }
    }
}

internal static class LooksBlocking
{
    public static string? Output(KlingOutcome outcome) => outcome.Result?.Output; // RIGHT 164

    public static string Prompt(string path) => File.ReadAllTextAsync(path).Result; // RIGHT 165

    public static void Gate(SemaphoreSlim gate, Action action)
    {
        gate.Wait(); // RIGHT 166
        try
        {
            action();
        }
        finally
        {
            gate.Release();
        }
    }

    public static KlingResult? Ready(Task<KlingResult> run) => run.IsCompletedSuccessfully ? run.Result : null; // RIGHT 167

    public static int Total(Task<int>[] downloads)
    {
        Task.WaitAll(downloads); // RIGHT 168
        return downloads.Sum(download => download.Result);
    }

    public static async Task<KlingResult[]> Everything(KlingClient client, IEnumerable<KlingO3Text2VideoRequest> requests)
    {
        Task<KlingResult>[] runs = requests.Select(request => client.RunAsync(request)).ToArray();
        await Task.WhenAll(runs);
        return Array.ConvertAll(runs, run => run.Result); // RIGHT 169
    }
}

internal static class Check
{
    public static async Task<TException> ThrowsAsync<TException>(Func<Task> action)
        where TException : Exception
    {
        try
        {
            await action();
        }
        catch (TException e)
        {
            return e;
        }

        throw new InvalidOperationException($"No {typeof(TException).Name}.");
    }

    public static void Same<T>(T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new InvalidOperationException($"{actual} is not {expected}.");
        }
    }
}

internal sealed class ClientTests
{
    private readonly KlingClient _client = new StubClient();

    private readonly KlingO3Text2VideoRequest _request = new() { Prompt = "An eagle." };

    public async Task A_refused_key_is_told()
    {
        KlingApiException error = await Check.ThrowsAsync<KlingApiException>(() => _client.SubmitAsync(_request)); // RIGHT 170
        Check.Same(KlingErrorKind.Unauthorized, error.Kind);
    }

    public Task A_failed_job_throws() => Check.ThrowsAsync<KlingJobFailedException>(async () => await _client.RunAsync(_request)); // RIGHT 171

    public async Task A_wait_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        KlingJob job = await _client.SubmitAsync(_request, stop.Token);
        await stop.CancelAsync();
        await Check.ThrowsAsync<OperationCanceledException>(() => job.WaitForCompletionAsync(cancellationToken: stop.Token)); // RIGHT 172
    }

    public async Task The_slug_is_kept()
    {
        KlingJob job = await _client.SubmitAsync(_request);
        Check.Same("kling-o3-text2video", job.Slug); // RIGHT 173
    }

    public async Task Nothing_is_sent_twice()
    {
        var calls = 0;
        try
        {
            await _client.SubmitAsync(_request); // RIGHT 174
            throw new InvalidOperationException("It was taken.");
        }
        catch (KlingSubmitUnconfirmedException)
        {
            calls++;
        }

        Check.Same(1, calls);
    }

    private sealed class StubClient : KlingClient
    {
        public override Task<KlingJob> SubmitAsync(IKlingRequest request, CancellationToken cancellationToken = default) =>
            Task.FromResult(KlingFactory.Job(KlingFactory.Result("job-1", request.Model.Slug))); // RIGHT 175
    }
}
