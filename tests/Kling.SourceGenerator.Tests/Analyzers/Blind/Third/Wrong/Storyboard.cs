using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;

namespace BlindThree.Wrong.Storyboard;

/// <summary>How closely the studio lets the model follow a prompt.</summary>
public static class HouseStyle
{
    public const double Loose = 0.2;
    public const double Obsessive = 1.4;
    public const int FeatureSeconds = 16;
    public static readonly double Reckless = 2.5;
    public static int TeaserSeconds => 2;
}

public sealed class TrailerService
{
    private const double Boost = 0.7;
    private readonly KlingClient _client;

    public TrailerService(KlingClient client) => _client = client;

    public Task<KlingResult> OpeningAsync(string title, CancellationToken stop) =>
        _client.RunAsync(
            new KlingO3Text2VideoRequest
            {
                Prompt = $"Opening credits of {title}, letters made of smoke",
                CfgScale = HouseStyle.Obsessive, // WRONG 113: constant above 1
                Mode = KlingO3Text2VideoMode.Pro,
            },
            cancellationToken: stop);

    public Task<KlingResult> ClosingAsync(string title, CancellationToken stop)
    {
        double strength = Boost + 0.4;
        var request = new KlingO3Text2VideoRequest
        {
            Prompt = $"Closing credits of {title}",
            CfgScale = strength, // WRONG 114: 1.1 is above 1
        };
        return _client.RunAsync(request, cancellationToken: stop);
    }

    public Kling1_6Text2VideoRequest Teaser(string tagline) => new()
    {
        Prompt = tagline,
        CfgScale = -0.1, // WRONG 115: below 0
        Duration = Kling1_6Text2VideoDuration.Seconds5,
    };

    public Kling2Request Legacy(string tagline) =>
        Kling2Request.CreateBuilder(tagline)
            .WithCfgScale(7) // WRONG 116: 7 is a value of another tool
            .WithDuration(5)
            .Build();

    public Kling2_5TurboRequest Turbo(string tagline)
    {
        return Kling2_5TurboRequest.CreateBuilder(prompt: tagline)
            .WithCfgScale(value: Math.Max(1.0, 1.25)) // WRONG 117: Math.Max gives 1.25
            .WithDuration(10)
            .Build();
    }

    public Kling3ProImage2VideoRequest Hero(Uri still)
    {
        double? wish = 3;
        return new Kling3ProImage2VideoRequest
        {
            Prompt = "The hero turns to the camera",
            StartImageUrl = still,
            CfgScale = wish.Value, // WRONG 118: nullable holds 3
        };
    }

    public Kling3StandardText2VideoRequest Reckless() => new()
    {
        Prompt = "A stunt bike jumps over a train",
        CfgScale = HouseStyle.Reckless, // WRONG 119: static readonly 2.5
    };

    public Kling1_6Image2VideoRequest Unclear(Uri still) => new() { Image = still, CfgScale = double.NaN }; // WRONG 120: NaN

    public Kling2_1Request Strict(Uri still) => new()
    {
        Image = still,
        CfgScale = double.PositiveInfinity, // WRONG 121: infinity
    };

    public Kling3StandardImage2VideoRequest Percent(Uri still, bool calm)
    {
        return new Kling3StandardImage2VideoRequest
        {
            Prompt = "Leaves fall on the terrace",
            StartImageUrl = still,
            CfgScale = calm ? 30 : 80, // WRONG 122: percent in both branches
        };
    }

    public Kling3StandardImage2VideoRequest Tuple(Uri still)
    {
        (double scale, bool audio) = (1.01, true);
        return new Kling3StandardImage2VideoRequest
        {
            Prompt = "A barge passes the window",
            StartImageUrl = still,
            GenerateAudio = audio,
            CfgScale = scale, // WRONG 123: tuple element 1.01
        };
    }

    public KlingO3Text2VideoRequest Clamped() => new()
    {
        Prompt = "A marching band in the rain",
        CfgScale = Math.Clamp(4.0, 1.5, 10.0), // WRONG 124: clamp gives 4
    };
}

public static class Lengths
{
    public static KlingO3Text2VideoRequest Feature(string scene) => new()
    {
        Prompt = scene,
        Duration = (KlingO3Text2VideoDuration)HouseStyle.FeatureSeconds, // WRONG 125: no 16 seconds
    };

    public static KlingO3Text2VideoRequest Blink(string scene) => new()
    {
        Prompt = scene,
        Duration = (KlingO3Text2VideoDuration)2, // WRONG 126: no 2 seconds
    };

