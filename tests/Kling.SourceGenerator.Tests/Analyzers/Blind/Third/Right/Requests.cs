using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.Extensions.Configuration;

namespace BlindThree.Right.Requests;

public static class Limits
{
    public const double Strongest = 1;
    private const double Half = 0.5;
    private const int Longest = 15;

    public static KlingO3Text2VideoRequest Strict(string prompt) => new()
    {
        Prompt = prompt,
        CfgScale = Strongest, // RIGHT 104
        Duration = (KlingO3Text2VideoDuration)Longest, // RIGHT 105
    };

    public static KlingO3Text2VideoRequest Free(string prompt) => new() { Prompt = prompt, CfgScale = 0 }; // RIGHT 106

    public static KlingO3Text2VideoRequest NegativeZero(string prompt) => new() { Prompt = prompt, CfgScale = -0.0 }; // RIGHT 107

    public static KlingO3Text2VideoRequest Sum(string prompt) => new() { Prompt = prompt, CfgScale = Half + 0.5 }; // RIGHT 108

    public static Kling1_6Text2VideoRequest Clamped(string prompt, double wish) =>
        Kling1_6Text2VideoRequest.CreateBuilder(prompt)
            .WithCfgScale(Math.Clamp(wish, 0, 1)) // RIGHT 109
            .WithDuration((Kling1_6Text2VideoDuration)10) // RIGHT 110
            .Build();

    public static Kling1_6Text2VideoRequest Capped() => new()
    {
        Prompt = "A kite over the dunes",
        CfgScale = Math.Min(7.5, 1.0), // RIGHT 111
    };

    public static Kling2Request Percent(string prompt, int percent) => new()
    {
        Prompt = prompt,
        CfgScale = percent / 100.0, // RIGHT 112
        Duration = 20, // RIGHT 113
    };

    public static Kling2_6Request Unbounded(string prompt) => new()
    {
        Prompt = prompt,
        CfgScale = 7, // RIGHT 114
        Duration = "15", // RIGHT 115
        Mode = "turbo", // RIGHT 116
        AspectRatio = "21:9", // RIGHT 117
    };

    public static Kling3ProText2VideoRequest Unlisted(string prompt) => new()
    {
        Prompt = prompt,
        CfgScale = 1.5, // RIGHT 118
        Duration = "20", // RIGHT 119
    };

    public static KlingO3Text2VideoRequest Shortest(string prompt) => new()
    {
        Prompt = prompt,
        Duration = KlingO3Text2VideoDuration.Seconds5 - 2, // RIGHT 120
        Mode = (KlingO3Text2VideoMode)1,
    };

    public static Kling3Image2ImageRequest Portrait(Uri photo) => new()
    {
        ImageUrl = photo,
        Prompt = "Studio light, grey backdrop",
        AspectRatio = (Kling3Image2ImageAspectRatio)7, // RIGHT 121
        Resolution = "4K", // RIGHT 122
    };

    public static KlingText2VideoRequest Locked(string prompt) => new()
    {
        Prompt = prompt,
        CameraControlConfig = KlingText2VideoCameraControlConfig.None,
        CameraControlConfigValue = -10, // RIGHT 123
    };

    public static KlingO3Text2VideoRequest Anything(int seconds, string prompt)
    {
        if (!Enum.IsDefined((KlingO3Text2VideoDuration)seconds))
        {
            throw new ArgumentOutOfRangeException(nameof(seconds));
        }

        return new KlingO3Text2VideoRequest { Prompt = prompt, Duration = (KlingO3Text2VideoDuration)seconds }; // RIGHT 124
    }

    public static KlingO3Text2VideoRequest Configured(IConfiguration configuration, string prompt) => new()
    {
        Prompt = prompt,
        CfgScale = double.Parse(configuration["Studio:CfgScale"] ?? "0.5", CultureInfo.InvariantCulture), // RIGHT 125
    };

    public static KlingO3Text2VideoRequest Reassigned(string prompt, bool gentle)
    {
        double scale = 2;
        if (gentle)
        {
            scale = 1;
        }

        scale /= 2;
        return new KlingO3Text2VideoRequest { Prompt = prompt, CfgScale = scale }; // RIGHT 126
    }

