using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Kling;
using Kling.Models;

namespace BlindSix.Right.Markers;

public static class StoryExtensions
{
    private static readonly Uri Face = new("https://cdn.example.net/face.png");

    public static Kling3ProImage2VideoRequest WithCast(this Kling3ProImage2VideoRequest request) =>
        request with { Elements = [new() { FrontalImageUrl = Face }, new() { FrontalImageUrl = Face }] };
}

public sealed class StoryBoard(KlingClient client)
{
    private static readonly Uri Hill = new("https://cdn.example.net/hill.png");
    private static readonly Uri Clip = new("https://cdn.example.net/clip.mp4");
    private static readonly Uri Face = new("https://cdn.example.net/face.png");

    private static Kling3ProImage2VideoRequest Complete(Kling3ProImage2VideoRequest request) => request.WithCast();

    public Kling3ProImage2VideoRequest One() => new()
    {
        Prompt = "@Element1 walks up the hill.", // RIGHT 100: one element
        StartImageUrl = Hill,
        Elements = [new() { FrontalImageUrl = Face }],
    };

    public Kling3ProImage2VideoRequest Later() => new Kling3ProImage2VideoRequest
    {
        Prompt = "@Element1 meets @Element2.", // RIGHT 101: completed by the extension method
        StartImageUrl = Hill,
    }.WithCast();

    public Kling3ProImage2VideoRequest LaterArgument() => Complete(new Kling3ProImage2VideoRequest
    {
        Prompt = "@Element2 waves to @Element1.", // RIGHT 102: completed by the method
        StartImageUrl = Hill,
    });

    public Kling3ProImage2VideoRequest[] Drafts()
    {
        Kling3ProImage2VideoRequest[] drafts =
        [
            new() { Prompt = "@Element1 leads @Element2.", StartImageUrl = Hill }, // RIGHT 103: an element of an array that is completed below
            new() { Prompt = "@Element2 leads @Element1.", StartImageUrl = Hill }, // RIGHT 104: an element of an array that is completed below
        ];
        return drafts.Select(draft => draft.WithCast()).ToArray();
    }

    public IEnumerable<Kling3ProImage2VideoRequest> Variants(IEnumerable<Kling3ProImage2VideoRequest> requests) =>
        requests.Select(request => request with { Prompt = "@Element1 turns around." }); // RIGHT 105: the elements of the request are unknown

    public Kling3ProImage2VideoRequest Cast(KlingList<Kling3ProImage2VideoElement> cast) => new()
    {
        Prompt = "@Element1, @Element2 and @Element3 meet.", // RIGHT 106: the number of elements is unknown
        StartImageUrl = Hill,
        Elements = cast,
    };

    public Kling3StandardImage2VideoRequest Built() =>
        Kling3StandardImage2VideoRequest.CreateBuilder("@Element1 waves to @Element2.", Hill) // RIGHT 107: two elements are added
            .AddElement(Face)
            .AddElement(Face)
            .Build();

    public Kling3ProImage2VideoRequest Voice() => new()
    {
        Prompt = "<<<voice_2>>> answers <<<voice_1>>>.", // RIGHT 108: two voices
        StartImageUrl = Hill,
        VoiceIds = ["alto", "tenor"],
    };

    public KlingO3Text2VideoRequest NoMarkers() => new() { Prompt = "@Element1 is the title on the screen." }; // RIGHT 109: this model has no markers

    public KlingO3Text2VideoRequest NoVoiceMarkers() => new() { Prompt = "She says <<<voice_1>>>." }; // RIGHT 110: this model has no markers

    public KlingO1ImageToVideoRequest NoImageMarkers() => new() { Prompt = "@Image2 on a poster.", StartImageUrl = Hill }; // RIGHT 111: this model has no markers

    public Kling3Text2ImageRequest NoElementNumber() => new() { Prompt = "A poster with the word (element)." }; // RIGHT 112: no number, so no marker

    public Kling3ProImage2VideoRequest NoNumber() => new() { Prompt = "The sign says @Element.", StartImageUrl = Hill }; // RIGHT 113: no number, so no marker

    public Kling3ProImage2VideoRequest OtherText() => new() { Prompt = "Write to hiker@example.net on the sign.", StartImageUrl = Hill }; // RIGHT 114: no marker

    public Kling3ProImage2VideoRequest OpenVoice() => new() { Prompt = "The screen shows <<<voice>>>.", StartImageUrl = Hill }; // RIGHT 115: no number, so no marker

    public KlingO1Request Poster() => new()
    {
        ImageUrls = ["https://cdn.example.net/a.png", "https://cdn.example.net/b.png"],
        Prompt = "@Image1 beside @Image2", // RIGHT 116: two images
    };

    public KlingO1ReferenceImageToVideoRequest LowerCase() => new()
    {
        ImageUrls = ["https://cdn.example.net/a.png"],
        Prompt = "@image1 turns around.", // RIGHT 117: this model takes both cases
    };

    public Kling3Text2ImageRequest Parenthesis() => new()
    {
        Prompt = "(element1) sits next to (element2)", // RIGHT 118: two elements
        Elements = [new() { FrontalImageUrl = Face }, new() { FrontalImageUrl = Face }],
    };

    public KlingO3Video2VideoEditRequest Both() => new()
    {
        VideoUrl = Clip,
        Elements = [new() { FrontalImageUrl = Face }],
        ImageUrls = ["https://cdn.example.net/sky.png"],
        Prompt = "Put @Element1 before @Image1.", // RIGHT 119: one element and one image
    };

    public KlingO3Video2VideoEditRequest Numbered(int number) => new()
    {
        VideoUrl = Clip,
        ImageUrls = ["https://cdn.example.net/sky.png"],
        Prompt = $"Put @Image{number} behind the house.", // RIGHT 120: the number is unknown
    };

    public Kling3ProImage2VideoRequest Given(string prompt) => new()
    {
        Prompt = prompt, // RIGHT 121: the text is unknown
        StartImageUrl = Hill,
        Elements = [new() { FrontalImageUrl = Face }],
    };

    public Kling3ProImage2VideoRequest Negative() => new()
    {
        Prompt = "A hill.",
        StartImageUrl = Hill,
        NegativePrompt = "@Element4", // RIGHT 122: only the prompt has markers
    };

    public Kling3ProImage2VideoRequest Spread(IEnumerable<Uri> faces) => new()
    {
        Prompt = "@Element1 meets @Element2.", // RIGHT 123: the number of faces is unknown
        StartImageUrl = Hill,
        Elements = [.. faces.Select(face => new Kling3ProImage2VideoElement { FrontalImageUrl = face })],
    };

    public Kling3ProImage2VideoRequest Loop(IEnumerable<Uri> faces)
    {
        var builder = Kling3ProImage2VideoRequest.CreateBuilder("@Element1 meets @Element2.", Hill); // RIGHT 124: elements are added in the loop
        foreach (Uri face in faces)
        {
            builder.AddElement(face);
        }

        return builder.Build();
    }

    public Task<KlingJob> Submit() => client.SubmitAsync(new Kling3ProImage2VideoRequest
    {
        Prompt = "@Element1 and again @Element1.", // RIGHT 125: the same element twice
        StartImageUrl = Hill,
        Elements = [new() { FrontalImageUrl = Face }],
    });
}
