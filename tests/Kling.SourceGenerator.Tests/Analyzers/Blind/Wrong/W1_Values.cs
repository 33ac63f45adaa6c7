using System;
using System.Collections.Generic;
using System.Linq;
using Blind.Models;
using Kling;
using Kling.Models;

namespace Blind.Wrong.Values;

internal static class Headlines
{
    private const string Divider = "====================";

    public static PosterMakerRequest Blank() => new() { Headline = "" }; // WRONG 1: text too short

    public static PosterMakerRequest Separator()
    {
        return new PosterMakerRequest
        {
            Headline = new string('=', 61), // WRONG 2: text too long
            Style = PosterMakerStyle.Flat,
        };
    }

    public static PosterMakerRequest Fenced() => PosterMakerRequest
        .CreateBuilder(Divider + " The Grand Autumn Jamboree " + Divider) // WRONG 3: text too long
        .WithStyle(PosterMakerStyle.Retro)
        .Build();
}

internal sealed record Speaker(string Name, Uri Portrait);

internal static class Scripts
{
    public static IEnumerable<AcmeAvatarRequest> Silent(IEnumerable<Speaker> speakers) =>
        from speaker in speakers
        where speaker.Name.Length > 0
        select new AcmeAvatarRequest { Script = string.Empty, PortraitUrl = speaker.Portrait }; // WRONG 4: text too short

    public static AcmeAvatarRequest Dubbed(Uri portrait)
    {
        const char Language = 'd';
        return new AcmeAvatarRequest
        {
            Script = "Guten Abend, meine Damen und Herren.",
            PortraitUrl = portrait,
            AudioLanguage = Language.ToString(), // WRONG 5: text too short
        };
    }

    public static SoundBedRequest TwoLetters()
    {
        string mood = string.Concat("o", "k");
        return new() { Mood = mood }; // WRONG 6: text too short
    }

    public static PosterMakerLayer Caption(Uri picture) => new()
    {
        SourceUrl = picture,
        Label = string.Join(" / ", "Summer Festival", "Main Stage", "Saturday"), // WRONG 7: text too long
    };

    private const string Tour = """
        The camera starts on the harbour at dawn, glides over the roofs of the old town while the bells ring, passes the market where the
        first traders unload their crates, follows a boy on a bicycle through three narrow lanes, rises above the cathedral, turns slowly
        around its western tower, discovers the river beyond it with two barges and a rowing crew, descends to the water, stays with the
        rowers for a while, lets them go under the stone bridge, and ends on the face of the old woman who has watched all of this from
        her window since the very first frame of the picture.
        """;

    public static Kling3ProImage2VideoMultiPromptItem Establishing() => new() { Prompt = Tour, Duration = "5" }; // WRONG 8: text too long
}

internal static class Patterns
{
    public static AcmeAvatarRequest Branded(Uri portrait) =>
        AcmeAvatarRequest.CreateBuilder("Welcome to the annual report.", portrait).WithHandle("Acme-Bot").Build(); // WRONG 9: pattern not matched

    public static AcmeAvatarRequest Named(Uri portrait) => new()
    {
        Script = "Welcome to the annual report.",
        PortraitUrl = portrait,
        Handle = nameof(AcmeAvatarRequest), // WRONG 10: pattern not matched
    };

    public static AcmeAvatarSubtitles FromLocale(bool british)
    {
        const int Size = 24;
        return new AcmeAvatarSubtitles { Size = Size, Language = british ? "en-GB" : "english" }; // WRONG 11: pattern not matched
    }
}

internal static class Numbers
{
    private static readonly int ScreenDpi = 72;

    public static KlingO3Text2VideoRequest Strict(string prompt) => new() { Prompt = prompt, CfgScale = 7 }; // WRONG 12: above the maximum

    public static KlingO3Text2VideoRequest Loose(string prompt) =>
        KlingO3Text2VideoRequest.CreateBuilder(prompt).WithCfgScale(-0.1).WithGenerateAudio(true).Build(); // WRONG 13: below the minimum

    public static KlingO3Text2VideoRequest Undecided(string prompt)
    {
        var request = new KlingO3Text2VideoRequest { Prompt = prompt, GenerateAudio = true };
        return request with { CfgScale = double.NaN }; // WRONG 14: not a number
    }

    public static SoundBedRequest Loudest(string mood) => new()
    {
        Mood = mood,
        GainDb = double.PositiveInfinity, // WRONG 15: above the maximum
    };

