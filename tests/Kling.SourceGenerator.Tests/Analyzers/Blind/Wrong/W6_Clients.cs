using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Blind.Models;
using Kling;
using Kling.Models;

namespace Blind.Wrong.Clients;

internal static class Keys
{
    private const string Segmind = "SG_7f3a91c04be28d65"; // WRONG 152: key in code

    public static KlingClient FromConstant() => new(Segmind);

    public static KlingClient Literal() => new("SG_c2b80e5519fd7a34"); // WRONG 153: key in code

    public static KlingClient Configured() => new(new KlingClientOptions
    {
        JobTimeout = TimeSpan.FromMinutes(30),
        ApiKey = "SG_58e0d4a7b96c13f2", // WRONG 154: key in code
    });

    public static KlingClient Default(string apiKey = "SG_e91b6d20f7c4835a") => new(apiKey); // WRONG 155: key in code

    public static KlingClient Fallback() =>
        new(Environment.GetEnvironmentVariable("STUDIO_KEY") ?? "SG_04dd9e8ba1f6c753"); // WRONG 156: key in code

    public static KlingClient Exported()
    {
        Environment.SetEnvironmentVariable("SEGMIND_API_KEY", "SG_b7125cf3e8094da6"); // WRONG 157: key in code
        return new KlingClient();
    }

    public static async Task<string> Credits(HttpClient http)
    {
        http.DefaultRequestHeaders.Add("x-api-key", "SG_39af07c6d15be284"); // WRONG 158: key in code
        return await http.GetStringAsync(new Uri("https://api.segmind.com/v1/get-user-credits"));
    }

    public static KlingClient Glued()
    {
        string key = "SG_" + "6e42b18fd0c795a3"; // WRONG 159: key in code
        return new KlingClient(key, new KlingClientOptions { MaxPollsPerSecond = 5 });
    }

    public static KlingClient ForTenant(string tenant) => new(tenant switch
    {
        "acme" => "SG_a1d85c7340be96f2", // WRONG 160: key in code
        _ => Environment.GetEnvironmentVariable("SEGMIND_API_KEY") ?? throw new InvalidOperationException("No key."),
    });
}

internal sealed class StudioSettings
{
    public string ApiKey { get; init; } = "SG_f86c0a2e5d71b934"; // WRONG 161: key in code

    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(20);

    public KlingClient CreateClient() => new(ApiKey, new KlingClientOptions { JobTimeout = Patience });
}

internal static class Options
{
    public static KlingRunOptions Paused() => new() { MaxInFlight = 0 }; // WRONG 162: option outside range

    public static KlingRunOptions Unlimited() => new() { MaxInFlight = 4, SpendLimit = -1 }; // WRONG 163: option outside range

    public static KlingClientOptions Patient() => new() { JobTimeout = TimeSpan.FromHours(2) }; // WRONG 164: option outside range

    public static KlingClientOptions Impatient(string key)
    {
        var options = new KlingClientOptions { ApiKey = key };
        options.SubmitTimeout = TimeSpan.Zero; // WRONG 165: option outside range
        return options;
    }

    public static KlingClientOptions Proxy() => new()
    {
        BaseAddress = new Uri("http://proxy.studio.example/segmind"), // WRONG 166: http base address
    };

    public static KlingClientOptions Eager() => new()
    {
        Polling = PollingStrategy.Fixed(TimeSpan.Zero), // WRONG 167: option outside range
    };

    public static async Task<Uri?> Longest(KlingJob job)
    {
        const int Minutes = 90;
        KlingResult result = await job.WaitForCompletionAsync(timeout: TimeSpan.FromMinutes(-Minutes)); // WRONG 168: option outside range
        return result.Video?.Url;
    }

    public static KlingRunOptions Overnight(Func<KlingJob, Task> keep) => new()
    {
        OnSubmitted = keep,
        JobTimeout = new TimeSpan(8, 0, 0), // WRONG 169: option outside range
    };

    public static KlingClientOptions Container() => new()
    {
        BaseAddress = new Uri("http://localhost:5080"),
        InsecureHosts = ["http://emulator"], // WRONG 170: option outside range
    };

    public static KlingClientOptions NoUploads() => new() { MaxUploadSize = 0L }; // WRONG 171: option outside range
}

internal static class Timeouts
{
    public static KlingClient Snappy(KlingClientOptions? options) =>
        new(new HttpClient { Timeout = TimeSpan.FromSeconds(15) }, new KlingClientOptions { LoggerFactory = options?.LoggerFactory }); // WRONG 172: http timeout short

    public static KlingClient Shared(SocketsHttpHandler handler)
    {
        var http = new HttpClient(handler, disposeHandler: false);
        http.Timeout = TimeSpan.FromSeconds(30); // WRONG 173: http timeout short
        return new KlingClient(http);
    }

    public static KlingClient Generous() =>
        new(new HttpClient(), new KlingClientOptions { SubmitTimeout = TimeSpan.FromMinutes(5) }); // WRONG 174: http timeout short
}

internal static class Lifetimes
{
    public static async Task Film(IEnumerable<string> prompts)
    {
        int number = 0;
        foreach (string prompt in prompts)
        {
            using var client = new KlingClient(); // WRONG 175: client per loop
            KlingResult result = await client.RunAsync(new KlingO3Text2VideoRequest { Prompt = prompt });
            await result.Video!.SaveAsync($"{++number}.mp4");
        }
    }

    public static Task<KlingResult[]> Parallel(IEnumerable<IKlingRequest> requests) =>
        Task.WhenAll(requests.Select(request => new KlingClient().RunAsync(request))); // WRONG 176: client per loop

    public static async Task Poll(string token, string path)
    {
        bool done = false;
        while (!done)
        {
            using (var client = new KlingClient(new KlingClientOptions { MaxPollsPerSecond = 1 })) // WRONG 177: client per loop
            {
                KlingProgress progress = await client.GetJob(token).GetStatusAsync();
                done = progress.Status is KlingJobStatus.Completed or KlingJobStatus.Failed;
            }

            await Task.Delay(TimeSpan.FromSeconds(10));
        }

        Console.WriteLine($"Fetch {path} now.");
    }

    public static Task<KlingResult> Leaving(IKlingRequest request)
    {
        using var client = new KlingClient();
        return client.RunAsync(request); // WRONG 178: client disposed early
    }

    public static async Task<KlingResult> TwoSteps(IKlingRequest request)
    {
        KlingJob job;
        using (var client = new KlingClient())
        {
            job = await client.SubmitAsync(request);
        }

        return await job.WaitForCompletionAsync(); // WRONG 179: client disposed early
    }

    public static async Task<KlingResult> Closed(IKlingRequest request, CancellationToken stop)
    {
        var client = new KlingClient();
        KlingJob job = await client.SubmitAsync(request, stop);
        client.Dispose();
        return await job.WaitForCompletionAsync(cancellationToken: stop); // WRONG 180: client disposed early
    }
}

internal static class Deprecated
{
    public static AcmeAvatarRequest Synced(string script, Uri portrait) => new() { Script = script, PortraitUrl = portrait, LipSync = true }; // WRONG 181: deprecated parameter used

    public static SoundBedRequest March(string mood) => SoundBedRequest.CreateBuilder(mood).WithTempo(120).Build(); // WRONG 182: deprecated parameter used

    public static IKlingRequest Old(string prompt)
    {
        return new VintageFilmRequest { Prompt = prompt, Grain = 40 }; // WRONG 183: deprecated model used
    }
}
