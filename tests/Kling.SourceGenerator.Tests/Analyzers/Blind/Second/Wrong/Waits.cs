using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;

namespace BlindWrong.Waits;

public sealed class Thumbnailer
{
    private readonly KlingClient _client;
    private readonly KlingJob _first;

    public Thumbnailer(KlingClient client, IKlingRequest request)
    {
        _client = client;
        _first = client.SubmitAsync(request).Result; // WRONG 175: synchronous wait on submit (constructor)
    }

    public string Token => _first.ToToken();

    public KlingResult Finish() => _first.WaitForCompletionAsync().GetAwaiter().GetResult(); // WRONG 176: synchronous wait on job

    public KlingResult Now(IKlingRequest request) => _client.RunAsync(request).Result; // WRONG 177: synchronous wait on run

    public Uri Upload(string path) => _client.Files.UploadAsync(path).Result; // WRONG 178: synchronous wait on upload

    public void Save(KlingMedia media, string path)
    {
        media.SaveAsync(path).Wait(); // WRONG 179: synchronous wait on save
    }

    public IReadOnlyList<Task<KlingJob>> All(IEnumerable<IKlingRequest> requests)
    {
        Task<KlingJob>[] tasks = requests.Select(request => _client.SubmitAsync(request)).ToArray();
        Task.WaitAll(tasks); // WRONG 180: synchronous wait WaitAll
        return tasks;
    }

    public KlingResult[] Results(KlingJob a, KlingJob b) => Task.WhenAll(a.WaitForCompletionAsync(), b.WaitForCompletionAsync()).Result; // WRONG 181: synchronous wait on WhenAll

    public KlingJob Detached(IKlingRequest request) => Task.Run(() => _client.SubmitAsync(request)).Result; // WRONG 182: synchronous wait on Task.Run

    public bool Alive()
    {
        return _client.CheckAccessAsync().Wait(TimeSpan.FromSeconds(5)); // WRONG 183: synchronous wait with timeout
    }

    public KlingOutcome? First(IEnumerable<IKlingRequest> requests)
    {
        IAsyncEnumerator<KlingOutcome> outcomes = _client.RunManyAsync(requests).GetAsyncEnumerator();
        return outcomes.MoveNextAsync().AsTask().Result ? outcomes.Current : null; // WRONG 184: synchronous wait on ValueTask
    }

    public KlingJobStatus Status(string token)
    {
        Task<KlingProgress> poll = _client.GetJob(token).GetStatusAsync();
        return poll.Result.Status; // WRONG 185: synchronous wait on a local task
    }

    public KlingResult Configured(KlingJob job) => job.GetResultAsync().ConfigureAwait(false).GetAwaiter().GetResult(); // WRONG 186: synchronous wait behind ConfigureAwait
}
