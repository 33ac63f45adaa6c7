using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BlindRight.Settings;

public static partial class KeyHandling
{
    public const string KeyVariable = "SEGMIND_API_KEY"; // RIGHT 144
    private const string Commit = "4f9a1c77be02d385a1f04c6e9d7b23581c0a6e4f"; // RIGHT 145
    private const string ETag = "9b3e5d10c6a7f248"; // RIGHT 146
    private static readonly Guid Tenant = new("5c7d8e9f-0a1b-2c3d-4e5f-60718293a4b5"); // RIGHT 147
    private static readonly Regex KeyPattern = new("^SG_[0-9a-f]{16}$"); // RIGHT 148
    private static readonly string Region = "SG_Singapore"; // RIGHT 149

    public static KlingClient FromEnvironment() => new(Environment.GetEnvironmentVariable("STUDIO_SEGMIND_KEY")!); // RIGHT 150

    public static KlingClientOptions FromConfiguration(IConfiguration configuration) => new() { ApiKey = configuration["Kling:ApiKey"] }; // RIGHT 151

    public static void Forget() => Environment.SetEnvironmentVariable("SEGMIND_API_KEY", null); // RIGHT 152

    public static void Hand(string secret) => Environment.SetEnvironmentVariable(KeyVariable, secret); // RIGHT 153

    public static void IfMatch(HttpRequestMessage message) => message.Headers.TryAddWithoutValidation("If-Match", "\"9b3e5d10c6a7f248\""); // RIGHT 154

    public static IConfiguration Memory() =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Kling:JobTimeout"] = "00:30:00", ["Kling:MaxPollsPerSecond"] = "20" }) // RIGHT 155
            .AddEnvironmentVariables()
            .Build();

    public static string Fingerprint() => $"{Commit}/{ETag}/{Tenant}/{Region}/{KeyPattern}";

    public static bool IsKnownHash(string hash) => hash is "0a9f3c5e7b1d2846" or "e8d21f6b07c94a53"; // RIGHT 156
}

public static class ClientOptions
{
    private static readonly KlingRunOptions Serial = new() { MaxInFlight = 1 }; // RIGHT 157

    public static KlingRun Run(KlingClient client, IEnumerable<IKlingRequest> requests) => client.RunManyAsync(requests, Serial);

    public static KlingRunOptions Free() => new() { SpendLimit = 0 }; // RIGHT 158

    public static KlingClientOptions Hour() => new() { JobTimeout = TimeSpan.FromMinutes(60) }; // RIGHT 159

    public static KlingClientOptions Zero() => new() { JobTimeout = TimeSpan.Zero, SubmitTimeout = TimeSpan.FromHours(1) }; // RIGHT 160

    public static KlingClientOptions Infinite() => new() { JobTimeout = Timeout.InfiniteTimeSpan }; // RIGHT 161

    public static KlingClientOptions Fast() => new() { MaxPollsPerSecond = 10_000, SubmitTimeout = TimeSpan.FromMilliseconds(1) }; // RIGHT 162

    public static KlingClientOptions LocalEmulator() => new() { BaseAddress = new Uri("http://127.0.0.1:5080") }; // RIGHT 163

    public static KlingClientOptions Localhost() => new() { BaseAddress = new Uri("http://localhost:5080"), UploadAddress = new Uri("http://localhost:5080/upload-asset") }; // RIGHT 164

    public static KlingClientOptions Container() => new() { BaseAddress = new Uri("http://emulator:5080"), InsecureHosts = ["emulator"] }; // RIGHT 165

    public static PollingStrategy Flat() => PollingStrategy.Exponential(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2), factor: 1); // RIGHT 166

    public static Task<KlingResult> WholeHour(KlingJob job) => job.WaitForCompletionAsync(Timeout.InfiniteTimeSpan); // RIGHT 167

    public static IServiceCollection AddStudio(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddKling(configuration.GetSection("Kling")); // RIGHT 168
        services.AddKling("batch", options => options.JobTimeout = TimeSpan.FromMinutes(50)); // RIGHT 169
        services.AddHealthChecks().AddKlingCheck();
        services.AddHttpClient("cms", http => http.Timeout = TimeSpan.FromSeconds(5)); // RIGHT 170
        return services;
    }
}

public sealed class RetryPolicy
{
    public int MaxInFlight { get; set; }
    public TimeSpan JobTimeout { get; set; }

    public static RetryPolicy Off() => new() { MaxInFlight = 0, JobTimeout = TimeSpan.FromHours(6) }; // RIGHT 171
}

public static class Lifetimes
{
    private static readonly KlingClient Shared = new(); // RIGHT 172
    private static readonly Lazy<KlingClient> Late = new(() => new KlingClient()); // RIGHT 173

    public static async Task<int> Main(string[] args)
    {
        using var client = new KlingClient(); // RIGHT 174
        foreach (string prompt in args)
        {
            KlingResult result = await client.RunAsync(new KlingO3Text2VideoRequest { Prompt = prompt });
            await result.Video!.SaveAsync($"{prompt.GetHashCode()}.mp4");
        }

        return 0;
    }

    public static KlingClient Infinite()
    {
        var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan }; // RIGHT 175
        return new KlingClient(http);
    }

    public static KlingClient Longer() => new(new HttpClient { Timeout = TimeSpan.FromSeconds(200) }); // RIGHT 176

    public static KlingClient Matching() => new(new HttpClient { Timeout = TimeSpan.FromSeconds(40) }, new KlingClientOptions { SubmitTimeout = TimeSpan.FromSeconds(30) }); // RIGHT 177

    public static Dictionary<string, KlingClient> PerAccount(IEnumerable<KeyValuePair<string, string>> keys)
    {
        var clients = new Dictionary<string, KlingClient>();
        foreach ((string account, string key) in keys)
        {
            clients[account] = new KlingClient(key); // RIGHT 178
        }

        return clients;
    }

    public static void AddSingleton(IServiceCollection services) =>
        services.AddSingleton(provider => new KlingClient(new KlingClientOptions { ApiKey = provider.GetRequiredService<IConfiguration>()["Studio:Key"] })); // RIGHT 179

    public static async Task<KlingResult> AwaitedAsync(IKlingRequest request)
    {
        using var client = new KlingClient();
        return await client.RunAsync(request); // RIGHT 180
    }

    public static async Task<string> TokenAsync(IKlingRequest request)
    {
        KlingJob job;
        using (var client = new KlingClient())
        {
            job = await client.SubmitAsync(request);
        }

        return job.ToToken(); // RIGHT 181
    }

    public static async Task<KlingResult> SharedAsync(IKlingRequest request)
    {
        KlingClient client = Late.IsValueCreated ? Late.Value : Shared;
        KlingJob job = await client.SubmitAsync(request);
        return await job.WaitForCompletionAsync(); // RIGHT 182
    }
}

public sealed class Studio : IDisposable
{
    private readonly KlingClient _client;

    public Studio(KlingClientOptions options) => _client = new KlingClient(options); // RIGHT 183

    public Task<KlingJob> RenderAsync(string prompt) => _client.SubmitAsync(new KlingO3Text2VideoRequest { Prompt = prompt }); // RIGHT 184

    public void Dispose() => _client.Dispose();
}
