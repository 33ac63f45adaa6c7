using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.Extensions.DependencyInjection;

namespace BlindSix.Right.Lifetimes;

public sealed class BatchSettings
{
    private static readonly KlingClient Shared = new(); // RIGHT 50: one client for the process
    private static readonly Uri Hill = new("https://cdn.example.net/hill.png");
    private static readonly Uri Face = new("https://cdn.example.net/face.png");

    public KlingRunOptions Flight() => new() { MaxInFlight = 1 }; // RIGHT 51: the least

    public KlingRunOptions FlightOfProcessors() => new() { MaxInFlight = Environment.ProcessorCount }; // RIGHT 52: at least 1 at run time

    public KlingRunOptions Spend() => new() { SpendLimit = 0 }; // RIGHT 53: zero is allowed

    public KlingRunOptions Wait() => new() { JobTimeout = TimeSpan.FromMinutes(60) }; // RIGHT 54: exactly one hour

    public KlingClientOptions Whole() => new() { JobTimeout = Timeout.InfiniteTimeSpan }; // RIGHT 55: the whole hour

    public KlingClientOptions Usual() => new() { JobTimeout = null }; // RIGHT 56: the default

    public KlingClientOptions Submit() => new() { SubmitTimeout = TimeSpan.FromHours(1) }; // RIGHT 57: exactly one hour

    public KlingClientOptions Polls() => new() { MaxPollsPerSecond = 10_000 }; // RIGHT 58: the most

    public KlingClientOptions FewPolls() => new() { MaxPollsPerSecond = 0.001 }; // RIGHT 59: the least

    public KlingClientOptions Upload() => new() { MaxUploadSize = 200L * 1024 * 1024 }; // RIGHT 60: no upper limit

    public KlingClientOptions Emulator() => new()
    {
        BaseAddress = new Uri("http://emulator:5080"), // RIGHT 61: the host is in InsecureHosts
        InsecureHosts = ["emulator"],
    };

    public KlingClientOptions Loopback() => new() { BaseAddress = new Uri("http://127.0.0.1:5080") }; // RIGHT 62: http is allowed for this machine

    public KlingClientOptions Proxy() => new() { BaseAddress = new Uri("https://proxy.example.net/segmind") }; // RIGHT 63: https, and a path is kept

    public PollingStrategy Steady() => PollingStrategy.Fixed(TimeSpan.FromSeconds(5)); // RIGHT 64: more than zero

    public PollingStrategy Growing() => PollingStrategy.Exponential(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), factor: 1); // RIGHT 65: the least factor

    public PollingStrategy Swapped() => PollingStrategy.Exponential(longest: TimeSpan.FromSeconds(30), first: TimeSpan.FromSeconds(2)); // RIGHT 66: named and in range

    public KlingClient Patient()
    {
        var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan }; // RIGHT 67: no limit of its own
        return new KlingClient(http);
    }

    public async Task<KlingResult> Scoped(string prompt)
    {
        using var client = new KlingClient();
        return await client.RunAsync(new KlingO3Text2VideoRequest { Prompt = prompt }); // RIGHT 68: awaited before the client is disposed
    }

    public async Task<List<string>> Each(IEnumerable<string> prompts)
    {
        using var client = new KlingClient(); // RIGHT 69: one client for the whole loop
        var tokens = new List<string>();
        foreach (string prompt in prompts)
        {
            KlingJob job = await client.SubmitAsync(new KlingO3Text2VideoRequest { Prompt = prompt });
            tokens.Add(job.ToToken());
        }

        return tokens;
    }

    public Task<KlingResult> OfShared(string prompt) => Shared.RunAsync(new KlingO3Text2VideoRequest { Prompt = prompt }); // RIGHT 70: the client lives on

    public Task<KlingResult> Remaining(KlingJob job, TimeSpan left) => job.WaitForCompletionAsync(left); // RIGHT 71: unknown at compile time

    public Kling3ProImage2VideoRequest TwoVoices()
    {
        Kling3ProImage2VideoRequestBuilder builder = Kling3ProImage2VideoRequest.CreateBuilder("<<<voice_1>>> and <<<voice_2>>> sing.", Hill);
        builder.AddVoiceId("alto");
        builder.AddVoiceId("tenor"); // RIGHT 72: exactly 2 voices
        return builder.Build();
    }

    public Kling3ProImage2VideoRequest Again()
    {
        Kling3ProImage2VideoRequestBuilder builder = Kling3ProImage2VideoRequest.CreateBuilder("<<<voice_1>>> sings.", Hill);
        builder.AddVoiceId("alto");
        builder.AddVoiceId("tenor");
        builder.WithoutVoiceIds();
        builder.AddVoiceId("bass"); // RIGHT 73: the earlier voices were removed
        return builder.Build();
    }

    public Kling3ProImage2VideoRequest Either(bool low)
    {
        var builder = Kling3ProImage2VideoRequest.CreateBuilder("@Element1 sings.", Hill).AddElement(Face);
        if (low)
        {
            builder.WithPrompt("@Element1 sings in a low voice."); // RIGHT 74: one element
        }

        return builder.Build();
    }
}
