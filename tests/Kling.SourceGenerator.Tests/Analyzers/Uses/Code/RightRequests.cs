using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
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
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Uses.Right;

internal static class Requests
{
    public static readonly Uri Plate = new("https://cdn.example.com/plate.png");
    private const string Long = "Rain. ";
    private static readonly Uri Dashboard = new("http://localhost:3000/");

    // A template, completed below.
    private static readonly Kling3ProImage2VideoRequest Duel = new() { Prompt = "@Element1 meets @Element2", StartImageUrl = Plate };
    private static Kling3ProImage2VideoRequest Base(string prompt) => new() { Prompt = prompt, StartImageUrl = Plate };
    public static Kling3ProImage2VideoRequest Draft => new() { Prompt = "@Element1 waits", StartImageUrl = Plate };

    public static Kling3ProImage2VideoRequest Full(params Uri[] faces) => Duel with { Elements = [.. faces.Select(face => new Kling3ProImage2VideoElement { FrontalImageUrl = face })] };
    public static Kling3ProImage2VideoRequest Sung() => Base("<<<voice_1>>> sings") with { VoiceIds = ["anna"] };
    public static Kling3ProImage2VideoRequest Ready(Uri face) => WithFace(Draft, face);
    private static Kling3ProImage2VideoRequest WithFace(Kling3ProImage2VideoRequest request, Uri face) => request with { Elements = [new() { FrontalImageUrl = face }] };
    public static void Open() => Console.WriteLine(Dashboard);

    public static KlingO3Text2VideoRequest Edge() => new() { Prompt = string.Concat(Enumerable.Repeat(Long, 80)), CfgScale = 1, Duration = (KlingO3Text2VideoDuration)3 };
    public static KlingO3Text2VideoRequest Zero() => new() { Prompt = "", CfgScale = 0.0, NegativePrompt = string.Empty };
    public static AcmeAvatarRequest Avatar(string name) => new()
    {
        Script = $"Hello, {name}!",
        PortraitUrl = Plate,
        Handle = $"user_{name}",
        Tags = ["news", "today"],
        Width = 8 * 100,
        Speed = 0.25,
        VoiceId = Guid.NewGuid().ToString(),
        PublishAt = DateTimeOffset.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ"),
        AirDate = $"{DateTime.UtcNow:yyyy-MM-dd}",
        Contact = $"{name}@example.com",
        FrameRate = (AcmeAvatarFrameRate)25,
        Background = "a beach",
        Quality = 10,
        AudioUrl = Plate,
        AudioLanguage = "en",
        Subtitles = new() { Language = "en-GB", Size = 72, Margin = 0.5 },
    };
    public static AcmeAvatarRequest Later(string name, DateTime when) => new() { Script = $"Hello there, {name}", PortraitUrl = new($"https://cdn.example.com/{name}.png"), PublishAt = $"{when:yyyy-MM-dd}T{when:HH:mm:ss}Z" };
    public static PosterMakerRequest Poster(int r, int g, int b) => new()
    {
        Headline = "Sale",
        Palette = [$"#{r:x2}{g:x2}{b:x2}", "#000000"],
        Dpi = 350,
        MaskUrl = Plate,
        MaskMode = PosterMakerMaskMode.Keep,
        Size = "1920x1080",
        Prompt = "Put @Ref1 over @Ref2.",
        ReferenceUrls = [Plate, new("https://cdn.example.com/b.png")],
        Layers = [new() { SourceUrl = Plate, Opacity = 1, Anchor = new() { X = -1, Y = 1 } }],
    };
    public static SoundBedRequest Bed(double length) => new()
    {
        Mood = "calm",
        Bpm = 41,
        LengthSeconds = Math.Clamp(length, 1, 120),
        CuePoints = [0, 1, 120],
        Stems = [SoundBedStem.Bass, SoundBedStem.Drums],
        Ending = true,
        FadeIn = 0.5,
        FadeCurve = SoundBedFadeCurve.Linear,
        GainDb = -24,
        Master = new() { Loudness = -6 },
    };
    public static SoundBedRequest Bed2(string ending) => new() { Mood = "calm", Ending = ending.Length > 12 ? 2.5 : ending };
    public static KlingO3Text2VideoRequest Extra() => new() { Prompt = "x", AdditionalParameters = new JsonObject { ["seed"] = 7, ["camera_motion"] = "pan", ["style"] = "noir", ["fps"] = 24, ["model"] = "x" } };
    public static KlingO3Text2VideoRequest Extra2() => KlingO3Text2VideoRequest.CreateBuilder("x").WithAdditionalParameter("watermark", false).WithAdditionalParameter("end_frame", "x").Build();
    public static KlingO3Image2VideoRequest Data() => new() { Prompt = "x", ImageUrl = new("data:image/png;base64,iVBORw0KGgo=") };
    public static KlingO3Image2VideoRequest Encoded(string name) => new() { Prompt = "x", ImageUrl = new($"https://cdn.example.com/{Uri.EscapeDataString(name)}?size=1024&fit=crop#top") };
    public static KlingO3Image2VideoRequest FromBase(Uri root, string name) => new() { Prompt = "x", ImageUrl = new Uri(root, "images/" + name + ".png") };
    public static KlingO3Image2VideoRequest Host(string host, string name) => new() { Prompt = "x", ImageUrl = new Uri($"https://{host}/{name}.png") };
    public static KlingO3Image2VideoRequest Full(string url) => new() { Prompt = "x", ImageUrl = new Uri(url.StartsWith("https", StringComparison.Ordinal) ? url : $"{Plate}/{url}") };
    public static Kling3ProImage2VideoRequest Mention() => new() { Prompt = "Mail me at hero@Element.com about @home", StartImageUrl = Plate };
    public static Kling3ProImage2VideoRequest Numbered(int n, KlingList<Kling3ProImage2VideoElement> elements) => new() { Prompt = $"@Element{n} runs", StartImageUrl = Plate, Elements = elements };
    public static Kling3ProImage2VideoRequest Known() => new() { Prompt = "@Element1 and @Element2", StartImageUrl = Plate, Elements = [new() { FrontalImageUrl = Plate }, new() { FrontalImageUrl = Plate }] };
    public static KlingO3Video2VideoEditRequest Both(Uri video) => new() { VideoUrl = video, Prompt = "@Image1 on @Element1", ImageUrls = ["https://a.example/1.png"], Elements = [new() { FrontalImageUrl = Plate }] };
    public static KlingO1Request Many() => new() { Prompt = "@Image1 @Image2", ImageUrls = new List<string> { "https://a.example/1.png", "https://a.example/2.png" } };
    public static KlingO3Text2VideoRequest Next(KlingO3Text2VideoRequest request) => request with { Mode = KlingO3Text2VideoMode.Standard, CfgScale = Math.Min(1, (request.CfgScale) + 0.1) };
    public static bool Has(KlingO3Text2VideoRequest request) => request.IsSet("negative_prompt") || request.IsSet("future_parameter");
    public static KlingO3Text2VideoRequest Clear(KlingO3Text2VideoRequest request) => request.Unset("negative_prompt");
}
