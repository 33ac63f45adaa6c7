using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Blind.Models;
using Kling;
using Kling.Models;

namespace Blind.Wrong.Dropped;

internal sealed class Publisher(KlingClient client)
{
    private event EventHandler? Published;

    public void Fire(string prompt)
    {
        client.SubmitAsync(new KlingO3Text2VideoRequest { Prompt = prompt }); // WRONG 115: dropped submit task
    }

    public void Forget(IKlingRequest request) => _ = client.SubmitAsync(request); // WRONG 116: dropped submit task

    public async Task Announce(IKlingRequest request)
    {
        await client.SubmitAsync(request); // WRONG 117: dropped submitted job
        Console.WriteLine("The video will be there in a few minutes.");
    }

    public async Task All(IReadOnlyList<IKlingRequest> requests)
    {
        await Task.WhenAll(requests.Select(request => client.SubmitAsync(request))); // WRONG 118: dropped submitted jobs
    }

    public async Task Both(IKlingRequest day, IKlingRequest night, CancellationToken stop)
    {
        Task<KlingJob> first = client.SubmitAsync(day, stop);
        Task<KlingJob> second = client.SubmitAsync(night, stop);
        await Task.WhenAll(first, second); // WRONG 119: dropped submitted jobs
    }

    public void InBackground(IKlingRequest request)
    {
        Task.Run(() => client.SubmitAsync(request)); // WRONG 120: dropped submit task
    }

    public async Task Hurry(IKlingRequest request)
    {
        await client.SubmitAsync(request).WaitAsync(TimeSpan.FromSeconds(20)); // WRONG 121: dropped submitted job
    }

    public Task Logged(IKlingRequest request) =>
        client.SubmitAsync(request).ContinueWith(task => Console.WriteLine(task.Status), TaskScheduler.Default); // WRONG 122: dropped submitted job

    public async Task Either(bool vertical, IKlingRequest portrait, IKlingRequest landscape)
    {
        await (vertical ? client.SubmitAsync(portrait) : client.SubmitAsync(landscape)); // WRONG 123: dropped submitted job
    }

    public void Start(KlingO3Image2VideoRequest request)
    {
        client.RunAsync(request, onSubmitted: job => File.AppendAllText("jobs.txt", job.ToToken())); // WRONG 124: dropped run task
    }

    public void Subscribe(IKlingRequest request) => Published += (_, _) => client.SubmitAsync(request); // WRONG 125: dropped submit task

    public void Raise() => Published?.Invoke(this, EventArgs.Empty);

    public void Each(List<KlingO3Text2VideoRequest> requests) => requests.ForEach(request => client.SubmitAsync(request)); // WRONG 126: dropped submit task

    public async Task Library(IKlingRequest request) => await client.SubmitAsync(request).ConfigureAwait(false); // WRONG 127: dropped submitted job

    public void Dispatch(string kind, IKlingRequest request)
    {
        switch (kind)
        {
            case "video":
                client?.SubmitAsync(request); // WRONG 128: dropped submit task
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind));
        }
    }

    public async Task Racing(IKlingRequest request)
    {
        await Task.WhenAny(client.SubmitAsync(request), Task.Delay(TimeSpan.FromSeconds(3))); // WRONG 129: dropped submitted job
    }

    public void Timed(IKlingRequest request)
    {
        Task<KlingJob> pending = client.SubmitAsync(request); // WRONG 130: dropped submit task
        Console.WriteLine($"Submitted at {DateTime.UtcNow:t}.");
    }
}

internal static class Runs
{
    public static void Planned(KlingClient client, IEnumerable<IKlingRequest> requests)
    {
        client.RunManyAsync(requests, new KlingRunOptions { MaxInFlight = 2 }); // WRONG 131: run never enumerated
    }

    public static void Nightly(KlingClient client, IAsyncEnumerable<IKlingRequest> queue)
    {
        KlingRun run = client.RunManyAsync(queue); // WRONG 132: run never enumerated
        Console.WriteLine("The nightly run has begun.");
    }

    public static async Task Unread(KlingClient client, string prompt)
    {
        KlingJob job = await client.SubmitAsync(new KlingO3Text2VideoRequest { Prompt = prompt }); // WRONG 133: job never read
        await Console.Out.WriteLineAsync("Thank you for your order.");
    }

