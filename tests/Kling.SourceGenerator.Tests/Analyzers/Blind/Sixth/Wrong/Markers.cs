using System;
using System.Threading.Tasks;
using Kling;
using Kling.Models;

namespace BlindSix.Wrong.Markers;

public sealed class StoryBoard(KlingClient client)
{
    private const string Cast = "@Element1 and @Element2 climb.";
    private static readonly string Reader = "<<<voice_3>>> reads a poem.";
    private static readonly Uri Hill = new("https://cdn.example.net/hill.png");
    private static readonly Uri Clip = new("https://cdn.example.net/clip.mp4");
    private static readonly Uri Face = new("https://cdn.example.net/face.png");

    public Kling3ProImage2VideoRequest NoElements() => new()
    {
        Prompt = "@Element1 walks up the hill.", // WRONG 126: there are no elements
        StartImageUrl = Hill,
    };

    public Kling3ProImage2VideoRequest Second() => new()
    {
        Prompt = Cast, // WRONG 127: @Element2, but one element
        StartImageUrl = Hill,
        Elements = [new() { FrontalImageUrl = Face }],
    };

    public Kling3StandardImage2VideoRequest Third() =>
        Kling3StandardImage2VideoRequest.CreateBuilder("@Element1 waves to @Element3.", Hill) // WRONG 128: @Element3 of one element
            .AddElement(Face)
            .Build();

    public Kling3ProImage2VideoRequest Zero() => new()
    {
        Prompt = "@Element0 and @Element1 wave.", // WRONG 129: elements are numbered from 1
        StartImageUrl = Hill,
        Elements = [new() { FrontalImageUrl = Face }],
    };

    public Kling3ProImage2VideoRequest Voice() => new()
    {
        Prompt = Reader, // WRONG 130: voice 3 of two voices
        StartImageUrl = Hill,
        VoiceIds = ["alto", "tenor"],
    };

    public Kling3ProImage2VideoRequest NoVoice() =>
        Kling3ProImage2VideoRequest.CreateBuilder(startImageUrl: Hill, prompt: "The hiker says: <<<voice_1>>> hello.").Build(); // WRONG 131: no voices

    public KlingO1Request Poster() => new()
    {
        ImageUrls = ["https://cdn.example.net/a.png"],
        Prompt = "@Image1 beside @Image2", // WRONG 132: one image
    };

    public KlingO1Request PosterBuilt() =>
        KlingO1Request.CreateBuilder(["https://cdn.example.net/a.png"], "Blend @Image1 with @Image4.") // WRONG 133: two images
            .AddImageUrl("https://cdn.example.net/b.png")
            .Build();

    public KlingO1ReferenceImageToVideoRequest Lower() => new()
    {
        ImageUrls = ["https://cdn.example.net/a.png", "https://cdn.example.net/b.png"],
        Prompt = "@image1 turns into @image3.", // WRONG 134: two images
    };

    public Kling3Text2ImageRequest Parenthesis() => new()
    {
        Prompt = "(element1) sits next to (element2)", // WRONG 135: one element
        Elements = [new() { FrontalImageUrl = Face }],
    };

    public Kling3Text2ImageRequest ParenthesisNone() => new() { Prompt = "A portrait of (element1)." }; // WRONG 136: there are no elements

    public KlingO3Video2VideoEditRequest EditImage() => new()
    {
        VideoUrl = Clip,
        Prompt = "Replace the sky with @Image1.", // WRONG 137: there are no images
    };

    public KlingO3Video2VideoEditRequest EditBoth() => new()
    {
        VideoUrl = Clip,
        Elements = [new() { FrontalImageUrl = Face }],
        ImageUrls = ["https://cdn.example.net/sky.png"],
        Prompt = "Put @Element1 before @Image1 and @Image2.", // WRONG 138: one image
    };

    public KlingO3Video2VideoReferenceRequest Follow(string place) => new()
    {
        VideoUrl = Clip,
        Prompt = $"@Element1 walks through {place}.", // WRONG 139: there are no elements, whatever the place is
    };

    public Kling3ProImage2VideoRequest Interpolated(string verb) =>
        Kling3ProImage2VideoRequest.CreateBuilder($"@Element2 will {verb}.", Hill).AddElement(Face).Build(); // WRONG 140: one element

    public Kling3ProImage2VideoRequest Joined() => new()
    {
        Prompt = string.Join(" ", "@Element1", "follows", "@Element2"), // WRONG 141: one element
        StartImageUrl = Hill,
        Elements = [new() { FrontalImageUrl = Face }],
    };

    public Kling3ProImage2VideoRequest Concatenated() => new()
    {
        Prompt = string.Concat("@Element", "3 runs after @Element1"), // WRONG 142: one element
        StartImageUrl = Hill,
        Elements = [new() { FrontalImageUrl = Face }],
    };

    public Kling3ProImage2VideoRequest WrongCase() => new()
    {
        Prompt = "@element1 walks up the hill.", // WRONG 143: the marker is @Element1
        StartImageUrl = Hill,
        Elements = [new() { FrontalImageUrl = Face }],
    };

    public KlingO1Request WrongCaseImage() => new()
    {
        ImageUrls = ["https://cdn.example.net/a.png"],
        Prompt = "@image1 as an oil painting", // WRONG 144: this model's marker is @Image1
    };

    public Kling3StandardImage2VideoRequest Upper() =>
        Kling3StandardImage2VideoRequest.CreateBuilder("@ELEMENT1 waves.", Hill).AddElement(Face).Build(); // WRONG 145: the marker is @Element1

    public Kling3ProImage2VideoRequest Removed()
    {
        var first = new Kling3ProImage2VideoRequest
        {
            Prompt = "@Element1 and @Element2 wave.",
            StartImageUrl = Hill,
            Elements = [new() { FrontalImageUrl = Face }, new() { FrontalImageUrl = Face }],
        };
        return first with { Elements = [new() { FrontalImageUrl = Face }] }; // WRONG 146: the prompt still names @Element2
    }

    public Kling3ProImage2VideoRequest Renamed()
    {
        var first = new Kling3ProImage2VideoRequest
        {
            Prompt = "@Element1 waves.",
            StartImageUrl = Hill,
            Elements = [new() { FrontalImageUrl = Face }],
        };
        return first with { Prompt = "@Element1 and @Element2 wave." }; // WRONG 147: one element
    }

    public Task<KlingJob> Inline() => client.SubmitAsync(new Kling3ProImage2VideoRequest
    {
        StartImageUrl = Hill,
        VoiceIds = ["alto"],
        Prompt = "<<<voice_1>>> asks, <<<voice_2>>> answers.", // WRONG 148: one voice
    });

    public Kling3ProImage2VideoRequest Statements()
    {
        Kling3ProImage2VideoRequestBuilder builder = Kling3ProImage2VideoRequest.CreateBuilder("A hill.", Hill);
        builder.AddElement(Face);
        builder.WithPrompt("@Element1 meets @Element2."); // WRONG 149: one element
        return builder.Build();
    }

    public Kling3ProImage2VideoRequest Large() => new()
    {
        Prompt = "@Element12 arrives with @Element1.", // WRONG 150: number 12 of one element
        StartImageUrl = Hill,
        Elements = [new() { FrontalImageUrl = Face }],
    };
}
