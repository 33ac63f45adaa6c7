using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Kling;
using Kling.Models;

namespace BlindFour.Wrong.Lists;

/// <summary>Storyboards of the theatre's trailers: several shots, several actors.</summary>
internal static class Storyboards
{
    private const int MaxShotText = 512;
    private static readonly Uri Stage = new Uri("https://media.stadttheater.example/stage.jpg");
    private static readonly string[] Cast = ["anna", "bert", "carla"];
    private static readonly string Filler = new('x', MaxShotText + 1);

    private static readonly Kling3ProImage2VideoRequest Base = new()
    {
        Prompt = "The curtain rises.",
        StartImageUrl = Stage,
        VoiceIds = ["voice-1", "voice-2", "voice-3"], // WRONG 174: three voices, two allowed
    };

    public static Kling3ProImage2VideoRequest Opening()
    {
        var b = Kling3ProImage2VideoRequest.CreateBuilder("The curtain rises.", Stage);
        b.AddVoiceId("narrator");
        b.AddVoiceId("hamlet");
        b.AddVoiceId("ophelia"); // WRONG 175: third voice
        return b.Build();
    }

    public static Kling3ProImage2VideoRequest WithCast() => Base with
    {
        VoiceIds = Cast, // WRONG 176: array of three
    };

    public static Kling3ProImage2VideoRequest WithSlots() => Base with
    {
        VoiceIds = new string[3], // WRONG 177: new array of 3
        MultiPrompt = new Kling3ProImage2VideoMultiPromptItem[6], // WRONG 178: 6 shots
    };

    public static Kling3ProImage2VideoRequest WithEmptyPlus()
    {
        var voices = KlingList<string>.Empty.Add("a").Add("b").Add("c");
        var names = new List<string>(["x", "y", "z"]);
        _ = Base with { VoiceIds = voices }; // WRONG 179: Empty + 3
        return Base with { VoiceIds = names.ToKlingList() }; // WRONG 180: list of three
    }

    public static Kling3StandardText2VideoRequest Scenes()
    {
        return new Kling3StandardText2VideoRequest
        {
            Prompt = "A walk through the old town.",
            MultiPrompt =
            [
                new() { Prompt = "The gate." },
                new() { Prompt = "The market." },
                new() { Prompt = "The church." },
                new() { Prompt = "The bridge." },
                new() { Prompt = "The harbour." },
                new() { Prompt = "The lighthouse." }, // WRONG 181: sixth shot
            ],
        };
    }

    public static Kling3StandardText2VideoRequest SceneChain() =>
        Kling3StandardText2VideoRequest.CreateBuilder(prompt: "A day in the theatre.")
            .AddMultiPrompt("Morning.")
            .AddMultiPrompt("Rehearsal.", "4")
            .AddMultiPrompt(duration: "3", prompt: "Lunch.")
            .AddMultiPrompt("Make-up.")
            .AddMultiPrompt("Premiere.")
            .AddMultiPrompt("Applause.") // WRONG 182: sixth shot
            .Build();

    public static Kling3StandardText2VideoRequest LongShot()
    {
        var item = new Kling3StandardText2VideoMultiPromptItem
        {
            Prompt = Filler, // WRONG 183: 513 characters
        };
        var padded = item with { Prompt = "The choir sings. ".PadRight(600) }; // WRONG 184: padded to 600
        return new Kling3StandardText2VideoRequest
        {
            Prompt = "The choir.",
            MultiPrompt = [padded, new() { Prompt = new string('~', 1024) }], // WRONG 185: 1024 characters
        };
    }

    public static Kling3ProImage2VideoRequest LongBuilder(string actor)
    {
        string line = string.Concat(Filler, "!");
        return Kling3ProImage2VideoRequest.CreateBuilder("A monologue.", Stage)
            .AddMultiPrompt(line) // WRONG 186: 514 characters
            .AddMultiPrompt(prompt: $"{actor} says {Filler}") // WRONG 187: literal part alone too long
            .AddMultiPrompt(string.Join(", ", Filler, actor)) // WRONG 188: joined text above 512
            .Build();
    }

