using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BlindFive.Right.Naming;

/// <summary>Additional parameters that the schemas do not declare, and declared ones by their JSON names.</summary>
public sealed class ExtraParameters
{
    private static readonly Uri Photo = new("https://photos.extra.example/1.jpg");

    private static readonly KlingJsonObject Tracking = new JsonObject
    {
        ["model"] = "v3", // RIGHT 112
        ["first_name"] = "Ada", // RIGHT 113
        ["webhook_url"] = "https://hooks.extra.example/kling", // RIGHT 114
    };

    public KlingO3Text2VideoRequest Seed() => new() { Prompt = "A cat.", AdditionalParameters = new JsonObject { ["seed"] = 7 } }; // RIGHT 115

    public KlingO3Text2VideoRequest Tracked() => new() { Prompt = "A cat.", AdditionalParameters = Tracking }; // RIGHT 116

    public KlingO3Image2VideoRequest NotDeclaredHere() => KlingO3Image2VideoRequest
        .CreateBuilder(Photo, "He blinks.")
        .WithAdditionalParameter("negative_prompt", "blur") // RIGHT 117
        .WithAdditionalParameter("cfg_scale", 0.5) // RIGHT 118
        .Build();

    public Kling2_1Request Camera() => new()
    {
        Image = Photo,
        AdditionalParameters = new JsonObject { ["camera_control"] = new JsonObject { ["type"] = "pan" } }, // RIGHT 119
    };

    public Kling3ProImage2VideoElement Nested() => new()
    {
        FrontalImageUrl = Photo,
        AdditionalParameters = KlingJsonObject.Empty.With("element_name", "captain"), // RIGHT 120
    };

    public Kling3ProImage2VideoRequest NoValue() => Kling3ProImage2VideoRequest
        .CreateBuilder("He laughs.", Photo)
        .WithAdditionalParameter(value: null, name: "style_preset") // RIGHT 121
        .Build();

    public KlingText2VideoRequest Fps() => new() { Prompt = "A road.", AdditionalParameters = new JsonObject { ["fps"] = 24, ["watermark"] = false } }; // RIGHT 122

    public KlingBloombloomRequest PromptHere() => new() { Image = Photo, AdditionalParameters = new JsonObject { ["prompt"] = "Roses." } }; // RIGHT 123

    public KlingO1Request Removed(KlingO1Request request) => request with { AdditionalParameters = request.AdditionalParameters.Without("seed") }; // RIGHT 124

    public bool HasScale(KlingO3Text2VideoRequest request) => request.IsSet("cfg_scale"); // RIGHT 125

    public bool HasSeed(KlingO3Text2VideoRequest request) => request.IsSet("seed"); // RIGHT 126

    public bool HasPrompt(Kling2_6Request request) => request.IsSet(nameof(Kling2_6Request.Prompt).ToLowerInvariant()); // RIGHT 127

    public KlingO3Text2VideoRequest Default(KlingO3Text2VideoRequest request) => request.Unset("mode"); // RIGHT 128

    public Kling2_6Request OptionalPrompt(Kling2_6Request request) => request.Unset("prompt"); // RIGHT 129

    public KlingV2StandardAvatarRequest OptionalImage(KlingV2StandardAvatarRequest request) => request.Unset(name: "image_url"); // RIGHT 130

    public KlingO1ImageToVideoRequest OpenEnd(KlingO1ImageToVideoRequest request) => request.Unset("end_image_url").Unset("seed"); // RIGHT 131
}

/// <summary>Models by slug, jobs by token, clients by key.</summary>
public sealed class UntypedCalls(KlingClient client)
{
    public Task<KlingJob> NoSchema(JsonElement body) => client.SubmitAsync("kling-kiss", body); // RIGHT 132

    public Task<KlingJob> Dizzy(Uri image) =>
        client.SubmitAsync("kling-dizzydizzy", JsonSerializer.SerializeToElement(new { image = image.AbsoluteUri })); // RIGHT 133

    public Task<KlingJob> Typed(string text) =>
        client.SubmitAsync("kling-2.5-turbo", JsonSerializer.SerializeToElement(new { prompt = text, duration = "5", cfg_scale = 1 })); // RIGHT 134

    public Task<KlingJob> FromModel(JsonElement body) => client.SubmitAsync(KlingO3Text2VideoRequest.Model.Slug, body); // RIGHT 135

    public KlingJob Resume(KlingJob job) => client.GetJob(job.ToToken()); // RIGHT 136

    public async Task<KlingResult> ResumeFileAsync(string path)
    {
        string id = await File.ReadAllTextAsync(path); // RIGHT 137
        return await client.GetJob(id).WaitForCompletionAsync();
    }

    public Task<KlingHistoryEntry?> Find(KlingJob job) => client.Account.FindAsync(job.RequestId); // RIGHT 138
}

/// <summary>Registration.</summary>
public static class Wiring
{
    public static KlingClient Keyed()
    {
        var services = new ServiceCollection();
        services.AddKling("bacth", options => options.JobTimeout = TimeSpan.FromMinutes(45));
        return services.BuildServiceProvider().GetRequiredKeyedService<KlingClient>("bacth"); // RIGHT 139
    }

    public static void Section(IServiceCollection services) => services.AddKling(new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["jobtimeout"] = "01:00:00", // RIGHT 140
            ["InsecureHosts:0"] = "emulator", // RIGHT 141
        })
        .Build());
}
