using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.Extensions.DependencyInjection;

namespace BlindFive.Wrong.Options;

/// <summary>Options of a render farm.</summary>
public static class FarmOptions
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(3);

    public static KlingClientOptions Patient() => new()
    {
        JobTimeout = Patience, // WRONG 120: at most one hour
        MaxPollsPerSecond = 20,
    };

    public static KlingClientOptions Impatient() => new() { SubmitTimeout = TimeSpan.Zero }; // WRONG 121: more than zero

    public static KlingClientOptions Silent() => new() { MaxPollsPerSecond = 0 }; // WRONG 122: from 0.001

    public static KlingClientOptions Eager() => new() { MaxPollsPerSecond = 20_000 }; // WRONG 123: at most 10,000

    public static KlingClientOptions NoUploads() => new() { MaxUploadSize = 0 }; // WRONG 124: 1 or more

    public static KlingClientOptions Plain() => new()
    {
        BaseAddress = new Uri("http://proxy.farm.example/segmind"), // WRONG 125: http sends the key unencrypted
        JobTimeout = TimeSpan.FromMinutes(40),
    };

    public static KlingClientOptions Container() => new()
    {
        InsecureHosts = ["http://emulator:5080"], // WRONG 126: exact host names without scheme and port
    };

    public static KlingClientOptions Query() => new() { BaseAddress = new Uri("https://proxy.farm.example/?tenant=7") }; // WRONG 127: no query allowed

    public static void Add(IServiceCollection services)
    {
        services.AddKling("farm", options => options.SubmitTimeout = TimeSpan.FromMinutes(90)); // WRONG 128: at most one hour
        services.AddKling("fast").ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(15)); // WRONG 129: below SubmitTimeout of 100 s
    }

    public static KlingClient Late()
    {
        var options = new KlingClientOptions();
        var client = new KlingClient(options);
        options.JobTimeout = TimeSpan.FromMinutes(30); // WRONG 130: the client copied the options, no effect
        return client;
    }

    public static KlingRunOptions NoneInFlight() => new() { MaxInFlight = 0, SpendLimit = 12.5m }; // WRONG 131: MaxInFlight 1 or more

    public static KlingRunOptions Unlimited() => new() { SpendLimit = -1 }; // WRONG 132: 0 or more; null is no limit

    public static PollingStrategy Busy() => PollingStrategy.Fixed(TimeSpan.FromSeconds(0)); // WRONG 133: more than zero

    public static PollingStrategy Shrinking() =>
        PollingStrategy.Exponential(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30), factor: 0.5); // WRONG 134: factor at least 1

    public static PollingStrategy Reversed() =>
        PollingStrategy.LatencyAware(shortest: TimeSpan.FromSeconds(20), longest: TimeSpan.FromSeconds(5)); // WRONG 135: longest below shortest

    public static KlingResolveOptions Settle() => new() { SettleTime = TimeSpan.FromDays(2) }; // WRONG 136: at most one day

    public static IAsyncEnumerable<KlingHistoryEntry> Quarter(KlingClient client, DateTimeOffset now) =>
        client.Account.GetHistoryAsync(new KlingHistoryQuery { From = now.AddDays(-90), To = now }); // WRONG 137: less than 31 days

    public static Task<KlingResult> Negative(KlingJob job) => job.WaitForCompletionAsync(timeout: TimeSpan.FromMinutes(-5)); // WRONG 138: negative

    public static Task<Uri> Upload(KlingClient client, string path) => client.Files.UploadAsync(path, contentType: "png"); // WRONG 139: image/png

    public static Task Save(KlingMedia media) => media.SaveAsync(""); // WRONG 140: the path is empty
}
