using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Blind.Models;

namespace Uses.Fields;

internal static class Presets
{
    private static readonly Uri Plate = new("http://127.0.0.1:9000/plate.png"); // KLING207
    private static readonly Uri Fine = new("https://cdn.example.com/plate.png");
    internal static Uri Network { get; } = new("https://10.1.2.3/plate.png"); // KLING207
    internal static Uri Disk => new(@"C:\media\plate.png"); // KLING107

    internal static readonly KlingO3Image2VideoRequest One = new() { Prompt = "a", ImageUrl = Plate, EndImageUrl = Network };
    internal static readonly KlingO3Image2VideoRequest Two = new() { Prompt = "a", ImageUrl = Plate, EndImageUrl = Disk };
    internal static KlingO3Image2VideoRequest Third { get; } = new() { Prompt = "a", ImageUrl = new("ftp://files.example.com/a.png") }; // KLING207
    internal static KlingO3Text2VideoRequest Cfg => new() { Prompt = "b", CfgScale = -1 }; // KLING101
    internal static readonly Kling1_6Text2VideoRequest[] Batch =
    [
        new() { Prompt = "x", CfgScale = 0.5 },
        new() { Prompt = "y", CfgScale = 1.01 }, // KLING102
    ];
    internal static readonly Dictionary<string, Kling1_6Text2VideoRequest> ByName = new()
    {
        ["calm"] = new() { Prompt = "x", CfgScale = 0 },
        ["wild"] = new() { Prompt = "y", CfgScale = 2 }, // KLING102
    };
    internal static readonly ImmutableArray<KlingO3Image2VideoRequest> Shots = ImmutableArray.Create(
        new KlingO3Image2VideoRequest { Prompt = "x", ImageUrl = Fine, Duration = (KlingO3Image2VideoDuration)2 }, // KLING108
        new KlingO3Image2VideoRequest { Prompt = "x", ImageUrl = Fine, Duration = (KlingO3Image2VideoDuration)15 });
    internal static readonly Lazy<AcmeAvatarRequest> Avatar = new(() => new AcmeAvatarRequest
    {
        Script = "Hi there", // KLING104
        PortraitUrl = Fine,
        Tags = [], // KLING109
    });
    internal const string Handle = "Bad Handle";
    internal static readonly Func<string, AcmeAvatarRequest> Make = script => new() { Script = script, PortraitUrl = Fine, Handle = Handle }; // KLING106
    private static readonly string[] Colours = ["#ffffff", "#fff"];
    internal static readonly PosterMakerRequest Poster = new() { Headline = "H", Palette = Colours }; // KLING106
    internal static readonly PosterMakerRequest Poster2 = new() { Headline = "H", Palette = ["#ffffff", "#ffffff"] }; // KLING111
    internal static readonly PosterMakerRequest Poster3 = new() { Headline = "H", Dpi = 75 }; // KLING103
    internal static readonly PosterMakerRequest Poster4 = new() { Headline = "", Style = PosterMakerStyle.Flat }; // KLING104
    internal static readonly PosterMakerRequest Poster5 = new() { Headline = "H", MaskUrl = Fine }; // KLING113
    private static readonly KlingJsonObject Extra = new JsonObject { ["aspect_ratoi"] = "16:9" }; // KLING115
    internal static readonly KlingO3Text2VideoRequest WithExtra = new() { Prompt = "p", AdditionalParameters = Extra };
    internal static readonly KlingO3Text2VideoRequest WithShadow = new() { Prompt = "p", AdditionalParameters = KlingJsonObject.Empty.With("seed", 3).With("duration", "5") }; // KLING114
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(30) }; // KLING212
    internal static readonly KlingClient Client = new(Http);
    internal static readonly KlingClientOptions Options = new() { MaxPollsPerSecond = 0 }; // KLING211
    internal static readonly KlingClientOptions Options2 = new() { JobTimeout = TimeSpan.FromHours(2) }; // KLING211
    internal static readonly KlingClientOptions Options3 = new() { BaseAddress = new Uri("http://api.segmind.com/v1/") }; // KLING211
    internal static readonly PollingStrategy Fast = PollingStrategy.Fixed(TimeSpan.Zero); // KLING211
    internal static readonly PollingStrategy Slow = PollingStrategy.Exponential(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(60), factor: 0.9); // KLING211
    internal static readonly string Live = "SG_c93e07b1d4f6a852"; // KLING202
    internal static readonly SoundBedRequest Bed = new() { Mood = "calm", Bpm = 40 }; // KLING101
    internal static readonly SoundBedRequest Bed2 = new() { Mood = "calm", Stems = [SoundBedStem.Bass, SoundBedStem.Bass] }; // KLING111
    internal static readonly SoundBedRequest Bed3 = new() { Mood = "calm", LicenseEmail = "me at example.com" }; // KLING107
    internal static readonly SoundBedRequest Bed4 = new() { Mood = "calm", Session = "1234" }; // KLING107
    internal static readonly SoundBedRequest Bed5 = new() { Mood = "calm", StartsAt = "tomorrow" }; // KLING107
    internal static readonly SoundBedRequest Bed6 = new() { Mood = "calm", Ending = 0.25 }; // KLING101
    internal static readonly SoundBedRequest Bed7 = new() { Mood = "calm", Ending = "fade out very slowly" }; // KLING105
    internal static readonly SoundBedRequest Bed8 = new() { Mood = "calm", Master = new() { Loudness = -40, NotifyUrls = [Fine] } }; // KLING101
    internal static readonly SoundBedRequest Bed9 = new() { Mood = "calm", GainDb = double.NegativeInfinity }; // KLING101
    internal static readonly SoundBedRequest Bed10 = new() { Mood = "calm", LengthSeconds = 10.25 }; // KLING103
    internal static readonly SoundBedRequest Bed11 = new() { Mood = "calm", CuePoints = [1, 2, 3, 4, 5, 6, 7, 8, 9] }; // KLING110
    internal static readonly SoundBedRequest Bed12 = new() { Mood = "calm", CuePoints = [0, 60, 121] }; // KLING102
}
