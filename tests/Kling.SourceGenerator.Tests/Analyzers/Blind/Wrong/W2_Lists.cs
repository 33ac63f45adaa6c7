using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Blind.Models;
using Kling;
using Kling.Models;

namespace Blind.Wrong.Lists;

internal static class TooMany
{
    private static readonly string[] HouseVoices = ["voice-anna", "voice-ben"];

    public static Kling3ProImage2VideoRequest Cast(string prompt, Uri start, Uri a, Uri b) => new()
    {
        Prompt = prompt,
        StartImageUrl = start,
        Elements = [new() { FrontalImageUrl = a }, new() { FrontalImageUrl = b }, new() { FrontalImageUrl = start }, new()], // WRONG 36: too many items
    };

    public static Kling3ProImage2VideoRequest Choir(string prompt, Uri start) => new()
    {
        Prompt = prompt,
        StartImageUrl = start,
        VoiceIds = new[] { "soprano", "alto", "tenor" }.ToKlingList(), // WRONG 37: too many items
    };

    public static Kling3ProImage2VideoRequest Trio(string prompt, Uri start) =>
        Kling3ProImage2VideoRequest.CreateBuilder(prompt, start)
            .WithVoiceIds(new List<string>(["soprano", "alto", "tenor"])) // WRONG 38: too many items
            .Build();

    public static Kling3ProImage2VideoRequest Grown(string prompt, Uri start)
    {
        KlingList<string> voices = KlingList<string>.Empty.Add("host").Add("guest").Add("audience");
        return new Kling3ProImage2VideoRequest { Prompt = prompt, StartImageUrl = start, VoiceIds = voices }; // WRONG 39: too many items
    }

    public static Kling3ProImage2VideoRequest Everyone(string prompt, Uri start) => new()
    {
        Prompt = prompt,
        StartImageUrl = start,
        VoiceIds = [.. HouseVoices, "voice-guest"], // WRONG 40: too many items
    };

    public static Kling3ProImage2VideoRequest Echo(Kling3ProImage2VideoRequest request) =>
        request with { VoiceIds = Enumerable.Repeat("narrator", 3).ToKlingList() }; // WRONG 41: too many items

    public static Kling3ProImage2VideoElement Turntable(string front, string left, string right, string back) => new()
    {
        ReferenceImageUrls = new string[] { front, left, right, back }, // WRONG 42: too many items
    };

    public static Kling3ProImage2VideoRequest Hero(string prompt, Uri start, Uri face, string[] angles) =>
        Kling3ProImage2VideoRequest.CreateBuilder(prompt, start)
            .AddElement(face, referenceImageUrls: [angles[0], angles[1], angles[2], angles[3]]) // WRONG 43: too many items
            .Build();

    public static KlingO3Video2VideoEditRequest Crowd(string prompt, Uri video, KlingO3Video2VideoEditElement extra)
    {
        var elements = new KlingO3Video2VideoEditElement[11];
        Array.Fill(elements, extra);
        return new() { Prompt = prompt, VideoUrl = video, Elements = elements }; // WRONG 44: too many items
    }

    public static Kling3ProImage2VideoRequest Storyboard(string prompt, Uri start) => Kling3ProImage2VideoRequest
        .CreateBuilder(prompt, start)
        .AddMultiPrompt("A door opens.")
        .AddMultiPrompt("A cat enters.")
        .AddMultiPrompt("It looks around.")
        .AddMultiPrompt("It jumps on the table.")
        .AddMultiPrompt("It eats the fish.")
        .AddMultiPrompt("It leaves.") // WRONG 45: too many items
        .Build();

    public static SoundBedMaster Notified(Uri producer, Uri editor, Uri archive) => new()
    {
        Loudness = -14,
        NotifyUrls = ImmutableArray.Create(producer, editor, archive), // WRONG 46: too many items
    };

    public static SoundBedRequest Metronome(string mood)
    {
        var beats = new List<double> { 0, 1, 2, 3, 4, 5, 6, 7, 8 };
        return SoundBedRequest.CreateBuilder(mood).WithCuePoints(beats).Build(); // WRONG 47: too many items
    }
}

internal static class TooFew
{
    public static PosterMakerRequest Monochrome(string headline) => new() { Headline = headline, Palette = ["#101010"] }; // WRONG 48: too few items

