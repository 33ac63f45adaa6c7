using System;
using System.Collections.Generic;
using System.Linq;
using Kling;
using Kling.Models;

namespace BlindWrong.Markers;

public static class MarkerRequests
{
    private const string Duel = "@Element1 and @Element2 duel on the bridge.";
    private static readonly Uri Bridge = new("https://cdn.acme-studio.com/stills/bridge.png");
    private static readonly Uri Knight = new("https://cdn.acme-studio.com/cast/knight.png");
    private static readonly Uri Clip = new("https://cdn.acme-studio.com/clips/bridge.mp4");

    public static Kling3ProImage2VideoRequest Third() => new()
    {
        StartImageUrl = Bridge,
        Elements = [new() { FrontalImageUrl = Knight }, new() { FrontalImageUrl = Knight }],
        Prompt = "@Element1 bows to @Element2, then @Element3 enters.", // WRONG 70: marker beyond the list
    };

    public static Kling3ProImage2VideoRequest None() => new() { StartImageUrl = Bridge, Prompt = "@Element1 crosses the bridge." }; // WRONG 71: marker without a list

    public static Kling3ProImage2VideoRequest FromConst() => new() { StartImageUrl = Bridge, Prompt = Duel, Elements = [new() { FrontalImageUrl = Knight }] }; // WRONG 72: marker beyond the list (const)

    public static Kling3ProImage2VideoRequest Voice() => new() { StartImageUrl = Bridge, Prompt = "<<<voice_2>>> says: halt!", VoiceIds = ["anna"] }; // WRONG 73: voice marker beyond the list

    public static Kling3ProImage2VideoRequest Interpolated(string weather) => new()
    {
        StartImageUrl = Bridge,
        Elements = [new() { FrontalImageUrl = Knight }],
        Prompt = $"In {weather}, @Element1 meets @Element2.", // WRONG 74: marker beyond the list (interpolated)
    };

    public static Kling3ProImage2VideoRequest Built() => Kling3ProImage2VideoRequest.CreateBuilder("@Element2 waves.", Bridge).AddElement(Knight).Build(); // WRONG 75: marker beyond the list (builder)

    public static KlingO3Video2VideoEditRequest Edit() => new() { VideoUrl = Clip, Prompt = "Replace the sky by @Image2.", ImageUrls = ["https://cdn.acme-studio.com/sky.png"] }; // WRONG 76: image marker beyond the list

    public static KlingO3Video2VideoReferenceRequest Follow(string place) => new()
    {
        VideoUrl = Clip,
        ImageUrls = ["https://cdn.acme-studio.com/street.png"],
        Elements = [new() { FrontalImageUrl = Knight }],
        Prompt = "@Element1 walks through " + place + " in the style of @Image3.", // WRONG 77: image marker beyond the list (concatenation)
    };

    public static KlingO1Request Collage() => new() { ImageUrls = ["https://cdn.acme-studio.com/a.png", "https://cdn.acme-studio.com/b.png"], Prompt = "Blend @Image1 with @Image3." }; // WRONG 78: image marker beyond the list

    public static KlingO1ReferenceImageToVideoRequest Reference() =>
        new() { Prompt = "The woman of @Image2 laughs.", ImageUrls = new[] { "https://cdn.acme-studio.com/woman.png" } }; // WRONG 79: image marker beyond the list (array)

    public static Kling3Text2ImageRequest Poster() => new() { Prompt = "A poster of (element2) under palms.", Elements = [new() { FrontalImageUrl = Knight }] }; // WRONG 80: (element2) beyond the list

    public static Kling3ProImage2VideoRequest LowerCase() => new() { StartImageUrl = Bridge, Elements = [new() { FrontalImageUrl = Knight }], Prompt = "@element1 kneels." }; // WRONG 81: marker in the wrong case

    public static KlingO3Video2VideoEditRequest UpperCase() => new()
    {
        VideoUrl = Clip,
        Elements = [new() { FrontalImageUrl = Knight }], Prompt = "Swap the rider for @ELEMENT1.", // WRONG 82: marker in the wrong case
    };

    public static Kling3ProImage2VideoRequest ZeroBased() => new() { StartImageUrl = Bridge, Elements = [new() { FrontalImageUrl = Knight }], Prompt = "@Element1 follows @Element0." }; // WRONG 83: marker 0

    public static Kling3ProImage2VideoRequest Second(Uri start)
    {
        var first = new Kling3ProImage2VideoRequest { StartImageUrl = start, Prompt = "@Element1 turns.", Elements = [new() { FrontalImageUrl = Knight }] };
        return first with { Prompt = "@Element2 turns." }; // WRONG 84: marker beyond the list (with over known local)
    }

    public static Kling3ProImage2VideoRequest Emptied(Uri start)
    {
        var first = new Kling3ProImage2VideoRequest { StartImageUrl = start, Prompt = "@Element1 turns.", Elements = [new() { FrontalImageUrl = Knight }] };
        return first with { Elements = [] }; // WRONG 85: with removes the list the marker needs
    }

    public static Kling3ProImage2VideoRequest Local()
    {
        string prompt = "The hero, @Element1, and the dragon, @Element2, fly.";
        Kling3ProImage2VideoElement[] cast = [new() { FrontalImageUrl = Knight }];
        return new() { StartImageUrl = Bridge, Prompt = prompt, Elements = cast }; // WRONG 86: marker beyond the list (locals)
    }

    public static Kling3ProImage2VideoRequest Steps()
    {
        var builder = Kling3ProImage2VideoRequest.CreateBuilder("@Element1 and @Element2 shake hands.", Bridge); // WRONG 87: marker beyond the list (builder over statements)
        builder.AddElement(Knight);
        builder.WithDuration(Kling3ProImage2VideoDuration.Seconds6);
        return builder.Build();
    }

    public static Kling3StandardImage2VideoRequest Unnamed() => new() { StartImageUrl = Bridge, Prompt = "A knight crosses the bridge.", Elements = [new() { FrontalImageUrl = Knight }] }; // WRONG 88: element that no prompt names

    public static KlingO3Video2VideoEditRequest HalfNamed() => new()
    {
        VideoUrl = Clip,
        Prompt = "Replace the rider by @Element1.",
        Elements = [new() { FrontalImageUrl = Knight }, new() { FrontalImageUrl = Bridge }], // WRONG 89: second element that no prompt names
    };

    public static IEnumerable<Kling3ProImage2VideoRequest> Variants(IEnumerable<string> moods) =>
        from mood in moods
        select new Kling3ProImage2VideoRequest { StartImageUrl = Bridge, VoiceIds = ["anna", "bert"], Prompt = $"<<<voice_3>>> speaks {mood}." }; // WRONG 90: voice marker beyond the list (query)

    public static Kling3ProImage2VideoRequest Raw() => new() { StartImageUrl = Bridge, VoiceIds = new List<string> { "anna" }, Prompt = """<<<voice_1>>> asks, <<<voice_2>>> answers: "No." """ }; // WRONG 91: voice marker beyond the list (raw string)
}
