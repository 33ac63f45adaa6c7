using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Blind.Models;
using Kling;
using Kling.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using static Uses.Values.Defaults;

namespace Uses.Values;

public static class Defaults
{
    public const double TooMuch = 1.75;
    public const int MaxDpi = 601;
    public static readonly TimeSpan Never = TimeSpan.FromDays(1);
    public static string Endpoint => "http://studio.example.com/";
    public static readonly string[] Voices = ["ann", "ben", "cy"];
    public static double Middle { get; } = 0.5;
}

public record struct Look(double Scale, string Style);

public sealed record Shot(string Prompt, double Scale = 2.0);

public abstract class SceneBase
{
    protected const string Plate = "/srv/plates/one.png";

    protected virtual double Scale => 5;

    public Kling3ProImage2VideoRequest Build(Uri start) => new()
    {
        Prompt = "x",
        StartImageUrl = start,
        CfgScale = TooMuch, // KLING102
        VoiceIds = Voices, // KLING110
        EndImageUrl = new Uri(Plate), // KLING107
    };
}

public sealed class Composer
{
    private double _scale = 0.5;
    private static readonly Look Bright = new(1.9, "x");
    private readonly Shot _shot = new("lake");

    public KlingO3Text2VideoRequest A(bool fast)
    {
        double scale;
        if (fast)
        {
            scale = 1.25;
        }
        else
        {
            scale = 0.25;
        }

        return new() { Prompt = "a", CfgScale = scale };
    }

    public KlingO3Text2VideoRequest B()
    {
        var request = new KlingO3Text2VideoRequest { Prompt = "a" };
        request = request with { CfgScale = Middle * 4 }; // KLING102
        return request;
    }

    public PosterMakerRequest C() => new() { Headline = nameof(Composer), Dpi = MaxDpi }; // KLING102 KLING103

