using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Blind.Models;
using Kling;
using Kling.Models;

namespace Blind.Right.Lists;

internal static class Counts
{
    public static Kling3ProImage2VideoRequest Three(string prompt, Uri start, Uri a, Uri b, Uri c) => new()
    {
        Prompt = prompt,
        StartImageUrl = start,
        Elements = [new() { FrontalImageUrl = a }, new() { FrontalImageUrl = b }, new() { FrontalImageUrl = c }], // RIGHT 47
    };

    public static Kling3ProImage2VideoRequest Capacity(string prompt, Uri start) => new()
    {
        Prompt = prompt,
        StartImageUrl = start,
        VoiceIds = new List<string>(8) { "host", "guest" }, // RIGHT 48
    };

    public static Kling3ProImage2VideoRequest Available(string prompt, Uri start, Func<string, bool> isFree) => new()
    {
        Prompt = prompt,
        StartImageUrl = start,
        VoiceIds = new[] { "soprano", "alto", "tenor", "bass" }.Where(isFree).ToKlingList(), // RIGHT 49
    };

    public static Kling3ProImage2VideoRequest FirstTwo(string prompt, Uri start)
    {
        string[] voices = ["soprano", "alto", "tenor", "bass"];
        return new() { Prompt = prompt, StartImageUrl = start, VoiceIds = voices.Take(2).ToKlingList() }; // RIGHT 50
    }

    public static Kling3ProImage2VideoRequest Sliced(string prompt, Uri start)
    {
        KlingList<string> all = ["soprano", "alto", "tenor", "bass"];
        return Kling3ProImage2VideoRequest.CreateBuilder(prompt, start).WithVoiceIds(all[..2]).Build(); // RIGHT 51
    }

    public static Kling3ProImage2VideoRequest Spread(string prompt, Uri start, IEnumerable<string> voices) => new()
    {
        Prompt = prompt,
        StartImageUrl = start,
        VoiceIds = [.. voices, "narrator"], // RIGHT 52
    };

    public static Kling3ProImage2VideoRequest Silent(Kling3ProImage2VideoRequest request) => request with { VoiceIds = [] }; // RIGHT 53

    public static Kling3ProImage2VideoRequest Empty(Kling3ProImage2VideoRequest request) => request with { VoiceIds = null, Elements = KlingList<Kling3ProImage2VideoElement>.Empty }; // RIGHT 54

    public static KlingO3Video2VideoEditRequest Ten(string prompt, Uri video, KlingO3Video2VideoEditElement element)
    {
        var elements = new KlingO3Video2VideoEditElement[10];
        for (int i = 0; i < elements.Length; i++)
        {
            elements[i] = element;
        }

        return new() { Prompt = prompt, VideoUrl = video, Elements = elements }; // RIGHT 55
    }

    public static KlingO3Text2VideoRequest Many(string prompt) => new() { Prompt = prompt, VoiceIds = ["a", "b", "c", "d", "e", "f", "a"] }; // RIGHT 56

    public static KlingO3Image2VideoRequest Shots(string prompt, Uri image) => KlingO3Image2VideoRequest
        .CreateBuilder(image, prompt)
        .AddMultiPrompt("One.")
        .AddMultiPrompt("Two.")
        .AddMultiPrompt("Three.")
        .AddMultiPrompt("Four.")
        .AddMultiPrompt("Five.")
        .AddMultiPrompt("Six.") // RIGHT 57
        .Build();

    public static PosterMakerRequest TwoTones(string headline) => PosterMakerRequest.CreateBuilder(headline).AddPalette("#000000").AddPalette("#ffffff").Build(); // RIGHT 58

    public static AcmeAvatarRequest Tagged(string script, Uri portrait) => new()
    {
        Script = script,
        PortraitUrl = portrait,
        Tags = ImmutableArray.Create("tv"), // RIGHT 59
    };

    public static AcmeAvatarRequest Retagged(AcmeAvatarRequest request, string tag) => request with { Tags = request.Tags?.Add(tag) ?? [tag] }; // RIGHT 60

    public static SoundBedRequest Beats(string mood, int bars) => new()
    {
        Mood = mood,
        CuePoints = Enumerable.Range(0, bars).Select(bar => bar * 2.0).ToKlingList(), // RIGHT 61
    };
}

