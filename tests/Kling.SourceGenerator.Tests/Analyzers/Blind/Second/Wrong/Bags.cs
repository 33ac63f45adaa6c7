using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Kling;
using Kling.Models;

namespace BlindWrong.Bags;

public static class BagRequests
{
    private static readonly Uri Still = new("https://cdn.acme-studio.com/stills/dune.png");
    private static readonly KlingJsonObject Shared = KlingJsonObject.Empty.With("negativ_prompt", "blur"); // WRONG 1: misspelt key (static readonly bag)

    public static KlingO3Text2VideoRequest Base(string prompt) => new() { Prompt = prompt, AdditionalParameters = Shared };

    public static KlingO3Text2VideoRequest Swapped() => new() { Prompt = "A dune.", AdditionalParameters = new JsonObject { ["pormpt"] = "A dune at dawn." } }; // WRONG 2: misspelt key pormpt

    public static Kling3ProImage2VideoRequest Elements(string prompt) =>
        Kling3ProImage2VideoRequest.CreateBuilder(prompt, Still)
            .WithAdditionalParameter("elemnts", new JsonArray()) // WRONG 3: misspelt key elemnts
            .Build();

    public static KlingO3Image2VideoRequest Audio(string prompt) =>
        KlingO3Image2VideoRequest.CreateBuilder(prompt: prompt, imageUrl: Still)
            .WithAdditionalParameter(value: true, name: "genrate_audio") // WRONG 4: misspelt key (named arguments)
            .Build();

    public static KlingO3Video2VideoEditRequest Keep(Uri video) => new()
    {
        Prompt = "Make it night.",
        VideoUrl = video,
        AdditionalParameters = KlingJsonObject.Empty.With("keep_adio", true), // WRONG 5: misspelt key keep_adio
    };

    public static KlingO1ImageToVideoRequest End(string prompt)
    {
        var bag = new JsonObject([new("end_imageurl", "https://cdn.acme-studio.com/stills/dusk.png")]); // WRONG 6: misspelt key end_imageurl (JsonObject constructor)
        return new() { Prompt = prompt, StartImageUrl = Still, AdditionalParameters = bag };
    }

    public static Kling3ProImage2VideoRequest Shots(string prompt)
    {
        var extra = new JsonObject();
        extra["mutli_prompt"] = new JsonArray("One.", "Two."); // WRONG 7: misspelt key mutli_prompt (indexer statement)
        return new() { Prompt = prompt, StartImageUrl = Still, AdditionalParameters = extra };
    }

    public static KlingO3Text2VideoRequest From(string prompt) => new()
    {
        Prompt = prompt,
        AdditionalParameters = KlingJsonObject.From([new("voise_ids", JsonSerializer.SerializeToElement(new[] { "anna" }))]), // WRONG 8: misspelt key voise_ids
    };

    public static Kling1_6Image2VideoRequest Cfg(string prompt) =>
        Kling1_6Image2VideoRequest.CreateBuilder(Still).WithPrompt(prompt).WithAdditionalParameter("cfg_scal", 0.4).Build(); // WRONG 9: misspelt key cfg_scal

    public static KlingO1VideoToVideoReferenceRequest Camel(Uri video) => new()
    {
        Prompt = "Follow the car.",
        VideoUrl = video,
        AdditionalParameters = new JsonObject { { "aspectRatio", "16:9" } }, // WRONG 10: camel case of aspect_ratio
    };

    public static IEnumerable<KlingO3Text2VideoRequest> Many(IEnumerable<string> prompts) =>
        prompts.Select(prompt => new KlingO3Text2VideoRequest { Prompt = prompt, AdditionalParameters = new JsonObject { ["shot_tpye"] = "customize" } }); // WRONG 11: misspelt key shot_tpye

    public static KlingO3Text2VideoRequest Typed(string prompt) => new() { Prompt = prompt, AdditionalParameters = new JsonObject { ["mode"] = "std" } }; // WRONG 12: typed parameter as additional (mode)

    public static KlingO3Text2VideoRequest TypedBuilder(string prompt) =>
        KlingO3Text2VideoRequest.CreateBuilder(prompt)
            .WithAdditionalParameter("duration", "10") // WRONG 13: typed parameter as additional (duration)
            .Build();

    public static Kling3ProImage2VideoRequest TypedNamed(string prompt) =>
        Kling3ProImage2VideoRequest.CreateBuilder(prompt, Still)
            .WithAdditionalParameter(value: 0.3, name: "cfg_scale") // WRONG 14: typed parameter as additional (named arguments)
            .Build();

    public static KlingO3Video2VideoEditRequest TypedBag(Uri video)
    {
        KlingJsonObject bag = KlingJsonObject.Empty.With("keep_audio", true); // WRONG 15: typed parameter as additional (local bag)
        return new() { Prompt = "Remove the rain.", VideoUrl = video, AdditionalParameters = bag };
    }

    public static Kling2_5TurboRequest TypedWith(Kling2_5TurboRequest request) =>
        request with { AdditionalParameters = new JsonObject { ["seed"] = 7, ["negative_prompt"] = "text" } }; // WRONG 16: typed parameter as additional (with)

    public static Kling3ProImage2VideoElement Nested(Uri front) => new() { FrontalImageUrl = front, AdditionalParameters = new JsonObject { ["referense_image_urls"] = new JsonArray() } }; // WRONG 17: misspelt key in nested record
}
