using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Kling;
using Kling.Models;

namespace BlindFive.Wrong.Ranges;

/// <summary>Presets of a small clip studio: the numbers that the art director likes.</summary>
public static class StudioPresets
{
    private const double Loose = -0.1;
    private const double Strict = 1.01;
    private const double Medium = 0.5;
    private static readonly Uri Harbour = new("https://cdn.studio.example/stills/harbour.png");

    public static KlingO3Text2VideoRequest Strictest() => new()
    {
        Prompt = "A lighthouse keeper climbs the stairs.",
        CfgScale = Strict, // WRONG 141: cfg_scale at most 1
        Duration = KlingO3Text2VideoDuration.Seconds8,
    };

    public static KlingO3Text2VideoRequest Loosest()
    {
        KlingO3Text2VideoRequest calm = new() { Prompt = "Fog over the harbour.", CfgScale = Medium };
        return calm with { CfgScale = Loose }; // WRONG 142: cfg_scale at least 0
    }

    public static Kling1_6Image2VideoRequest Percent() => new()
    {
        Image = Harbour,
        CfgScale = 75, // WRONG 143: percent instead of 0..1
        Mode = Kling1_6Image2VideoMode.Standard,
    };

    public static Kling1_6Text2VideoRequest Doubled()
    {
        double half = 0.75;
        double twice = half * 2;
        return new Kling1_6Text2VideoRequest { Prompt = "Two kites race.", CfgScale = twice }; // WRONG 144: 1.5 > 1
    }

    public static Kling2_1Request FromBuilder() =>
        Kling2_1Request
            .CreateBuilder(image: Harbour)
            .WithAspectRatio(Kling2_1AspectRatio.Square1x1)
            .WithCfgScale(1.2) // WRONG 145: cfg_scale at most 1
            .Build();

    public static Kling2_1Request Undefined() => new() { Image = Harbour, CfgScale = double.NaN }; // WRONG 146: NaN is no JSON number

    public static Kling2_5TurboRequest Infinite() => new() { Prompt = "A train leaves.", CfgScale = double.PositiveInfinity }; // WRONG 147: infinity

    public static Kling2Request Nullable()
    {
        double? guidance = 2;
        return new Kling2Request { Prompt = "A ferry docks.", CfgScale = guidance }; // WRONG 148: cfg_scale at most 1
    }

    public static Kling2Request Minimum() => new() { Prompt = "A ferry leaves.", CfgScale = Math.Min(-0.25, 0.25) }; // WRONG 149: -0.25 < 0

    public static Kling3StandardText2VideoRequest Maximum() =>
        new() { Prompt = "Rain on a tin roof.", CfgScale = Math.Max(Medium, 1.5) }; // WRONG 150: 1.5 > 1

    public static Kling3StandardImage2VideoRequest Conditional(bool bold) => new()
    {
        Prompt = "The gulls take off.",
        StartImageUrl = Harbour,
        CfgScale = bold ? 1.1 : 1.3, // WRONG 151: both branches exceed 1
    };

    public static Kling3ProImage2VideoRequest Switched(string mood) => Kling3ProImage2VideoRequest
        .CreateBuilder("Waves roll in.", Harbour)
        .WithCfgScale(mood switch
        {
            "calm" => 0.2,
            "wild" => 0.9,
            "storm" => 1.4, // WRONG 152: 1.4 > 1
            _ => 0.5,
        })
        .Build();

    public static Kling3ProImage2VideoRequest FromTuple()
    {
        (double scale, Kling3ProImage2VideoDuration length) = (-1, Kling3ProImage2VideoDuration.Seconds6);
        return new() { Prompt = "Waves retreat.", StartImageUrl = Harbour, CfgScale = scale, Duration = length }; // WRONG 153: -1 < 0
    }
}

/// <summary>Lengths of clips for the social media team.</summary>
public sealed class LengthPlanner
{
    private const int Reel = 20;
    private readonly Uri _poster = new("https://cdn.studio.example/posters/winter.jpg");

    public KlingO3Text2VideoDuration Teaser { get; init; } = (KlingO3Text2VideoDuration)2; // WRONG 154: 3 to 15 s

    public KlingO3Text2VideoRequest ReelClip(string text) => new()
    {
        Prompt = text,
        Duration = (KlingO3Text2VideoDuration)Reel, // WRONG 155: 20 is not a member
        AspectRatio = KlingO3Text2VideoAspectRatio.Portrait9x16,
    };

    public KlingO3Image2VideoRequest OneMore() => new()
    {
        Prompt = "Snow falls.",
        ImageUrl = _poster,
        Duration = KlingO3Image2VideoDuration.Seconds15 + 1, // WRONG 156: 16 is not a member
    };

    public Kling1_6Image2VideoRequest Seven() => new() { Image = _poster, Duration = (Kling1_6Image2VideoDuration)7 }; // WRONG 157: only 5 and 10

    public KlingBloombloomRequest Ten() =>
        KlingBloombloomRequest.CreateBuilder(_poster).WithDuration((KlingBloombloomDuration)10).Build(); // WRONG 158: only 5

    public KlingO1ImageToVideoRequest Zero() =>
        new() { Prompt = "The candle goes out.", StartImageUrl = _poster, Duration = 0 }; // WRONG 159: 0 is not a member