    public static async Task Waited(KlingClient client, IKlingRequest request)
    {
        KlingJob job = await client.SubmitAsync(request);
        Console.WriteLine(job.RequestId);
        job.WaitForCompletionAsync(TimeSpan.FromMinutes(20)); // WRONG 134: dropped wait task
        await Task.Yield();
    }

    public static async Task<decimal?> Saved(KlingClient client, IKlingRequest request, string path)
    {
        KlingResult result = await client.RunAsync(request);
        result.Video?.SaveAsync(path); // WRONG 135: dropped save task
        return result.Metrics?.Cost;
    }

    public static void Uploaded(KlingClient client, Stream stream)
    {
        client.Files.UploadAsync(stream, "image/png"); // WRONG 136: dropped upload task
    }

    public static async Task Replayed(KlingClient client, string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*.token"))
        {
            KlingJob job = client.GetJob(await File.ReadAllTextAsync(file));
            await job.WaitForCompletionAsync(); // WRONG 137: result not saved
            File.Delete(file);
        }
    }

    public static async Task Demo(KlingClient client, KlingO3Text2VideoRequest request)
    {
        await client.RunAsync(request); // WRONG 138: result not saved
        Console.WriteLine("The demo is over.");
    }

    public static async Task<TimeSpan> Measured(KlingClient client, IKlingRequest request, TimeProvider clock)
    {
        long start = clock.GetTimestamp();
        KlingResult result = await client.RunAsync(request); // WRONG 139: result not saved
        return clock.GetElapsedTime(start);
    }
}

internal static class Blocking
{
    public static string Token(KlingClient client, IKlingRequest request) => client.SubmitAsync(request).Result.ToToken(); // WRONG 140: synchronous task wait

    public static KlingResult Run(KlingClient client, IKlingRequest request)
    {
        return client.RunAsync(request).GetAwaiter().GetResult(); // WRONG 141: synchronous task wait
    }

    public static void Save(KlingResult result, string path) => result.Video!.SaveAsync(path).Wait(); // WRONG 142: synchronous task wait

    public static Uri Upload(KlingClient client, string path)
    {
        Task<Uri> upload = client.Files.UploadAsync(path);
        return upload.Result; // WRONG 143: synchronous task wait
    }

    public static KlingJob[] Everything(KlingClient client, IEnumerable<IKlingRequest> requests) =>
        Task.WhenAll(requests.Select(request => client.SubmitAsync(request))).Result; // WRONG 144: synchronous task wait

    public static KlingResult Escaped(KlingClient client, IKlingRequest request) => Task.Run(() => client.RunAsync(request)).GetAwaiter().GetResult(); // WRONG 145: synchronous task wait

    public static bool Reachable(KlingClient client)
    {
        try
        {
            client.CheckAccessAsync().Wait(TimeSpan.FromSeconds(5)); // WRONG 146: synchronous task wait
            return true;
        }
        catch (AggregateException)
        {
            return false;
        }
    }

    public static List<KlingResult> OneByOne(KlingClient client, IEnumerable<KlingO3Text2VideoRequest> requests)
    {
        List<KlingResult> results = [];
        foreach (KlingO3Text2VideoRequest request in requests)
        {
            KlingJob job = client.SubmitAsync(request).ConfigureAwait(false).GetAwaiter().GetResult(); // WRONG 147: synchronous task wait
            results.Add(KlingFactory.Result(job.RequestId, job.Slug));
        }

        return results;
    }

    public static KlingProgress Status(KlingJob job)
    {
        var status = new ValueTask<KlingProgress>(job.GetStatusAsync());
        return status.AsTask().Result; // WRONG 148: synchronous task wait
    }

    public static byte[] Download(KlingMedia video)
    {
        using Stream stream = video.OpenReadAsync().GetAwaiter().GetResult(); // WRONG 149: synchronous task wait
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    public static IEnumerable<string?> Outputs(KlingClient client, IEnumerable<string> tokens) => tokens
        .Select(token => client.GetJob(token))
        .Select(job => job.GetResultAsync().Result.Output); // WRONG 150: synchronous task wait
}

internal sealed class Preview
{
    private readonly Uri _frame;

    public Preview(KlingClient client, string path) => _frame = client.Files.UploadAsync(path).GetAwaiter().GetResult(); // WRONG 151: synchronous task wait

    public KlingO3Image2VideoRequest Request => new() { Prompt = "The clouds move.", ImageUrl = _frame };
}
