using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Blind.Models;
using Kling;
using Kling.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Uses.Fine;

public sealed class VideoHub(KlingClient client) : Hub
{
    public async Task<string> Start(string prompt)
    {
        KlingJob job = await client.SubmitAsync(new KlingO3Text2VideoRequest { Prompt = prompt });
        await Clients.Caller.SendAsync("started", job.RequestId);
        return job.ToToken();
    }
}

public sealed class Tenants(IHttpClientFactory http)
{
    private readonly ConcurrentDictionary<string, KlingClient> _clients = new();
    public KlingClient For(string tenant, string key) => _clients.GetOrAdd(tenant, _ => new KlingClient(http.CreateClient("kling"), new KlingClientOptions { ApiKey = key }));
    public KlingClient Fresh(string key) => new(key);
    public void Stop()
    {
        foreach (KlingClient client in _clients.Values)
        {
            client.Dispose();
        }
    }
}

public static class Hosting
{
    public static void Configure(WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Kling:ApiKey"] = Environment.GetEnvironmentVariable("KLING_KEY"), ["Kling:BaseAddress"] = "https://api.segmind.com/v1/" });
        builder.Services.AddKling(builder.Configuration.GetSection("Kling")).ConfigureHttpClient(h => h.Timeout = Timeout.InfiniteTimeSpan);
        builder.Services.AddOptions<KlingClientOptions>().Configure(o => o.MaxPollsPerSecond = 5).ValidateOnStart();
        builder.Services.AddSingleton<Director>().AddScoped<Tenants>();
        builder.Services.AddSingleton(TimeProvider.System);
    }

    public static void Map(WebApplication app)
    {
        RouteGroupBuilder group = app.MapGroup("/videos");
        group.MapPost("/", async (KlingO3Text2VideoRequest request, KlingClient client, CancellationToken token) =>
        {
            if (request.Validate() is { Count: > 0 } violations)
            {
                return Results.ValidationProblem(violations.GroupBy(v => v.Path).ToDictionary(g => g.Key, g => g.Select(v => v.Message).ToArray()));
            }

            try
            {
                KlingJob job = await client.SubmitAsync(request, token);
                return Results.Accepted("/videos/" + Uri.EscapeDataString(job.ToToken()));
            }
            catch (KlingApiException e) when (e.Kind is KlingErrorKind.RateLimited)
            {
                return Results.StatusCode(429);
            }
        });
        group.MapGet("/{token}/file", async (string token, KlingClient client) =>
        {
            KlingResult result = await client.GetJob(token).GetResultAsync();
            return Results.Stream(await result.Video!.OpenReadAsync(), result.Video.ContentType);
        });
        app.Lifetime.ApplicationStopping.Register(() => app.Services.GetRequiredService<KlingClient>().Dispose());
    }
}

public static class Edges
{
    private static readonly Uri Image = new("https://a.example/a.png");
    public static readonly KlingJsonObject Known = KlingJsonObject.Empty.With("seed", 1).With("webhook_url", "http://localhost/hook");
    public static readonly string Partner = "SG_PARTNER_0000001";
    public static readonly Uri Self = new("http://localhost:5000/callback");

    public static KlingO3Text2VideoRequest A() => new() { Prompt = new string('x', 10_000), AdditionalParameters = Known };
    public static Kling3ProImage2VideoRequest B() => new() { Prompt = "x", StartImageUrl = Image, MultiPrompt = [new() { Prompt = new string('x', 512), Duration = "5" }] };
    public static AcmeAvatarRequest C(string handle) => new() { Script = "0123456789", PortraitUrl = Image, Handle = handle + "_01", Speed = 3.75, Width = 64, Height = 2048, Seed = 0 };
    public static AcmeAvatarRequest D(int n) => new() { Script = "0123456789", PortraitUrl = Image, VoiceId = $"00000000-0000-0000-0000-{n:d12}", AirDate = $"2026-{n:00}-01", PublishAt = $"2026-01-01T{n:00}:00:00+01:00" };
    public static AcmeAvatarRequest E() => new() { Script = "0123456789", PortraitUrl = Image, Contact = "\"anna meyer\"@example.com", Tags = ["ab", "abc", "abcd", "abcde", "abcdef"] };
    public static PosterMakerRequest F(string c) => new() { Headline = "x", Palette = ["#" + c, $"#{c}"], Size = $"{1920}x{1080}" };
    public static PosterMakerRequest G(int w, int h) => new() { Headline = "x", Size = $"{w}x{h}", BleedMm = 10, Dpi = 50 };
    public static PosterMakerRequest H() => new() { Headline = new string('x', 60), Size = new PosterMakerSizeOption2 { Width = 16, Height = 4096 } };
    public static SoundBedRequest I() => new() { Mood = "abc", Bpm = 219, Ending = 8.0, Variations = 4, LengthSeconds = 120, CuePoints = [1, 2, 3, 4, 5, 6, 7, 8] };
    public static SoundBedRequest J() => new() { Mood = "abc", Ending = "twelve chars", LicenseEmail = "a+b@example.co.uk", Session = "01234567-89AB-CDEF-0123-456789ABCDEF", StartsAt = DateTimeOffset.Now.ToString("O") };
    public static KlingO3Image2VideoRequest K(string id) => new() { Prompt = "x", ImageUrl = new Uri($"https://cdn.example.com/{id}/a%20b.png?x=1&y={id}") };
    public static KlingO3Image2VideoRequest L(Uri root) => new() { Prompt = "x", ImageUrl = new Uri(root, "/images/a b.png") };
    public static KlingO3Image2VideoRequest M(string url) => new() { Prompt = "x", ImageUrl = Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) ? uri : Image };
    public static KlingO1Request N(IEnumerable<string> urls) => new() { Prompt = "@Image1", ImageUrls = urls.ToKlingList() };
    public static KlingV2ProAvatarRequest O(string host) => new() { ImageUrl = "https://" + host + "/a.png", AudioUrl = "https://cdn.example.com/a.mp3" };
    public static Kling2Request P() => new() { Prompt = "x", StartImage = "iVBORw0KGgo=", Duration = 5, AspectRatio = "16:9" };
    public static Kling2_6Request Q() => new() { Prompt = "x", CfgScale = 7, Duration = 5 };
    public static KlingText2VideoRequest R() => new() { Prompt = "x", CameraControlConfig = KlingText2VideoCameraControlConfig.Zoom, CameraControlConfigValue = -10, CfgScale = 30 };
    public static KlingO3Text2VideoRequest S(double x) => new() { Prompt = "x", CfgScale = Math.Min(1.0, Math.Max(0.0, x)) };
    public static KlingO3Text2VideoRequest T() => new() { Prompt = "x", Duration = (KlingO3Text2VideoDuration)Random.Shared.Next(3, 16) };
    public static KlingO3Text2VideoRequest U() => KlingO3Text2VideoRequest.CreateBuilder("x").AddVoiceId("a").AddVoiceId("a").AddVoiceId("a").Build();
    public static KlingO3Text2VideoRequest V(bool b) => (b ? A() : T()).WithExplicitDefaults() with { NegativePrompt = null! };
    public static string W(Exception e) => e switch { KlingSubmitUnconfirmedException u => u.Slug, KlingJobFailedException f => f.State, KlingException k => k.Message, _ => "" };
}
