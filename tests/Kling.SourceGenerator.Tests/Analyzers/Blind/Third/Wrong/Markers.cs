using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace BlindThree.Wrong.Markers;

public static class Fashion
{
    private static readonly Uri Runway = new("https://media.atelier.fr/runway.jpg");
    private static readonly Uri Model = new("https://media.atelier.fr/model.jpg");

    public static Kling3ProImage2VideoRequest Walk() => new()
    {
        Prompt = "@Element1 walks down the runway", // WRONG 25: no elements
        StartImageUrl = Runway,
    };

    public static Kling3ProImage2VideoRequest Pair() => new()
    {
        Prompt = "@Element1 hands the coat to @Element2", // WRONG 26: one element only
        StartImageUrl = Runway,
        Elements = [new() { FrontalImageUrl = Model }],
    };

    public static Kling3StandardImage2VideoRequest Season(string season) => new()
    {
        Prompt = $"In the {season} collection, @Element1 turns around", // WRONG 27: no elements
        StartImageUrl = Runway,
        AspectRatio = Kling3StandardImage2VideoAspectRatio.Portrait9x16,
    };

    public static Kling3ProImage2VideoRequest Speaking() => new()
    {
        Prompt = "The designer says <<<voice_1>>> welcome", // WRONG 28: no voices
        StartImageUrl = Runway,
        GenerateAudio = true,
    };

    public static Kling3ProImage2VideoRequest Dialogue() =>
        Kling3ProImage2VideoRequest.CreateBuilder("She asks <<<voice_1>>> and he answers <<<voice_2>>>", Runway) // WRONG 29: one voice only
            .AddVoiceId("v-designer")
            .Build();

    public static Kling3ProImage2VideoRequest Lower() => new()
    {
        Prompt = "@element1 opens the show", // WRONG 30: wrong case
        StartImageUrl = Runway,
        Elements = [new() { FrontalImageUrl = Model }],
    };

    public static Kling3ProImage2VideoRequest Encore()
    {
        var first = new Kling3ProImage2VideoRequest
        {
            Prompt = "@Element1 opens the show",
            StartImageUrl = Runway,
            Elements = [new() { FrontalImageUrl = Model }],
        };
        return first with { Prompt = "@Element2 opens the show" }; // WRONG 31: one element only
    }

    public static Kling3ProImage2VideoRequest Emptied()
    {
        var first = new Kling3ProImage2VideoRequest
        {
            Prompt = "@Element1 closes the show",
            StartImageUrl = Runway,
            Elements = [new() { FrontalImageUrl = Model }],
        };
        return first with { Elements = [] }; // WRONG 32: prompt names @Element1
    }
}

public sealed class Illustrations
{
    private const string Subject = "(element1)";
    private const string Companion = "(element2)";

    public Kling3Text2ImageRequest Book(string page) => new()
    {
        Prompt = $"{Subject} reads page {page}", // WRONG 33: constant marker, no elements
        OutputFormat = Kling3Text2ImageOutputFormat.Png,
    };

    public Kling3Text2ImageRequest Cover()
    {
        var hero = new Kling3Text2ImageElement { FrontalImageUrl = new Uri("https://img.press.co/hero.png") };
        return Kling3Text2ImageRequest.CreateBuilder(prompt: "A cover with " + Subject + " and " + Companion) // WRONG 34: one element only
            .AddElement(hero)
            .Build();
    }

    public Kling3Text2ImageRequest Stepwise()
    {
        var builder = Kling3Text2ImageRequest.CreateBuilder("A quiet reading room");
        builder.AddElement(frontalImageUrl: new Uri("https://img.press.co/hero.png"));
        builder.WithPrompt("(element1) and (element3) in a reading room"); // WRONG 35: one element only
        return builder.Build();
    }

    public Kling3Text2ImageRequest Without() =>
        Kling3Text2ImageRequest.CreateBuilder("(element1) under a tree").WithoutElements().Build(); // WRONG 36: list left out

    public Kling3Text2ImageRequest Unused() => new()
    {
        Prompt = "A map of the valley, ink on paper",
        Elements = [new() { FrontalImageUrl = new Uri("https://img.press.co/hero.png") }], // WRONG 37: no prompt names the element
    };
}

public static class Footage
{
    public static KlingO1Request Collage() => new()
    {
        ImageUrls = ["https://p.example.com/1.jpg", "https://p.example.com/2.jpg"],
        Prompt = "Put the hat of @Image3 on the person of @Image1", // WRONG 38: two images
    };

    public static KlingO1Request Empty() => new()
    {
        Prompt = "Make @Image1 look like a fresco", // WRONG 39: empty list
        ImageUrls = [],
    };

    public static KlingO1ReferenceImageToVideoRequest Reference()
    {
        KlingList<string> images = ["https://p.example.com/kitchen.jpg"];
        return new KlingO1ReferenceImageToVideoRequest
        {
            ImageUrls = images,
            Prompt = "Take @image1 as the room and @image2 as the chef", // WRONG 40: one image
        };
    }

    public static KlingO3Video2VideoEditRequest Edit(Uri clip) => new()
    {
        Prompt = "Replace the dog with @Image1", // WRONG 41: no image_urls
        VideoUrl = clip,
        KeepAudio = true,
    };

    public static KlingO3Video2VideoEditRequest Mixed(Uri clip) =>
        new()
        {
            VideoUrl = clip,
            Prompt = "Dress @Element1 like @Image1", // WRONG 42: images but no elements
            ImageUrls = ["https://p.example.com/suit.jpg"],
        };

    public static KlingO3Video2VideoReferenceRequest Follow(Uri clip, string city) => new()
    {
        VideoUrl = clip,
        Prompt = string.Concat("@Element1 walks through ", city), // WRONG 43: no elements
        Duration = KlingO3Video2VideoReferenceDuration.Seconds8,
    };

    public static KlingO3Video2VideoReferenceRequest Joined(Uri clip) => new()
    {
        Prompt = string.Join(" and ", "@Image1", "@Image2"), // WRONG 44: one image
        VideoUrl = clip,
        ImageUrls = ["https://p.example.com/mood.jpg"],
    };

    public static async Task<KlingJob> SubmitAsync(KlingClient client, Uri clip)
    {
        const string Instruction = """
            Keep the camera move.
            Put @Element2 behind the counter.
            """;
        return await client.SubmitAsync(new KlingO3Video2VideoEditRequest
        {
            VideoUrl = clip,
            Prompt = Instruction, // WRONG 45: one element only
            Elements = [new() { FrontalImageUrl = new Uri("https://p.example.com/barista.jpg") }],
        });
    }

    public static void Map(IEndpointRouteBuilder routes, KlingClient client)
    {
        routes.MapPost("/edits", async (Uri clip) =>
        {
            KlingJob job = await client.SubmitAsync(new KlingO3Video2VideoEditRequest
            {
                VideoUrl = clip,
                Prompt = "Let @Element11 drive the car", // WRONG 46: more than ten elements never fit
            });
            return job.ToToken();
        });
    }
}
