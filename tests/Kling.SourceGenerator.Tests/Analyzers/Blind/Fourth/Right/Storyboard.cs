using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Kling;
using Kling.Models;

namespace BlindFour.Right.Storyboards;

public sealed record Actor(string Name, Uri Photo, IReadOnlyList<string> Views);

/// <summary>Builds trailers from the theatre's data base.</summary>
public sealed class StoryboardService(KlingClient client)
{
    private const int MaxText = 512;
    private static readonly Uri Stage = new("https://media.stadttheater.example/stage.jpg");
    private static readonly string FullLine = new('x', MaxText);

    private static readonly Kling3ProImage2VideoRequest Template = new()
    {
        Prompt = "The curtain rises.",
        StartImageUrl = Stage,
        VoiceIds = ["narrator", "choir"], // RIGHT 86
    };

    public Kling3ProImage2VideoRequest Full() => new()
    {
        Prompt = "@Element1, @Element2 and @Element3 bow. <<<voice_2>>> thanks.", // RIGHT 87
        StartImageUrl = Stage,
        Elements = [new() { FrontalImageUrl = Stage }, new() { FrontalImageUrl = Stage }, new() { FrontalImageUrl = Stage }], // RIGHT 88
        VoiceIds = new string[] { "<<<a>>>", "b" }, // RIGHT 89
        MultiPrompt =
        [
            new() { Prompt = FullLine }, // RIGHT 90
            new() { Prompt = "Two.", Duration = "7" }, // RIGHT 91
            new() { Prompt = "Three." },
            new() { Prompt = "Four." },
            new() { Prompt = "Five." }, // RIGHT 92
        ],
    };

    public Kling3ProImage2VideoRequest Completed(Actor actor) => Complete(new Kling3ProImage2VideoRequest
    {
        Prompt = "@Element1 enters the stage.", // RIGHT 93
        StartImageUrl = Stage,
    }, actor);

    public KlingO3Video2VideoEditRequest CompletedFluently(Uri clip, IEnumerable<string> images) =>
        new KlingO3Video2VideoEditRequest
        {
            Prompt = "Replace the moon with @Image1.", // RIGHT 94
            VideoUrl = clip,
        }.WithImages(images);

    public IEnumerable<Kling3StandardImage2VideoRequest> All(IEnumerable<Actor> actors)
    {
        Kling3StandardImage2VideoRequest[] drafts =
        [
            new() { Prompt = "@Element1 bows.", StartImageUrl = Stage }, // RIGHT 95
            new() { Prompt = "@Element1 dances.", StartImageUrl = Stage }, // RIGHT 96
        ];
        return from draft in drafts
               from actor in actors
               select draft with { Elements = [new() { FrontalImageUrl = actor.Photo }] }; // RIGHT 97
    }

    public Kling3StandardImage2VideoRequest WithLater(Actor actor)
    {
        var draft = new Kling3StandardImage2VideoRequest { Prompt = "@Element1 and @Element2 fight.", StartImageUrl = Stage }; // RIGHT 98
        draft = draft with { Elements = [new() { FrontalImageUrl = actor.Photo }, new() { FrontalImageUrl = Stage }] };
        return draft;
    }

    public Kling3ProImage2VideoRequest Replaced() => Template with { VoiceIds = ["one", "two"] }; // RIGHT 99

    public Kling3ProImage2VideoRequest Voices(IReadOnlyList<string> ids) => Template with
    {
        VoiceIds = [.. ids.Take(2)], // RIGHT 100
        Prompt = "<<<voice_1>>> and <<<voice_2>>> sing.", // RIGHT 101
    };

    public Kling3ProImage2VideoRequest Loop(IEnumerable<string> lines)
    {
        var builder = Kling3ProImage2VideoRequest.CreateBuilder("The play.", Stage);
        int count = 0;
        foreach (string line in lines)
        {
            if (count++ == 5)
            {
                break;
            }

            builder.AddMultiPrompt(line.Length > MaxText ? line[..MaxText] : line); // RIGHT 102
        }

        return builder.Build();
    }

    public Kling3ProImage2VideoRequest BranchedVoices(bool german)
    {
        var builder = Kling3ProImage2VideoRequest.CreateBuilder("The play.", Stage);
        builder.AddVoiceId("narrator");
        if (german)
        {
            builder.AddVoiceId("erzähler");
        }
        else
        {
            builder.AddVoiceId("teller"); // RIGHT 103
        }

        return builder.Build();
    }

    public Kling3ProImage2VideoRequest ResetVoices()
    {
        var builder = Kling3ProImage2VideoRequest.CreateBuilder("The play.", Stage);
        builder.AddVoiceId("a").AddVoiceId("b");
        builder.WithoutVoiceIds();
        builder.AddVoiceId("c").AddVoiceId("d"); // RIGHT 104
        return builder.Build();
    }

    public Kling3ProImage2VideoRequest OverwrittenVoices() =>
        Kling3ProImage2VideoRequest.CreateBuilder("The play.", Stage)
            .AddVoiceId("a")
            .AddVoiceId("b")
            .WithVoiceIds(["c"]) // RIGHT 105
            .AddVoiceId("d") // RIGHT 106
            .Build();

