using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Uses.Stored;

internal sealed class Bodies(KlingClient client, string text, Uri image)
{
    public KlingO3Text2VideoRequest A() => JsonSerializer.Deserialize<KlingO3Text2VideoRequest>("""{ "prompt": "x", "duration": 10 }""")!; // KLING108

    public KlingO1ImageToVideoRequest B() =>
        JsonSerializer.Deserialize<KlingO1ImageToVideoRequest>("""{ "prompt": "x", "start_image_url": "https://cdn.example.com/a.png", "duration": "5" }""")!; // KLING108

    public KlingO3Text2VideoRequest C() => JsonSerializer.Deserialize<KlingO3Text2VideoRequest>("""{ "prompt": 5 }""")!; // KLING107

    public KlingO3Text2VideoRequest D() => JsonSerializer.Deserialize<KlingO3Text2VideoRequest>("""{ "prompt": "x", "cfg_scale": "0.5" }""")!; // KLING107

    public KlingO3Text2VideoRequest E() => JsonSerializer.Deserialize<KlingO3Text2VideoRequest>("""{ "prompt": "x", "generate_audio": "true" }""")!; // KLING107

    public KlingO3Text2VideoRequest F() => JsonSerializer.Deserialize<KlingO3Text2VideoRequest>("""{ "prompt": "x", "cfg_scale": 1, "duration": "10" }""")!;

    public KlingO1ImageToVideoRequest G() =>
        JsonSerializer.Deserialize<KlingO1ImageToVideoRequest>("""{ "prompt": "x", "start_image_url": "https://cdn.example.com/a.png", "duration": 5.0 }""")!;

    public Task<KlingJob> H() => client.SubmitAsync("kling-2.6", JsonSerializer.SerializeToElement(text)); // KLING211

    public Task<KlingJob> I() => client.SubmitAsync("kling-2.6", JsonDocument.Parse("[1]").RootElement); // KLING211

    public Task<KlingJob> J() => client.SubmitAsync("kling-o3-text2video", JsonSerializer.SerializeToElement(new { pormpt = text })); // KLING115

    public Task<KlingJob> K() => client.SubmitAsync("kling-o3-text2video", JsonSerializer.SerializeToElement(new { prompt = text, style = "noir" }));

    public Task<KlingJob> L(JsonSerializerOptions options) =>
        client.SubmitAsync("kling-o3-text2video", JsonSerializer.SerializeToElement(new { pormpt = text }, options));

    public Task<KlingJob> M(object body) => client.SubmitAsync("kling-o3-text2video", JsonSerializer.SerializeToElement(body));

    public Task<KlingJob> N() => client.SubmitAsync("kling-o3-text2video", JsonSerializer.SerializeToElement(new Dictionary<string, object>
    {
        ["pormpt"] = text, // KLING115
        ["duration"] = "5",
    }));

    public Kling3ProImage2VideoRequest O() => Kling3ProImage2VideoRequest.CreateBuilder(text, image).WithVoiceIds("a,b,c".Split(',')).Build(); // KLING110

    public Kling3ProImage2VideoRequest P() => Kling3ProImage2VideoRequest.CreateBuilder(text, image).WithVoiceIds("a,b".Split(',')).Build();

    public Kling2Request Q() => new() { Prompt = text, StartImage = "http://192.168.0.4/a.png" }; // KLING207

    public Kling2Request R() => new() { Prompt = text, StartImage = "/9j/4AAQSkZJRgABAQAAAQABAAD" };

    public KlingO1ImageToVideoRequest S() => new() { Prompt = text, StartImageUrl = new Uri(new Uri("https://cdn.example.com/my photo.png").AbsoluteUri) };

    public KlingO1ImageToVideoRequest T() => new() { Prompt = text, StartImageUrl = new Uri(new Uri("https://localhost/a b.png").AbsoluteUri) }; // KLING207

    public KlingO3Video2VideoEditDuration U() => Enum.Parse<KlingO3Video2VideoEditDuration>("Seconds99"); // KLING108

    public object V() => Enum.Parse(typeof(KlingO3Video2VideoEditDuration), "Seconds99", ignoreCase: true); // KLING108

    public KlingO3Video2VideoEditDuration W() => Enum.Parse<KlingO3Video2VideoEditDuration>(text);

    public DayOfWeek X() => Enum.Parse<DayOfWeek>("Someday");
}

internal static class Settings
{
    private static readonly KlingResolveOptions Slow = new() { SettleTime = TimeSpan.FromHours(25) }; // KLING211
    private static readonly KlingResolveOptions Exact = new() { ClockTolerance = TimeSpan.Zero, SettleTime = TimeSpan.FromDays(1) };

    public static KlingClient A()
    {
        var options = new KlingClientOptions();
        var client = new KlingClient(options);
        options.MaxPollsPerSecond = 3; // KLING211
        return client;
    }

    public static (KlingClient, KlingClient) B()
    {
        var options = new KlingClientOptions();
        var client = new KlingClient(options);
        options.MaxPollsPerSecond = 3;
        return (client, new KlingClient(options));
    }

    public static KlingClient C(Action<KlingClientOptions> keep)
    {
        var options = new KlingClientOptions();
        keep(options);
        var client = new KlingClient(options);
        options.MaxPollsPerSecond = 3;
        return client;
    }

    public static KlingHistoryQuery D(DateTimeOffset now) => new() { From = now.AddMonths(-2), To = now }; // KLING211

    public static KlingHistoryQuery E() => new() { From = DateTimeOffset.UtcNow - TimeSpan.FromDays(40) }; // KLING211

    public static KlingHistoryQuery F(DateTimeOffset now) => new() { From = now.AddDays(-30), To = now };

    public static KlingHistoryQuery G(DateTimeOffset now) => new() { From = now.AddDays(-88), To = now.AddMonths(-2) };

    public static KlingHistoryQuery H(DateTimeOffset start, DateTimeOffset now) => new() { From = start, To = now };

    public static async Task<KlingHistoryEntry?> I(KlingClient client, KlingJob job) => await client.Account.FindAsync(job.ToToken()); // KLING211

    public static async Task<KlingHistoryEntry?> J(KlingClient client, KlingJob job) => await client.Account.FindAsync(job.RequestId);

    public static IConfiguration K() => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Kling:SubmitTimout"] = "00:02:00", // KLING208
            ["Kling:JobTimeout"] = "1800", // KLING211
            ["Kling:SubmitTimeout"] = "00:02:00",
            ["Render:JobTimout"] = "1800",
            ["JobTimeout"] = "1800",
        })
        .Build();

    public static void L(IServiceCollection services) => services.AddKling(new ConfigurationBuilder()
        .AddInMemoryCollection([new("JobTimeout", "00:20:00"), new("SubmitTimeout", "90")]) // KLING211
        .Build());

    public static void M(HostApplicationBuilder builder) => builder.Services.AddKling(builder.Configuration); // KLING211

    public static void N(HostApplicationBuilder builder) => builder.Services.AddKling(builder.Configuration.GetSection("Kling"));

    public static KlingClient O(IServiceCollection services)
    {
        services.AddKling("nightly", options => options.SubmitTimeout = TimeSpan.FromMinutes(4));
        services.AddKling("daily").ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(20)); // KLING212
        return services.BuildServiceProvider().GetRequiredKeyedService<KlingClient>("nighlty"); // KLING208
    }

    public static KlingClient P(IServiceProvider provider) => provider.GetRequiredKeyedService<KlingClient>("daily");

    public static KlingClient Q(string key) => new("Bearer " + key); // KLING211
}