    public static Kling3StandardImage2VideoRequest Actors()
    {
        Uri face = new("https://media.stadttheater.example/face.jpg");
        var one = new Kling3StandardImage2VideoElement { FrontalImageUrl = face };
        return new Kling3StandardImage2VideoRequest
        {
            Prompt = "@Element1 @Element2 @Element3 @Element4 bow.",
            StartImageUrl = Stage,
            Elements = [one, one, one, one], // WRONG 189: four elements of three
        };
    }

    public static Kling3StandardImage2VideoRequest ActorsStepByStep(Uri a, Uri b, Uri c, Uri d)
    {
        var builder = Kling3StandardImage2VideoRequest.CreateBuilder("@Element1, @Element2 and @Element3 bow.", Stage);
        builder.AddElement(a);
        builder.AddElement(frontalImageUrl: b);
        builder.AddElement(new Kling3StandardImage2VideoElement { FrontalImageUrl = c });
        builder.AddElement(d); // WRONG 190: fourth element
        return builder.Build();
    }

    public static Kling3ProImage2VideoElement Costume() => new()
    {
        FrontalImageUrl = new Uri("https://media.stadttheater.example/costume.jpg"),
        ReferenceImageUrls =
        [
            "https://media.stadttheater.example/c1.jpg",
            "https://media.stadttheater.example/c2.jpg",
            "https://media.stadttheater.example/c3.jpg",
            "https://media.stadttheater.example/c4.jpg", // WRONG 191: fourth reference image
        ],
    };

    public static Kling3Text2ImageRequest PropSheet(Uri prop)
    {
        return Kling3Text2ImageRequest.CreateBuilder("(element1) on a table")
            .AddElement(prop, ImmutableArray.Create("https://a.example/1.png", "https://a.example/2.png", "https://a.example/3.png", "https://a.example/4.png")) // WRONG 192: 4 references
            .Build();
    }

    public static Kling3Text2ImageRequest Crowd(Uri face) => new()
    {
        Prompt = "A crowd around (element1).",
        Elements = Enumerable.Repeat(new Kling3Text2ImageElement { FrontalImageUrl = face }, 11).ToKlingList(), // WRONG 193: 11 of 10
    };

    public static KlingO3Video2VideoEditRequest EditCrowd(Uri clip)
    {
        string[] first = ["https://a.example/1.png", "https://a.example/2.png"];
        var doubled = new KlingO3Video2VideoEditElement { ReferenceImageUrls = [.. first, .. first] }; // WRONG 194: two spreads of two
        return new KlingO3Video2VideoEditRequest
        {
            Prompt = "Replace the singer with @Element1 and the drummer with @Element2.",
            VideoUrl = clip,
            Elements = [doubled, new() { ReferenceImageUrls = [.. first, .. new[] { "https://a.example/3.png", "https://a.example/4.png" }] }], // WRONG 195: 2 + 2
        };
    }

    public static KlingO3Video2VideoReferenceRequest Eleven(Uri clip) => new()
    {
        VideoUrl = clip,
        Prompt = "Everyone dances like @Element1.",
        Elements = new KlingO3Video2VideoReferenceElement[5 + 6], // WRONG 196: 11 elements
    };

    public static Kling3ProImage2VideoRequest Nulls() => new()
    {
        Prompt = null!, // WRONG 197: required is null
        StartImageUrl = null!, // WRONG 198: required is null
        NegativePrompt = "blur",
    };

    public static void GrowForgotten(Kling3ProImage2VideoRequest request, string voice)
    {
        request.Unset("voice_ids"); // WRONG 199: copy is dropped
        KlingList<string> voices = ["narrator"];
        voices.Add(voice); // WRONG 200: immutable list, result dropped
        Console.WriteLine(request with { VoiceIds = voices });
    }
}
