using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Blind.Models;
using Kling;
using Kling.Models;

namespace Blind.Right.Clients;

internal static class Keys
{
    private const string Variable = "STUDIO_SEGMIND_KEY";

    public static KlingClient FromEnvironment() => new(); // RIGHT 176

    public static KlingClient FromOwnVariable() => new(Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException($"Set {Variable}.")); // RIGHT 177

    public static KlingClient FromFile(string path) => new(File.ReadAllText(path).Trim()); // RIGHT 178

    public static KlingClientOptions Options(string? apiKey) => new() { ApiKey = apiKey }; // RIGHT 179

    public static bool LooksLikeKey(string text) => text.StartsWith("SG_", StringComparison.Ordinal) && text.Length == 19; // RIGHT 180

    public static void Ask()
    {
        Console.Write("API key: ");
        Environment.SetEnvironmentVariable("SEGMIND_API_KEY", Console.ReadLine()); // RIGHT 181
    }

    public static void Forget() => Environment.SetEnvironmentVariable("SEGMIND_API_KEY", null); // RIGHT 182

    public static void Authorize(HttpRequestMessage request, string key)
    {
        request.Headers.Add("x-api-key", key); // RIGHT 183
    }

    public static KlingClient ForTenant(string tenant, IReadOnlyDictionary<string, string> keys) => new(keys.TryGetValue(tenant, out string? key) ? key : keys["default"]); // RIGHT 184
}

internal sealed class StudioSettings
{
    public string ApiKeyFile { get; init; } = "/run/secrets/segmind"; // RIGHT 185

    public string? ApiKey { get; init; }

    public KlingClient CreateClient() => ApiKey is null ? new KlingClient(File.ReadAllText(ApiKeyFile)) : new KlingClient(ApiKey);
}

internal static class Options
{
    public static KlingRunOptions Careful() => new() { MaxInFlight = 1, SpendLimit = 0 }; // RIGHT 186

    public static KlingClientOptions Longest() => new()
    {
        JobTimeout = TimeSpan.FromMinutes(60), // RIGHT 187
        SubmitTimeout = TimeSpan.FromHours(1),
    };

    public static KlingClientOptions Endless() => new() { JobTimeout = Timeout.InfiniteTimeSpan }; // RIGHT 188

    public static KlingClientOptions Impatient() => new() { JobTimeout = TimeSpan.Zero, SubmitTimeout = TimeSpan.FromTicks(1) }; // RIGHT 189

    public static KlingClientOptions Polls() => new() { MaxPollsPerSecond = 0.001, Polling = PollingStrategy.Fixed(TimeSpan.FromHours(1)) }; // RIGHT 190

    public static KlingClientOptions Emulator() => new()
    {
        BaseAddress = new Uri("http://localhost:5080"), // RIGHT 191
        MaxUploadSize = 1,
    };

    public static KlingClientOptions Container() => new()
    {
        BaseAddress = new Uri("http://emulator:5080"), // RIGHT 192
        InsecureHosts = ["emulator"],
    };

    public static KlingClientOptions Proxied() => new() { BaseAddress = new Uri("https://10.1.2.3/segmind") }; // RIGHT 193

    public static KlingRunOptions FromArguments(string[] args) => new()
    {
        MaxInFlight = int.Parse(args[0]), // RIGHT 194
        SpendLimit = args.Length > 1 ? decimal.Parse(args[1]) : null,
    };

    public static Task<KlingResult> Once(KlingJob job) => job.WaitForCompletionAsync(TimeSpan.Zero); // RIGHT 195
}

internal static class Timeouts
{
    public static KlingClient Equal() => new(new HttpClient { Timeout = TimeSpan.FromSeconds(100) }); // RIGHT 196

    public static KlingClient Unlimited(HttpMessageHandler handler)
    {
        var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        return new KlingClient(http, new KlingClientOptions { SubmitTimeout = TimeSpan.FromMinutes(10) }); // RIGHT 197
    }

    public static KlingClient Short(HttpMessageHandler handler) => new(
        new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(20) }, // RIGHT 198
        new KlingClientOptions { SubmitTimeout = TimeSpan.FromSeconds(15) });

    public static async Task<bool> Probe(Uri page)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) }; // RIGHT 199
        using HttpResponseMessage answer = await http.GetAsync(page);
        return answer.IsSuccessStatusCode;
    }
}

internal static class Lifetimes
{
    private static readonly KlingClient Shared = new(); // RIGHT 200

    private static readonly Lazy<KlingClient> Slow = new(() => new KlingClient(new KlingClientOptions { MaxPollsPerSecond = 1 })); // RIGHT 201

    private static readonly ConcurrentDictionary<string, KlingClient> ByKey = new();

    public static KlingClient Of(string key) => ByKey.GetOrAdd(key, static key => new KlingClient(key)); // RIGHT 202

    public static Task<KlingResult> Run(IKlingRequest request, bool slow) => (slow ? Slow.Value : Shared).RunAsync(request);

    public static async Task Film(IEnumerable<string> prompts)
    {
        using var client = new KlingClient(); // RIGHT 203
        int number = 0;
        foreach (string prompt in prompts)
        {
            KlingResult result = await client.RunAsync(new KlingO3Text2VideoRequest { Prompt = prompt });
            await result.Video!.SaveAsync($"{++number}.mp4");
        }
    }

    public static async Task<KlingResult> Awaited(IKlingRequest request)
    {
        using var client = new KlingClient();
        return await client.RunAsync(request); // RIGHT 204
    }

    public static async Task<KlingResult> TwoSteps(IKlingRequest request)
    {
        using (var client = new KlingClient())
        {
            KlingJob job = await client.SubmitAsync(request);
            return await job.WaitForCompletionAsync(); // RIGHT 205
        }
    }

    public static async Task<string> TokenOnly(IKlingRequest request)
    {
        KlingJob job;
        using (var client = new KlingClient())
        {
            job = await client.SubmitAsync(request);
        }

        return job.ToToken(); // RIGHT 206
    }

    public static async Task<KlingResult> Finally(IKlingRequest request, string path)
    {
        var client = new KlingClient();
        try
        {
            KlingResult result = await client.RunAsync(request);
            await result.Video!.SaveAsync(path);
            return result;
        }
        finally
        {
            client.Dispose(); // RIGHT 207
        }
    }

    public static Dictionary<string, KlingClient> PerTeam(IReadOnlyDictionary<string, string> keys)
    {
        Dictionary<string, KlingClient> clients = [];
        foreach ((string team, string key) in keys)
        {
            clients.Add(team, new KlingClient(key)); // RIGHT 208
        }

        return clients;
    }
}

internal static class Deprecated
{
    public static IEnumerable<string> Current() => KlingModels().Where(model => !model.IsDeprecated && !model.IsRetired).Select(model => model.Slug); // RIGHT 209

    public static SoundBedRequest March(string mood) => new() { Mood = mood, Bpm = 120 }; // RIGHT 210

    public static SoundBedRequest Modern(SoundBedRequest request) => request.Unset("tempo"); // RIGHT 211

    private static IEnumerable<KlingModel> KlingModels() => global::Kling.Models.KlingModels.All.Concat(global::Blind.Models.KlingModels.All);
}
