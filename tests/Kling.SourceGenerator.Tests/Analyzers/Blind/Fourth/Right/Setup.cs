using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BlindFour.Right.Setup;

public static class Setup
{
    private const string CommitSha = "9f27ab10cc43de58"; // RIGHT 37
    private const string KeyVariable = "SEGMIND_API_KEY"; // RIGHT 38
    private const string Placeholder = "SG_your_key_here"; // RIGHT 39
    private static readonly string Fingerprint = "b1946ac92492d2347c6235b4d2611184"; // RIGHT 40
    private static readonly KlingClient Shared = new(); // RIGHT 41
    private static readonly Lazy<KlingClient> OnDemand = new(() => new KlingClient()); // RIGHT 42

    public static string Prefix => "SG_";

    public static string SessionId { get; } = "4c1d88e0-f7a2-b395-1a2b-3c4d5e6f7a8b"; // RIGHT 43

    public static KlingClient Create(IConfiguration configuration) => new(configuration["Kling:ApiKey"]!); // RIGHT 44

    public static KlingClient FromEnvironment() => new(Environment.GetEnvironmentVariable(KeyVariable) ?? throw new InvalidOperationException(KeyVariable)); // RIGHT 45

    public static KlingClient FromFile() => new KlingClient(apiKey: File.ReadAllText("/run/secrets/segmind").Trim()); // RIGHT 46

    public static bool IsPlaceholder(string key) => key == Placeholder || key.StartsWith("SG_0000", StringComparison.Ordinal); // RIGHT 47

    public static string Version => CommitSha + Fingerprint;

    public static void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddKling(builder.Configuration.GetSection("Kling"), options =>
        {
            options.JobTimeout = TimeSpan.FromHours(1); // RIGHT 48
            options.SubmitTimeout = TimeSpan.FromMinutes(60); // RIGHT 49
            options.MaxPollsPerSecond = 10_000; // RIGHT 50
        });
        builder.Services.AddKling("emulator", options =>
        {
            options.BaseAddress = new Uri("http://localhost:5080"); // RIGHT 51
            options.UploadAddress = new Uri("http://127.0.0.1:5080/upload-asset"); // RIGHT 52
            options.ApiKey = builder.Configuration["Emulator:Key"]; // RIGHT 53
        });
    }

    public static void Map(WebApplication app)
    {
        app.MapPost("/clips", async (ClipOrder order, KlingClient client, CancellationToken cancellationToken) =>
        {
            KlingJob job = await client.SubmitAsync(new KlingO3Text2VideoRequest { Prompt = order.Text }, cancellationToken); // RIGHT 54
            return Results.Accepted($"/clips/{job.RequestId}", job.ToToken());
        });
        app.MapGet("/health", (KlingClient client, CancellationToken cancellationToken) => client.CheckAccessAsync(cancellationToken)); // RIGHT 55
    }

    public static KlingClientOptions Container() => new()
    {
        BaseAddress = new Uri("http://emulator:5080"), // RIGHT 56
        InsecureHosts = ["emulator", "10.0.0.7"],
        UploadAddress = new Uri("http://10.0.0.7/upload-asset"), // RIGHT 57
        JobTimeout = TimeSpan.Zero, // RIGHT 58
        MaxPollsPerSecond = 0.001, // RIGHT 59
        MaxUploadSize = 1, // RIGHT 60
        Polling = PollingStrategy.Exponential(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5), factor: 1), // RIGHT 61
    };

    public static KlingClientOptions Loopback() => new()
    {
        BaseAddress = new Uri("http://[::1]:5080"), // RIGHT 62
        JobTimeout = Timeout.InfiniteTimeSpan, // RIGHT 63
        SubmitTimeout = TimeSpan.FromMilliseconds(1), // RIGHT 64
        UploadAddress = null,
    };

    public static KlingRunOptions Run(int workers, decimal budget) => new()
    {
        MaxInFlight = Math.Max(1, workers), // RIGHT 65
        SpendLimit = budget < 0 ? null : budget, // RIGHT 66
        JobTimeout = null,
    };

    public static KlingRunOptions Free() => new() { MaxInFlight = 500, SpendLimit = decimal.Zero, JobTimeout = new TimeSpan(0, 59, 60) }; // RIGHT 67

    public static KlingClient Patient(HttpMessageHandler handler)
    {
        var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        return new KlingClient(http, new KlingClientOptions { SubmitTimeout = TimeSpan.FromMinutes(5) }); // RIGHT 68
    }

    public static HttpClient Downloads()
    {
        var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) }; // RIGHT 69
        http.DefaultRequestHeaders.Add("x-request-source", "SG_clips"); // RIGHT 70
        return http;
    }

    public static async Task<int> RunOnceAsync(IKlingRequest request)
    {
        using var client = new KlingClient(); // RIGHT 71
        KlingResult result = await client.RunAsync(request);
        return result.Outputs.Count;
    }

    public static async Task<string?> AwaitedAsync(IKlingRequest request)
    {
        using (var client = new KlingClient())
        {
            return (await client.RunAsync(request)).Output; // RIGHT 72
        }
    }

    public static async Task<string?> BorrowedAsync(KlingClient client, IKlingRequest request)
    {
        KlingJob job = await client.SubmitAsync(request); // RIGHT 73
        KlingResult result = await job.WaitForCompletionAsync();
        client.Dispose();
        return result.Output; // RIGHT 74
    }

    public static IEnumerable<KlingClient> PerTenant(IEnumerable<string> keys)
    {
        foreach (string key in keys)
        {
            yield return new KlingClient(key); // RIGHT 75
        }
    }

    public static KlingClient Common(bool lazy) => lazy ? OnDemand.Value : Shared;
}

public sealed record ClipOrder(string Text);

public static class Addresses
{
    public static KlingO3Image2VideoRequest Typed(string url) => new() { Prompt = "Rain.", ImageUrl = new Uri(url) }; // RIGHT 76

    public static Kling1_6Image2VideoRequest Port() => new() { Image = new Uri("https://media.example.com:8443/a.png?x=localhost") }; // RIGHT 77

    public static Kling2_1Request PublicAddress() => new() { Image = new Uri("https://172.32.0.1/a.png") }; // RIGHT 78

    public static Kling2_1Request NearlyPrivate() => new() { Image = new Uri("https://192.167.1.1/cat.png") }; // RIGHT 79

    public static KlingBloombloomRequest HostName() => new() { Image = new Uri("https://localhost.example.com/flower.png") }; // RIGHT 80

    public static KlingO1Request Signed() => new()
    {
        Prompt = "@Image1 as a stamp.",
        ImageUrls = ["https://bucket.s3.amazonaws.com/a.png?path=file:///b"], // RIGHT 81
    };

    public static KlingV2ProAvatarRequest Text() => new()
    {
        ImageUrl = "https://a.example/face.png",
        AudioUrl = "https://a.example/C:/voice.mp3", // RIGHT 82
    };

    public static async Task<KlingO3Image2VideoRequest> UploadedAsync(KlingClient client) => new()
    {
        Prompt = "Rain.",
        ImageUrl = await client.Files.UploadAsync("photos/rain.png"), // RIGHT 83
    };

    public static Uri Local() => new("file:///srv/photos/summit.png"); // RIGHT 84

    public static KlingMedia Fake() => KlingFactory.Media(new Uri("http://localhost/eagle.mp4"), new byte[] { 1, 2, 3 }); // RIGHT 85
}
