using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Kling;
using Kling.Models;

namespace BlindFour.Wrong.Markers;

/// <summary>Campaigns of the agency: one class per customer would be too many.</summary>
public class Campaigns(KlingClient client)
{
    private static readonly Uri Hill = new("https://images.alpenblick.example/hill.png");
    private static readonly Uri Hiker = new("https://images.alpenblick.example/hiker.png");
    private const string HikerPrompt = "@Element1 walks up the hill while @Element2 waits.";
    private const string Marker = "@Element";

    public Task<KlingResult> HikeAsync() => client.RunAsync(new Kling3ProImage2VideoRequest
    {
        Prompt = "@Element1 walks up the hill.", // WRONG 1: no elements
        StartImageUrl = Hill,
    });

    public Task<KlingResult> TwoHikersAsync() => client.RunAsync(new Kling3ProImage2VideoRequest
    {
        Prompt = HikerPrompt, // WRONG 2: one element only
        StartImageUrl = Hill,
        Elements = [new() { FrontalImageUrl = Hiker }],
    });

    public async Task<Uri?> NarratedAsync()
    {
        var request = Kling3ProImage2VideoRequest.CreateBuilder("A hiker <<<voice_1>>> tells of the storm <<<voice_2>>>.", Hill) // WRONG 3: voice_2 missing
            .AddVoiceId("calm-female")
            .Build();
        KlingResult result = await client.RunAsync(request);
        return result.Video?.Url;
    }

    public Task<KlingResult> InterpolatedAsync(string weather) => client.RunAsync(new Kling3ProImage2VideoRequest
    {
        StartImageUrl = Hill,
        Prompt = $"@Element1, @Element2 and @Element3 cross the ridge in {weather}.", // WRONG 4: two elements
        Elements = new[] { new Kling3ProImage2VideoElement { FrontalImageUrl = Hiker }, new Kling3ProImage2VideoElement { FrontalImageUrl = Hill } },
    });

    public Task<KlingResult> StandardAsync(string mood) => client.RunAsync(new Kling3StandardImage2VideoRequest
    {
        Prompt = "In a " + mood + " mood, " + Marker + "1 looks at the valley.", // WRONG 5: no elements
        StartImageUrl = Hill,
        Elements = [],
    });

    public Task<KlingResult> LowerCaseAsync() => client.RunAsync(new Kling3StandardImage2VideoRequest
    {
        Prompt = "@Element1 smiles, then @element1 looks into the camera.", // WRONG 6: wrong case
        StartImageUrl = Hill,
        Elements = [new() { FrontalImageUrl = Hiker }],
    });

    public Task<KlingResult> PosterAsync() => client.RunAsync(new Kling3Text2ImageRequest
    {
        Prompt = "(element1) and (element2) next to the summit cross.", // WRONG 7: one element
        Elements = [new Kling3Text2ImageElement { FrontalImageUrl = Hiker }],
    });

    public Kling3Text2ImageRequest PosterWithout() =>
        Kling3Text2ImageRequest.CreateBuilder(prompt: "(element1) in front of the hut.").Build(); // WRONG 8: no elements

    public Task<KlingResult> CollageAsync() => client.RunAsync(new KlingO1Request
    {
        Prompt = "Put the hat of @Image2 on the head of @Image1.", // WRONG 9: one image
        ImageUrls = ["https://images.alpenblick.example/head.png"],
    });

    public Task<KlingResult> CollageOfNothingAsync() => client.RunAsync(new KlingO1Request
    {
        ImageUrls = KlingList<string>.Empty,
        Prompt = "@Image1 as an oil painting.", // WRONG 10: empty list
    });

    public Task<KlingJob> ReferenceAsync()
    {
        KlingList<string> images = ["https://images.alpenblick.example/a.png", "https://images.alpenblick.example/b.png"];
        return client.SubmitAsync(new KlingO1ReferenceImageToVideoRequest
        {
            ImageUrls = images,
            Prompt = "@Image1 turns into @image3.", // WRONG 11: two images
        });
    }