    public static Kling3StandardText2VideoRequest Chosen(string prompt, double? wish) => new()
    {
        Prompt = prompt,
        CfgScale = wish is >= 0 and <= 1 ? wish.Value : Kling3StandardText2VideoRequest.Defaults.CfgScale, // RIGHT 127
    };
}

public sealed class Episode
{
    private const string Sentence = "The ferry turns in the narrow harbour while the deckhands coil wet ropes, a boy counts the gulls on the railing, the captain pours tea into an enamel cup and the mountains behind the town change from slate to rose; then the horn sounds twice, the ramp comes down with a long sigh, and the first bicycles roll out between lorries full of oranges. The ferry turns in the narrow harbour while the deckhands coil wet ropes, a boy counts the gulls on the railing, the captain pours tea into an enamel cup and the mou.";

    private static readonly string[] Regulars = ["v-host", "v-guest"];

    public Kling3StandardText2VideoRequest Full() => new()
    {
        Prompt = "A day on the ferry",
        MultiPrompt = [new() { Prompt = Sentence }], // RIGHT 128
    };

    public Kling3StandardText2VideoRequest Padded() => new()
    {
        Prompt = "A placeholder",
        MultiPrompt = [new() { Prompt = new string('~', 512) }], // RIGHT 129
    };

    public Kling3StandardText2VideoRequest Emoji() => new()
    {
        Prompt = "A party",
        MultiPrompt = [new() { Prompt = string.Concat(Enumerable.Repeat("🎈", 512)) }], // RIGHT 130
    };

    public KlingO3Text2VideoRequest NoLimit() => new()
    {
        Prompt = "A day on the ferry",
        MultiPrompt = [new() { Prompt = Sentence + Sentence }], // RIGHT 131
    };

    public Kling3ProImage2VideoRequest Talk(Uri studio) => new()
    {
        Prompt = "<<<voice_1>>> good evening, <<<voice_2>>> thank you", // RIGHT 132
        StartImageUrl = studio,
        VoiceIds = Regulars, // RIGHT 133
    };

    public KlingO3Text2VideoRequest Choir() => new()
    {
        Prompt = "A choir sings",
        VoiceIds = ["v-1", "v-2", "v-3", "v-4", "v-5"], // RIGHT 134
    };

    public Kling3ProImage2VideoRequest Trimmed(Uri studio, IReadOnlyCollection<string> ids) => new()
    {
        Prompt = "A radio play told by <<<voice_1>>>",
        StartImageUrl = studio,
        VoiceIds = ids.Take(2).ToKlingList(), // RIGHT 135
    };

    public Kling3ProImage2VideoRequest Either(Uri studio, bool night)
    {
        var builder = Kling3ProImage2VideoRequest.CreateBuilder("<<<voice_1>>> greets <<<voice_2>>>", studio).AddVoiceId("v-host");
        if (night)
        {
            builder.AddVoiceId("v-night"); // RIGHT 136
        }
        else
        {
            builder.AddVoiceId("v-day"); // RIGHT 137
        }

        return builder.Build();
    }

    public Kling3ProImage2VideoRequest Restart(Uri studio)
    {
        var builder = Kling3ProImage2VideoRequest.CreateBuilder("A talk show hosted by <<<voice_1>>>", studio);
        builder.AddVoiceId("v-a");
        builder.AddVoiceId("v-b");
        builder.WithoutVoiceIds();
        builder.AddVoiceId("v-c"); // RIGHT 138
        return builder.Build();
    }

    public Kling3ProImage2VideoRequest Sliced(Uri studio)
    {
        string[] all = ["v-a", "v-b", "v-c"];
        return new Kling3ProImage2VideoRequest
        {
            Prompt = "<<<voice_1>>> interviews <<<voice_2>>>",
            StartImageUrl = studio,
            VoiceIds = all[..2], // RIGHT 139
        };
    }

    public Kling3ProImage2VideoRequest FiveShots(Uri studio) =>
        Kling3ProImage2VideoRequest.CreateBuilder("A countdown", studio)
            .AddMultiPrompt("Five").AddMultiPrompt("Four").AddMultiPrompt("Three").AddMultiPrompt("Two").AddMultiPrompt("One") // RIGHT 140
            .Build();

