using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Kling;
using Kling.Models;

namespace BlindThree.Right.Names;

public static class Newer
{
    private static readonly JsonObject House = new()
    {
        ["seed"] = 20240, // RIGHT 37
        ["watermark"] = false,
    };

    public static KlingO3Text2VideoRequest Seeded(string prompt) =>
        KlingO3Text2VideoRequest.CreateBuilder(prompt).WithAdditionalParameter("seed", 42).Build(); // RIGHT 38

    public static KlingO3Text2VideoRequest Model(string prompt) =>
        KlingO3Text2VideoRequest.CreateBuilder(prompt).WithAdditionalParameter("model", "v3.1").Build(); // RIGHT 39

    public static KlingO3Image2VideoRequest Person(Uri image) =>
        KlingO3Image2VideoRequest.CreateBuilder(image, "She smiles")
            .WithAdditionalParameter("first_name", "Ada") // RIGHT 40
            .WithAdditionalParameter("resolution", "1080p") // RIGHT 41
            .WithAdditionalParameter("callback_url", "https://hooks.example.com/kling") // RIGHT 42
            .Build();

    public static KlingO3Image2VideoRequest Motion(Uri image) => new()
    {
        ImageUrl = image,
        Prompt = "The crowd cheers",
        AdditionalParameters = new JsonObject
        {
            ["fps"] = 30,
            ["camera_control"] = new JsonObject { ["type"] = "pan", ["horizontal"] = 4 }, // RIGHT 43
            ["motion_strength"] = 0.8, // RIGHT 44
        },
    };

    public static Kling3StandardImage2VideoRequest Cousin(Uri image) => new()
    {
        StartImageUrl = image,
        Prompt = "Rain on the glass",
        AdditionalParameters = KlingJsonObject.Empty.With("multi_prompt", new JsonArray()).With("voice_ids", new JsonArray("v-1")), // RIGHT 45
    };

    public static Kling2_1Request Cut(Uri image) => new()
    {
        Image = image,
        AdditionalParameters = KlingJsonObject.Empty.With("image_tail", "https://cdn.example.com/tail.png"), // RIGHT 46
    };

    public static Kling2_6Request Animated(string prompt) =>
        Kling2_6Request.CreateBuilder()
            .WithPrompt(prompt)
            .WithAdditionalParameter("image_url", "https://cdn.example.com/frame.png") // RIGHT 47
            .Build();

    public static KlingO1ImageToVideoRequest Negative(Uri image) => new()
    {
        StartImageUrl = image,
        Prompt = "Snow melts",
        AdditionalParameters = new JsonObject { ["negative_prompt"] = "text" }, // RIGHT 48
    };

    public static KlingO3Text2VideoRequest Shared(string prompt) => new() { Prompt = prompt, AdditionalParameters = House }; // RIGHT 49

    public static KlingO3Text2VideoRequest Dynamic(string prompt, string name, string value) =>
        KlingO3Text2VideoRequest.CreateBuilder(prompt).WithAdditionalParameter(name, value).Build(); // RIGHT 50

    public static KlingO3Text2VideoRequest Prefixed(string prompt) =>
        KlingO3Text2VideoRequest.CreateBuilder(prompt)
            .WithAdditionalParameter("x_trace_id", Guid.NewGuid().ToString()) // RIGHT 51
            .WithAdditionalParameter("user", "editor-7")
            .WithAdditionalParameter("tags", new JsonArray("spring", "sale"))
            .WithAdditionalParameter("static_mask", null) // RIGHT 52
            .Build();

    public static Kling3Text2ImageElement Labelled(Uri face) => new()
    {
        FrontalImageUrl = face,
        AdditionalParameters = new JsonObject { ["name"] = "hero", ["prompt"] = "a tall man" }, // RIGHT 53
    };

    public static KlingO3Text2VideoMultiPromptItem Shot(string text) => new()
    {
        Prompt = text,
        AdditionalParameters = new JsonObject { ["index"] = 1 }, // RIGHT 54
    };

    public static JsonObject Unrelated() => new()
    {
        ["widht"] = 12, // RIGHT 55
        ["pormpt"] = "an entry of our own typo dictionary", // RIGHT 56
    };
}

public static class Reading
{
    public static bool HasLength(KlingO3Text2VideoRequest request) => request.IsSet("duration"); // RIGHT 57

    public static bool HasSeed(KlingO3Text2VideoRequest request) => request.IsSet("seed"); // RIGHT 58

    public static bool Has(KlingO3Text2VideoRequest request, string name) => request.IsSet(name); // RIGHT 59

    public static KlingO3Text2VideoRequest Plain(KlingO3Text2VideoRequest request) =>
        request.Unset("negative_prompt").Unset("seed"); // RIGHT 60

    public static KlingO3Text2VideoRequest Bare(KlingO3Text2VideoRequest request)
    {
        foreach (KlingParameter parameter in KlingO3Text2VideoRequest.Model.Parameters.Where(parameter => !parameter.IsRequired))
        {
            request = request.Unset(parameter.Name); // RIGHT 61
        }

        return request;
    }

    public static Kling2_6Request Promptless(Kling2_6Request request) => request.Unset("prompt"); // RIGHT 62

    public static Kling1_6Image2VideoRequest Silent(Kling1_6Image2VideoRequest request) => request.Unset("prompt"); // RIGHT 63

    public static bool IsCustom(KlingJsonObject extra) => extra.ContainsKey("Duration"); // RIGHT 64

    public static Task<KlingJob> Unlisted(KlingClient client, JsonElement body) => client.SubmitAsync("kling-v3-4k", body); // RIGHT 65

    public static Task<KlingJob> Other(KlingClient client, JsonElement body) => client.SubmitAsync("flux-kontext-pro", body); // RIGHT 66

    public static Task<KlingJob> NoSchema(KlingClient client, JsonElement body) => client.SubmitAsync("kling-create-voice", body); // RIGHT 67

    public static Task<KlingJob> Exact(KlingClient client, JsonElement body) => client.SubmitAsync(body: body, slug: "kling-1.6-text2video"); // RIGHT 68

    public static KlingJob Resume(KlingClient client, string line) => client.GetJob(line.Split('\t')[1]); // RIGHT 69

    public static KlingJob ById(KlingClient client, IReadOnlyDictionary<string, string> tokens, KlingHistoryEntry entry) =>
        client.GetJob(tokens[entry.RequestId]); // RIGHT 70

    public static bool TryRead(JsonElement json, out KlingO3Text2VideoRequest? request) =>
        KlingO3Text2VideoRequest.TryParse(json, out request, out _); // RIGHT 71

    public static KlingO3Text2VideoRequest Saved() =>
        JsonSerializer.Deserialize<KlingO3Text2VideoRequest>("""{ "prompt": "A fox", "duration": "7", "seed": 3 }""")!; // RIGHT 72
}
