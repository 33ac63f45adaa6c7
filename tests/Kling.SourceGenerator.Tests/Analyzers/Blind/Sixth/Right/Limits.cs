using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Kling;
using Kling.Models;

namespace BlindSix.Right.Limits;

public sealed class ShotPresets
{
    private const double Strongest = 1.0;
    private const int LongestShot = 512;
    private static readonly double Weakest = 0;
    private static readonly Uri Hill = new("https://cdn.example.net/hill.png");
    private static readonly Uri Hiker = new("https://cdn.example.net/hiker.png");
    private static double adjustable = 0.4;

    public static void Adjust(double value) => adjustable = value;

    public KlingO3Text2VideoRequest Eagle() => new()
    {
        Prompt = "An eagle over a valley.",
        CfgScale = Strongest, // RIGHT 75: exactly the maximum
    };

    public KlingO3Text2VideoRequest Calm() => new() { Prompt = "A calm lake.", CfgScale = Weakest }; // RIGHT 76: exactly the minimum

    public KlingO3Text2VideoRequest Changing() => new() { Prompt = "A lake.", CfgScale = adjustable }; // RIGHT 77: the field changes at run time

    public Kling2_6Request Unlimited() => new() { Prompt = "A lake.", CfgScale = 7.5 }; // RIGHT 78: this model's schema has no range

    public Kling3ProText2VideoRequest UnlimitedPro() => Kling3ProText2VideoRequest.CreateBuilder("A lake.").WithCfgScale(2).Build(); // RIGHT 79: no range for this model

    public KlingText2VideoRequest Camera() => new() { Prompt = "A lake.", CameraControlConfigValue = -10 }; // RIGHT 80: no range in the schema

    public Kling2Request Computed(double strength) => new() { Prompt = "A boat.", CfgScale = strength / 10 }; // RIGHT 81: unknown at compile time

    public Kling1_6Text2VideoRequest Clamped(double strength) =>
        Kling1_6Text2VideoRequest.CreateBuilder("A boat.").WithCfgScale(Math.Clamp(strength, 0, 1)).Build(); // RIGHT 82: clamped to the range

    public Kling1_6Text2VideoRequest ClampedConstant() =>
        new() { Prompt = "A boat.", CfgScale = Math.Min(1.5, 1.0) }; // RIGHT 83: the smaller is 1

    public Kling1_6Image2VideoRequest Local()
    {
        double scale = 1.5;
        double half = scale / 2;
        return new Kling1_6Image2VideoRequest { Image = Hill, CfgScale = half }; // RIGHT 84: 0.75
    }

    public Kling1_6Image2VideoRequest Reassigned(bool soft)
    {
        double scale = 2;
        scale = soft ? 0.2 : 0.8;
        return new Kling1_6Image2VideoRequest { Image = Hill, CfgScale = scale }; // RIGHT 85: assigned again before it is used
    }

    public Kling2_5TurboRequest Parsed(string text) =>
        new() { Prompt = "A race.", CfgScale = double.Parse(text, CultureInfo.InvariantCulture) }; // RIGHT 86: unknown at compile time

    public KlingO3Text2VideoRequest Longest() => new() { Prompt = "A market.", Duration = KlingO3Text2VideoDuration.Seconds15 }; // RIGHT 87: the longest duration

    public KlingO3Text2VideoRequest Default() => new() { Prompt = "A market.", CfgScale = KlingO3Text2VideoRequest.Defaults.CfgScale }; // RIGHT 88: the default

    public Kling2_5TurboRequest Union() => new() { Prompt = "A race.", Duration = "10" }; // RIGHT 89: the union takes text

    public Kling2_5TurboRequest UnionNumber() => Kling2_5TurboRequest.CreateBuilder("A race.").WithDuration(10).Build(); // RIGHT 90: the union takes integers

    public Kling3ProImage2VideoRequest ThreeElements() => new()
    {
        Prompt = "@Element1, @Element2 and @Element3 meet.",
        StartImageUrl = Hill,
        Elements =
        [
            new() { FrontalImageUrl = Hiker },
            new() { FrontalImageUrl = Hiker },
            new() { FrontalImageUrl = Hiker }, // RIGHT 91: exactly 3 elements
        ],
    };

    public Kling3ProImage2VideoRequest TwoVoices() => new()
    {
        Prompt = "<<<voice_1>>> greets <<<voice_2>>>.",
        StartImageUrl = Hill,
        VoiceIds = new List<string> { "alto", "tenor" }, // RIGHT 92: exactly 2 voices
    };

    public KlingO3Text2VideoRequest ManyVoices() => new()
    {
        Prompt = "A choir sings.",
        VoiceIds = ["a", "b", "c", "d", "e"], // RIGHT 93: this model has no limit
    };

    public Kling3ProImage2VideoRequest SomeVoices(IEnumerable<string> voices, string prompt) => new()
    {
        Prompt = prompt,
        StartImageUrl = Hill,
        VoiceIds = voices.Take(2).ToKlingList(), // RIGHT 94: at most two are taken
    };

    public Kling3ProImage2VideoElement References() => new()
    {
        FrontalImageUrl = Hiker,
        ReferenceImageUrls = ["https://cdn.example.net/1.png", "https://cdn.example.net/2.png", "https://cdn.example.net/3.png"], // RIGHT 95: exactly 3
    };

    public KlingO1VideoToVideoEditElement OtherReferences() => new()
    {
        ReferenceImageUrls = ["https://cdn.example.net/1.png", "https://cdn.example.net/2.png", "https://cdn.example.net/3.png", "https://cdn.example.net/4.png"], // RIGHT 96: no limit in this model
    };

    public Kling3ProImage2VideoMultiPromptItem LongText() => new()
    {
        Prompt = new string('x', LongestShot), // RIGHT 97: exactly 512 characters
    };

    public KlingO3Text2VideoMultiPromptItem Unbounded() => new() { Prompt = new string('x', 2000) }; // RIGHT 98: no limit in this model

    public Kling3StandardText2VideoRequest FiveShots() => new()
    {
        Prompt = "Five shots.",
        MultiPrompt = [new() { Prompt = "One." }, new() { Prompt = "Two." }, new() { Prompt = "Three." }, new() { Prompt = "Four." }, new() { Prompt = "Five." }], // RIGHT 99: exactly 5
    };
}