    public KlingO1ReferenceImageToVideoRequest ReferenceBuilder() =>
        KlingO1ReferenceImageToVideoRequest
            .CreateBuilder(prompt: "@image4 rides past.", imageUrls: ["https://a.example/1.png"]) // WRONG 12: image4 of 3
            .AddImageUrl("https://a.example/2.png")
            .AddImageUrl("https://a.example/3.png")
            .Build();

    public async Task<KlingResult> EditAsync(Uri clip)
    {
        var edit = new KlingO3Video2VideoEditRequest
        {
            VideoUrl = clip,
            Prompt = "Replace the dog with @Image1 and the ball with @Element1.", // WRONG 13: no elements
            ImageUrls = ["https://images.alpenblick.example/cat.png"],
        };
        KlingJob job = await client.SubmitAsync(edit);
        return await job.WaitForCompletionAsync();
    }

    public Task<KlingJob> EditLaterAsync(Uri clip)
    {
        var draft = new KlingO3Video2VideoEditRequest
        {
            VideoUrl = clip,
            Prompt = "Replace the dog.",
            ImageUrls = ["https://images.alpenblick.example/cat.png"],
        };
        return client.SubmitAsync(draft with { Prompt = "Replace the dog with @Image2." }); // WRONG 14: one image in draft
    }

    public Task<KlingJob> EditDroppedAsync(Uri clip)
    {
        var draft = new KlingO3Video2VideoEditRequest { VideoUrl = clip, Prompt = "@Element1 dances.", Elements = [new() { FrontalImageUrl = Hiker }] };
        return client.SubmitAsync(draft with { Elements = KlingList<KlingO3Video2VideoEditElement>.Empty }); // WRONG 15: prompt names @Element1
    }

    public KlingO3Video2VideoReferenceRequest DanceTwo(Uri clip) =>
        KlingO3Video2VideoReferenceRequest.CreateBuilder("@Image1 in the rain", clip).Build(); // WRONG 16: no images

    public Task<KlingResult> ZeroAsync() => client.RunAsync(new Kling3ProImage2VideoRequest
    {
        Prompt = "@Element0 sits on the bench next to @Element1.", // WRONG 17: counted from 1
        StartImageUrl = Hill,
        Elements = [new() { FrontalImageUrl = Hiker }],
    });

    public IEnumerable<IKlingRequest> Batch()
    {
        string hero = $"{Marker}{2}";
        yield return new Kling3StandardImage2VideoRequest { StartImageUrl = Hill, Elements = [new() { FrontalImageUrl = Hiker }], Prompt = hero + " smiles at @Element1." }; // WRONG 18: @Element2 of one
        yield return new Kling3ProImage2VideoRequest { StartImageUrl = Hill, Prompt = "<<<voice_1>>> Welcome!" }; // WRONG 19: no voices
        yield return new Kling3ProImage2VideoRequest { StartImageUrl = Hill, VoiceIds = ["host"], Prompt = string.Concat("<<<voice_1>>> Hi! <<<voice_", "3", ">>> Hello!") }; // WRONG 20: voice 3 of 1
        yield return new KlingO3Video2VideoEditRequest { VideoUrl = new Uri("https://a.example/v.mp4"), Prompt = string.Join(' ', "Paint", "@Image1", "blue") }; // WRONG 21: no images
    }

    public Task<KlingResult> UnsaidAsync() => client.RunAsync(new Kling3ProImage2VideoRequest
    {
        Prompt = "A hiker walks up the hill.",
        StartImageUrl = Hill,
        Elements = [new() { FrontalImageUrl = Hiker }], // WRONG 22: no prompt names the element
    });

    public Kling3ProImage2VideoRequest BuilderMissing(string hut)
    {
        var builder = Kling3ProImage2VideoRequest.CreateBuilder("A hut in the snow.", Hill);
        builder.AddElement(Hiker);
        builder.WithPrompt($"@Element1 and @Element2 open the door of {hut}."); // WRONG 23: one element
        return builder.Build();
    }
}