    public PosterMakerRequest D() => new() { Headline = new string('-', 61) }; // KLING105
    public PosterMakerRequest E() => new() { Headline = "Sale ".PadRight(70, '!') }; // KLING105
    public PosterMakerRequest F() => new() { Headline = string.Join(", ", Enumerable.Repeat("sale", 12)) }; // KLING105
    public PosterMakerRequest G() => new() { Headline = "ok", BleedMm = 0 }; // KLING101
    public PosterMakerRequest H() => new() { Headline = "ok", Layers = Array.Empty<PosterMakerLayer>() }; // KLING109
    public PosterMakerRequest I() => new() { Headline = "ok", Layers = new PosterMakerLayer[5] }; // KLING110
    public PosterMakerRequest J() => new() { Headline = "ok", Palette = new List<string>(["#000000"]) }; // KLING109
    public PosterMakerRequest K() => new() { Headline = "ok", Palette = KlingList<string>.Empty.Add("#000000").Add("#000000") }; // KLING111
    public PosterMakerRequest L() => new() { Headline = "ok", Palette = new[] { "#000000", "#FFFFFF" }.ToKlingList() }; // KLING106
    public PosterMakerRequest M() => new() { Headline = "ok", Size = new PosterMakerSizeOption2 { Width = 8, Height = 100 } }; // KLING101
    public PosterMakerRequest N() => new() { Headline = "ok", MaskMode = PosterMakerMaskMode.Keep }; // KLING113
    public PosterMakerRequest O() => new() { Headline = "ok", Style = (PosterMakerStyle)9 }; // KLING108
    public PosterMakerRequest P() => new() { Headline = "ok", Style = 0 }; // KLING108
    public PosterMakerRequest Q(bool b) => new() { Headline = b ? "" : "ok" }; // KLING104
    public PosterMakerRequest R(string? t) => new() { Headline = t ?? "" }; // KLING104
    public AcmeAvatarRequest S(Uri u) => new() { Script = """Hi""", PortraitUrl = u }; // KLING104
    public AcmeAvatarRequest T(Uri u) => new() { Script = "short text" + 'x', PortraitUrl = u, Height = 64 + 4 }; // KLING103
    public AcmeAvatarRequest U(Uri u) => new() { Script = "Good evening all", PortraitUrl = u, Speed = 4.0 }; // KLING102
    public AcmeAvatarRequest V(Uri u) => new() { Script = "Good evening all", PortraitUrl = u, Speed = 0.3f }; // KLING103
    public AcmeAvatarRequest W(Uri u) => new() { Script = "Good evening all", PortraitUrl = u, Seed = int.MinValue }; // KLING101
    public AcmeAvatarRequest X(Uri u) => new() { Script = "Good evening all", PortraitUrl = u, AirDate = "31.12.2026" }; // KLING107
    public AcmeAvatarRequest Y(Uri u) => new() { Script = "Good evening all", PortraitUrl = u, Tags = ["a very long tag indeed"] }; // KLING105
    public AcmeAvatarRequest Z(Uri u) => new() { Script = "Good evening all", PortraitUrl = u, Quality = 11 }; // KLING102
    public AcmeAvatarRequest Aa(Uri u) => new() { Script = "Good evening all", PortraitUrl = u, Quality = "best" }; // KLING106
    public AcmeAvatarRequest Ab(Uri u) => new() { Script = "Good evening all", PortraitUrl = u, Background = new AcmeAvatarBackgroundFill { Color = "red" } }; // KLING106
    public AcmeAvatarRequest Ac(Uri u) => new() { Script = "Good evening all", PortraitUrl = u, LipSync = true };
    public AcmeAvatarRequest Ad(Uri u) => new() { Script = "Good evening all", PortraitUrl = u, FrameRate = (AcmeAvatarFrameRate)29 }; // KLING108
    public AcmeAvatarRequest Ae(Uri u, string name) => new() { Script = "Good evening all", PortraitUrl = u, Handle = name + "@studio" }; // KLING106
    public AcmeAvatarRequest Af(Uri u, int id) => new() { Script = "Good evening all", PortraitUrl = u, VoiceId = $"voice-{id}" }; // KLING107
    public AcmeAvatarRequest Ag(Uri u, int day) => new() { Script = "Good evening all", PortraitUrl = u, AirDate = "2026/01/" + day }; // KLING107
    public PosterMakerRequest Ah(int n) => new() { Headline = "ok", Palette = [$"#{n:X6}", "rgb(1,2,3)"] }; // KLING106
    public AcmeAvatarRequest Ai() => new() { Script = "Good evening all", PortraitUrl = new Uri("https://cdn.example.com/a.png"), Contact = "nobody" }; // KLING107
    public KlingO3Image2VideoRequest Aj(FileInfo file) => new() { Prompt = "x", ImageUrl = new Uri(file.FullName) }; // KLING207
    public KlingO3Image2VideoRequest Ak(string name) => new() { Prompt = "x", ImageUrl = new Uri(Path.Combine(Path.GetTempPath(), name)) }; // KLING207
    public KlingO3Image2VideoRequest Am() => new() { Prompt = "x", ImageUrl = new Uri(new Uri("http://192.168.1.20/"), "a.png") }; // KLING207
    public KlingO1Request Ao() => new() { Prompt = "x", ImageUrls = ["C:/images/a.png"] }; // KLING119 KLING207
    public KlingO1VideoToVideoEditRequest Ap() => new() { Prompt = "x", VideoUrl = "file:///home/me/clip.mp4" }; // KLING207
    public KlingV2ProAvatarRequest Aq() => new() { ImageUrl = "http://localhost/face.png", AudioUrl = "voice.mp3" }; // KLING207 KLING207
    public Kling2_1Request Ar() => new() { Image = new("https://storage.local/a.png"), CfgScale = 1 + 1e-9 }; // KLING102 KLING207
    public Kling2Request As() => new() { Prompt = "x", StartImage = "./a.png", CfgScale = -double.Epsilon }; // KLING101
    public Kling2_6Request At() => new() { Prompt = "x", CfgScale = double.NaN }; // KLING118
    public KlingText2VideoRequest Au() => new() { Prompt = "x", CameraControlConfig = (KlingText2VideoCameraControlConfig)100 }; // KLING108
    public Kling3Text2ImageRequest Av(Uri u) => new() { Prompt = "x", Elements = [.. Enumerable.Repeat(new Kling3Text2ImageElement { FrontalImageUrl = u }, 11)] }; // KLING110
    public Kling3ProImage2VideoRequest Aw(Uri u) => new() { Prompt = "x", StartImageUrl = u, MultiPrompt = [new() { Prompt = "a" }, new() { Prompt = "b" }, new() { Prompt = "c" }, .. new Kling3ProImage2VideoMultiPromptItem[] { new() { Prompt = "d" }, new() { Prompt = "e" }, new() { Prompt = "f" } }] }; // KLING110
    public KlingBloombloomRequest Ax(Uri u) => new() { Image = u, Duration = (KlingBloombloomDuration)10 }; // KLING108
    public Kling1_6Image2VideoRequest Ay(Uri u) => new() { Image = u, Duration = (Kling1_6Image2VideoDuration)(5 + 1) }; // KLING108
    public VintageFilmRequest Az() => new() { Prompt = "x", Grain = 101 }; // KLING102
    public KlingO3Text2VideoRequest Ba() => new() { Prompt = "x", CfgScale = Bright.Scale }; 
    public KlingO3Text2VideoRequest Bb(double scale) => new() { Prompt = "x", CfgScale = Math.Max(scale, 1.1) }; // KLING102
    public KlingO3Text2VideoRequest Bc(double scale) => new() { Prompt = "x", CfgScale = Math.Clamp(scale, 2, 3) }; // KLING102
    public KlingO3Text2VideoRequest Bd() => new() { Prompt = "x", CfgScale = 150 / 100.0 }; // KLING102
    public KlingO3Text2VideoRequest Be() => new() { Prompt = "x", CfgScale = (double?)1.5 ?? 0.5 }; // KLING102
    public KlingO3Text2VideoRequest Bf() => new() { Prompt = "x", CfgScale = double.Parse("1.5") };
    public KlingO3Text2VideoRequest Bg(JsonObject extra) { extra["durration"] = "5"; return new() { Prompt = "x", AdditionalParameters = extra }; }
    public KlingO3Text2VideoRequest Bh() { var extra = new JsonObject(); extra["cfg_scael"] = 0.5; return new() { Prompt = "x", AdditionalParameters = extra }; } // KLING115
    public KlingO3Text2VideoRequest Bi() { var extra = new JsonObject(); extra.Add("mode", "pro"); return new() { Prompt = "x", AdditionalParameters = extra }; } // KLING114
    public KlingO3Text2VideoRequest Bk() => new() { Prompt = "x", AdditionalParameters = KlingJsonObject.From(new Dictionary<string, JsonElement> { ["Prompt"] = default }) }; // KLING115
    public string Bl(KlingO3Text2VideoRequest r) => r.IsSet(nameof(r.NegativePrompt)) ? "a" : "b"; // KLING208
    public string Bm(KlingO3Text2VideoRequest r) => new[] { "mode", "multi-prompt" }.Where(n => r.IsSet(n)).First();
    public bool Bn(KlingO3Text2VideoRequest r) { const string name = "aspect_ratoi"; return r.IsSet(name); } // KLING208
}

