using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Blind.Models;
using Kling;
using Kling.Models;

namespace Uses.Constants;

file static class Extensions
{
    public static Kling3ProImage2VideoRequestBuilder Quiet(this Kling3ProImage2VideoRequestBuilder builder) => builder.WithCfgScale(-0.01); // KLING101
    public static T Also<T>(this T value, Action<T> action) { action(value); return value; }
}

public enum Size { Small = 32, Large = 4096 }

public sealed partial class Factory(Uri image, double strength = 0.5)
{
    private const string Brand = "Acme Studios International Broadcasting Company of the North";
    private const int Wide = 1920, Tall = 1080;
    private static readonly int[] Sizes = [64, 128, 256];
    private static readonly (string Name, double Scale)[] Looks = [("soft", 0.2), ("hard", 1.2)];
    private static readonly ImmutableArray<string> Voices = ["a", "b", "c"];
    private static readonly List<Uri> Urls = [new("https://a.example/1"), new("https://a.example/2"), new("https://a.example/3"), new("https://a.example/4"), new("https://a.example/5")];
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(-1);

    public PosterMakerRequest A() => new() { Headline = Brand + "!" }; // KLING105
    public PosterMakerRequest B() => new() { Headline = $"{Brand}." }; // KLING105
    public PosterMakerRequest C(string name) => new() { Headline = $"{Brand} presents {name}" }; // KLING105
    public PosterMakerRequest E() => new() { Headline = "x", Dpi = Wide }; // KLING102 KLING103
    public PosterMakerRequest F() => new() { Headline = "x", Dpi = Sizes.Length }; // KLING101 KLING103
    public PosterMakerRequest G() => new() { Headline = "x", Dpi = (int)Size.Large }; // KLING102 KLING103
    public PosterMakerRequest H() => new() { Headline = "x", Dpi = Math.Max(Wide, Tall) }; // KLING102 KLING103
    public PosterMakerRequest I() => new() { Headline = "x", ReferenceUrls = Urls }; // KLING110
    public PosterMakerRequest J() => new() { Headline = "x", ReferenceUrls = [.. Urls] }; // KLING110
    public PosterMakerRequest K() => new() { Headline = "x", ReferenceUrls = Urls.Append(image).ToArray() }; // KLING110
    public PosterMakerRequest L() => new() { Headline = "x", ReferenceUrls = Urls.ToKlingList() }; // KLING110
    public Kling3ProImage2VideoRequest M() => new() { Prompt = "x", StartImageUrl = image, VoiceIds = Voices }; // KLING110 KLING119
    public Kling3ProImage2VideoRequest N() => new() { Prompt = "x", StartImageUrl = image, VoiceIds = [.. Voices, "d"] }; // KLING110 KLING119 KLING119
    public Kling3ProImage2VideoRequest O() => Kling3ProImage2VideoRequest.CreateBuilder("x", image).AddVoiceId("a").AddVoiceId("b").AddVoiceId("c").Build(); // KLING110 KLING119 KLING119 KLING119
    public Kling3ProImage2VideoRequest P() => Kling3ProImage2VideoRequest.CreateBuilder("x", image).WithVoiceIds(["a", "b"]).AddVoiceId("c").Build(); // KLING110 KLING119 KLING119 KLING119
    public Kling3ProImage2VideoRequest Q(bool loud)
    {
        var b = Kling3ProImage2VideoRequest.CreateBuilder("x", image);
        if (loud)
        {
            b.WithCfgScale(2); // KLING102
        }

        return b.Build();
    }

    public Kling3ProImage2VideoRequest R() => Kling3ProImage2VideoRequest.CreateBuilder("x", image)
        .WithMultiPrompt([new() { Prompt = new StringBuilder().Append('x', 600).ToString() }])
        .WithElements([new() { FrontalImageUrl = new("http://169.254.169.254/latest") }]) // KLING207
        .Build();

