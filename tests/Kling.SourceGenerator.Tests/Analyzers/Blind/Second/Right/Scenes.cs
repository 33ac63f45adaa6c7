using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;

namespace BlindRight.Scenes;

public sealed record Take(string Text, double Freedom, int Seconds, IReadOnlyList<string> Voices);

public static class SceneRequests
{
    private const double Half = 0.5;
    private const double Whole = Half + Half;
    private static readonly Uri Still = new("https://cdn.acme-studio.com/stills/hill.png");
    private static readonly KlingO3Text2VideoRequest Template = new() { Prompt = "A template.", CfgScale = 1 }; // RIGHT 106

    public static Kling1_6Image2VideoRequest Default { get; } = new() { Image = Still, CfgScale = 0 }; // RIGHT 107

    public static KlingO3Text2VideoRequest AtMaximum(string prompt) => new() { Prompt = prompt, CfgScale = Whole }; // RIGHT 108

    public static KlingO3Text2VideoRequest NegativeZero(string prompt) => new() { Prompt = prompt, CfgScale = -0.0 }; // RIGHT 109

    public static Kling2_5TurboRequest Clamped(Take take) =>
        Kling2_5TurboRequest.CreateBuilder(take.Text)
            .WithCfgScale(Math.Clamp(take.Freedom, 0, 1)) // RIGHT 110
            .Build();

    public static Kling2_5TurboRequest AtMost(string prompt) => new() { Prompt = prompt, CfgScale = Math.Min(1.0, 5.0) }; // RIGHT 111

    public static Kling2_1Request Percent()
    {
        int percent = 70;
        return new Kling2_1Request { Image = Still, Prompt = "Smoke.", CfgScale = percent / 100d }; // RIGHT 112
    }

    public static Kling2Request Divided()
    {
        double scale = 50;
        scale /= 100;
        return new Kling2Request { Prompt = "Rain.", CfgScale = scale }; // RIGHT 113
    }

    public static Kling2_6Request Unlimited(string prompt) => new() { Prompt = prompt, CfgScale = 7.5 }; // RIGHT 114

    public static KlingText2VideoRequest UnionText(string prompt) => new() { Prompt = prompt, Duration = "10", CameraControlConfig = KlingText2VideoCameraControlConfig.None }; // RIGHT 115

    public static KlingO3Text2VideoRequest Longest(string prompt) => new() { Prompt = prompt, Duration = (KlingO3Text2VideoDuration)15 }; // RIGHT 116

    public static KlingO1ImageToVideoRequest Ten(string prompt) => new()
    {
        Prompt = prompt,
        StartImageUrl = Still,
        Duration = (KlingO1ImageToVideoDuration)(5 + 5), // RIGHT 117
    };

    public static KlingO3Text2VideoRequest OneLess(string prompt) => new() { Prompt = prompt, Duration = KlingO3Text2VideoDuration.Seconds15 - 1 }; // RIGHT 118

    public static KlingO3Text2VideoRequest FromTake(Take take) =>
        new() { Prompt = take.Text, Duration = (KlingO3Text2VideoDuration)Math.Clamp(take.Seconds, 3, 15) }; // RIGHT 119

    public static KlingO3Text2VideoRequest Parsed(string prompt, string duration) =>
        KlingO3Text2VideoRequest.CreateBuilder(prompt: prompt)
            .WithDuration(Enum.Parse<KlingO3Text2VideoDuration>("Seconds" + duration)) // RIGHT 120
            .Build();

    public static KlingO3Image2VideoRequest SwitchMode(string quality, string prompt) => new()
    {
        Prompt = prompt,
        ImageUrl = Still,
        Mode = quality switch
        {
            "draft" => (KlingO3Image2VideoMode)1, // RIGHT 121
            "final" => KlingO3Image2VideoMode.Pro,
            _ => throw new ArgumentOutOfRangeException(nameof(quality)),
        },
    };

    public static KlingO3Text2VideoRequest Bounded(Take take) => take switch
    {
        { Freedom: >= 0 and <= 1 } => Template with { CfgScale = take.Freedom }, // RIGHT 122
        { Freedom: > 1 } => Template with { CfgScale = 1.0 }, // RIGHT 123
        _ => Template,
    };

    public static bool IsUnknown(KlingO3Text2VideoMode mode) => mode == (KlingO3Text2VideoMode)0; // RIGHT 124

    public static KlingO3Text2VideoMode? Maybe(bool set) => set ? KlingO3Text2VideoMode.Pro : default(KlingO3Text2VideoMode?); // RIGHT 125

    public static Kling3ProImage2VideoMultiPromptItem Full() => new() { Prompt = new string('x', 512) }; // RIGHT 126