    public static PosterMakerRequest Empty(string headline) => new()
    {
        Headline = headline,
        Layers = KlingList<PosterMakerLayer>.Empty, // WRONG 49: too few items
    };

    public static AcmeAvatarRequest Untagged(AcmeAvatarRequest request) => request with { Tags = [] }; // WRONG 50: too few items
}

internal static class Duplicates
{
    public static AcmeAvatarRequest News(string script, Uri portrait) => new()
    {
        Script = script,
        PortraitUrl = portrait,
        Tags = ["news", "daily", "news"], // WRONG 51: duplicate list items
    };

    public static SoundBedRequest Cues(string mood) => new() { Mood = mood, CuePoints = new[] { 0, 4, 8.5, 4.0 } }; // WRONG 52: duplicate list items

    public static SoundBedRequest Rhythm(string mood)
    {
        const SoundBedStem Beat = SoundBedStem.Drums;
        return SoundBedRequest.CreateBuilder(mood)
            .AddStem(SoundBedStem.Drums)
            .AddStem(SoundBedStem.Bass)
            .AddStem(Beat) // WRONG 53: duplicate list items
            .Build();
    }

    public static PosterMakerRequest BlackOnBlack(string headline)
    {
        const string Ink = "#000000";
        return new PosterMakerRequest { Headline = headline, Palette = [Ink, "#ffffff", Ink] }; // WRONG 54: duplicate list items
    }
}

internal static class Items
{
    public static AcmeAvatarRequest Abbreviated(string script, Uri portrait) =>
        AcmeAvatarRequest.CreateBuilder(script, portrait).AddTag("tv").AddTag("x").Build(); // WRONG 55: item too short

    public static AcmeAvatarRequest Verbose(AcmeAvatarRequest request) => request with
    {
        Tags =
        [
            "sport",
            "international-politics", // WRONG 56: item too long
        ],
    };

    public static PosterMakerRequest Shouting(string headline) => new()
    {
        Headline = headline,
        Palette = new List<string>
        {
            "#ff8800",
            "#FF0000", // WRONG 57: item pattern mismatch
        },
    };

    public static SoundBedRequest Late(string mood) => new()
    {
        Mood = mood,
        CuePoints = [0, 60, 120.5], // WRONG 58: item above maximum
    };

    public static SoundBedRequest Brass(string mood) => SoundBedRequest.CreateBuilder(mood).AddStem((SoundBedStem)6).Build(); // WRONG 59: undefined enum value
}

internal static class Markers
{
    public static Kling3ProImage2VideoRequest Duel(Uri arena, Uri knight) => new()
    {
        Prompt = "@Element1 draws a sword and attacks @Element2.", // WRONG 60: list item missing
        StartImageUrl = arena,
        Elements = [new() { FrontalImageUrl = knight }],
    };

    public static Kling3ProImage2VideoRequest Spoken(Uri start) => new() { Prompt = "She says in <<<voice_1>>>: good night.", StartImageUrl = start }; // WRONG 61: list item missing

    public static KlingO3Video2VideoEditRequest Restyled(Uri video) => new()
    {
        VideoUrl = video,
        ImageUrls = ["https://example.com/styles/monet.jpg"],
        Prompt = "The garden looks like @Image1 by day and like @Image2 by night.", // WRONG 62: list item missing
    };

    public static PosterMakerRequest Collage(string headline, Uri first, Uri second)
    {
        var references = new[] { first, second };
        return new PosterMakerRequest
        {
            Headline = headline,
            Prompt = "Place @Ref3 in the middle.", // WRONG 63: list item missing
            ReferenceUrls = references.ToKlingList(),
        };
    }

    public static Kling3ProImage2VideoRequest CountedFromZero(Uri start, Uri dog) => Kling3ProImage2VideoRequest
        .CreateBuilder("@Element0 runs along the beach.", start) // WRONG 64: list item missing
        .AddElement(frontalImageUrl: dog)
        .Build();

    public static Kling3ProImage2VideoRequest Hug(string name, Uri start, Uri mother, Uri child) => new()
    {
        Prompt = $"@Element3 hugs {name}, and @Element1 smiles.", // WRONG 65: list item missing
        StartImageUrl = start,
        Elements = [new() { FrontalImageUrl = mother }, new() { FrontalImageUrl = child }],
    };
}