public static class Hosts
{
    public static void A(IServiceCollection s, IConfiguration c)
    {
        s.AddKling(c.GetSection("Kling"), o => { o.BaseAddress = new Uri(Endpoint); });
        s.AddKling(o => o.JobTimeout = Never); // KLING211
        s.TryAddTransient<KlingClient>(); // KLING213
        s.AddTransient(typeof(KlingClient)); // KLING213
        s.AddScoped<KlingClient>(p => new(p.GetRequiredService<IConfiguration>()["Key"]!)); // KLING213
        s.Configure<KlingClientOptions>(o => o.MaxUploadSize = -1); // KLING211
        s.PostConfigure<KlingClientOptions>(o => o.Polling = PollingStrategy.Fixed(TimeSpan.FromHours(2))); // KLING211
        c["Kling:ApiKey"] = "SG_84c0e6d1f2a97b35"; // KLING202
        Environment.SetEnvironmentVariable("SEGMIND_API_KEY", "SG_84c0e6d1f2a97b35", EnvironmentVariableTarget.Process); // KLING202
        using var http = new HttpClient();
        http.DefaultRequestHeaders.TryAddWithoutValidation("x-api-key", "SG_84c0e6d1f2a97b35"); // KLING202
        var message = new HttpRequestMessage { Headers = { { "x-api-key", "SG_84c0e6d1f2a97b35" } } }; // KLING202
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "SG_84c0e6d1f2a97b35"); // KLING202
        Console.WriteLine(message);
    }

    public static KlingClient B(string key = "SG_84c0e6d1f2a97b35") => new(key); // KLING202
    public static KlingClient C() { const string k = "SG_84c0e6d1f2a97b35"; return new KlingClient(k); } // KLING202
    public static KlingClient D() => new(string.Concat("SG_", "84c0e6d1f2a97b35")); // KLING202
    public static KlingClient F() { var options = new KlingClientOptions(); options.ApiKey = "SG_84c0e6d1f2a97b35"; return new(options); } // KLING202
    public static KlingClient G() => new(new HttpClient { Timeout = TimeSpan.FromMinutes(1) }, new() { SubmitTimeout = TimeSpan.FromMinutes(2) }); // KLING212
    public static KlingClient H() { var http = new HttpClient(); http.Timeout = TimeSpan.FromSeconds(20); return new(http); } // KLING212
    public static KlingClient I() => new(new KlingClientOptions { UploadAddress = new("ftp://upload.example.com") }); // KLING211
    public static KlingClient J() => new(new KlingClientOptions { InsecureHosts = ["http://gateway:8080"] }); // KLING211
    public static KlingClient K() => new(new KlingClientOptions { BaseAddress = new("https://user:pass@api.segmind.com/v1/") }); // KLING211
    public static KlingClient L() => new(new KlingClientOptions { BaseAddress = new(Endpoint) }); // KLING211
    public static KlingRunOptions M() => new() { JobTimeout = TimeSpan.FromSeconds(-30) }; // KLING211
    public static KlingRunOptions N(decimal d) => new() { SpendLimit = -Math.Abs(d) }; 
    public static KlingRunOptions O() => new() { MaxInFlight = -1 }; // KLING211
    public static PollingStrategy P() => PollingStrategy.LatencyAware(shortest: TimeSpan.FromSeconds(10), longest: TimeSpan.FromSeconds(5)); // KLING211
    public static PollingStrategy Q() => PollingStrategy.Exponential(longest: TimeSpan.FromSeconds(1), first: TimeSpan.FromSeconds(2)); // KLING211
    public static PollingStrategy R() => PollingStrategy.Fixed(-TimeSpan.FromSeconds(1)); // KLING211
}
