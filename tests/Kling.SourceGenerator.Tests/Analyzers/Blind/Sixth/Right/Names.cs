using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Kling;
using Kling.Models;

namespace BlindSix.Right.Names;

public sealed class RequestInspector(KlingClient client)
{
    private const string Slug = "kling-o3-text2video";
    private static readonly Uri Hill = new("https://cdn.example.net/hill.png");
    private static readonly JsonObject Extra = new() { ["watermark"] = false }; // RIGHT 126: a parameter of its own

    public bool HasDuration(KlingO3Text2VideoRequest request) => request.IsSet("duration"); // RIGHT 127: the wire name

    public bool HasScale(KlingO3Text2VideoRequest request) => request.IsSet("cfg_scale"); // RIGHT 128: the wire name

    public bool HasNamed(KlingO3Text2VideoRequest request, string name) => request.IsSet(name); // RIGHT 129: unknown at compile time

    public KlingO3Text2VideoRequest WithoutMode(KlingO3Text2VideoRequest request) => request.Unset("mode"); // RIGHT 130: an optional parameter

    public Kling3ProImage2VideoRequest WithoutEnd(Kling3ProImage2VideoRequest request) => request.Unset("end_image_url"); // RIGHT 131: an optional parameter

    public Kling1_6Image2VideoRequest WithoutPrompt(Kling1_6Image2VideoRequest request) => request.Unset("prompt"); // RIGHT 132: optional in this model

    public bool PromptIsSet(KlingV1ProAiAvatarRequest request) => request.IsSet("prompt"); // RIGHT 133: optional in this model

    public Task<KlingJob> Raw(JsonElement body) => client.SubmitAsync("kling-o3-text2video", body); // RIGHT 134: a shipped slug

    public Task<KlingJob> RawConstant(JsonElement body) => client.SubmitAsync(Slug, body); // RIGHT 135: a shipped slug

    public Task<KlingJob> RawUnknown(JsonElement body) => client.SubmitAsync("kling-hug", body); // RIGHT 136: a model without a schema

    public Task<KlingJob> RawVoice(JsonElement body) => client.SubmitAsync(body: body, slug: "kling-create-voice"); // RIGHT 137: a model without a schema

    public Task<KlingJob> RawForeign(JsonElement body) => client.SubmitAsync("seedance-v1-pro", body); // RIGHT 138: a model of another family

    public Task<KlingJob> RawOfModel(JsonElement body) => client.SubmitAsync(KlingO1Request.Model.Slug, body); // RIGHT 139: the slug of the model

    public KlingJob Resume(string token) => client.GetJob(token); // RIGHT 140: the token is unknown

    public KlingJob ResumeToken(KlingJob job) => client.GetJob(job.ToToken()); // RIGHT 141: a token

    public Task<KlingHistoryEntry?> Find(KlingJob job) => client.Account.FindAsync(job.RequestId); // RIGHT 142: the history takes request ids

    public KlingO3Text2VideoRequest Seed() => KlingO3Text2VideoRequest.CreateBuilder("A lake.")
        .WithAdditionalParameter("seed", 42) // RIGHT 143: a parameter of its own
        .Build();

    public KlingO3Text2VideoRequest Model() => KlingO3Text2VideoRequest.CreateBuilder("A lake.")
        .WithAdditionalParameter("model", "o3") // RIGHT 144: a word of its own, not mode
        .Build();

    public Kling3ProImage2VideoRequest Fps() => new()
    {
        Prompt = "A hill.",
        StartImageUrl = Hill,
        AdditionalParameters = new JsonObject { ["fps"] = 30, ["camera_path"] = "orbit" }, // RIGHT 145: parameters of their own
    };

    public KlingO3Text2VideoRequest Shared() => new() { Prompt = "A lake.", AdditionalParameters = Extra };

    public Kling2_1Request EndImage() => new()
    {
        Image = Hill,
        AdditionalParameters = KlingJsonObject.Empty.With("tail_image", JsonValue.Create("https://cdn.example.net/end.png")), // RIGHT 146: a parameter of its own
    };

    public Kling2Request NegativeOfOther() => Kling2Request.CreateBuilder("A lake.")
        .WithAdditionalParameter("negative_prompt", "rain") // RIGHT 147: the schema of this model does not declare it
        .Build();

    public KlingO3Image2VideoRequest Custom(string name, string value) => KlingO3Image2VideoRequest.CreateBuilder(Hill, "Clouds.")
        .WithAdditionalParameter(name, value) // RIGHT 148: unknown at compile time
        .Build();

    public Dictionary<string, string> Columns() => new() { ["promt"] = "the header of an old spreadsheet" }; // RIGHT 149: no request

    public KlingHistoryQuery Query() => new() { Slug = "kling-fuzzyfuzzy", Status = KlingJobStatus.Failed }; // RIGHT 150: a model without a schema
}