    public Kling3Text2ImageRequest Crowd(IEnumerable<Uri> faces) => new()
    {
        Prompt = "(element1) at a market",
        Elements = faces.Take(10).Select(face => new Kling3Text2ImageElement { FrontalImageUrl = face }).ToKlingList(), // RIGHT 141
    };

    public Kling3Image2ImageRequest Eleven(Uri photo, Uri face)
    {
        return new Kling3Image2ImageRequest
        {
            ImageUrl = photo,
            Prompt = "A class photo with everyone smiling",
            Elements = Enumerable.Repeat(new Kling3Image2ImageElement { FrontalImageUrl = face }, 11).ToKlingList(), // RIGHT 142
        };
    }

    public KlingO1ReferenceImageToVideoRequest Union(KlingList<string> images) => new()
    {
        ImageUrls = images,
        Prompt = "A tour of the house",
        Elements = "two cats", // RIGHT 143
    };
}

public sealed class Templates(KlingClient client)
{
    private static readonly Kling3ProImage2VideoRequest Base = new()
    {
        Prompt = "",
        StartImageUrl = new Uri("https://cdn.example.com/base.png"),
        Duration = Kling3ProImage2VideoDuration.Seconds8,
    };

    public Task<KlingJob> Later(string prompt) => client.SubmitAsync(Base with { Prompt = prompt }); // RIGHT 144

    public Task<KlingJob> WithCast(Uri face)
    {
        var draft = new Kling3ProImage2VideoRequest { Prompt = "@Element1 waves", StartImageUrl = Base.StartImageUrl }; // RIGHT 145
        return client.SubmitAsync(draft with { Elements = [new() { FrontalImageUrl = face }] });
    }

    public Task<KlingJob> Helper(Uri face) =>
        client.SubmitAsync(AddCast(new Kling3ProImage2VideoRequest { Prompt = "@Element1 bows", StartImageUrl = Base.StartImageUrl }, face)); // RIGHT 146

    public Task<KlingResult> Extension(Uri face) =>
        client.RunAsync(new Kling3ProImage2VideoRequest { Prompt = "@Element1 sits", StartImageUrl = Base.StartImageUrl }.Starring(face)); // RIGHT 147

    public async Task<IReadOnlyList<KlingJob>> SeveralAsync(Uri face)
    {
        Kling3ProImage2VideoRequest[] drafts =
        [
            new() { Prompt = "@Element1 enters", StartImageUrl = Base.StartImageUrl }, // RIGHT 148
            new() { Prompt = "@Element1 leaves", StartImageUrl = Base.StartImageUrl }, // RIGHT 149
        ];
        return await Task.WhenAll(drafts.Select(draft => client.SubmitAsync(draft with { Elements = [new() { FrontalImageUrl = face }] })));
    }

    public async Task<KlingJob> ConditionalAsync(Uri? face)
    {
        var request = new Kling3ProImage2VideoRequest { Prompt = "A stage", StartImageUrl = Base.StartImageUrl };
        if (face is not null)
        {
            request = request with { Prompt = "@Element1 on a stage", Elements = [new() { FrontalImageUrl = face }] }; // RIGHT 150
        }

        return await client.SubmitAsync(request);
    }

    public IKlingRequest Checked(Kling3ProImage2VideoRequest request, double scale)
    {
        Kling3ProImage2VideoRequest changed = request with { CfgScale = scale }; // RIGHT 151
        return changed.Validate().Count == 0 ? changed : request;
    }

    private static Kling3ProImage2VideoRequest AddCast(Kling3ProImage2VideoRequest request, Uri face) =>
        request with { Elements = [new() { FrontalImageUrl = face }] }; // RIGHT 152
}

public static class Casting
{
    public static Kling3ProImage2VideoRequest Starring(this Kling3ProImage2VideoRequest request, Uri face) =>
        request with { Elements = (request.Elements ?? KlingList<Kling3ProImage2VideoElement>.Empty).Add(new() { FrontalImageUrl = face }) }; // RIGHT 153
}
