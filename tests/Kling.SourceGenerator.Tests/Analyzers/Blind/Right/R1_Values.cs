using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Blind.Models;
using Kling;
using Kling.Models;

namespace Blind.Right.Values;

internal static class Headlines
{
    private const string Bar = "==========";

    public static PosterMakerRequest Full() => new() { Headline = new string('a', 60) }; // RIGHT 1

    public static PosterMakerRequest Initial() => PosterMakerRequest.CreateBuilder("A").Build(); // RIGHT 2

    public static PosterMakerRequest Ruled() => new() { Headline = Bar + " The Grand Autumn Jamboree in Town Hall " + Bar }; // RIGHT 3

    public static PosterMakerRequest Sized(int width) => new() { Headline = new string('-', width) }; // RIGHT 4

    public static PosterMakerRequest Collected(IEnumerable<string> words)
    {
        string headline = "";
        foreach (string word in words)
        {
            headline += word;
        }

        return new PosterMakerRequest { Headline = headline }; // RIGHT 5
    }

    public static PosterMakerRequest Read(string path)
    {
        var text = new StringBuilder();
        text.Append(File.ReadLines(path).FirstOrDefault() ?? "Untitled");
        return PosterMakerRequest.CreateBuilder(headline: text.ToString()).Build(); // RIGHT 6
    }
}

internal static class Scripts
{
    public static AcmeAvatarRequest Shortest(Uri portrait) => new()
    {
        PortraitUrl = portrait,
        Script = "Hi, Laura.", // RIGHT 7
    };

    public static PosterMakerLayer Emoji(Uri picture) => new()
    {
        SourceUrl = picture,
        Label = "🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬", // RIGHT 8
    };

    public static PosterMakerLayer Joined(Uri picture) => new()
    {
        SourceUrl = picture,
        Label = string.Join(" - ", "Summer Fair", "Main Hall"), // RIGHT 9
    };

    public static KlingO3Text2VideoRequest Unrestricted() => new() { Prompt = "A heron lands.", NegativePrompt = string.Empty }; // RIGHT 10

    public static AcmeAvatarRequest Nothing(string script, Uri portrait) => new()
    {
        Script = script,
        PortraitUrl = portrait,
        Handle = null, // RIGHT 11
    };

    public static AcmeAvatarRequest Chosen(string script, Uri portrait, string? handle) =>
        new() { Script = script, PortraitUrl = portrait, Handle = handle ?? "acme" }; // RIGHT 12

    public static SoundBedRequest Concatenated() => SoundBedRequest.CreateBuilder(string.Concat('s', 'a', 'd')).Build(); // RIGHT 13

    public static Kling3ProImage2VideoMultiPromptItem Limit()
    {
        const int Longest = 512;
        return new() { Prompt = "".PadLeft(Longest, 'm') }; // RIGHT 14
    }
}

internal static class Patterns
{
    public static AcmeAvatarRequest Longest(AcmeAvatarRequest request) => request with { Handle = "a_handle_of_20_signs" }; // RIGHT 15

    public static AcmeAvatarSubtitles Swiss => new() { Language = "de-CH", Size = 8, Margin = 0.5 }; // RIGHT 16

    public static AcmeAvatarSubtitles FromCulture(CultureInfo culture) => new() { Language = culture.TwoLetterISOLanguageName }; // RIGHT 17

    public static AcmeAvatarRequest Lowered(AcmeAvatarRequest request, string name) =>
        request with { Handle = name.ToLowerInvariant().Replace('-', '_') }; // RIGHT 18
}

internal static class Numbers
{
    private static int s_dpi = 72;

    public static void UseScreen(int dpi) => s_dpi = dpi;

    public static PosterMakerRequest Field(string headline) => new() { Headline = headline, Dpi = s_dpi }; // RIGHT 19

    public static KlingO3Text2VideoRequest Free(string prompt) => new() { Prompt = prompt, CfgScale = 0 }; // RIGHT 20

    public static KlingO3Text2VideoRequest Strict(string prompt) => KlingO3Text2VideoRequest.CreateBuilder(prompt).WithCfgScale(1D).Build(); // RIGHT 21

    public static KlingO3Text2VideoRequest Default(string prompt) => new()
    {
        Prompt = prompt,
        CfgScale = KlingO3Text2VideoRequest.Defaults.CfgScale, // RIGHT 22
    };

    public static KlingO3Text2VideoRequest Limited(string prompt, double guidance) =>
        new() { Prompt = prompt, CfgScale = Math.Clamp(guidance, 0, 1) }; // RIGHT 23

    public static Kling3ProImage2VideoRequest Percent(string prompt, Uri start, int percent) => new()
    {
        Prompt = prompt,
        StartImageUrl = start,
        CfgScale = percent / 100.0, // RIGHT 24
    };

