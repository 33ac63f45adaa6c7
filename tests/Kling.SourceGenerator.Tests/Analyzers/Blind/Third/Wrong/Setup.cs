using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BlindThree.Wrong.Setup;

public static class Secrets
{
    private const string Production = "SG_9f1c2b7ad03e4c58"; // WRONG 78: key in a constant
    private static readonly string Staging = "SG_41d8e07b6a2fc935"; // WRONG 79: key in a field
    public static string Fallback { get; } = "SG_c07de13f58b94a26"; // WRONG 80: key in a property

    public static KlingClient Default() => new(Production);

    public static KlingClient Direct() => new KlingClient("SG_5be2907fa81c3d64"); // WRONG 81: key in the constructor

    public static KlingClient Named() => new(options: null, apiKey: "SG_e83a6f0c91d7425b"); // WRONG 82: key in the constructor

    public static KlingClient Offline() => new(apiKey: string.Empty); // WRONG 83: empty key

    public static KlingClientOptions Options() => new()
    {
        ApiKey = "SG_07a4cd5e92b8f136", // WRONG 84: key in the options
        JobTimeout = TimeSpan.FromMinutes(30),
    };

    public static KlingClient Create(string key = "SG_b25f8e6091ac37d4") => new(key); // WRONG 85: key as a default

    public static void Environment() =>
        System.Environment.SetEnvironmentVariable("SEGMIND_API_KEY", "SG_6d90f3b17ce582a4"); // WRONG 86: key set in code

    public static IConfiguration Memory() => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Kling:BaseAddress"] = "https://api.segmind.com",
            ["Kling:ApiKey"] = "SG_18ce4a5d7f0b6293", // WRONG 87: key in configuration in code
        })
        .Build();

    public static IServiceCollection Add(IServiceCollection services)
    {
        services.AddKling(options => options.ApiKey = "SG_fa2190de5b47c683"); // WRONG 88: key in code
        services.AddKling("review", options =>
        {
            options.JobTimeout = TimeSpan.FromMinutes(20);
            options.ApiKey = Staging;
        });
        return services;
    }

    public static HttpRequestMessage Balance()
    {
        var message = new HttpRequestMessage(HttpMethod.Get, "https://api.segmind.com/v1/get-user-credits");
        message.Headers.Add("x-api-key", "SG_2ab7c94f016e8d53"); // WRONG 89: key in a header
        return message;
    }

    public static KlingClient Joined()
    {
        string key = "SG_" + "d4e5f60718293a4b"; // WRONG 90: key put together from constants
        return new KlingClient(key);
    }
}

public static class Tuning
{
    public static KlingRunOptions Paused() => new() { MaxInFlight = 0 }; // WRONG 91: below 1

    public static KlingRunOptions Unlimited() => new()
    {
        MaxInFlight = 16,
        SpendLimit = -1, // WRONG 92: negative
    };

    public static KlingRunOptions Overnight() => new() { JobTimeout = TimeSpan.FromHours(8) }; // WRONG 93: beyond one hour

    public static KlingClientOptions Patient() => new()
    {
        JobTimeout = TimeSpan.FromMinutes(90), // WRONG 94: beyond one hour
        SubmitTimeout = TimeSpan.Zero, // WRONG 95: must be more than zero
    };

    public static KlingClientOptions Plain() => new()
    {
        BaseAddress = new Uri("http://api.segmind.com"), // WRONG 96: http for Segmind
        RetrySubmitOnRateLimit = false,
    };

    public static KlingClientOptions Proxy() => new()
    {
        BaseAddress = new Uri(uriString: "http://kling-proxy.corp.example:8080"), // WRONG 97: http without InsecureHosts
    };

    public static KlingClientOptions Insecure() => new() { InsecureHosts = ["http://emulator:5080"] }; // WRONG 98: not a host name

    public static void Configure(KlingClientOptions options)
    {
        options.MaxPollsPerSecond = 0; // WRONG 99: below 0.001
        options.MaxUploadSize = -1; // WRONG 100: below 1
        options.Polling = PollingStrategy.Fixed(TimeSpan.Zero); // WRONG 101: zero pause
    }

    public static PollingStrategy Shrinking() =>
        PollingStrategy.Exponential(first: TimeSpan.FromSeconds(2), longest: TimeSpan.FromSeconds(30), factor: 0.5); // WRONG 102: factor below 1

    public static PollingStrategy Swapped() =>
        PollingStrategy.Exponential(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(5)); // WRONG 103: longest below first

    public static Task<KlingResult> Negative(KlingJob job) => job.WaitForCompletionAsync(TimeSpan.FromSeconds(-30)); // WRONG 104: negative timeout

    public static KlingClient Hasty()
    {
        return new KlingClient(new HttpClient { Timeout = TimeSpan.FromSeconds(10) }); // WRONG 105: Timeout below SubmitTimeout
    }

    public static KlingClient Header(string key)
    {
        var http = new HttpClient();
        http.DefaultRequestHeaders.Add("x-api-key", key); // WRONG 106: default header goes to every host
        return new KlingClient(http);
    }
}

public sealed class ClientPerCall
{
    public async Task<KlingResult> LoopAsync(IEnumerable<KlingO3Text2VideoRequest> requests)
    {
        KlingResult? last = null;
        foreach (KlingO3Text2VideoRequest request in requests)
        {
            using var client = new KlingClient(); // WRONG 107: a client in a loop
            last = await client.RunAsync(request);
        }

        return last!;
    }

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/clips", async (KlingO3Text2VideoRequest request) =>
        {
            using var client = new KlingClient(); // WRONG 108: a client per request
            KlingJob job = await client.SubmitAsync(request);
            return job.ToToken();
        });

    public async Task<KlingResult> EarlyAsync(KlingO3Text2VideoRequest request)
    {
        KlingJob job;
        using (var client = new KlingClient())
        {
            job = await client.SubmitAsync(request);
        }

        return await job.WaitForCompletionAsync(); // WRONG 109: client is disposed
    }

    public Task<KlingResult> Unawaited(KlingO3Text2VideoRequest request)
    {
        using var client = new KlingClient();
        return client.RunAsync(request); // WRONG 110: disposed before the wait ends
    }

    public async Task<Uri> DisposedAsync(string path)
    {
        var client = new KlingClient();
        client.Dispose();
        return await client.Files.UploadAsync(path); // WRONG 111: client is disposed
    }

    public static void Register(IServiceCollection services) =>
        services.AddTransient(provider => new KlingClient()); // WRONG 112: a client per resolve
}
