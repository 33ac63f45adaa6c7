using System;
using System.Collections.Generic;
using System.Linq;
using Kling;
using Kling.Models;

namespace BlindFive.Wrong.Markers;

/// <summary>Prompts that refer to characters and images.</summary>
public sealed class PromptLibrary
{
    private const string Rider = "@Element2 rides along the beach."; // used with one or two elements
    private static readonly Uri Beach = new("https://img.prompts.example/beach.png");
    private static readonly Uri Horse = new("https://img.prompts.example/horse.png");

    public Kling3ProImage2VideoRequest NoElements() => new()
    {
        Prompt = "@Element1 walks out of the frame.", // WRONG 67: no elements
        StartImageUrl = Beach,
    };

    public Kling3ProImage2VideoRequest ThirdOfTwo() => new()
    {
        Prompt = "@Element1 and @Element2 chase @Element3.", // WRONG 68: two elements only
        StartImageUrl = Beach,
        Elements = [new() { FrontalImageUrl = Horse }, new() { FrontalImageUrl = Beach }],
    };

    public Kling3ProImage2VideoRequest Zeroth() => new()
    {
        Prompt = "@Element0 waves and @Element1 nods.", // WRONG 69: numbered from 1
        StartImageUrl = Beach,
        Elements = [new() { FrontalImageUrl = Horse }],
    };

    public Kling3ProImage2VideoRequest SecondVoice() => new()
    {
        Prompt = "<<<voice_1>>> says hello, <<<voice_2>>> says goodbye.", // WRONG 70: one voice only
        StartImageUrl = Beach,
        VoiceIds = ["voice_anna"],
    };

    public Kling3ProImage2VideoRequest VoiceByBuilder() => Kling3ProImage2VideoRequest
        .CreateBuilder("The rider shouts: <<<voice_1>>>.", Beach) // WRONG 71: no voice_ids
        .WithGenerateAudio(true)
        .Build();

    public Kling3StandardImage2VideoRequest FromConstant() => new()
    {
        Prompt = Rider, // WRONG 72: @Element2, one element only
        StartImageUrl = Beach,
        Elements = [new() { FrontalImageUrl = Horse }],
    };

    public Kling3StandardImage2VideoRequest FromBuilder() => Kling3StandardImage2VideoRequest
        .CreateBuilder(startImageUrl: Beach, prompt: "@Element4 jumps over @Element1.") // WRONG 73: one element only
        .AddElement(Horse)
        .Build();

    public Kling3StandardImage2VideoRequest Emptied()
    {
        Kling3StandardImage2VideoRequest full = new()
        {
            Prompt = "@Element1 drinks from the sea.",
            StartImageUrl = Beach,
            Elements = [new() { FrontalImageUrl = Horse }],
        };
        return full with { Elements = [] }; // WRONG 74: the prompt still says @Element1
    }

    public Kling3StandardImage2VideoRequest Reworded()
    {
        var first = new Kling3StandardImage2VideoRequest
        {
            Prompt = "@Element1 sleeps.",
            StartImageUrl = Beach,
            Elements = [new() { FrontalImageUrl = Horse }],
        };
        return first with { Prompt = "@Element1 wakes up beside @Element2." }; // WRONG 75: one element only
    }

    public Kling3StandardImage2VideoRequest Interpolated(string verb) => new()
    {
        Prompt = $"@Element1 and @Element2 {verb} in the surf.", // WRONG 76: one element only
        StartImageUrl = Beach,
        Elements = [new() { FrontalImageUrl = Horse }],
    };

    public Kling3StandardImage2VideoRequest LowerCase() => new()
    {
        Prompt = "@element1 runs towards the camera.", // WRONG 77: the marker is @Element1
        StartImageUrl = Beach,
        Elements = [new() { FrontalImageUrl = Horse }],
    };

    public Kling3StandardImage2VideoRequest Removed(Kling3StandardImage2VideoElement element)
    {
        Kling3StandardImage2VideoRequestBuilder builder = Kling3StandardImage2VideoRequest.CreateBuilder("The horse rests.", Beach);
        builder.AddElement(element);
        builder.WithoutElements();
        builder.WithPrompt("@Element1 rests."); // WRONG 78: the elements were removed
        return builder.Build();
    }

    public Kling3Text2ImageRequest Picture() => new()
    {
        Prompt = "(element1) shakes hands with (element2), painted in oil.", // WRONG 79: one element only
        Elements = [new() { FrontalImageUrl = Horse }],
        AspectRatio = Kling3Text2ImageAspectRatio.Portrait3x4,
    };

    public Kling3Text2ImageRequest PictureWithout() =>
        new() { Prompt = "A stamp that shows (element1).", Resolution = "2K" }; // WRONG 80: no elements

    public KlingO1Request Collage() => new()
    {
        ImageUrls = ["https://img.prompts.example/a.png", "https://img.prompts.example/b.png"],
        Prompt = "Put the hat of @Image3 on the man of @Image1, in the street of @Image2.", // WRONG 81: two images only
    };

    public KlingO1Request CollageOfNone() => KlingO1Request
        .CreateBuilder([], "Repaint @Image1 in blue.") // WRONG 82: no images
        .WithOutputFormat(KlingO1OutputFormat.Jpg)
        .Build();

    public KlingO1ReferenceImageToVideoRequest Reference(string url) => new()
    {
        ImageUrls = [url],
        Prompt = "The woman of @Image1 meets the man of @image2.", // WRONG 83: one image only
    };

    public KlingO1ReferenceImageToVideoRequest ReferenceByBuilder(string first, string second) => KlingO1ReferenceImageToVideoRequest
        .CreateBuilder(imageUrls: [first], prompt: "@Image1 becomes @Image2, then @Image3.") // WRONG 84: two images only
        .AddImageUrl(second)
        .Build();

    public KlingO3Video2VideoEditRequest Edit(Uri video, string style) => new()
    {
        Prompt = "Replace the driver with @Element1, in the style of @Image2.", // WRONG 85: one image only
        VideoUrl = video,
        Elements = [new() { FrontalImageUrl = Horse }],
        ImageUrls = [style],
    };

    public KlingO3Video2VideoEditRequest EditByConcat(Uri video)
    {
        string what = "Show " + "@Element" + 1 + " instead of the dog.";
        return new() { VideoUrl = video, Prompt = what }; // WRONG 86: no elements
    }

    public KlingO3Video2VideoReferenceRequest Restyle(Uri video)
    {
        string prompt = string.Join(" and ", "Mix @Image1", "@Image2", "@Image3");
        return new() { Prompt = prompt, VideoUrl = video, ImageUrls = ["https://img.prompts.example/x.png", "https://img.prompts.example/y.png"] }; // WRONG 87: two images only
    }

    public IEnumerable<KlingO3Video2VideoReferenceRequest> Batch(IEnumerable<Uri> videos) => videos.Select(video => new KlingO3Video2VideoReferenceRequest
    {
        VideoUrl = video,
        Prompt = "Use the light of @Image1.", // WRONG 88: no image_urls
        KeepAudio = true,
    });

    public (Kling3ProImage2VideoRequest Wide, Kling3ProImage2VideoRequest Close) Pair()
    {
        KlingList<Kling3ProImage2VideoElement> cast = [new() { FrontalImageUrl = Horse }];
        return (
            new() { Prompt = "@Element1 far away.", StartImageUrl = Beach, Elements = cast },
            new() { Prompt = "@Element2 close up.", StartImageUrl = Beach, Elements = cast }); // WRONG 89: one element only
    }
}
