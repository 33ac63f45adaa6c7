using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.Extensions.DependencyInjection;

namespace BlindSix.Wrong.Lifetimes;

public sealed class BatchSettings
{
    private static readonly Uri Hill = new("https://cdn.example.net/hill.png");
    private static readonly Uri Face = new("https://cdn.example.net/face.png");

    public KlingRunOptions Flight() => new() { MaxInFlight = 0 }; // WRONG 74: at least 1

    public KlingRunOptions FlightNegative()
    {
        var options = new KlingRunOptions();
        options.MaxInFlight = -4; // WRONG 75: at least 1
        return options;
    }

    public KlingRunOptions Spend() => new() { SpendLimit = -1 }; // WRONG 76: at least 0

    public KlingRunOptions Wait() => new() { JobTimeout = TimeSpan.FromHours(2) }; // WRONG 77: longer than the record's hour

    public KlingClientOptions Long() => new() { JobTimeout = TimeSpan.FromMinutes(90) }; // WRONG 78: longer than one hour

    public KlingClientOptions Negative() => new() { JobTimeout = TimeSpan.FromSeconds(-30) }; // WRONG 79: negative

    public KlingClientOptions Submit() => new() { SubmitTimeout = TimeSpan.Zero }; // WRONG 80: more than zero

    public KlingClientOptions SubmitLong() => new() { SubmitTimeout = TimeSpan.FromHours(1.5) }; // WRONG 81: at most one hour

    public KlingClientOptions Polls() => new() { MaxPollsPerSecond = 20_000 }; // WRONG 82: at most 10,000

    public KlingClientOptions NoPolls() => new() { MaxPollsPerSecond = 0 }; // WRONG 83: at least 0.001

    public KlingClientOptions Upload() => new() { MaxUploadSize = 0 }; // WRONG 84: at least 1

    public KlingClientOptions Plain() => new() { BaseAddress = new Uri("http://api.segmind.com") }; // WRONG 85: never http for Segmind

    public KlingClientOptions PlainProxy() => new() { BaseAddress = new Uri("http://proxy.example.net/segmind") }; // WRONG 86: http for another machine

    public KlingClientOptions Hosts() => new()
    {
        InsecureHosts = ["http://emulator:5080"], // WRONG 87: only the host name
    };

    public PollingStrategy Never() => PollingStrategy.Fixed(TimeSpan.Zero); // WRONG 88: more than zero

    public PollingStrategy Shrinking() =>
        PollingStrategy.Exponential(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), factor: 0.5); // WRONG 89: the factor is at least 1

    public PollingStrategy Reversed() =>
        PollingStrategy.Exponential(longest: TimeSpan.FromSeconds(5), first: TimeSpan.FromSeconds(10)); // WRONG 90: the longest is shorter than the first

    public Task<KlingResult> Past(KlingJob job) => job.WaitForCompletionAsync(timeout: TimeSpan.FromMinutes(-5)); // WRONG 91: negative

    public KlingClient Short()
    {
        var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) }; // WRONG 92: below the submit timeout of 100 s
        return new KlingClient(http);
    }

    public void Services(IServiceCollection services) => services.AddKling(options => options.JobTimeout = TimeSpan.FromDays(1)); // WRONG 93: longer than one hour

    public async Task<List<string>> Each(IEnumerable<string> prompts)
    {
        var tokens = new List<string>();
        foreach (string prompt in prompts)
        {
            using var client = new KlingClient(); // WRONG 94: a client for every turn of the loop
            KlingJob job = await client.SubmitAsync(new KlingO3Text2VideoRequest { Prompt = prompt });
            tokens.Add(job.ToToken());
        }

        return tokens;
    }

    public Task<KlingResult> Disposed(string prompt)
    {
        using var client = new KlingClient();
        return client.RunAsync(new KlingO3Text2VideoRequest { Prompt = prompt }); // WRONG 95: the client is disposed before the wait ends
    }

    public Kling3ProImage2VideoRequest Statements()
    {
        Kling3ProImage2VideoRequestBuilder builder = Kling3ProImage2VideoRequest.CreateBuilder("<<<voice_1>>> and <<<voice_2>>> sing.", Hill);
        builder.AddVoiceId("alto");
        builder.AddVoiceId("tenor");
        builder.AddVoiceId("bass"); // WRONG 96: the third of at most 2 voices
        return builder.Build();
    }

    public Kling3ProImage2VideoRequest ElementStatements()
    {
        Kling3ProImage2VideoRequestBuilder builder = Kling3ProImage2VideoRequest.CreateBuilder("@Element1, @Element2 and @Element3 meet.", Hill)
            .AddElement(Face)
            .AddElement(Face);
        builder.AddElement(Face);
        builder.AddElement(Face); // WRONG 97: the fourth of at most 3 elements
        return builder.Build();
    }

    public KlingO3Text2VideoRequest Twice() => KlingO3Text2VideoRequest.CreateBuilder("A lake.")
        .WithAdditionalParameter("cfg_scale", 0.5) // WRONG 98: a declared parameter
        .Build();
}