    public static Kling1_6Text2VideoRequest Middle(string scene) =>
        new() { Prompt = scene, Duration = (Kling1_6Text2VideoDuration)7 }; // WRONG 127: only 5 and 10

    public static KlingO3Image2VideoRequest Unset(Uri image, string scene) => new()
    {
        ImageUrl = image,
        Prompt = scene,
        Duration = 0, // WRONG 128: 0 is no member
    };

    public static KlingO3Image2VideoRequest Defaulted(Uri image, string scene) => new()
    {
        ImageUrl = image,
        Prompt = scene,
        Mode = default, // WRONG 129: default is no member
    };

    public static KlingO1ImageToVideoRequest Long(Uri image, string scene) =>
        KlingO1ImageToVideoRequest.CreateBuilder(prompt: scene, startImageUrl: image)
            .WithDuration((KlingO1ImageToVideoDuration)15) // WRONG 130: only 5 and 10
            .Build();

    public static KlingBloombloomRequest Bloom(Uri flower) => new()
    {
        Image = flower,
        Duration = (KlingBloombloomDuration)10, // WRONG 131: only 5
        Mode = KlingBloombloomMode.Pro,
    };

    public static Kling1_6Text2VideoRequest Pro(string scene) => new()
    {
        Prompt = scene,
        Mode = (Kling1_6Text2VideoMode)Kling1_6Image2VideoMode.Pro, // WRONG 132: enum of another model, no 2
    };

    public static Kling3Image2ImageRequest Wide(Uri photo) => new()
    {
        ImageUrl = photo,
        Prompt = "Same room, evening light",
        AspectRatio = (Kling3Image2ImageAspectRatio)8, // WRONG 133: seven members only
    };

    public static Kling2_5TurboRequest Square(string scene)
    {
        const Kling2_5TurboAspectRatio Ratio = (Kling2_5TurboAspectRatio)4;
        return Kling2_5TurboRequest.CreateBuilder(scene).WithAspectRatio(Ratio).Build(); // WRONG 134: undefined constant
    }

    public static KlingO1Request Poster(KlingList<string> photos)
    {
        var poster = new KlingO1Request { ImageUrls = photos, Prompt = "A film poster" };
        return poster with { OutputFormat = (KlingO1OutputFormat)3 }; // WRONG 135: png and jpg only
    }

    public static KlingText2VideoRequest Camera(string scene) => new()
    {
        Prompt = scene,
        CameraControlConfig = (KlingText2VideoCameraControlConfig)(0), // WRONG 136: 0 is not None
        CameraControlConfigValue = 4,
    };

    public static IEnumerable<KlingO3Text2VideoRequest> Series(IEnumerable<string> scenes) =>
        scenes.Select(scene => new KlingO3Text2VideoRequest
        {
            Prompt = scene,
            Duration = KlingO3Text2VideoDuration.Seconds15 + 1, // WRONG 137: 16 is no member
        });

    public static Kling3StandardText2VideoRequest OneSecond(string scene)
    {
        int seconds = 1;
        return new Kling3StandardText2VideoRequest
        {
            Prompt = scene,
            Duration = (Kling3StandardText2VideoDuration)seconds, // WRONG 138: local is 1
        };
    }

    public static KlingO3Video2VideoEditRequest Recut(Uri footage) => new()
    {
        Prompt = "Replace the sky",
        VideoUrl = footage,
        AspectRatio = (KlingO3Video2VideoEditAspectRatio)KlingO1VideoToVideoReferenceAspectRatio.Square1x1, // WRONG 139: 4 is no member here
    };
}

public static class Gaps
{
    public static KlingO3Text2VideoRequest Draft() => new()
    {
        Prompt = null!, // WRONG 140: required, null
        Duration = KlingO3Text2VideoDuration.Seconds5,
    };

    public static Kling3ProImage2VideoRequest Later(string prompt) => new()
    {
        Prompt = prompt,
        StartImageUrl = null!, // WRONG 141: required, null
    };

    public static KlingO1ImageToVideoRequest Build(string prompt) =>
        KlingO1ImageToVideoRequest.CreateBuilder(prompt, startImageUrl: default!).Build(); // WRONG 142: required, null

    public static async Task<KlingResult> ClearAsync(KlingClient client, KlingO3Text2VideoRequest template) =>
        await client.RunAsync(template with { Prompt = null! }); // WRONG 143: required, null
}