    public static Kling3ProImage2VideoMultiPromptItem Eagles() => new() { Prompt = string.Concat(Enumerable.Repeat("🦅", 512)) }; // RIGHT 127

    public static KlingO3Image2VideoMultiPromptItem NoLimit() => new() { Prompt = new string('y', 2_000), Duration = "5" }; // RIGHT 128

    public static Kling3StandardText2VideoMultiPromptItem Cut(string text) => new() { Prompt = text.Length > 512 ? text[..512] : text }; // RIGHT 129

    public static Kling3ProImage2VideoRequest ThreeFaces(Uri a, Uri b, Uri c) => new()
    {
        Prompt = "@Element1, @Element2 and @Element3 meet.",
        StartImageUrl = Still,
        Elements = [new() { FrontalImageUrl = a }, new() { FrontalImageUrl = b }, new() { FrontalImageUrl = c }], // RIGHT 130
    };

    public static KlingO3Video2VideoEditRequest FourFaces(Uri clip, Uri a, Uri b)
    {
        KlingO3Video2VideoEditElement x = new() { FrontalImageUrl = a }, y = new() { FrontalImageUrl = b };
        return new() { Prompt = "@Element1 @Element2 @Element3 @Element4 dance.", VideoUrl = clip, Elements = [x, y, x, y] }; // RIGHT 131
    }

    public static Kling3ProImage2VideoElement ThreeViews(Uri front) => new()
    {
        FrontalImageUrl = front,
        ReferenceImageUrls = ["https://cdn.acme-studio.com/a1.png", .. new[] { "https://cdn.acme-studio.com/a2.png", "https://cdn.acme-studio.com/a3.png" }], // RIGHT 132
    };

    public static Kling3ProImage2VideoRequest TwoVoices(Take take) =>
        new() { Prompt = take.Text, StartImageUrl = Still, VoiceIds = [.. take.Voices.Take(2)] }; // RIGHT 133

    public static Kling3ProImage2VideoRequest Capacity(string prompt) =>
        new() { Prompt = prompt, StartImageUrl = Still, VoiceIds = new List<string>(10) { "anna" } }; // RIGHT 134

    public static Kling3ProImage2VideoRequest Distinct(string prompt) =>
        new() { Prompt = prompt, StartImageUrl = Still, VoiceIds = new[] { "anna", "bert", "anna" }.Distinct().ToKlingList() }; // RIGHT 135

    public static Kling3ProImage2VideoRequest Sliced(string prompt)
    {
        KlingList<string> voices = ["anna", "bert", "cleo"];
        return new() { Prompt = prompt, StartImageUrl = Still, VoiceIds = voices[..2] }; // RIGHT 136
    }

    public static Kling3ProImage2VideoRequest Branches(string prompt, bool female)
    {
        var builder = Kling3ProImage2VideoRequest.CreateBuilder(prompt, Still).AddVoiceId("narrator");
        if (female)
        {
            builder.AddVoiceId("anna"); // RIGHT 137
        }
        else
        {
            builder.AddVoiceId("bert"); // RIGHT 138
        }

        return builder.Build();
    }

    public static Kling3ProImage2VideoRequest Replaced(string prompt) =>
        Kling3ProImage2VideoRequest.CreateBuilder(prompt, Still).AddVoiceId("anna").AddVoiceId("bert").WithoutVoiceIds().AddVoiceId("cleo").Build(); // RIGHT 139

    public static Kling3StandardText2VideoRequest FiveShots(string prompt) =>
        Kling3StandardText2VideoRequest.CreateBuilder(prompt).AddMultiPrompt("1").AddMultiPrompt("2").AddMultiPrompt("3").AddMultiPrompt("4").AddMultiPrompt("5").Build(); // RIGHT 140

    public static KlingO3Image2VideoRequest SixShots(string prompt) =>
        KlingO3Image2VideoRequest.CreateBuilder(Still, prompt).AddMultiPrompt("1").AddMultiPrompt("2").AddMultiPrompt("3").AddMultiPrompt("4").AddMultiPrompt("5").AddMultiPrompt("6").Build(); // RIGHT 141

    public static IReadOnlyList<Kling3ProImage2VideoRequest> TwoBuilders(string prompt)
    {
        var first = Kling3ProImage2VideoRequest.CreateBuilder(prompt, Still);
        var second = Kling3ProImage2VideoRequest.CreateBuilder(prompt, Still);
        first.AddVoiceId("anna").AddVoiceId("bert");
        second.AddVoiceId("cleo"); // RIGHT 142
        return [first.Build(), second.Build()];
    }

    public static List<string> Names() => new(["a", "b", "c", "d", "e", "f"]); // RIGHT 143
}
