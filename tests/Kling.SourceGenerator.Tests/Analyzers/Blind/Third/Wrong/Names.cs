using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;

namespace BlindThree.Wrong.Names;

public sealed class PreviewFeatures
{
    private const string NegativeKey = "negative_promt";

    private static readonly JsonObject Experimental = new()
    {
        ["seed"] = 42,
        ["duratoin"] = "10", // WRONG 47: duration misspelt
    };

    public KlingO3Text2VideoRequest Quick(string prompt) =>
        KlingO3Text2VideoRequest.CreateBuilder(prompt)
            .WithAdditionalParameter("cfg_sacle", 0.4) // WRONG 48: cfg_scale misspelt
            .Build();

    public KlingO3Text2VideoRequest Clean(string prompt) =>
        KlingO3Text2VideoRequest.CreateBuilder(prompt: prompt)
            .WithAdditionalParameter(NegativeKey, "text, logos") // WRONG 49: negative_prompt misspelt
            .Build();

    public KlingO3Text2VideoRequest Tall(string prompt) =>
        KlingO3Text2VideoRequest.CreateBuilder(prompt)
            .WithAdditionalParameter(value: "9:16", name: "aspect_raito") // WRONG 50: aspect_ratio misspelt
            .Build();

    public KlingO3Text2VideoRequest Camel(string prompt) => new()
    {
        Prompt = prompt,
        AdditionalParameters = KlingJsonObject.Empty.With("generateAudio", true), // WRONG 51: wire name is generate_audio
    };

    public KlingO3Text2VideoRequest Bag(string prompt) => new()
    {
        Prompt = prompt,
        AdditionalParameters = new JsonObject
        {
            ["seed"] = 7,
            ["shot_tpye"] = "customize", // WRONG 52: shot_type misspelt
        },
    };

    public KlingO3Text2VideoRequest Local(string prompt)
    {
        var extra = new JsonObject { ["generate_auido"] = true }; // WRONG 53: generate_audio misspelt
        return new KlingO3Text2VideoRequest { Prompt = prompt, AdditionalParameters = extra };
    }

    public KlingO3Text2VideoRequest Shared(string prompt) => new() { Prompt = prompt, AdditionalParameters = Experimental };

    public Kling3ProImage2VideoRequest Ending(Uri first, Uri last) => new()
    {
        Prompt = "Morph from the first to the last frame",
        StartImageUrl = first,
        AdditionalParameters = KlingJsonObject.Empty.With(name: "end_imgae_url", value: JsonValue.Create(last.OriginalString)), // WRONG 54: end_image_url misspelt
    };

    public KlingO3Image2VideoRequest Seconds(Uri image) => new()
    {
        ImageUrl = image,
        Prompt = "Steam rises",
        AdditionalParameters = new JsonObject([new("druation", "8")]), // WRONG 55: duration misspelt
    };

    public KlingO3Image2VideoRequest Upper(Uri image) =>
        KlingO3Image2VideoRequest.CreateBuilder(image, "Steam rises")
            .WithAdditionalParameter("End_Image_Url", "https://cdn.example.com/steam-end.png") // WRONG 56: wrong case
            .Build();

    public KlingO3Image2VideoRequest Twice(Uri image) =>
        KlingO3Image2VideoRequest.CreateBuilder(image, "Steam rises")
            .WithAdditionalParameter("generate_audio", true) // WRONG 57: the schema declares it
            .Build();

    public KlingO3Text2VideoRequest Merge(KlingO3Text2VideoRequest template) =>
        template with { AdditionalParameters = template.AdditionalParameters.With("mutli_prompt", new JsonArray()) }; // WRONG 58: multi_prompt misspelt

    public Kling1_6Text2VideoRequest Parsed(string prompt) => new()
    {
        Prompt = prompt,
        AdditionalParameters = JsonNode.Parse("""{ "aspectratio": "1:1" }""")!.AsObject(), // WRONG 59: aspect_ratio misspelt
    };

