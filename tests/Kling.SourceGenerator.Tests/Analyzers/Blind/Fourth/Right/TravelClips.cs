using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;

namespace BlindFour.Right.Values;

/// <summary>Clips for the travel magazine; the numbers come from the editors' settings.</summary>
public sealed class TravelClips
{
    private const double Half = 0.5;
    private const double Full = Half * 2;
    private const int Longest = 15;
    private static readonly Uri Cover = new("https://cdn.fernweh-magazin.example/cover.jpg");
    private static double s_scale = 3;

    private readonly KlingClient _client;
    private readonly double _adherence;

    public TravelClips(KlingClient client, double adherence)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(adherence, 1);
        _client = client;
        _adherence = adherence;
        s_scale = Math.Clamp(adherence, 0, 1);
    }

    public KlingO3Text2VideoRequest Limits(string place) => new()
    {
        Prompt = $"The harbour of {place}.",
        CfgScale = Full, // RIGHT 131
        Duration = (KlingO3Text2VideoDuration)Longest, // RIGHT 132
        Mode = (KlingO3Text2VideoMode)1, // RIGHT 133
    };

    public KlingO3Text2VideoRequest Unknown(string place) => new()
    {
        Prompt = place,
        CfgScale = _adherence * 10 / 10, // RIGHT 134
        Duration = (KlingO3Text2VideoDuration)place.Length, // RIGHT 135
        NegativePrompt = string.Empty, // RIGHT 136
    };

    public Kling1_6Image2VideoRequest Classic() => new()
    {
        Image = Cover,
        CfgScale = s_scale, // RIGHT 137
        Duration = (Kling1_6Image2VideoDuration)10, // RIGHT 138
        Mode = Kling1_6Image2VideoMode.Standard,
    };

    public Kling2_1Request WithoutLimits(Uri image) => new()
    {
        Image = image,
        CfgScale = 0, // RIGHT 139
        Duration = 30, // RIGHT 140
        Mode = "pro-max", // RIGHT 141
    };

    public Kling2_6Request NoLimits() => new()
    {
        CfgScale = 7.5, // RIGHT 142
        Duration = "12", // RIGHT 143
        AspectRatio = "21:9", // RIGHT 144
    };

    public Kling2_5TurboRequest Turbo(string text) => new()
    {
        Prompt = text,
        Duration = 99, // RIGHT 145
        CfgScale = 1e-9, // RIGHT 146
    };

    public Kling3ProText2VideoRequest ProText(string text) => new()
    {
        Prompt = text,
        CfgScale = 2, // RIGHT 147
        Duration = "20", // RIGHT 148
    };

    public Kling3StandardText2VideoRequest Parsed(string text, string setting)
    {
        double value = double.Parse(setting, CultureInfo.InvariantCulture);
        if (value is < 0 or > 1)
        {
            value = 0.5;
        }

        return new Kling3StandardText2VideoRequest
        {
            Prompt = text,
            CfgScale = value, // RIGHT 149
            AspectRatio = Enum.Parse<Kling3StandardText2VideoAspectRatio>("Square1x1"), // RIGHT 150
            Duration = Enum.TryParse(setting, out Kling3StandardText2VideoDuration d) && Enum.IsDefined(d) ? d : Kling3StandardText2VideoDuration.Seconds5, // RIGHT 151
        };
    }

    public Kling3StandardText2VideoRequest Reassigned(string text, bool strict)
    {
        double scale = 4;
        if (strict)
        {
            scale = 1;
        }
        else
        {
            scale /= 8;
        }

        return new Kling3StandardText2VideoRequest { Prompt = text, CfgScale = scale }; // RIGHT 152
    }

    public Kling1_6Text2VideoRequest Percent(string text, int percent) =>
        Kling1_6Text2VideoRequest.CreateBuilder(text)
            .WithCfgScale(Math.Min(1, percent / 100.0)) // RIGHT 153
            .WithDuration((Kling1_6Text2VideoDuration)(percent > 50 ? 10 : 5)) // RIGHT 154
            .WithMode(Kling1_6Text2VideoMode.Standard)
            .Build();

    public Kling2Request Sweep(string text) => new()
    {
        Prompt = text,
        CfgScale = Math.Clamp(12, 0, 1), // RIGHT 155
        Duration = 7,
        AspectRatio = "4:5",
    };

    public KlingText2VideoRequest Camera(string text) => new()
    {
        Prompt = text,
        CameraControlConfig = KlingText2VideoCameraControlConfig.None, // RIGHT 156
        CameraControlConfigValue = -10, // RIGHT 157
        CfgScale = 1.5, // RIGHT 158
        Duration = 5,
    };

    public IEnumerable<KlingO3Text2VideoRequest> Ladder(string text)
    {
        for (int seconds = 3; seconds <= 15; seconds++)
        {
            yield return new() { Prompt = text, Duration = (KlingO3Text2VideoDuration)seconds, CfgScale = seconds / 15.0 }; // RIGHT 159
        }

        foreach (double scale in new[] { 0, 0.25, 0.5, 1 })
        {
            yield return new() { Prompt = text, CfgScale = scale }; // RIGHT 160
        }
    }

    public bool Refuses(KlingO3Text2VideoRequest request, double outside)
    {
        var wrong = request with { CfgScale = 1 + Math.Abs(outside) }; // RIGHT 161
        return wrong.Validate().Count > 0;
    }

    public async Task<KlingResult> OvertypedAsync(KlingO3Text2VideoRequest request, double? scale, CancellationToken cancellationToken)
    {
        KlingO3Text2VideoRequest tuned = scale is >= 0 and <= 1 ? request with { CfgScale = scale.Value } : request; // RIGHT 162
        return await _client.RunAsync(tuned, cancellationToken: cancellationToken);
    }

    public KlingBloombloomRequest Bloom(Uri image) => new() { Image = image, Duration = (KlingBloombloomDuration)5 }; // RIGHT 163

    public KlingO1Request Stickers(IEnumerable<string> urls) => new()
    {
        ImageUrls = urls.ToKlingList(),
        Prompt = "Stickers of @Image1 and @Image2.", // RIGHT 164
        Resolution = (KlingO1Resolution)1, // RIGHT 165
    };

    public static double Total(IEnumerable<KlingO3Text2VideoRequest> requests) => requests.Sum(r => r.CfgScale * 100);

}