    public KlingO1VideoToVideoReferenceRequest Fifteen(Uri video) =>
        new() { Prompt = "Make it night in @Video1.", VideoUrl = video, Duration = (KlingO1VideoToVideoReferenceDuration)15 }; // WRONG 160: 5 or 10

    public Kling3StandardText2VideoRequest Unset() => new()
    {
        Prompt = "A market square at noon.",
        Duration = default, // WRONG 161: default is 0, not a member
    };

    public Kling3StandardText2VideoRequest Summed()
    {
        const int intro = 10;
        const int outro = 6;
        return new() { Prompt = "A market square at dusk.", Duration = (Kling3StandardText2VideoDuration)(intro + outro) }; // WRONG 162: 16
    }

    public KlingO3Video2VideoEditRequest Parsed(Uri video) => new()
    {
        Prompt = "Remove the lamp post.",
        VideoUrl = video,
        Duration = Enum.Parse<KlingO3Video2VideoEditDuration>("Seconds30"), // WRONG 163: no such member, throws
    };
}

/// <summary>Choices that come from an enumeration.</summary>
public static class Choices
{
    public static readonly KlingO3Text2VideoRequest Combined = new()
    {
        Prompt = "A chess game in a park.",
        Mode = KlingO3Text2VideoMode.Standard | KlingO3Text2VideoMode.Pro, // WRONG 164: 3 is not a member
    };

    public static KlingO3Image2VideoRequest WithDefaultMode(Uri image) =>
        new() { Prompt = "She smiles.", ImageUrl = image, Mode = default(KlingO3Image2VideoMode) }; // WRONG 165: 0 is not a member

    public static Kling3Text2ImageRequest Poster() => Kling3Text2ImageRequest
        .CreateBuilder("A poster of a jazz night.")
        .WithAspectRatio((Kling3Text2ImageAspectRatio)8) // WRONG 166: members 1 to 7
        .WithOutputFormat(Kling3Text2ImageOutputFormat.WebP)
        .Build();

    public static Kling3Image2ImageRequest Converted(Uri image)
    {
        Kling3Image2ImageOutputFormat gif = (Kling3Image2ImageOutputFormat)4; // WRONG 167: three formats only
        return new() { ImageUrl = image, Prompt = "Turn it into a woodcut.", OutputFormat = gif };
    }

    public static IEnumerable<KlingO1Request> Sheets(string photo) =>
        from format in new[] { KlingO1OutputFormat.Png, KlingO1OutputFormat.Jpg }
        select new KlingO1Request
        {
            ImageUrls = [photo],
            Prompt = "A contact sheet of @Image1.",
            OutputFormat = format,
            AspectRatio = (KlingO1AspectRatio)5, // WRONG 168: members 1 to 4
        };

    public static KlingText2VideoRequest Camera() =>
        new() { Prompt = "A canyon.", CameraControlConfig = (KlingText2VideoCameraControlConfig)0 }; // WRONG 169: None is 1, 0 is no member

    public static Kling2_6StandardMotionControlRequest Orientation() => new()
    {
        Prompt = "A robot dances.",
        CharacterOrientation = (Kling2_6StandardMotionControlCharacterOrientation)(-1), // WRONG 170: not a member
    };

    public static Kling1_6Text2VideoRequest Pro() =>
        new() { Prompt = "A robot paints.", Mode = (Kling1_6Text2VideoMode)2 }; // WRONG 171: only std

    public static KlingO1Request Resolution(string photo) =>
        new() { ImageUrls = [photo], Prompt = "Sharpen @Image1.", Resolution = (KlingO1Resolution)2 }; // WRONG 172: only 1K

    public static KlingO3Text2VideoRequest NoPrompt() => new() { Prompt = null! }; // WRONG 173: prompt must not be null

    public static Kling2_1RequestBuilder NoImage() => Kling2_1Request.CreateBuilder(null!); // WRONG 174: image must not be null

    public static KlingV1ProAiAvatarRequest NoSound(Uri face) => new() { ImageUrl = face, AudioUrl = null! }; // WRONG 175: audio_url must not be null

    public static KlingO3Text2VideoRequest FromJson() =>
        JsonSerializer.Deserialize<KlingO3Text2VideoRequest>("""{"prompt":"A quiet lake.","cfg_scale":1.75}""")!; // WRONG 176: cfg_scale > 1

    public static KlingO3Text2VideoRequest FromJsonNumber() =>
        JsonSerializer.Deserialize<KlingO3Text2VideoRequest>("""{"prompt":"A quiet lake.","duration":10}""")!; // WRONG 177: duration is a string

    public static KlingO1ImageToVideoRequest FromJsonText() => JsonSerializer.Deserialize<KlingO1ImageToVideoRequest>(
        """{"prompt":"He turns.","start_image_url":"https://cdn.studio.example/a.png","duration":"5"}""")!; // WRONG 178: duration is an integer

    public static List<KlingO3Text2VideoRequest> Sweep(string prompt) =>
        new[] { 0.0, 0.5, 1.0 }.Select(scale => new KlingO3Text2VideoRequest
        {
            Prompt = prompt,
            CfgScale = scale,
            Duration = (KlingO3Text2VideoDuration)60, // WRONG 179: at most 15 s
        }).ToList();
}
