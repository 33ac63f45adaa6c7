using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Blind.Models;
using static System.Math;

namespace Uses.Builders;

internal sealed class Trailer(KlingClient client, Uri still, int seconds = 7)
{
    private const string Line = "A ship sails into the storm while gulls cry overhead. ";

    public Kling3ProImage2VideoRequest Chain() => Kling3ProImage2VideoRequest
        .CreateBuilder("A ship", still)
        .WithCfgScale(Max(1.5, 0.2)) // KLING102
        .WithVoiceIds(["a", "b", "c"]) // KLING110 KLING119 KLING119 KLING119
        .Build();

    public Kling3ProImage2VideoRequest Statements()
    {
        var builder = Kling3ProImage2VideoRequest.CreateBuilder(startImageUrl: still, prompt: "@Element1 and @Element2"); // KLING112
        builder.AddElement(still);
        builder.AddMultiPrompt(prompt: string.Concat(Enumerable.Repeat(Line, 12)), duration: "5"); // KLING105
        return builder.Build();
    }

    public Kling3ProImage2VideoRequest Conditional(bool loud) => Kling3ProImage2VideoRequest
        .CreateBuilder("A ship", still)
        .WithCfgScale(loud ? 1.2 : 0.2) // KLING102
        .Build();

    public Kling3ProImage2VideoRequest Switched(string mood) => Kling3ProImage2VideoRequest
        .CreateBuilder(prompt: "A ship", startImageUrl: still)
        .WithCfgScale(mood switch
        {
            "calm" => 0.1,
            "wild" => 1.4, // KLING102
            _ => 0.5,
        })
        .Build();

    public AcmeAvatarRequest Avatar()
    {
        var b = AcmeAvatarRequest.CreateBuilder(script: "Good morning, everybody.", portraitUrl: still);
        b.AddTag("a"); // KLING104
        b.AddTag("news");
        b.AddTag("news"); // KLING111
        b = b.WithWidth(100).WithHeight(4096); // KLING102 KLING103
        return b.WithSubtitles(new AcmeAvatarSubtitles { Language = "english", Size = 12 }).Build(); // KLING106
    }

    public AcmeAvatarRequest Spoken() => AcmeAvatarRequest.CreateBuilder("Good morning, everybody.", still)
        .WithAudioUrl(still) // KLING113
        .WithPublishAt($"{DateTime.Now:dd.MM.yyyy}") // KLING107
        .Build();

    public PosterMakerRequest Poster(string place)
    {
        var size = "1920 x 1080";
        return PosterMakerRequest.CreateBuilder($"Visit {place}!")
            .WithSize(size) // KLING106
            .AddLayer(sourceUrl: new Uri("file:///tmp/a.png"), opacity: 0.5) // KLING207
            .AddLayer(sourceUrl: still, opacity: 1.5f) // KLING102
            .AddLayer(sourceUrl: still, label: "Photograph by an unknown master") // KLING105
            .Build();
    }

    public async Task<string> Raw(JsonElement body)
    {
        var a = await client.SubmitAsync("kling-3-pro-imge2video", body); // KLING208
        var b = await client.SubmitAsync(slug: "Kling3ProImage2Video", body: body); // KLING208
        var c = await client.SubmitAsync("kling_o3_text2video", body); // KLING208
        return string.Join(' ', a.ToToken(), b.ToToken(), c.ToToken());
    }

    public bool Inspect(Kling3ProImage2VideoRequest request) => request.IsSet("negative-prompt") || request.IsSet("EndImageUrl"); // KLING208 KLING208

    public Kling3ProImage2VideoRequest Clear(Kling3ProImage2VideoRequest request) => request.Unset("start_image_url"); // KLING209

    public KlingO3Text2VideoRequest Extra(string prompt) => KlingO3Text2VideoRequest.CreateBuilder(prompt)
        .WithAdditionalParameter("negativeprompt", "x") // KLING115
        .WithAdditionalParameter(value: 5, name: "durration") // KLING115
        .Build();

    public KlingO1ImageToVideoRequest Duration() => KlingO1ImageToVideoRequest.CreateBuilder("x", still)
        .WithDuration((KlingO1ImageToVideoDuration)Min(seconds, 7)).Build();

    public KlingO1ImageToVideoRequest Default() => new() { Prompt = "x", StartImageUrl = still, Duration = default }; // KLING108

    public IEnumerable<KlingO3Text2VideoRequest> Query(IEnumerable<string> prompts) =>
        from prompt in prompts
        let scale = 1.0 + 0.5
        where prompt.Length > 3
        select new KlingO3Text2VideoRequest { Prompt = prompt, CfgScale = scale }; // KLING102

    public Kling3ProImage2VideoRequest With(Kling3ProImage2VideoRequest request) =>
        request with { CfgScale = 3, MultiPrompt = [.. request.MultiPrompt ?? [], new() { Prompt = new string('x', 600) }] }; // KLING102 KLING105

    public Kling3ProImage2VideoRequest Copy()
    {
        var first = new Kling3ProImage2VideoRequest { Prompt = "a", StartImageUrl = still, Elements = [new() { FrontalImageUrl = still }] };
        return first with { Prompt = "@Element2 appears" }; // KLING112
    }

    public Task<KlingJob[]> All(params string[] prompts) =>
        Task.WhenAll(prompts.Select(p => client.SubmitAsync(new KlingO3Text2VideoRequest { Prompt = p, CfgScale = -0.1 }))); // KLING101

    public (KlingO3Text2VideoRequest A, KlingO3Text2VideoRequest B) Pair() =>
        (new() { Prompt = "a", CfgScale = 0.5 }, new() { Prompt = "b", CfgScale = 1.5 }); // KLING102

    public KlingO3Text2VideoRequest Deconstruct()
    {
        var (prompt, scale) = ("A lake", 4.0);
        return new() { Prompt = prompt, CfgScale = scale }; // KLING102
    }

    public KlingO3Text2VideoRequest Local()
    {
        return Make(0.5);

        static KlingO3Text2VideoRequest Make(double extra) => new() { Prompt = "a", CfgScale = double.PositiveInfinity }; // KLING102
    }

    public KlingO3Text2VideoRequest Named(double scale = 1.5) => new() { Prompt = "a", CfgScale = scale };

    public KlingO3Image2VideoRequest Poisoned(string name) => new() { Prompt = name, ImageUrl = new($"http://localhost:5000/{name}.png") }; // KLING207

    public KlingO3Image2VideoRequest Spaced(string name) => new() { Prompt = name, ImageUrl = new Uri("https://cdn.example.com/" + name + " final.png") }; // KLING107

    public KlingO3Image2VideoRequest Relative(string name) => new() { Prompt = name, ImageUrl = new Uri($"images/{name}.png") }; // KLING107
}