    public Kling3ProImage2VideoRequest S()
    {
        const double half = 0.5;
        var twice = half * 2;
        var more = twice + 0.2;
        return new() { Prompt = "x", StartImageUrl = image, CfgScale = more }; // KLING102
    }


    public AcmeAvatarRequest U() => new() { Script = "Hello to all of you", PortraitUrl = image, Width = (int)(0.5 * 99), Height = 64 << 6 }; // KLING101 KLING102 KLING103
    public AcmeAvatarRequest V() => new() { Script = "Hello to all of you", PortraitUrl = image, Width = checked(63 + 0) }; // KLING101 KLING103
    public AcmeAvatarRequest W() => new() { Script = "Hello to all of you", PortraitUrl = image, Seed = -1L > 0 ? 1 : -1 }; // KLING101
    public AcmeAvatarRequest Z() => new() { Script = "Hello to all of you", PortraitUrl = image, Subtitles = new() { Language = "EN", Size = 7, Margin = 0.51 } }; // KLING101 KLING102 KLING106
    public AcmeAvatarRequest Aa() => new() { Script = new string("Hello to all of you".Take(5).ToArray()), PortraitUrl = image };
    public AcmeAvatarRequest Ac() => new() { Script = "Hello to all of you".Substring(0, 5), PortraitUrl = image }; // KLING104
    public AcmeAvatarRequest Ad(DateTime when) => new() { Script = "Hello to all of you", PortraitUrl = image, PublishAt = when.ToString("yyyy-MM-dd HH:mm") }; // KLING107
    public AcmeAvatarRequest Af() => new() { Script = "Hello to all of you", PortraitUrl = image, VoiceId = Guid.NewGuid().ToString("B") }; // KLING107
    public AcmeAvatarRequest Ag() => new() { Script = "Hello to all of you", PortraitUrl = image, VoiceId = Guid.Empty.ToString("N") }; // KLING107
    public AcmeAvatarRequest Ah() => new() { Script = "Hello to all of you", PortraitUrl = image, Contact = "Anna Meyer <anna@example.com>" }; // KLING107
    public AcmeAvatarRequest Ai() => new() { Script = "Hello to all of you", PortraitUrl = image, AirDate = "2026-02-30" }; // KLING107
    public AcmeAvatarRequest Aj() => new() { Script = "Hello to all of you", PortraitUrl = image, PublishAt = "2026-02-03T10:00:00" }; // KLING107
    public AcmeAvatarRequest Ak() => new() { Script = "Hello to all of you", PortraitUrl = new UriBuilder("https://cdn.example.com") { Path = "a b" }.Uri };
    public KlingO3Image2VideoRequest Al() => new() { Prompt = "x", ImageUrl = new Uri("https://cdn.example.com/größe.png") }; // KLING107
    public KlingO3Image2VideoRequest Am() => new() { Prompt = "x", ImageUrl = new Uri("cdn.example.com/a.png", UriKind.RelativeOrAbsolute) }; // KLING107
    public KlingO3Image2VideoRequest An() => new() { Prompt = "x", ImageUrl = new Uri("https://192.168.0.10:8443/a.png") }; // KLING207
    public KlingO3Image2VideoRequest Ao() => new() { Prompt = "x", ImageUrl = new Uri("https://nas.local/a.png") }; // KLING207
    public KlingO3Image2VideoRequest Ap() => new() { Prompt = "x", ImageUrl = new Uri("s3://bucket/a.png") }; // KLING207
    public KlingO3Image2VideoRequest Aq() => new() { Prompt = "x", ImageUrl = new Uri(@"\\server\share\a.png") }; // KLING107
    public KlingO3Image2VideoRequest Ar() => new() { Prompt = "x", ImageUrl = new Uri("/home/me/a.png") }; // KLING107
    public KlingO3Image2VideoRequest As() => new() { Prompt = "x", ImageUrl = new Uri("http://cdn.example.com/a.png") }; // KLING207
    public KlingO3Image2VideoRequest At(int port) => new() { Prompt = "x", ImageUrl = new Uri($"http://localhost:{port}/a.png") }; // KLING207
    public KlingO3Image2VideoRequest Au() => new() { Prompt = "x", ImageUrl = new Uri("file://" + "/tmp/a.png") }; // KLING207
    public KlingO3Image2VideoRequest Av(string dir) => new() { Prompt = "x", ImageUrl = new Uri("file://" + dir + "/a.png") }; // KLING207
    public KlingO3Image2VideoRequest Aw() => KlingO3Image2VideoRequest.CreateBuilder(prompt: "x", imageUrl: new("http://[::1]/a.png")).Build(); // KLING207
    public KlingO1ReferenceImageToVideoRequest Ax() => KlingO1ReferenceImageToVideoRequest.CreateBuilder(["http://10.0.0.5/a.png"], "x").Build(); // KLING119 KLING207
    public Kling2_5TurboRequest Ay() => new() { Prompt = "x", ImageUrl = "~/Pictures/a.png", CfgScale = -1 / 2d }; // KLING101 KLING207
    public KlingRunOptions Az() => new() { JobTimeout = Timeout, SpendLimit = decimal.MinusOne, MaxInFlight = int.MinValue }; // KLING211 KLING211 KLING211
    public KlingO3Text2VideoRequest Ba() => new KlingO3Text2VideoRequest { Prompt = "x" }.Unset("prompt"); // KLING209
    public KlingO3Text2VideoRequest Bb(KlingO3Text2VideoRequest r) => r.Unset("cfg-scale"); // KLING208
    public bool Bc(KlingO3Text2VideoRequest r) => r.IsSet("VoiceIds"); // KLING208
    public bool Bd(KlingO3Text2VideoRequest r) => r.IsSet(name: "shot_typ"); // KLING208
    public Kling3ProImage2VideoRequest Be() => Kling3ProImage2VideoRequest.CreateBuilder("x", image).Quiet().Build();
    public SoundBedRequest Bf() => new() { Mood = "ok" }; // KLING104
    public SoundBedRequest Bg() => SoundBedRequest.CreateBuilder("").WithVariations(0).WithVariations(5).Build(); // KLING101 KLING102 KLING104
    public SoundBedRequest Bh() => new() { Mood = "calm", FadeIn = 1 }; // KLING113
    public SoundBedRequest Bi() => new() { Mood = "calm", FadeIn = 10.5, FadeCurve = SoundBedFadeCurve.Log }; // KLING102
    public SoundBedRequest Bj() => new() { Mood = "calm", Genre = (SoundBedGenre)(-1) }; // KLING108
    public SoundBedRequest Bk() => new() { Mood = "calm", Tempo = 100 };
    public SoundBedRequest Bl() => new() { Mood = "calm", CuePoints = [0.5, 1, .5] }; // KLING111
    public SoundBedRequest Bm() => new() { Mood = "calm", CuePoints = Enumerable.Range(0, 9).Select(i => (double)i).ToArray() }; // KLING110
    public SoundBedRequest Bn() => new() { Mood = "calm", Master = new() { NotifyUrls = [image, image, image] } }; // KLING110
    public SoundBedRequest Bo() => new() { Mood = "calm", Master = new SoundBedMaster { NotifyUrls = [new Uri("http://localhost/hook")] } }; // KLING207
    public SoundBedRequest Bp() => new() { Mood = "calm", Session = Guid.NewGuid().ToString("N") }; // KLING107
    public SoundBedRequest Bq() => new() { Mood = "calm", StartsAt = DateTime.UtcNow.ToString("R") }; // KLING107
    public SoundBedRequest Br() => new() { Mood = "calm", LengthSeconds = 0.5 }; // KLING101
    public SoundBedRequest Bs() => new() { Mood = "calm", LengthSeconds = 1.75m switch { var d => (double)d } };
    public SoundBedRequest Bt() => new() { Mood = "calm", Ending = 8.5 }; // KLING102
    public SoundBedRequest Bu(bool b) => new() { Mood = "calm", Ending = b ? 0.1 : 1.0 }; // KLING101
}