    public Kling3ProImage2VideoRequest MarkerAfter(Actor actor) =>
        Kling3ProImage2VideoRequest.CreateBuilder("@Element1 recites.", Stage) // RIGHT 107
            .AddElement(actor.Photo, actor.Views.Take(3).ToKlingList())
            .Build();

    public Kling3ProImage2VideoRequest MarkerInHelper(Actor actor)
    {
        var builder = Kling3ProImage2VideoRequest.CreateBuilder("@Element1 whispers to @Element2.", Stage); // RIGHT 108
        AddActors(builder, actor);
        return builder.Build();
    }

    public KlingO3Text2VideoRequest ManyVoices(string text) => new()
    {
        Prompt = text,
        VoiceIds = ["a", "b", "c", "d"], // RIGHT 109
        MultiPrompt = Enumerable.Range(1, 8).Select(i => new KlingO3Text2VideoMultiPromptItem { Prompt = $"Shot {i}" }).ToKlingList(), // RIGHT 110
    };

    public KlingO3Image2VideoRequest LongShots(Uri image) => new()
    {
        ImageUrl = image,
        Prompt = "@Element1 is only a word here.", // RIGHT 111
        MultiPrompt = [new() { Prompt = new string('y', 4000) }, new(), new(), new(), new(), new()], // RIGHT 112
    };

    public KlingO1VideoToVideoEditRequest UnionList(Uri face) => new()
    {
        Prompt = "Replace the singer with @Element1.",
        VideoUrl = "https://media.example/my clip.mp4", // RIGHT 113
        Elements = KlingList.Create<KlingO1VideoToVideoEditElement>([new() { FrontalImageUrl = face.AbsoluteUri, ReferenceImageUrls = ["https://a.example/1", "https://a.example/2", "https://a.example/3", "https://a.example/4"] }]), // RIGHT 114
    };

    public KlingO1VideoToVideoEditRequest UnionText() => new()
    {
        Prompt = "Replace the singer with @Element1.", // RIGHT 115
        VideoUrl = "https://media.example/clip.mp4",
        Elements = "[{\"frontal_image_url\":\"https://a.example/1.png\"}]", // RIGHT 116
    };

    public Kling3Image2ImageRequest ManyElements(Uri photo) => new()
    {
        ImageUrl = photo,
        Prompt = "@Element12 in the crowd.", // RIGHT 117
        Elements = Enumerable.Repeat(new Kling3Image2ImageElement { FrontalImageUrl = photo }, 12).ToKlingList(), // RIGHT 118
    };

    public Kling3Text2ImageRequest Ten(Uri photo) => new()
    {
        Prompt = "(element10) beside (element1), mail me @Element99.", // RIGHT 119
        Elements = Enumerable.Repeat(new Kling3Text2ImageElement { FrontalImageUrl = photo }, 10).ToKlingList(), // RIGHT 120
    };

    public Kling3Text2ImageRequest Words() => new() { Prompt = "(element) of surprise, (elements1), element1." }; // RIGHT 121

    public Kling3ProImage2VideoRequest Mail() => Template with { Prompt = "Write to info@Elements.example or @Elementary." }; // RIGHT 122

    public KlingO1ReferenceImageToVideoRequest Both() => new()
    {
        ImageUrls = ["https://a.example/1.png", "https://a.example/2.png"],
        Prompt = "@image1 and @Image2 meet.", // RIGHT 123
    };

    public KlingO1ReferenceImageToVideoRequest Spread(string[] urls) => new()
    {
        ImageUrls = ["https://a.example/1.png", .. urls],
        Prompt = "@Image3 flies away.", // RIGHT 124
    };

    public KlingO3Video2VideoReferenceRequest FromParameter(Uri clip, KlingList<KlingO3Video2VideoReferenceElement> elements) => new()
    {
        VideoUrl = clip,
        Elements = elements,
        Prompt = "@Element7 leads the dance.", // RIGHT 125
    };

    public Task<KlingResult> Interpolated(Uri clip, int number, string[] images) => client.RunAsync(new KlingO3Video2VideoReferenceRequest
    {
        VideoUrl = clip,
        ImageUrls = images,
        Prompt = $"@Image{number} in the style of @Image{number + 1}.", // RIGHT 126
    });

    public string Explain() => "Write @Element1 for the first and @Element2 for the second actor."; // RIGHT 127

    private static Kling3ProImage2VideoRequest Complete(Kling3ProImage2VideoRequest request, Actor actor) => request with
    {
        Elements = [new() { FrontalImageUrl = actor.Photo, ReferenceImageUrls = actor.Views.Take(3).ToKlingList() }], // RIGHT 128
    };

    private static void AddActors(Kling3ProImage2VideoRequestBuilder builder, Actor actor)
    {
        builder.AddElement(actor.Photo);
        builder.AddElement(frontalImageUrl: Stage, referenceImageUrls: ["https://a.example/1.png", "https://a.example/2.png", "https://a.example/3.png"]); // RIGHT 129
    }
}

internal static class Completions
{
    public static KlingO3Video2VideoEditRequest WithImages(this KlingO3Video2VideoEditRequest request, IEnumerable<string> images) =>
        request with { ImageUrls = images.ToKlingList() }; // RIGHT 130
}
