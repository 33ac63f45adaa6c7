using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;

namespace BlindWrong.Trailers;

public sealed record Scene(string Text, double Freedom, int Seconds);

public static class TrailerRequests
{
    private const double Loose = 0.9;
    private const double Looser = Loose + 0.25;
    private static readonly Uri Still = new("https://cdn.acme-studio.com/stills/hill.png");

    private static readonly KlingO3Text2VideoRequest Opening = new() { Prompt = "Fog over a harbour.", CfgScale = 1.5 }; // WRONG 127: number above maximum (static readonly field)

    public static Kling1_6Image2VideoRequest Default { get; } = new() { Image = Still, CfgScale = -0.1 }; // WRONG 128: number below minimum (property initializer)

    public static KlingO3Text2VideoRequest Harbour(string prompt) => new()
    {
        Prompt = prompt,
        CfgScale = Looser, // WRONG 129: number above maximum (folded const)
        Duration = KlingO3Text2VideoDuration.Seconds10,
    };

    public static Kling3ProImage2VideoRequest Hill(string prompt)
    {
        var request = new Kling3ProImage2VideoRequest
        {
            Prompt = prompt,
            StartImageUrl = Still,
            CfgScale = double.NaN, // WRONG 130: NaN
        };
        return request;
    }

    public static Kling2_5TurboRequest Turbo(string prompt) =>
        Kling2_5TurboRequest.CreateBuilder(prompt)
            .WithAspectRatio(Kling2_5TurboAspectRatio.Portrait9x16)
            .WithCfgScale(double.PositiveInfinity) // WRONG 131: infinity in builder
            .Build();

    public static KlingO3Text2VideoRequest Wilder(KlingO3Text2VideoRequest basis) => basis with { CfgScale = 2 }; // WRONG 132: number above maximum (with, integer literal)

    public static Kling1_6Text2VideoRequest Letter() => new() { Prompt = "A letter X.", CfgScale = 'x' }; // WRONG 133: char literal as number

    public static Kling2_1Request Local()
    {
        double half = 0.5;
        double scale = half + 0.75;
        return new Kling2_1Request { Image = Still, Prompt = "Smoke.", CfgScale = scale }; // WRONG 134: number above maximum (folded locals)
    }

    public static Kling2Request Nullable()
    {
        double? wanted = 3.5;
        return new Kling2Request { Prompt = "Rain.", CfgScale = wanted.Value }; // WRONG 135: number above maximum (nullable .Value)
    }

    public static Kling3StandardText2VideoRequest FromTuple()
    {
        (double scale, string text) = (7.0, "A kite in the wind.");
        return new() { Prompt = text, CfgScale = scale }; // WRONG 136: number above maximum (tuple)
    }

    public static Kling3StandardText2VideoRequest AtLeastTwo() =>
        new() { Prompt = "A kite.", CfgScale = Math.Max(0.4, 2.0) }; // WRONG 137: number above maximum (Math.Max)

    public static Kling3StandardImage2VideoRequest Clamped(string prompt) =>
        Kling3StandardImage2VideoRequest.CreateBuilder(startImageUrl: Still, prompt: prompt)
            .WithCfgScale(value: Math.Clamp(15, 10, 20)) // WRONG 138: number above maximum (Math.Clamp, named argument)
            .Build();

    public static KlingO3Text2VideoRequest ByGenre(string genre, string prompt) => genre switch
    {
        "horror" => new KlingO3Text2VideoRequest { Prompt = prompt, CfgScale = 0.9 },
        "comedy" => new KlingO3Text2VideoRequest { Prompt = prompt, CfgScale = 90 }, // WRONG 139: number above maximum (switch arm)
        _ => new KlingO3Text2VideoRequest { Prompt = prompt },
    };

    public static KlingO3Text2VideoRequest Either(bool strict, string prompt) =>
        new() { Prompt = prompt, CfgScale = strict ? 1.2 : 1.1 }; // WRONG 140: number above maximum (both arms)

