using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Kling;
using Kling.Models;

namespace BlindFive.Right.Bounds;

/// <summary>Presets next to the limits.</summary>
public static class EdgePresets
{
    private const double Lowest = 0;
    private const double Highest = 1.0;
    private const int Longest = 15;
    private static readonly Uri Pier = new("https://cdn.edge.example/pier.png");

    public static KlingO3Text2VideoRequest Literal() => new()
    {
        Prompt = "A storm gathers.",
        CfgScale = Highest, // RIGHT 23
        Duration = KlingO3Text2VideoDuration.Seconds15, // RIGHT 24
        Mode = (KlingO3Text2VideoMode)2, // RIGHT 25
    };

    public static Kling1_6Image2VideoRequest Free() => new() { Image = Pier, CfgScale = Lowest }; // RIGHT 26

    public static Kling1_6Image2VideoRequest NegativeZero() => new() { Image = Pier, CfgScale = -0.0 }; // RIGHT 27

    public static Kling1_6Text2VideoRequest JustBelow() => new() { Prompt = "Dew.", CfgScale = 0.999999 }; // RIGHT 28

    public static Kling2_1Request Divided()
    {
        double percent = 75;
        return new() { Image = Pier, CfgScale = percent / 100 }; // RIGHT 29
    }

    public static Kling2_5TurboRequest Clamped(double asked) =>
        new() { Prompt = "A moth.", CfgScale = Math.Clamp(asked, 0, 1) }; // RIGHT 30

    public static Kling2_5TurboRequest Least() => new() { Prompt = "A moth.", CfgScale = Math.Min(1, 100) }; // RIGHT 31

    public static Kling2Request Absent()
    {
        double? scale = null;
        return new() { Prompt = "A moth at a lamp.", CfgScale = scale }; // RIGHT 32
    }

    public static Kling2Request Present()
    {
        long? seconds = 10;
        return new() { Prompt = "A lamp goes out.", Duration = seconds }; // RIGHT 33
    }

    public static Kling3StandardText2VideoRequest Shortest() =>
        new() { Prompt = "A drop falls.", Duration = (Kling3StandardText2VideoDuration)3 }; // RIGHT 34

    public static Kling3StandardText2VideoRequest Cast() =>
        new() { Prompt = "A glacier calves.", Duration = (Kling3StandardText2VideoDuration)Longest }; // RIGHT 35

    public static Kling3ProImage2VideoRequest Sum()
    {
        const int intro = 9;
        const int outro = 6;
        return new() { Prompt = "Credits roll.", StartImageUrl = Pier, Duration = (Kling3ProImage2VideoDuration)(intro + outro) }; // RIGHT 36
    }

    public static Kling3ProImage2VideoRequest Minus() =>
        new() { Prompt = "Cut.", StartImageUrl = Pier, Duration = Kling3ProImage2VideoDuration.Seconds15 - 12 }; // RIGHT 37

    public static KlingO1ImageToVideoRequest Ten() => new() { Prompt = "Tide.", StartImageUrl = Pier, Duration = (KlingO1ImageToVideoDuration)10 }; // RIGHT 38

    public static KlingBloombloomRequest Only() => KlingBloombloomRequest.CreateBuilder(Pier).WithDuration((KlingBloombloomDuration)5).Build(); // RIGHT 39

    public static KlingO3Image2VideoRequest Parsed() =>
        new() { Prompt = "Ebb.", ImageUrl = Pier, Duration = Enum.Parse<KlingO3Image2VideoDuration>("seconds12", ignoreCase: true) }; // RIGHT 40

    public static KlingO3Image2VideoRequest Given(int seconds) =>
        new() { Prompt = "Ebb.", ImageUrl = Pier, Duration = (KlingO3Image2VideoDuration)seconds }; // RIGHT 41

    public static Kling3Text2ImageRequest LastRatio() => new() { Prompt = "A stamp.", AspectRatio = (Kling3Text2ImageAspectRatio)7 }; // RIGHT 42

    public static KlingText2VideoRequest NoCamera() => new()
    {
        Prompt = "A plain.",
        CameraControlConfig = KlingText2VideoCameraControlConfig.None, // RIGHT 43
        Duration = 5, // RIGHT 44
    };

    public static KlingText2VideoRequest TiltDown() =>
        new() { Prompt = "A tower.", CameraControlConfig = (KlingText2VideoCameraControlConfig)5, CameraControlConfigValue = -10 }; // RIGHT 45

    public static Kling2_6Request AsText() => new() { Prompt = "A choir.", Duration = "10", GenerateAudio = true }; // RIGHT 46

    public static Kling2_6Request AtOne() => new() { Prompt = "Rain on glass.", CfgScale = 1 }; // RIGHT 47

    public static Kling2_1Request LongDuration(long seconds) => Kling2_1Request.CreateBuilder(Pier).WithDuration(seconds).Build(); // RIGHT 48

    public static Kling3ProText2VideoRequest DurationText() => new() { Prompt = "An opera house.", Duration = "15" }; // RIGHT 49

    public static KlingO3Text2VideoRequest Emoji() => new() { Prompt = "A smile \ud83d\ude00 in the sky." }; // RIGHT 50

    public static KlingO3Text2VideoRequest EmptyNegative() => new() { Prompt = "A garden.", NegativePrompt = "" }; // RIGHT 51

    public static KlingO3Text2VideoRequest FromJson() =>
        JsonSerializer.Deserialize<KlingO3Text2VideoRequest>("""{"prompt":"A quiet lake.","cfg_scale":1,"duration":"3","seed":7}""")!; // RIGHT 52

    public static IEnumerable<KlingO3Text2VideoRequest> Sweep(string prompt) =>
        Enumerable.Range(3, 13).Select(n => new KlingO3Text2VideoRequest { Prompt = prompt, Duration = (KlingO3Text2VideoDuration)n }); // RIGHT 53

    public static Kling3StandardImage2VideoRequest Branch(bool strict) =>
        new() { Prompt = "A gate.", StartImageUrl = Pier, CfgScale = strict ? 1 : 0 }; // RIGHT 54

    public static KlingO3Text2VideoRequest Replaced()
    {
        var draft = new KlingO3Text2VideoRequest { Prompt = "A draft.", CfgScale = 0.1 };
        draft = draft with { CfgScale = 1d, Duration = KlingO3Text2VideoDuration.Seconds3 + 1 }; // RIGHT 55
        return draft;
    }
}
