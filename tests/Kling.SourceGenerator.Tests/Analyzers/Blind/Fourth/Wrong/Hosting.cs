using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BlindFour.Wrong.Hosting;

internal static class Keys
{
    private const string Live = "SG_9f27ab10cc43de58"; // WRONG 53: key in a constant
    internal static readonly string s_backup = "SG_00d1e2f3a4b5c697"; // WRONG 54: key in a field

    public static string Staging { get; } = "SG_71aa02bb93cc84dd"; // WRONG 55: key in a property

    public static KlingClient Create() => new("SG_4c1d88e0f7a2b395"); // WRONG 56: key in the constructor

    public static KlingClient CreateWith(string apiKey = "SG_5d2e99f108b3c4a6") => new(apiKey); // WRONG 57: key as a default parameter

    public static KlingClient CreateNamed() => new KlingClient(options: null, apiKey: "SG_e1f203a4b5c6d7e8"); // WRONG 58: key in a named argument

    public static KlingClient CreateFromOptions()
    {
        var options = new KlingClientOptions();
        options.ApiKey = "SG_" + "1a2b3c4d5e6f7a8b"; // WRONG 59: key in two parts
        return new KlingClient(options);
    }

    public static void Prepare()
    {
        Environment.SetEnvironmentVariable("SEGMIND_API_KEY", "SG_93b8d7c6e5f4a3b2"); // WRONG 60: key set in code
    }

    public static HttpRequestMessage WithHeader(Uri address)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, address);
        message.Headers.Add("x-api-key", "SG_c0ffee12c0ffee34"); // WRONG 61: key in a header
        return message;
    }

    public static IConfiguration Memory() => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Kling:JobTimeout"] = "00:30:00",
            ["Kling:ApiKey"] = "SG_ab12cd34ef56ab78", // WRONG 62: key in configuration
        })
        .Build();

    public static string FromEnvironment() => Environment.GetEnvironmentVariable("SEGMIND_API_KEY") ?? "SG_d4e5f6a7b8c9d0e1"; // WRONG 63: key as a fallback
}

public static class Startup
{
    public static void Configure(WebApplicationBuilder builder)
    {
        builder.Services.AddKling(options =>
        {
            options.ApiKey = "SG_8877665544332210"; // WRONG 64: key in code
            options.BaseAddress = new Uri("http://kling-proxy.corp.example"); // WRONG 65: http without InsecureHosts
            options.JobTimeout = TimeSpan.FromHours(2); // WRONG 66: longer than the record's hour
            options.MaxPollsPerSecond = 0; // WRONG 67: below 0.001
        });
    }

    public static KlingRunOptions Batch() => new()
    {
        MaxInFlight = 0, // WRONG 68: 1 or more
        SpendLimit = -1, // WRONG 69: negative
        JobTimeout = new TimeSpan(1, 30, 0), // WRONG 70: 90 minutes
    };

    public static KlingRunOptions Nightly(int workers)
    {
        var options = new KlingRunOptions { MaxInFlight = workers };
        options.SpendLimit = decimal.MinusOne; // WRONG 71: negative
        options.JobTimeout = TimeSpan.FromSeconds(-5); // WRONG 72: negative
        return options;
    }

    public static KlingClientOptions Slow() => new KlingClientOptions
    {
        SubmitTimeout = TimeSpan.Zero, // WRONG 73: more than zero
        MaxUploadSize = 0, // WRONG 74: 1 or more
        MaxPollsPerSecond = 50_000, // WRONG 75: above 10,000
        InsecureHosts = ["api.segmind.com"], // WRONG 76: never Segmind
        Polling = PollingStrategy.Fixed(TimeSpan.Zero), // WRONG 77: zero interval
    };

    public static KlingClientOptions Odd() => new()
    {
        BaseAddress = new Uri("api.segmind.com", UriKind.Relative), // WRONG 78: not absolute
        UploadAddress = new Uri(uriString: "http://uploads.corp.example/upload-asset"), // WRONG 79: http
        Polling = PollingStrategy.Exponential(first: TimeSpan.FromSeconds(30), longest: TimeSpan.FromSeconds(5)), // WRONG 80: longest before first
    };

    public static PollingStrategy Shrinking() => PollingStrategy.Exponential(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(15), factor: 0.5); // WRONG 81: factor below 1

    public static async Task<KlingResult> PatientAsync(KlingJob job) =>
        await job.WaitForCompletionAsync(timeout: TimeSpan.FromMinutes(61)); // WRONG 82: 61 minutes
}

public static class Sources
{
    private const string Inbox = @"C:\Users\Public\Pictures\inbox.png";

    public static KlingO3Image2VideoRequest FromDisk() => new()
    {
        Prompt = "Clouds drift past.",
        ImageUrl = new Uri("file:///srv/photos/summit.png"), // WRONG 83: file URL
        EndImageUrl = new Uri(Inbox), // WRONG 84: Windows path
    };

    public static KlingV1ProAiAvatarRequest FromNetwork() => new()
    {
        ImageUrl = new Uri("http://localhost:8080/face.png"), // WRONG 85: localhost
        AudioUrl = new Uri("https://192.168.178.20/voice.mp3"), // WRONG 86: private network
    };

    public static KlingO1VideoToVideoReferenceRequest FromServer() =>
        KlingO1VideoToVideoReferenceRequest.CreateBuilder(prompt: "Same camera move.", videoUrl: new Uri("ftp://media.corp.example/clip.mp4")) // WRONG 87: ftp
            .Build();

    public static Kling1_6Image2VideoRequest FromShare() => new() { Image = new Uri(@"\\nas01\photos\cat.png") }; // WRONG 88: UNC path

    public static Kling2_1Request FromRelative() => new() { Image = new Uri("/images/cat.png", UriKind.Relative) }; // WRONG 89: relative

    public static KlingBloombloomRequest FromPath() => KlingBloombloomRequest.CreateBuilder(new Uri(Path.GetFullPath("flower.png"))).Build(); // WRONG 90: a local path

    public static Kling3ProImage2VideoElement References() => new()
    {
        FrontalImageUrl = new Uri("https://10.0.0.5/front.png"), // WRONG 91: private network
        ReferenceImageUrls = ["https://a.example/1.png", "file:///home/eva/2.png"], // WRONG 92: file URL in a list
    };

    public static KlingO1Request Images() => new()
    {
        Prompt = "@Image1 and @Image2 as stickers.",
        ImageUrls =
        [
            "https://a.example/1.png",
            "http://127.0.0.1:5000/2.png", // WRONG 93: loopback in a list
        ],
    };

    public static KlingO3Video2VideoEditRequest Edit()
    {
        return KlingO3Video2VideoEditRequest.CreateBuilder("Make it snow on @Image1.", new Uri("https://[::1]/clip.mp4")) // WRONG 94: IPv6 loopback
            .AddImageUrl("D:/scans/snow.jpg") // WRONG 95: Windows path
            .Build();
    }

    public static Kling2_6StandardMotionControlRequest Motion() => new()
    {
        Prompt = "Dance.",
        ImageUrl = new Uri("https://172.16.4.2/dancer.png"), // WRONG 96: private network
        VideoUrl = new Uri("blob:https://app.example/0b7f"), // WRONG 97: blob URL
    };
}
