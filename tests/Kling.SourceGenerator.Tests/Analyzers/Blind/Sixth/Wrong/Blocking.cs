using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace BlindSix.Wrong.Blocking;

public sealed class Renderer(KlingClient client)
{
    private static readonly KlingO3Text2VideoRequest Lake = new() { Prompt = "A lake at dawn." };

    public KlingJob Submit() => client.SubmitAsync(Lake).Result; // WRONG 1: waits synchronously

    public KlingResult Run() => client.RunAsync(Lake).GetAwaiter().GetResult(); // WRONG 2: waits synchronously

    public KlingResult Finish(KlingJob job) => job.WaitForCompletionAsync(TimeSpan.FromMinutes(20)).Result; // WRONG 3: waits synchronously

    public KlingResult Fetch(KlingJob job) => job.GetResultAsync().GetAwaiter().GetResult(); // WRONG 4: waits synchronously

    public void Status(KlingJob job)
    {
        KlingProgress progress = job.GetStatusAsync().Result; // WRONG 5: waits synchronously
        Console.WriteLine(progress.Status);
    }

    public Uri Upload(string path) => client.Files.UploadAsync(path).Result; // WRONG 6: waits synchronously for a file

    public Uri UploadStream(Stream stream) => client.Files.UploadAsync(stream, "image/png").GetAwaiter().GetResult(); // WRONG 7: waits synchronously

    public void Save(KlingMedia video) => video.SaveAsync("lake.mp4").Wait(); // WRONG 8: waits synchronously for a download

    public void SaveResult(KlingResult result)
    {
        result.Video!.SaveAsync("lake.mp4").GetAwaiter().GetResult(); // WRONG 9: waits synchronously
    }

    public Stream Open(KlingMedia video) => video.OpenReadAsync().Result; // WRONG 10: waits synchronously

    public void SaveAll(KlingResult result)
    {
        Task.WhenAll(result.Outputs.Select((file, index) => file.SaveAsync($"{index}.mp4"))).Wait(); // WRONG 11: waits synchronously for all
    }

    public KlingResult[] WaitAll(IEnumerable<KlingJob> jobs) =>
        Task.WhenAll(jobs.Select(job => job.WaitForCompletionAsync())).Result; // WRONG 12: waits synchronously for all

    public void WaitArray(KlingJob first, KlingJob second)
    {
        Task.WaitAll(first.WaitForCompletionAsync(), second.WaitForCompletionAsync()); // WRONG 13: waits synchronously for both
    }

    public KlingResult OnPool() => Task.Run(() => client.RunAsync(Lake)).Result; // WRONG 14: blocks on the pool's task

    public KlingJob OnPoolAwaiter() => Task.Run(async () => await client.SubmitAsync(Lake)).GetAwaiter().GetResult(); // WRONG 15: blocks

    public KlingResult Configured() => client.RunAsync(Lake).ConfigureAwait(false).GetAwaiter().GetResult(); // WRONG 16: waits synchronously

    public KlingResult Local()
    {
        Task<KlingResult> running = client.RunAsync(Lake);
        return running.Result; // WRONG 17: waits synchronously for the running task
    }

    public bool Timed(KlingJob job)
    {
        var waiting = job.WaitForCompletionAsync();
        return waiting.Wait(TimeSpan.FromMinutes(10)); // WRONG 18: blocks the thread for minutes
    }

    public decimal Credits() => client.Account.GetCreditsAsync().Result.Credits; // WRONG 19: waits synchronously

    public KlingHistoryEntry? Find(string id) => client.Account.FindAsync(id).GetAwaiter().GetResult(); // WRONG 20: waits synchronously

    public void Check() => client.CheckAccessAsync().Wait(); // WRONG 21: waits synchronously

    public bool MoveNext(KlingRun run)
    {
        IAsyncEnumerator<KlingOutcome> outcomes = run.GetAsyncEnumerator();
        return outcomes.MoveNextAsync().AsTask().Result; // WRONG 22: blocks on a ValueTask
    }

    public KlingResolution Resolve(KlingSubmitUnconfirmedException e) => client.ResolveAsync(e).Result; // WRONG 23: waits synchronously
}

public static class BlockingEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/lake", (KlingClient client) =>
        {
            KlingResult result = client.RunAsync(new KlingO3Text2VideoRequest { Prompt = "A lake." }).Result; // WRONG 24: blocks a request thread
            return Results.Ok(result.Output);
        });
        app.MapGet("/credits", (KlingClient client) => Results.Ok(client.Account.GetCreditsAsync().GetAwaiter().GetResult().Credits)); // WRONG 25: blocks
    }
}
