using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BlindFive.Wrong.Names;

/// <summary>Parameters by their names in the JSON.</summary>
public sealed class LooseParameters
{
    private static readonly Uri Photo = new("https://photos.loose.example/p/1.jpg");

    // Read by Static(): one misspelled member.
    private static readonly KlingJsonObject Extras = new JsonObject
    {
        ["seed"] = 42,
        ["negative_promt"] = "text, watermark", // WRONG 90: negative_prompt
    };

    public KlingO3Text2VideoRequest Swapped() => new()
    {
        Prompt = "A cat on a fence.",
        AdditionalParameters = new JsonObject { ["aspect_raito"] = "9:16" }, // WRONG 91: aspect_ratio
    };

    public KlingO3Text2VideoRequest Static() => new() { Prompt = "A dog on a fence.", AdditionalParameters = Extras };

    public KlingO3Text2VideoRequest Builder() => KlingO3Text2VideoRequest
        .CreateBuilder("A bird on a fence.")
        .WithAdditionalParameter("generate_adio", true) // WRONG 92: generate_audio
        .Build();

    public KlingO3Text2VideoRequest NamedArguments() => KlingO3Text2VideoRequest
        .CreateBuilder("A fox behind a fence.")
        .WithAdditionalParameter(value: "single", name: "shot_typ") // WRONG 93: shot_type
        .Build();

    public Kling1_6Image2VideoRequest Duplicate() => new()
    {
        Image = Photo,
        AdditionalParameters = new JsonObject { ["cfg_scale"] = 0.4 }, // WRONG 94: declared, use CfgScale
    };

    public Kling1_6Image2VideoRequest DuplicateByBuilder() =>
        Kling1_6Image2VideoRequest.CreateBuilder(Photo).WithAdditionalParameter("duration", 10).Build(); // WRONG 95: declared, use WithDuration

    public Kling2_1Request With()
    {
        Kling2_1Request plain = new() { Image = Photo, Prompt = "He blinks." };
        return plain with { AdditionalParameters = plain.AdditionalParameters.With("cfgscale", 0.3) }; // WRONG 96: cfg_scale
    }

    public Kling3ProImage2VideoRequest From() => new()
    {
        Prompt = "He laughs.",
        StartImageUrl = Photo,
        AdditionalParameters = KlingJsonObject.From(new Dictionary<string, JsonElement>
        {
            ["watermark"] = JsonSerializer.SerializeToElement(false),
            ["end_image_ulr"] = JsonSerializer.SerializeToElement("https://photos.loose.example/p/2.jpg"), // WRONG 97: end_image_url
        }),
    };

    public Kling3ProImage2VideoRequest Local()
    {
        JsonObject bag = new() { ["fps"] = 30 };
        bag["voice_id"] = new JsonArray("voice_1"); // WRONG 98: voice_ids
        return new() { Prompt = "He sings.", StartImageUrl = Photo, AdditionalParameters = bag };
    }

    public Kling3ProImage2VideoElement Nested() => new()
    {
        FrontalImageUrl = Photo,
        AdditionalParameters = new JsonObject { ["reference_image_url"] = "https://photos.loose.example/p/3.jpg" }, // WRONG 99: reference_image_urls
    };

    public KlingText2VideoRequest Camera() => KlingText2VideoRequest
        .CreateBuilder("A desert road.")
        .WithCameraControlConfig(KlingText2VideoCameraControlConfig.Zoom)
        .WithAdditionalParameter("camera_control_config_valeu", 5) // WRONG 100: camera_control_config_value
        .Build();

    public bool HasScale(KlingO3Text2VideoRequest request) => request.IsSet("CfgScale"); // WRONG 101: the JSON name is cfg_scale

    public bool HasImage(KlingO3Image2VideoRequest request) => request.IsSet("endImageUrl"); // WRONG 102: end_image_url

    public string Describe(Kling3Text2ImageRequest request) =>
        request.IsSet("output_fromat") ? $"as {request.OutputFormat}" : "as the server likes"; // WRONG 103: output_format