    public static PosterMakerRequest Overwritten(string headline, bool print)
    {
        int dpi = 72;
        if (print)
        {
            dpi = 600;
        }
        else
        {
            dpi = 150;
        }

        return new PosterMakerRequest { Headline = headline, Dpi = dpi }; // RIGHT 25
    }

    public static PosterMakerRequest Parsed(string headline, string dpi)
    {
        int value = 0;
        return int.TryParse(dpi, CultureInfo.InvariantCulture, out value)
            ? new PosterMakerRequest { Headline = headline, Dpi = value } // RIGHT 26
            : new PosterMakerRequest { Headline = headline };
    }

    public static PosterMakerRequest Hairline(string headline) => new() { Headline = headline, BleedMm = double.Epsilon }; // RIGHT 27

    public static AcmeAvatarRequest Smallest(string script, Uri portrait) => new() { Script = script, PortraitUrl = portrait, Width = 8 << 3, Height = 2048 }; // RIGHT 28

    public static AcmeAvatarRequest Rounded(AcmeAvatarRequest request, double width) =>
        request with { Width = (int)Math.Round(width / 8) * 8 }; // RIGHT 29

    public static AcmeAvatarRequest Quick(AcmeAvatarRequest request) => request with { Speed = 3.75 }; // RIGHT 30

    public static AcmeAvatarRequest Creeping(AcmeAvatarRequest request)
    {
        const double Step = 0.25;
        return request with { Speed = Step }; // RIGHT 31
    }

    public static AcmeAvatarRequest Seeded(AcmeAvatarRequest request) => request with { Seed = long.MaxValue }; // RIGHT 32

    public static AcmeAvatarRequest Random(AcmeAvatarRequest request) => request with { Seed = System.Random.Shared.Next() }; // RIGHT 33

    public static IEnumerable<SoundBedRequest> Tempi(string mood)
    {
        for (int bpm = 41; bpm < 220; bpm++)
        {
            yield return new SoundBedRequest { Mood = mood, Bpm = bpm }; // RIGHT 34
        }
    }

    public static SoundBedRequest Slowest(string mood) => new() { Mood = mood, Bpm = 40 + 1 }; // RIGHT 35

    public static SoundBedRequest Quietest(string mood) =>
        SoundBedRequest.CreateBuilder(mood).WithGainDb(-24).WithLengthSeconds(0.5 * 3).WithVariations(4).Build(); // RIGHT 36

    public static SoundBedRequest Timed(string mood, TimeSpan length) => new()
    {
        Mood = mood,
        LengthSeconds = Math.Floor(length.TotalSeconds * 2) / 2, // RIGHT 37
    };

    public static SoundBedRequest Plan(string mood, string plan) => new()
    {
        Mood = mood,
        Variations = plan switch { "free" => 1, "team" => 2, _ => 4 }, // RIGHT 38
    };
}

internal static class Enums
{
    private enum Length
    {
        Short = 5,
        Long = 10,
    }

    public static KlingO3Text2VideoRequest Longest(string prompt) => new() { Prompt = prompt, Duration = (KlingO3Text2VideoDuration)15 }; // RIGHT 39

    public static KlingO1ImageToVideoRequest Chosen(string prompt, Uri start, bool isLong) => new()
    {
        Prompt = prompt,
        StartImageUrl = start,
        Duration = (KlingO1ImageToVideoDuration)(isLong ? Length.Long : Length.Short), // RIGHT 40
    };

    public static KlingO3Text2VideoRequest Next(KlingO3Text2VideoRequest request) => request with { Duration = KlingO3Text2VideoDuration.Seconds14 + 1 }; // RIGHT 41

    public static KlingO3Text2VideoRequest Asked(string prompt, int seconds) =>
        KlingO3Text2VideoRequest.CreateBuilder(prompt).WithDuration((KlingO3Text2VideoDuration)seconds).Build(); // RIGHT 42

    public static bool IsFree(KlingO3Text2VideoRequest request) => request.Mode != 0 && request.CfgScale < 2; // RIGHT 43

    public static AcmeAvatarRequest Unset(AcmeAvatarRequest request) => request with { FrameRate = default }; // RIGHT 44

    public static AcmeAvatarRequest Film(AcmeAvatarRequest request) => request with { FrameRate = (AcmeAvatarFrameRate)(12 * 2) }; // RIGHT 45
}

/// <summary>Types of the user's own whose members have the same names.</summary>
internal sealed record Canvas
{
    public int Width { get; init; }

    public string Headline { get; init; } = "";

    public double CfgScale { get; init; }

    public static Canvas Tiny => new() { Width = 1, Headline = "", CfgScale = 17 }; // RIGHT 46
}
