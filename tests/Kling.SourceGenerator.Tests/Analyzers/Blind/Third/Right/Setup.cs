using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BlindThree.Right.Setup;

public static class Digests
{
    public const string Commit = "9f1c2b7ad03e4c589f1c2b7ad03e4c589f1c2b7a"; // RIGHT 154
    public const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736"; // RIGHT 155
    public const string Short = "d4e5f60718293a4b"; // RIGHT 156
    public static readonly Guid Tenant = new("0b8f0a4d-e711-4c0e-9d61-3f2b8c1e77aa");
    public static readonly string ETag = "\"5d41402abc4b2a76b9719d911017c592\"";
    private const string KeyVariable = "SEGMIND_API_KEY"; // RIGHT 157
    private const string Mask = "SG_****************"; // RIGHT 158
    private const string Sample = "SG_<your key here>"; // RIGHT 159

    public static string Help => $"Set {KeyVariable} to a key such as {Mask} or {Sample}.";

    public static KlingO3Text2VideoRequest Tagged(string prompt) =>
        KlingO3Text2VideoRequest.CreateBuilder(prompt).WithAdditionalParameter("digest", "a3f5c0e19b7d4826").Build(); // RIGHT 160
}

public static class Clients
{
    private static readonly KlingClient Shared = new(new KlingClientOptions { JobTimeout = TimeSpan.FromHours(1) }); // RIGHT 161

    public static KlingClient Instance => Shared;

    public static KlingClient FromEnvironment() => new(Environment.GetEnvironmentVariable("KLING_KEY") ?? throw new InvalidOperationException("No key.")); // RIGHT 162

    public static KlingClient FromConfiguration(IConfiguration configuration) => new(configuration["Kling:ApiKey"]!); // RIGHT 163

    public static void Inherit(string key) => Environment.SetEnvironmentVariable("SEGMIND_API_KEY", key); // RIGHT 164

    public static KlingClient Emulated(string key) => new(key, new KlingClientOptions
    {
        BaseAddress = new Uri("http://localhost:5080"), // RIGHT 165
        Polling = PollingStrategy.Fixed(TimeSpan.FromMilliseconds(1)), // RIGHT 166
    });

    public static KlingClientOptions Loopback() => new() { BaseAddress = new Uri("http://127.0.0.1:5080"), UploadAddress = new Uri("http://[::1]:5080/upload-asset") }; // RIGHT 167

    public static KlingClientOptions Container() => new()
    {
        BaseAddress = new Uri("http://emulator:5080"), // RIGHT 168
        InsecureHosts = ["emulator"], // RIGHT 169
    };

    public static KlingClientOptions Extremes() => new()
    {
        JobTimeout = Timeout.InfiniteTimeSpan, // RIGHT 170
        SubmitTimeout = TimeSpan.FromHours(1), // RIGHT 171
        MaxPollsPerSecond = 10_000, // RIGHT 172
        MaxUploadSize = 1, // RIGHT 173
    };

    public static KlingClientOptions Slow() => new() { MaxPollsPerSecond = 0.001, JobTimeout = TimeSpan.Zero }; // RIGHT 174

    public static PollingStrategy Flat() => PollingStrategy.Exponential(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5), factor: 1); // RIGHT 175

    public static KlingClient Own() => new(new HttpClient { Timeout = Timeout.InfiniteTimeSpan }); // RIGHT 176

    public static KlingClient Brief() => new(
        new HttpClient { Timeout = TimeSpan.FromSeconds(60) }, // RIGHT 177
        new KlingClientOptions { SubmitTimeout = TimeSpan.FromSeconds(45) });

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddKling(configuration.GetSection("Kling"), options => options.JobTimeout = TimeSpan.FromMinutes(60)); // RIGHT 178
        services.AddKling("batch", options => options.ApiKey = configuration["Batch:Key"]); // RIGHT 179
        services.AddSingleton(provider => new ClipService(provider.GetRequiredService<KlingClient>()));
    }

    public static async Task<int> RunOnceAsync(string prompt)
    {
        using var client = new KlingClient(); // RIGHT 180
        KlingResult result = await client.RunAsync(new KlingO3Text2VideoRequest { Prompt = prompt });
        await result.Video!.SaveAsync("clip.mp4");
        return 0;
    }

    public static async Task PerKeyAsync(IEnumerable<string> keys)
    {
        foreach (string key in keys)
        {
            using var client = new KlingClient(key); // RIGHT 181
            await client.CheckAccessAsync();
        }
    }

    public static async Task<string> TokenAsync(KlingO3Text2VideoRequest request)
    {
        using var client = new KlingClient();
        KlingJob job = await client.SubmitAsync(request); // RIGHT 182
        return job.ToToken();
    }
}

public sealed class ClipService(KlingClient client)
{
    public Task<Uri> Upload() => client.Files.UploadAsync("C:\\renders\\shoe.png"); // RIGHT 183

    public async Task<KlingJob> FromDiskAsync(string path) =>
        await client.SubmitAsync(new KlingO3Image2VideoRequest { Prompt = "The shoe turns", ImageUrl = await client.Files.UploadAsync(path) }); // RIGHT 184

    public KlingO3Image2VideoRequest Public() => new()
    {
        Prompt = "The shoe turns",
        ImageUrl = new Uri("https://localhost.example.com/192.168.1.40/file:///shoe.png"), // RIGHT 185
        EndImageUrl = new Uri("https://172.32.0.9/shoe-end.png"), // RIGHT 186
    };

    public KlingO3Image2VideoRequest Encoded(string name) => new()
    {
        Prompt = "The shoe turns",
        ImageUrl = new Uri($"https://cdn.example.com/{Uri.EscapeDataString(name)}.png"), // RIGHT 187
        EndImageUrl = new Uri("https://cdn.example.com/my%20shoe.png?sig=a%2Bb"), // RIGHT 188
    };

    public KlingO3Image2VideoRequest Hosted(IConfiguration configuration) => new()
    {
        Prompt = "The shoe turns",
        ImageUrl = new Uri(new Uri(configuration["Cdn"] ?? "https://cdn.example.com/"), "shoe.png"), // RIGHT 189
    };
}