internal static class Differences
{
    public static AcmeAvatarRequest Cases(string script, Uri portrait) => new() { Script = script, PortraitUrl = portrait, Tags = ["News", "news", "NEWS"] }; // RIGHT 62

    public static SoundBedRequest Close(string mood) => SoundBedRequest.CreateBuilder(mood).WithCuePoints(new[] { 0, 0.5, 1, 120 }).Build(); // RIGHT 63

    public static PosterMakerRequest Unknown(string headline, string ink, string paper) => new()
    {
        Headline = headline,
        Palette = [ink, paper, "#ff8800"], // RIGHT 64
    };

    public static PosterMakerRequest SameLayers(string headline, Uri picture) => PosterMakerRequest.CreateBuilder(headline)
        .AddLayer(picture, label: "Twice", opacity: 0.5)
        .AddLayer(picture, label: "Twice", opacity: 0.5) // RIGHT 65
        .Build();

    public static (SoundBedRequest, SoundBedRequest) TwoBuilders(string mood)
    {
        SoundBedRequestBuilder quiet = SoundBedRequest.CreateBuilder(mood).AddStem(SoundBedStem.Keys);
        SoundBedRequestBuilder loud = SoundBedRequest.CreateBuilder(mood).AddStem(SoundBedStem.Drums);
        quiet.AddStem(SoundBedStem.Strings);
        loud.AddStem(SoundBedStem.Keys); // RIGHT 66
        return (quiet.Build(), loud.Build());
    }

    public static AcmeAvatarRequest Longest(string script, Uri portrait) =>
        AcmeAvatarRequest.CreateBuilder(script, portrait).AddTag("sixteen-letters!").Build(); // RIGHT 67
}

internal static class Markers
{
    public static Kling3ProImage2VideoRequest Third(Uri start, Uri a, Uri b, Uri c) => new()
    {
        Prompt = "@Element1 and @Element2 wait for @Element3.", // RIGHT 68
        StartImageUrl = start,
        Elements = [new() { FrontalImageUrl = a }, new() { FrontalImageUrl = b }, new() { FrontalImageUrl = c }],
    };

    public static Kling3ProImage2VideoRequest School(Uri start) => new() { Prompt = "Pupils of @Elementary school wave to the @Elements.", StartImageUrl = start }; // RIGHT 69

    public static Kling3ProImage2VideoRequest OtherMarker(Uri start) => new() { Prompt = "A poster reads '@Image1' and 'voice_2'.", StartImageUrl = start }; // RIGHT 70

    public static KlingO3Image2VideoRequest NoMarkers(Uri image) => new() { Prompt = "@Element4 dances, says <<<voice_9>>>.", ImageUrl = image }; // RIGHT 71

    public static Kling3ProImage2VideoRequest Negative(Uri start) => new()
    {
        Prompt = "A quiet lake.",
        StartImageUrl = start,
        NegativePrompt = "@Element1", // RIGHT 72
    };

    public static Kling3ProImage2VideoRequest FromDatabase(Uri start, IEnumerable<Uri> faces) => new()
    {
        Prompt = "@Element1 meets @Element2.", // RIGHT 73
        StartImageUrl = start,
        Elements = [.. faces.Select(face => new Kling3ProImage2VideoElement { FrontalImageUrl = face })],
    };

    public static Kling3ProImage2VideoRequest Later(Uri start, Uri a, Uri b)
    {
        var builder = Kling3ProImage2VideoRequest.CreateBuilder("@Element2 chases @Element1.", start); // RIGHT 74
        builder.AddElement(frontalImageUrl: a);
        builder.AddElement(frontalImageUrl: b);
        return builder.Build();
    }

    public static Kling3ProImage2VideoRequest Composed(Uri start, int number, KlingList<Kling3ProImage2VideoElement> cast) =>
        new() { Prompt = $"@Element{number} bows.", StartImageUrl = start, Elements = cast }; // RIGHT 75

    public static PosterMakerRequest Reference(string headline, Uri image) => new()
    {
        Headline = headline,
        Prompt = "In the style of @Ref1, e-mail art@Reference.example", // RIGHT 76
        ReferenceUrls = [image],
    };
}