    public static IEnumerable<IKlingRequest> Storyboard(IEnumerable<Scene> scenes) =>
        scenes.Select(scene => new KlingO3Text2VideoRequest { Prompt = scene.Text, CfgScale = 5d }); // WRONG 141: number above maximum (LINQ lambda)

    public static KlingO3Text2VideoRequest Parsed(Scene scene)
    {
        KlingO3Text2VideoRequest Make(string text) => new() { Prompt = text, CfgScale = -1 }; // WRONG 142: number below minimum (local function)
        return Make(scene.Text);
    }

    public static KlingO3Text2VideoRequest Assigned(string prompt)
    {
        var builder = KlingO3Text2VideoRequest.CreateBuilder(prompt);
        builder.WithCfgScale(1.0000001); // WRONG 143: number above maximum (builder statement)
        builder.WithGenerateAudio(true);
        return builder.Build();
    }
}

public static class TrailerEnums
{
    private static readonly Uri Still = new("https://cdn.acme-studio.com/stills/pier.png");

    public static KlingO3Text2VideoRequest TooShort(string prompt) => new() { Prompt = prompt, Duration = (KlingO3Text2VideoDuration)2 }; // WRONG 144: undefined enum cast

    public static KlingO1ImageToVideoRequest Between(string prompt) => new()
    {
        Prompt = prompt,
        StartImageUrl = Still,
        Duration = (KlingO1ImageToVideoDuration)7, // WRONG 145: undefined enum cast
    };

    public static KlingO3Image2VideoRequest Zero(string prompt) => new() { Prompt = prompt, ImageUrl = Still, Mode = 0 }; // WRONG 146: literal 0 as enum

    public static KlingO3Image2VideoRequest Default(string prompt) =>
        new() { Prompt = prompt, ImageUrl = Still, Duration = default }; // WRONG 147: default enum

    public static Kling3Text2ImageRequest Poster(string prompt) =>
        Kling3Text2ImageRequest.CreateBuilder(prompt).WithAspectRatio(default(Kling3Text2ImageAspectRatio)).Build(); // WRONG 148: default(T) enum in builder

    public static KlingO3Video2VideoEditRequest Combined(string prompt, Uri video) => new()
    {
        Prompt = prompt,
        VideoUrl = video,
        Mode = KlingO3Video2VideoEditMode.Standard | KlingO3Video2VideoEditMode.Pro, // WRONG 149: combined enum members
    };

    public static KlingO3Text2VideoRequest OneMore(string prompt) =>
        new() { Prompt = prompt, Duration = KlingO3Text2VideoDuration.Seconds15 + 1 }; // WRONG 150: enum arithmetic beyond last

    public static Kling3StandardText2VideoRequest Minute(string prompt)
    {
        const int seconds = 60;
        return Kling3StandardText2VideoRequest.CreateBuilder(prompt).WithDuration((Kling3StandardText2VideoDuration)seconds).Build(); // WRONG 151: undefined enum cast (const)
    }

    public static Kling3Text2ImageRequest Flyer(string prompt, bool wide) => new()
    {
        Prompt = prompt,
        AspectRatio = wide switch
        {
            true => Kling3Text2ImageAspectRatio.Landscape16x9,
            false => (Kling3Text2ImageAspectRatio)8, // WRONG 152: undefined enum cast (nested switch arm)
        },
    };

    public static KlingText2VideoRequest Camera(string prompt)
    {
        var still = (KlingText2VideoCameraControlConfig)0; return new() { Prompt = prompt, CameraControlConfig = still }; // WRONG 153: undefined enum (local)
    }

    public static IEnumerable<KlingO3Text2VideoRequest> Takes(params string[] prompts)
    {
        foreach (string prompt in prompts)
        {
            yield return new() { Prompt = prompt, Mode = (KlingO3Text2VideoMode)'p' }; // WRONG 154: char cast to enum
        }
    }
}