    public Kling3Text2ImageElement Face(Uri front) => new()
    {
        FrontalImageUrl = front,
        AdditionalParameters = new JsonObject { ["refrence_image_urls"] = "https://cdn.example.com/side.png" }, // WRONG 60: reference_image_urls misspelt
    };
}

public static class Audit
{
    public static bool HasLength(KlingO3Text2VideoRequest request) => request.IsSet("Duration"); // WRONG 61: wire name is duration

    public static bool HasRatio(Kling1_6Text2VideoRequest request) => request.IsSet("AspectRatio"); // WRONG 62: wire name is aspect_ratio

    public static bool IsLoud(KlingO3Image2VideoRequest request) => request.IsSet(name: "generate_adio"); // WRONG 63: misspelt

    public static IReadOnlyList<string> Report(Kling3ProImage2VideoRequest request)
    {
        var lines = new List<string>();
        if (request.IsSet("negativePrompt")) // WRONG 64: wire name is negative_prompt
        {
            lines.Add("negative prompt given");
        }

        if (!request.IsSet("mulit_prompt")) // WRONG 65: multi_prompt misspelt
        {
            lines.Add("single shot");
        }

        return lines;
    }

    public static KlingO3Text2VideoRequest Anonymous(KlingO3Text2VideoRequest request) => request.Unset("prompt"); // WRONG 66: required

    public static Kling3ProImage2VideoRequest Textless(Kling3ProImage2VideoRequest request) =>
        request.Unset("cfg_scale").Unset("start_image_url"); // WRONG 67: required

    public static KlingO3Text2VideoRequest Quiet(KlingO3Text2VideoRequest request) => request.Unset("voiceIds"); // WRONG 68: wire name is voice_ids

    public static IEnumerable<KlingO1Request> Strip(IEnumerable<KlingO1Request> requests) =>
        requests.Select(request => request.Unset("output_fromat")); // WRONG 69: output_format misspelt
}

public sealed class GenericGateway(KlingClient client)
{
    private const string Slug = "kling-o3-text2vidoe";

    public Task<KlingJob> ForwardAsync(JsonElement body, CancellationToken stop) =>
        client.SubmitAsync(Slug, body, stop); // WRONG 70: slug misspelt

    public Task<KlingJob> ProAsync(JsonElement body) => client.SubmitAsync("kling-3-pro-image-2video", body); // WRONG 71: slug misspelt

    public async Task<string> AvatarAsync(JsonElement body)
    {
        KlingJob job = await client.SubmitAsync(body: body, slug: "Kling-V2-Pro-Avatar"); // WRONG 72: slugs are lower case
        return job.ToToken();
    }

    public async Task<KlingResult> RawAsync()
    {
        using JsonDocument body = JsonDocument.Parse("""{ "duration": "10", "mode": "pro" }""");
        KlingJob job = await client.SubmitAsync("kling-o3-text2video", body.RootElement); // WRONG 73: prompt is missing
        return await job.WaitForCompletionAsync();
    }

    public static KlingO3Text2VideoRequest Stored() =>
        JsonSerializer.Deserialize<KlingO3Text2VideoRequest>("""{ "duration": "5", "cfg_scale": 0.3 }""")!; // WRONG 74: prompt is missing

    public async Task<KlingResult> ResumeAsync(KlingO3Text2VideoRequest request)
    {
        KlingJob job = await client.SubmitAsync(request);
        KlingJob again = client.GetJob(job.RequestId); // WRONG 75: a token, not the id
        return await again.WaitForCompletionAsync();
    }

    public KlingJob FromHistory(KlingHistoryEntry entry) => client.GetJob(token: entry.RequestId); // WRONG 76: a token, not the id

    public KlingJob Yesterday() => client.GetJob("3f2b8c1e-77aa-4c0e-9d61-0b8f0a4de711"); // WRONG 77: a uuid is no token
}
