using System;
using System.Collections.Generic;
using System.Linq;
using Kling;
using Kling.Models;

namespace BlindSix.Wrong.Limits;

public sealed class ShotPresets
{
    private const double Strong = 1.25;
    private const int LongShot = 513;
    private const string Scene = "A wide shot of the valley in the first light of the day, with mist over the river, cranes in the reeds and a train on the old bridge. ";
    private const string Scenes = Scene + Scene + Scene + Scene;
    private static readonly double Negative = -0.1;
    private static readonly Uri Hill = new("https://cdn.example.net/hill.png");
    private static readonly Uri Hiker = new("https://cdn.example.net/hiker.png");

    public KlingO3Text2VideoRequest Eagle() => new()
    {
        Prompt = "An eagle over a valley.",
        CfgScale = 1.01, // WRONG 99: more than the maximum 1
    };

    public KlingO3Text2VideoRequest Storm() => new() { Prompt = "A storm at sea.", CfgScale = Strong }; // WRONG 100: the constant is 1.25

    public KlingO3Text2VideoRequest Calm() => new() { Prompt = "A calm lake.", CfgScale = Negative }; // WRONG 101: the readonly field is -0.1

    public Kling1_6Text2VideoRequest City() =>
        Kling1_6Text2VideoRequest.CreateBuilder("A city at night.")
            .WithCfgScale(7.5) // WRONG 102: the maximum is 1
            .Build();

    public Kling1_6Image2VideoRequest Boat()
    {
        double scale = 0.5;
        double doubled = scale * 3;
        return new Kling1_6Image2VideoRequest { Image = Hill, CfgScale = doubled }; // WRONG 103: 1.5 is more than 1
    }

    public Kling2_1Request Softer(Kling2_1Request first) => first with { CfgScale = -1 }; // WRONG 104: less than the minimum 0

    public Kling2Request Clamped() => new()
    {
        Prompt = "A paper boat on a river.",
        CfgScale = Math.Max(1.5, 0.2), // WRONG 105: the larger is 1.5
    };

    public Kling3StandardText2VideoRequest NotANumber() => new() { Prompt = "Fog.", CfgScale = double.NaN }; // WRONG 106: NaN is no JSON number

    public Kling3StandardText2VideoRequest Unbounded() => new() { Prompt = "Fog.", CfgScale = double.PositiveInfinity }; // WRONG 107: infinity

    public Kling2_5TurboRequest Turbo() => Kling2_5TurboRequest.CreateBuilder(prompt: "A race.").WithCfgScale(value: 10 / 4.0).Build(); // WRONG 108: 2.5

    public KlingO3Text2VideoRequest Undefined() => new()
    {
        Prompt = "A market.",
        Duration = (KlingO3Text2VideoDuration)99, // WRONG 109: no such value
    };

    public KlingO3Image2VideoRequest UndefinedMode() =>
        KlingO3Image2VideoRequest.CreateBuilder(Hill, "Clouds drift past.").WithMode(0).Build(); // WRONG 110: 0 is not a mode

    public Kling3Text2ImageRequest UndefinedFormat()
    {
        const int format = 42;
        return new Kling3Text2ImageRequest { Prompt = "A poster.", OutputFormat = (Kling3Text2ImageOutputFormat)format }; // WRONG 111: no such format
    }

    public Kling3ProImage2VideoRequest FourElements() => new()
    {
        Prompt = "@Element1, @Element2, @Element3 and @Element4 meet.",
        StartImageUrl = Hill,
        Elements =
        [
            new() { FrontalImageUrl = Hiker },
            new() { FrontalImageUrl = Hiker },
            new() { FrontalImageUrl = Hiker },
            new() { FrontalImageUrl = Hiker }, // WRONG 112: at most 3 elements
        ],
    };

    public Kling3ProImage2VideoRequest Voices() => new()
    {
        Prompt = "<<<voice_1>>> greets <<<voice_2>>>.",
        StartImageUrl = Hill,
        VoiceIds = ["alto", "tenor", "bass"], // WRONG 113: at most 2 voices
    };

    public Kling3ProImage2VideoRequest VoicesOfArray() => new()
    {
        Prompt = "<<<voice_1>>> greets <<<voice_2>>>.",
        StartImageUrl = Hill,
        VoiceIds = new string[] { "a", "b", "c" }, // WRONG 114: an array of 3 voices, at most 2
    };

    public Kling3ProImage2VideoRequest VoicesOfList(Kling3ProImage2VideoRequest first) =>
        first with { VoiceIds = new List<string> { "a", "b", "c", "d" } }; // WRONG 115: a list of 4 voices

    public Kling3ProImage2VideoRequest VoicesOfChain(Kling3ProImage2VideoRequest first) =>
        first with { VoiceIds = KlingList<string>.Empty.Add("a").Add("b").Add("c") }; // WRONG 116: three voices added

    public Kling3ProImage2VideoRequest VoicesOfSequence(Kling3ProImage2VideoRequest first) =>
        first with { VoiceIds = new[] { "a", "b", "c" }.ToKlingList() }; // WRONG 117: three voices

    public Kling3StandardImage2VideoElement References() => new()
    {
        FrontalImageUrl = Hiker,
        ReferenceImageUrls =
        [
            "https://cdn.example.net/1.png",
            "https://cdn.example.net/2.png",
            "https://cdn.example.net/3.png",
            "https://cdn.example.net/4.png", // WRONG 118: at most 3 reference images
        ],
    };

    public Kling3ProImage2VideoMultiPromptItem LongText() => new()
    {
        Prompt = new string('x', 600), // WRONG 119: at most 512 characters
    };

    public Kling3StandardText2VideoRequest LongNested() => new()
    {
        Prompt = "Two shots.",
        MultiPrompt = [new() { Prompt = "A wide shot." }, new() { Prompt = new string(c: 'y', count: LongShot) }], // WRONG 120: 513 characters
    };

    public Kling3StandardText2VideoRequest SixShots() => new()
    {
        Prompt = "Six shots.",
        MultiPrompt =
        [
            new() { Prompt = "One." },
            new() { Prompt = "Two." },
            new() { Prompt = "Three." },
            new() { Prompt = "Four." },
            new() { Prompt = "Five." },
            new() { Prompt = "Six." }, // WRONG 121: at most 5 shots
        ],
    };

    public Kling3ProImage2VideoRequest LongBuilt() =>
        Kling3ProImage2VideoRequest.CreateBuilder("A hill.", Hill)
            .AddMultiPrompt(duration: "5", prompt: new string('z', 512 + 1)) // WRONG 122: 513 characters
            .Build();

    public Kling3ProImage2VideoMultiPromptItem LongInterpolated(string place) => new()
    {
        Prompt = $"{Scenes}The place is {place}.", // WRONG 123: more than 512 characters, whatever the place is
    };

    public Kling3StandardImage2VideoRequest Nullable(Kling3StandardImage2VideoRequest first)
    {
        double? scale = 1.5;
        return first with { CfgScale = scale.Value }; // WRONG 124: 1.5 is more than 1
    }

    public Kling3ProImage2VideoRequest Scaled(bool strong) => new()
    {
        Prompt = "A hill.",
        StartImageUrl = Hill,
        CfgScale = strong ? 2.0 : 0.5, // WRONG 125: 2.0 is more than 1 in one branch
    };
}
