using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Microsoft.Extensions.DependencyInjection;

namespace BlindFive.Right.Settings;

/// <summary>Options at their limits.</summary>
public static class EdgeOptions
{
    public static KlingClientOptions Times() => new()
    {
        JobTimeout = TimeSpan.FromMinutes(60), // RIGHT 183
        SubmitTimeout = new TimeSpan(1, 0, 0), // RIGHT 184
        MaxPollsPerSecond = 10_000, // RIGHT 185
    };

    public static KlingClientOptions WholeHour() => new() { JobTimeout = Timeout.InfiniteTimeSpan, MaxPollsPerSecond = 0.001 }; // RIGHT 186

    public static KlingClientOptions OneByte() => new() { MaxUploadSize = 1 }; // RIGHT 187

    public static KlingClientOptions Emulator() => new() { BaseAddress = new Uri("http://localhost:5080") }; // RIGHT 188

    public static KlingClientOptions Container() => new()
    {
        BaseAddress = new Uri("http://emulator:5080"), // RIGHT 189
        InsecureHosts = ["EMULATOR"], // RIGHT 190
    };

    public static KlingClientOptions Proxy() => new() { BaseAddress = new Uri("https://proxy.edge.example/segmind") }; // RIGHT 191

    public static KlingClient Copied(KlingClientOptions options)
    {
        options.JobTimeout = TimeSpan.FromMinutes(30); // RIGHT 192
        return new KlingClient(options);
    }

    public static void Add(IServiceCollection services) =>
        services.AddKling("slow").ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(300)); // RIGHT 193

    public static KlingRunOptions OneByOne() => new() { MaxInFlight = 1, SpendLimit = 0 }; // RIGHT 194

    public static KlingRunOptions NoLimit() => new() { SpendLimit = null, JobTimeout = TimeSpan.FromHours(1) }; // RIGHT 195

    public static PollingStrategy Hourly() => PollingStrategy.Fixed(TimeSpan.FromHours(1)); // RIGHT 196

    public static PollingStrategy Constant() => PollingStrategy.Exponential(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(4), factor: 1); // RIGHT 197

    public static KlingResolveOptions Settle() => new() { SettleTime = TimeSpan.FromDays(1), ClockTolerance = TimeSpan.Zero }; // RIGHT 198

    public static KlingHistoryQuery Month(DateTimeOffset now) => new() { From = now.AddDays(-30), To = now }; // RIGHT 199

    public static Task<KlingResult> NoWait(KlingJob job) => job.WaitForCompletionAsync(timeout: TimeSpan.Zero); // RIGHT 200
}