    public KlingO3Text2VideoRequest WithoutPrompt(KlingO3Text2VideoRequest request) => request.Unset("prompt"); // WRONG 104: prompt is required

    public Kling3Image2ImageRequest WithoutImage(Kling3Image2ImageRequest request) => request.Unset(name: "image_url"); // WRONG 105: image_url is required

    public KlingO1VideoToVideoEditRequest WithoutSound(KlingO1VideoToVideoEditRequest request) => request.Unset("keep_audoi"); // WRONG 106: keep_audio
}

/// <summary>Models by their slugs, bodies as JSON.</summary>
public sealed class UntypedJobs(KlingClient client)
{
    public async Task<string> TitleAsync(JsonElement body, CancellationToken token)
    {
        KlingJob job = await client.SubmitAsync("kling-o3-text2vidoe", body, token); // WRONG 107: kling-o3-text2video
        return job.ToToken();
    }

    public Task<KlingJob> AvatarAsync(JsonElement body) => client.SubmitAsync(body: body, slug: "kling-v2-pro-avatr"); // WRONG 108: kling-v2-pro-avatar

    public Task<KlingJob> TurboAsync(string text)
    {
        JsonElement body = JsonSerializer.SerializeToElement(new Dictionary<string, object>
        {
            ["pormpt"] = text, // WRONG 109: prompt
            ["duration"] = 5,
        });
        return client.SubmitAsync("kling-2.5-turbo", body);
    }

    public Task<KlingJob> ListAsync(string text) =>
        client.SubmitAsync("kling-2.6", JsonSerializer.SerializeToElement(new[] { text })); // WRONG 110: the body must be an object

    public Kling1_6Text2VideoRequest Read() =>
        JsonSerializer.Deserialize<Kling1_6Text2VideoRequest>("""{"text":"A field of poppies."}""")!; // WRONG 111: the required prompt is missing

    public KlingJob Resume(KlingJob job) => client.GetJob(job.RequestId); // WRONG 112: needs the token, not the id

    public KlingJob ResumeResult(KlingResult result)
    {
        string id = result.RequestId;
        return client.GetJob(token: id); // WRONG 113: needs the token, not the id
    }

    public KlingJob ResumeFixed() => client.GetJob("7b1f0c52-58a0-4f0e-9a3d-0f6f6f0c9c11"); // WRONG 114: an id is no token

    public async Task<string?> StateAsync(KlingJob job, CancellationToken token)
    {
        KlingHistoryEntry? entry = await client.Account.FindAsync(job.ToToken(), token); // WRONG 115: FindAsync takes the id, not the token
        return entry?.Status.ToString();
    }
}

/// <summary>Names of options and services.</summary>
public static class Registration
{
    public static IConfiguration Settings() => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Kling:SubmitTimeout"] = "00:02:00",
            ["Kling:JobTimout"] = "00:30:00", // WRONG 116: JobTimeout
            ["Logging:LogLevel:Default"] = "Warning",
        })
        .Build();

    public static void Add(IServiceCollection services) => services.AddKling(Settings().GetSection("Kling"));

    public static void AddDays(IServiceCollection services)
    {
        IConfiguration section = new ConfigurationBuilder()
            .AddInMemoryCollection([new("JobTimeout", "1800")]) // WRONG 117: 1800 days; write 00:30:00
            .Build();
        services.AddKling(section);
    }

    public static KlingClient Keyed()
    {
        var services = new ServiceCollection();
        services.AddKling("batch", options => options.JobTimeout = TimeSpan.FromMinutes(45));
        return services.BuildServiceProvider().GetRequiredKeyedService<KlingClient>("bacth"); // WRONG 118: the client is named batch
    }

    public static void Host(Microsoft.AspNetCore.Builder.WebApplicationBuilder builder) =>
        builder.Services.AddKling(builder.Configuration); // WRONG 119: the root contains foreign keys; use GetSection
}
