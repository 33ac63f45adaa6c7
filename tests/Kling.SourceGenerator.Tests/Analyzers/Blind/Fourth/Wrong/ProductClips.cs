using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;

namespace BlindFour.Wrong.Values;

/// <summary>Turns shop articles into short clips.</summary>
public sealed class ProductClips
{
    private const double Adherence = 0.75;
    private const double Boost = 2;
    private const int SecondsPerClip = 20;
    private static readonly double StrictScale = 1.01;
    private static readonly Uri Packshot = new("https://cdn.lindenhof-shop.de/packshots/4711.png");

    private readonly KlingClient _client;

    public ProductClips(KlingClient client) => _client = client;

    public KlingO3Text2VideoRequest Teaser(string article) => new()
    {
        Prompt = $"A slow dolly around {article} on a marble table.",
        CfgScale = Adherence * Boost, // WRONG 120: 1.5 is above 1
        Duration = (KlingO3Text2VideoDuration)SecondsPerClip, // WRONG 121: 20 is no duration
        Mode = 0, // WRONG 122: 0 is no mode
    };

    public Kling1_6Image2VideoRequest Spin() => new Kling1_6Image2VideoRequest
    {
        Image = Packshot,
        CfgScale = StrictScale, // WRONG 123: 1.01 above 1
        Duration = (Kling1_6Image2VideoDuration)7, // WRONG 124: only 5 and 10
        Mode = (Kling1_6Image2VideoMode)3, // WRONG 125: no third mode
    };

    public Kling2_5TurboRequest Turbo(string text)
    {
        double scale = 0.5;
        double half = -scale;
        return new Kling2_5TurboRequest
        {
            Prompt = text,
            CfgScale = half, // WRONG 126: -0.5
            AspectRatio = default, // WRONG 127: default is undefined enum value
        };
    }

    public Kling2Request Legacy(string text) => new()
    {
        Prompt = text,
        CfgScale = double.NaN, // WRONG 128: NaN
        StartImage = "https://cdn.lindenhof-shop.de/start.png",
    };

    public IEnumerable<Kling1_6Text2VideoRequest> Seasonal()
    {
        foreach (string season in new[] { "spring", "summer", "autumn" })
        {
            yield return new Kling1_6Text2VideoRequest { Prompt = season, CfgScale = 50 / 10.0 }; // WRONG 129: 5 above 1
            yield return new Kling1_6Text2VideoRequest { Prompt = season, CfgScale = Math.Max(1.2, 0.4) }; // WRONG 130: 1.2
            yield return new Kling1_6Text2VideoRequest { Prompt = season, CfgScale = double.PositiveInfinity }; // WRONG 131: infinity
        }
    }

    public Kling3StandardText2VideoRequest FromBuilder(string text)
    {
        var builder = Kling3StandardText2VideoRequest.CreateBuilder(text);
        builder.WithCfgScale(-1); // WRONG 132: below 0
        builder.WithDuration(value: (Kling3StandardText2VideoDuration)2); // WRONG 133: 2 seconds
        builder.WithAspectRatio((Kling3StandardText2VideoAspectRatio)4); // WRONG 134: only three ratios
        return builder.Build();
    }

    public Kling3ProImage2VideoRequest Chained() =>
        Kling3ProImage2VideoRequest
            .CreateBuilder(startImageUrl: Packshot, prompt: "The cup turns on the table.")
            .WithCfgScale(100) // WRONG 135: percent instead of fraction
            .WithDuration((Kling3ProImage2VideoDuration)16) // WRONG 136: 16 s
            .Build();

    public async Task<KlingResult> HotterAsync(Kling3StandardImage2VideoRequest request, CancellationToken cancellationToken)
    {
        var hotter = request with { CfgScale = 1 + double.Epsilon + 0.1 }; // WRONG 137: above 1
        return await _client.RunAsync(hotter, cancellationToken: cancellationToken);
    }

    public Kling2_1Request Classic(Uri image)
    {
        const int percent = 70;
        const float factor = 0.1f;
        var (low, high) = (0.2, 1.7);
        var first = new Kling2_1Request { Image = image, CfgScale = percent * factor }; // WRONG 138: 7
        var second = new Kling2_1Request { Image = image, CfgScale = high }; // WRONG 139: 1.7 from a tuple
        _ = first;
        return second with { NegativePrompt = "low " + low };
    }

    public KlingO1ImageToVideoRequest Morph(Uri from, Uri to)
    {
        int? seconds = 15;
        return new KlingO1ImageToVideoRequest
        {
            Prompt = "The bud opens.",
            StartImageUrl = from,
            EndImageUrl = to,
            Duration = (KlingO1ImageToVideoDuration)seconds.Value, // WRONG 140: 15 of 5 and 10
        };
    }

    public KlingO1Request Poster(KlingList<string> images)
    {
        var request = new KlingO1Request { ImageUrls = images, Prompt = "A poster in the style of 1920." };
        return request with
        {
            OutputFormat = (KlingO1OutputFormat)3, // WRONG 141: png and jpg only
            Resolution = (KlingO1Resolution)'K', // WRONG 142: char as enum
        };
    }

    public KlingBloombloomRequest Bloom(Uri image) => new()
    {
        Image = image,
        Duration = (KlingBloombloomDuration)10, // WRONG 143: only 5
    };

    public KlingText2VideoRequest Camera(string text) => new()
    {
        Prompt = text,
        CameraControlConfig = (KlingText2VideoCameraControlConfig)0, // WRONG 144: None is 1
    };

    public Kling3Image2ImageRequest Retouch(Uri photo, bool wide) => new()
    {
        ImageUrl = photo,
        Prompt = "Remove the shadow.",
        AspectRatio = wide ? (Kling3Image2ImageAspectRatio)8 : (Kling3Image2ImageAspectRatio)9, // WRONG 145: both undefined
    };
}
