using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace BlindSix.Right.Waiting;

public sealed record Report(string Result, int Wait);

public sealed class Renderer(KlingClient client)
{
    private static readonly KlingO3Text2VideoRequest Lake = new() { Prompt = "A lake at dawn." };
    private readonly SemaphoreSlim _gate = new(2);

    public async Task<KlingResult> Run() => await client.RunAsync(Lake); // RIGHT 176: awaited

    public async Task<KlingResult> Finish(KlingJob job) => await job.WaitForCompletionAsync(TimeSpan.FromMinutes(20)); // RIGHT 177: awaited

    public Task<KlingResult> Fetch(KlingJob job) => job.GetResultAsync(); // RIGHT 178: the task is returned

    public async Task<KlingJobStatus> Status(KlingJob job) => (await job.GetStatusAsync()).Status; // RIGHT 179: awaited

    public async Task<Uri> Upload(string path) => await client.Files.UploadAsync(path).ConfigureAwait(false); // RIGHT 180: awaited

    public Task Save(KlingMedia video) => video.SaveAsync("lake.mp4"); // RIGHT 181: the task is returned

    public async Task<long> Copy(KlingMedia video, Stream target)
    {
        await using Stream source = await video.OpenReadAsync(); // RIGHT 182: awaited
        await source.CopyToAsync(target);
        return target.Length;
    }

    public Task SaveAll(KlingResult result) =>
        Task.WhenAll(result.Outputs.Select((file, index) => file.SaveAsync($"{index}.mp4"))); // RIGHT 183: the task is returned

    public async Task<KlingResult[]> WaitAll(IEnumerable<KlingJob> jobs) =>
        await Task.WhenAll(jobs.Select(job => job.WaitForCompletionAsync())); // RIGHT 184: awaited

    public async Task<KlingResult> AfterAll(KlingJob first, KlingJob second)
    {
        Task<KlingResult> one = first.WaitForCompletionAsync();
        Task<KlingResult> two = second.WaitForCompletionAsync();
        await Task.WhenAll(one, two);
        return (await one).Metrics?.Cost > (await two).Metrics?.Cost ? await one : await two; // RIGHT 185: awaited
    }

    public string? OfOutcome(KlingOutcome outcome) => outcome.Result?.Output; // RIGHT 186: the property of an outcome, not of a task

    public string OfReport(Report report) => report.Result; // RIGHT 187: the property of a record

    public int OfReportWait(Report report) => report.Wait; // RIGHT 188: the property of a record

    public async Task<KlingResult> Gated()
    {
        await _gate.WaitAsync(); // RIGHT 189: an asynchronous wait of a semaphore
        try
        {
            return await client.RunAsync(Lake);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task<KlingResult> OnPool() => await Task.Run(() => client.RunAsync(Lake)); // RIGHT 190: awaited

    public async Task<KlingJob> Limited(CancellationToken stop) => await client.SubmitAsync(Lake, stop).WaitAsync(stop); // RIGHT 191: WaitAsync is asynchronous

    public async Task<decimal> Credits() => (await client.Account.GetCreditsAsync()).Credits; // RIGHT 192: awaited

    public async Task Check() => await client.CheckAccessAsync(); // RIGHT 193: awaited

    public async Task<bool> MoveNext(IAsyncEnumerator<KlingOutcome> outcomes) => await outcomes.MoveNextAsync(); // RIGHT 194: awaited

    public Task<KlingResolution> Resolve(KlingSubmitUnconfirmedException e) => client.ResolveAsync(e); // RIGHT 195: the task is returned

    public bool IsDone(Task<KlingResult> running) => running.IsCompletedSuccessfully; // RIGHT 196: asks without waiting

    public async Task<int> Polls(KlingJob job)
    {
        int count = 0;
        await foreach (KlingProgress progress in job.WatchAsync()) // RIGHT 197: enumerated asynchronously
        {
            count += progress.Status is KlingJobStatus.Processing ? 1 : 0;
        }

        return count;
    }

    public KlingCost Estimate() => client.EstimateCost(Lake); // RIGHT 198: a synchronous member

    public KlingJob Resume(string token) => client.GetJob(token); // RIGHT 199: a synchronous member
}

public static class WaitingEndpoints
{
    public static void Map(WebApplication app) =>
        app.MapGet("/credits", async (KlingClient client) => Results.Ok((await client.Account.GetCreditsAsync()).Credits)); // RIGHT 200: awaited
}
