using System;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Kling;
using Kling.Models;

namespace BlindSix.Wrong.Names;

public sealed class RequestInspector(KlingClient client)
{
    private const string Slug = "kling-o3-text2vidoe";
    private static readonly JsonObject Extra = new() { ["negativ_prompt"] = "rain" }; // WRONG 151: misspelled negative_prompt
    private static readonly Uri Hill = new("https://cdn.example.net/hill.png");

    public bool HasDuration(KlingO3Text2VideoRequest request) => request.IsSet("Duration"); // WRONG 152: the wire name is duration

    public bool HasScale(KlingO3Text2VideoRequest request) => request.IsSet("cfgScale"); // WRONG 153: the wire name is cfg_scale

    public bool HasAudio(Kling3ProImage2VideoRequest request) => request.IsSet(name: "generate_adio"); // WRONG 154: misspelled generate_audio

    public bool HasRatio(Kling1_6Text2VideoRequest request) => request.IsSet("aspect_ration"); // WRONG 155: misspelled aspect_ratio

    public bool HasNegative(KlingO3Text2VideoRequest request) => request.IsSet(nameof(request.NegativePrompt)); // WRONG 156: the C# name, not negative_prompt

    public KlingO3Text2VideoRequest WithoutPrompt(KlingO3Text2VideoRequest request) => request.Unset("prompt"); // WRONG 157: required

    public Kling3ProImage2VideoRequest WithoutStart(Kling3ProImage2VideoRequest request) => request.Unset("start_image_url"); // WRONG 158: required

    public Kling3ProImage2VideoRequest WithoutShots(Kling3ProImage2VideoRequest request) => request.Unset("multi_promt"); // WRONG 159: misspelled multi_prompt

    public KlingO1Request WithoutImages(KlingO1Request request) => request.Unset(name: "image_urls"); // WRONG 160: required

    public KlingO3Text2VideoRequest WithoutMode(KlingO3Text2VideoRequest request) => request.Unset("Mode"); // WRONG 161: the wire name is mode

    public Task<KlingJob> Raw(JsonElement body) => client.SubmitAsync("kling-o3-tex2video", body); // WRONG 162: misspelled kling-o3-text2video

    public Task<KlingJob> RawConstant(JsonElement body) => client.SubmitAsync(Slug, body); // WRONG 163: misspelled kling-o3-text2video

    public Task<KlingJob> RawNamed(JsonElement body) => client.SubmitAsync(body: body, slug: "kling-3-pro-image2vido"); // WRONG 164: misspelled kling-3-pro-image2video

    public Task<KlingJob> RawUnderscore(JsonElement body) => client.SubmitAsync("kling_o3_text2video", body); // WRONG 165: hyphens, not underscores

    public Task<KlingJob> RawCase(JsonElement body) => client.SubmitAsync("Kling-O3-Text2Video", body); // WRONG 166: slugs are in lower case

    public Task<KlingJob> RawEmpty(JsonElement body) => client.SubmitAsync("", body); // WRONG 167: the slug is empty

    public KlingJob Resume(KlingJob job) => client.GetJob(job.RequestId); // WRONG 168: a request id is not a token

    public async Task<KlingJob> ResumeSaved(KlingJob job)
    {
        string id = job.RequestId;
        await Task.Yield();
        return client.GetJob(token: id); // WRONG 169: a request id is not a token
    }

    public KlingO3Text2VideoRequest Added() => KlingO3Text2VideoRequest.CreateBuilder("A lake.")
        .WithAdditionalParameter("duratoin", "10") // WRONG 170: misspelled duration
        .Build();

    public KlingO3Text2VideoRequest AddedNamed() => KlingO3Text2VideoRequest.CreateBuilder("A lake.")
        .WithAdditionalParameter(value: true, name: "generate_auido") // WRONG 171: misspelled generate_audio
        .Build();

    public Kling3ProImage2VideoRequest Object() => new()
    {
        Prompt = "A hill.",
        StartImageUrl = Hill,
        AdditionalParameters = new JsonObject { ["end_image_ulr"] = "https://cdn.example.net/end.png" }, // WRONG 172: misspelled end_image_url
    };

    public KlingO3Text2VideoRequest Shared() => new() { Prompt = "A lake.", AdditionalParameters = Extra };

    public Kling1_6Text2VideoRequest Bag() => new()
    {
        Prompt = "A lake.",
        AdditionalParameters = KlingJsonObject.Empty.With("cfg_scal", JsonValue.Create(0.4)), // WRONG 173: misspelled cfg_scale
    };

    public Kling1_6Text2VideoRequest BagLocal(Kling1_6Text2VideoRequest first)
    {
        KlingJsonObject bag = KlingJsonObject.Empty.With(name: "aspectratio", value: JsonValue.Create("16:9")); // WRONG 174: misspelled aspect_ratio
        return first with { AdditionalParameters = bag };
    }

    public KlingHistoryQuery Query() => new() { Slug = "kling-o3-text2viedo" }; // WRONG 175: misspelled kling-o3-text2video
}