    public static Kling3ProImage2VideoRequest AtLeast(string prompt, Uri start) => new()
    {
        Prompt = prompt,
        StartImageUrl = start,
        CfgScale = Math.Max(0.5, 1.25), // WRONG 16: above the maximum
    };

    public static PosterMakerRequest Thumbnail(string headline)
    {
        int dpi = Math.Clamp(-1, 0, 600);
        return new PosterMakerRequest { Headline = headline, Dpi = dpi }; // WRONG 17: below the minimum
    }

    public static PosterMakerRequest OnScreen(string headline) => new() { Headline = headline, Dpi = ScreenDpi }; // WRONG 18: not a multiple

    public static PosterMakerRequest Press(string headline)
    {
        int? dpi = 1200;
        return PosterMakerRequest.CreateBuilder(headline).WithDpi(dpi.Value).Build(); // WRONG 19: above the maximum
    }

    public static PosterMakerRequest Borderless(string headline) => new() { Headline = headline, BleedMm = 0 }; // WRONG 20: exclusive bound reached

    public static AcmeAvatarRequest Cropped(string script, Uri portrait)
    {
        (int Width, int Height) frame = (1280, 725);
        return new AcmeAvatarRequest
        {
            Script = script,
            PortraitUrl = portrait,
            Width = frame.Width,
            Height = frame.Height, // WRONG 21: not a multiple
        };
    }

    public static AcmeAvatarRequest Cinema(string script, Uri portrait) => new()
    {
        Script = script,
        PortraitUrl = portrait,
        Width = 1 << 12, // WRONG 22: above the maximum
    };

    public static AcmeAvatarRequest Fastest(AcmeAvatarRequest original) => original with { Speed = 4.0 }; // WRONG 23: exclusive bound reached

    public static AcmeAvatarRequest Unseeded(AcmeAvatarRequest original)
    {
        const long Random = -1L;
        return original with { Seed = Random }; // WRONG 24: below the minimum
    }

    public static AcmeAvatarSubtitles Graded() => new()
    {
        Language = "fr",
        Size = 'P', // WRONG 25: above the maximum
    };

    public static SoundBedRequest Dirge(string mood) => new() { Mood = mood, Bpm = 40 }; // WRONG 26: exclusive bound reached

    public static SoundBedRequest Ident(string mood) =>
        SoundBedRequest.CreateBuilder(mood).WithGenre(SoundBedGenre.Jazz).WithLengthSeconds(12.3).Build(); // WRONG 27: not a multiple

    public static SoundBedRequest Faded(string mood) => new()
    {
        Mood = mood,
        FadeCurve = SoundBedFadeCurve.Log,
        FadeIn = TimeSpan.FromSeconds(12).TotalSeconds, // WRONG 28: above the maximum
    };

    public static SoundBedRequest Batch(string mood, string plan) => new()
    {
        Mood = mood,
        Variations = plan switch
        {
            "free" => 1,
            "team" => 4,
            _ => 8, // WRONG 29: above the maximum
        },
    };

    public static SoundBedRequest Boosted(string mood, bool club) => new() { Mood = mood, GainDb = club ? 12 : 9.5 }; // WRONG 30: above the maximum
}

internal static class Enums
{
    public static KlingO3Text2VideoRequest Short(string prompt) => new()
    {
        Prompt = prompt,
        Duration = (KlingO3Text2VideoDuration)2, // WRONG 31: undefined enum value
    };

    public static KlingO3Image2VideoRequest Auto(string prompt, Uri image) => new() { Prompt = prompt, ImageUrl = image, Mode = 0 }; // WRONG 32: undefined enum value

    public static Kling3ProImage2VideoRequest Unset(string prompt, Uri start) =>
        Kling3ProImage2VideoRequest.CreateBuilder(prompt, start).WithAspectRatio(default).Build(); // WRONG 33: undefined enum value

    public static KlingO3Video2VideoEditRequest Longest(string prompt, Uri video)
    {
        KlingO3Video2VideoEditDuration longest = KlingO3Video2VideoEditDuration.Seconds15 + 1;
        return new() { Prompt = prompt, VideoUrl = video, Duration = longest }; // WRONG 34: undefined enum value
    }

    public static KlingO1ImageToVideoRequest Middle(string prompt, Uri start)
    {
        var length = (KlingO1ImageToVideoDuration)((5 + 10) / 2);
        return new KlingO1ImageToVideoRequest { Prompt = prompt, StartImageUrl = start, Duration = length }; // WRONG 35: undefined enum value
    }
}
