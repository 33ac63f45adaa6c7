using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Kling;
using Kling.Models;

namespace BlindThree.Right.Prompts;

public sealed class Travel
{
    private static readonly Uri Beach = new("https://img.travel.example.com/beach.jpg");
    private static readonly Uri Guide = new("https://img.travel.example.com/guide.jpg");
    private static readonly KlingList<Kling3ProImage2VideoElement> Team =
    [
        new() { FrontalImageUrl = Guide },
        new() { FrontalImageUrl = new Uri("https://img.travel.example.com/dog.jpg") },
        new() { FrontalImageUrl = new Uri("https://img.travel.example.com/boat.jpg") },
    ];

    public Kling3ProImage2VideoRequest Postcard() => new()
    {
        Prompt = "@Element1 and @Element2 push @Element3 into the sea", // RIGHT 73
        StartImageUrl = Beach,
        Elements = Team, // RIGHT 74
    };

    public Kling3ProImage2VideoRequest Literal() => new()
    {
        Prompt = "A banner says Element1 wins, @Elements of style", // RIGHT 75
        StartImageUrl = Beach,
    };

    public Kling3ProImage2VideoRequest Mail() => new()
    {
        Prompt = "A sign with the address hello@travel.example.com and the handle @travel1", // RIGHT 76
        StartImageUrl = Beach,
    };

    public Kling3ProImage2VideoRequest Placeholder() => new()
    {
        Prompt = "@Element{n} is only a placeholder on the poster", // RIGHT 77
        StartImageUrl = Beach,
    };

    public Kling3ProImage2VideoRequest Numbered(int number, KlingList<Kling3ProImage2VideoElement> elements) => new()
    {
        Prompt = $"@Element{number} looks at the sea", // RIGHT 78
        StartImageUrl = Beach,
        Elements = elements,
    };

    public Kling3ProImage2VideoRequest Received(string prompt) => new() { Prompt = prompt, StartImageUrl = Beach }; // RIGHT 79

    public Kling3ProImage2VideoRequest Unknown(KlingList<Kling3ProImage2VideoElement> elements) => new()
    {
        Prompt = "@Element3 carries the bags", // RIGHT 80
        StartImageUrl = Beach,
        Elements = elements,
    };

    public Kling3ProImage2VideoRequest Built(IEnumerable<Uri> faces)
    {
        var builder = Kling3ProImage2VideoRequest.CreateBuilder("@Element1 and @Element2 build a castle", Beach); // RIGHT 81
        foreach (Uri face in faces.Take(3))
        {
            builder.AddElement(frontalImageUrl: face); // RIGHT 82
        }

        return builder.Build();
    }

    public Kling3ProImage2VideoRequest Reversed()
    {
        var builder = Kling3ProImage2VideoRequest.CreateBuilder("Waves", Beach);
        builder.WithPrompt("@Element1 surfs"); // RIGHT 83
        builder.AddElement(Guide);
        return builder.Build();
    }

    public Kling3ProImage2VideoRequest Passed()
    {
        var builder = Kling3ProImage2VideoRequest.CreateBuilder("@Element1 dives", Beach); // RIGHT 84
        Complete(builder);
        return builder.Build();
    }

    public Kling3ProImage2VideoRequest Replaced()
    {
        var request = new Kling3ProImage2VideoRequest
        {
            Prompt = "@Element1 naps in a hammock",
            StartImageUrl = Beach,
            Elements = [new() { FrontalImageUrl = Guide }],
        };
        return request with { Prompt = "An empty hammock", Elements = [] }; // RIGHT 85
    }

    public Kling3ProImage2VideoRequest Negative() => new()
    {
        Prompt = "A quiet bay",
        StartImageUrl = Beach,
        NegativePrompt = "no @Element1, no <<<voice_1>>>", // RIGHT 86
    };

    public Kling3ProImage2VideoRequest Shots() => new()
    {
        Prompt = "A holiday film",
        StartImageUrl = Beach,
        MultiPrompt = [new() { Prompt = "The plane lands, @home at last" }, new() { Prompt = "The bus leaves", Duration = "3" }], // RIGHT 87
    };

    public Kling3ProImage2VideoRequest Ellipsis() => new()
    {
        Prompt = "The subtitle reads <<<voice>>> and <<<music_1>>>", // RIGHT 88
        StartImageUrl = Beach,
    };

    private static void Complete(Kling3ProImage2VideoRequestBuilder builder) => builder.AddElement(Guide); // RIGHT 89
}

public static class OtherModels
{
    public static KlingO3Text2VideoRequest NoMarkers() => new() { Prompt = "A robot with the label @Element1 on its chest" }; // RIGHT 90

    public static KlingO3Image2VideoRequest Image(Uri image) => new()
    {
        ImageUrl = image,
        Prompt = "@Image1 is printed on the shirt", // RIGHT 91
    };

    public static Kling3Image2ImageRequest Page(Uri photo) => new()
    {
        ImageUrl = photo,
        Prompt = "Add (element1) to the left", // RIGHT 92
    };

    public static Kling3Text2ImageRequest Roman() => new()
    {
        Prompt = "Chemistry poster: (element) table, @Element1 in the corner", // RIGHT 93
    };

    public static Kling3Text2ImageRequest Ten(IReadOnlyList<Uri> faces) => new()
    {
        Prompt = "(element10) stands behind (element1)", // RIGHT 94
        Elements = faces.Take(10).Select(face => new Kling3Text2ImageElement { FrontalImageUrl = face }).ToKlingList(),
    };

    public static KlingO1Request Two() => new()
    {
        ImageUrls = ["https://img.example.com/a.png", "https://img.example.com/b.png"],
        Prompt = "@Image2 in the style of @Image1, @Image1 again", // RIGHT 95
    };

    public static KlingO1ReferenceImageToVideoRequest Lower() => new()
    {
        ImageUrls = ["https://img.example.com/room.png"],
        Prompt = "Walk through @image1", // RIGHT 96
    };

    public static KlingO1ReferenceImageToVideoRequest Grown(string[] more) => new()
    {
        ImageUrls = ["https://img.example.com/room.png", .. more], // RIGHT 97
        Prompt = "Walk from @Image1 to @Image2", // RIGHT 98
    };

    public static KlingO1VideoToVideoEditRequest Edit() => new()
    {
        VideoUrl = "https://img.example.com/my holiday clip.mp4", // RIGHT 99
        Prompt = "Swap the hat with @Image1",
        ImageUrls = ["https://img.example.com/hat.png"],
    };

    public static KlingO3Video2VideoEditRequest Both(Uri clip, Uri face) =>
        KlingO3Video2VideoEditRequest.CreateBuilder("Dress @Element1 like @Image1", clip) // RIGHT 100
            .AddElement(face, referenceImageUrls: ["https://img.example.com/1.png", "https://img.example.com/2.png", "https://img.example.com/3.png"]) // RIGHT 101
            .AddImageUrl("https://img.example.com/suit.png")
            .Build();

    public static KlingV1StandardAiAvatarRequest Wordless(Uri face, Uri voice) => new() { ImageUrl = face, AudioUrl = voice, Prompt = "" }; // RIGHT 102

    public static KlingV2StandardAvatarRequest Nothing() => new(); // RIGHT 103
}
