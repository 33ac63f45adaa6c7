using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;

namespace BlindFour.Right.Names;

/// <summary>Reads orders of partners; they may know parameters that the schemas do not know yet.</summary>
public sealed class Ingest
{
    private const string SquishSlug = "kling-squish";
    private static readonly KlingJsonObject House = KlingJsonObject.Empty.With("seed", 42).With("watermark", false); // RIGHT 1
    private static readonly JsonObject Experimental = new() { ["motion_strength"] = 0.4, ["fps"] = 30 }; // RIGHT 2

    private readonly KlingClient _client;
    private readonly IDictionary<string, string> _tokens;

    public Ingest(KlingClient client, IDictionary<string, string> tokens) => (_client, _tokens) = (client, tokens);

    public KlingO3Image2VideoRequest Summit(Uri image) => new()
    {
        Prompt = "Clouds drift past.",
        ImageUrl = image,
        AdditionalParameters = House.With("last_frame", "https://a.example/end.png"), // RIGHT 3
    };

    public KlingO1ImageToVideoRequest Morph(Uri a) => new()
    {
        Prompt = "Morph.",
        StartImageUrl = a,
        AdditionalParameters = Experimental, // RIGHT 4
    };

    public KlingO3Text2VideoRequest Newer(string text) =>
        KlingO3Text2VideoRequest.CreateBuilder(text)
            .WithAdditionalParameter("model", "kling-v3-omni") // RIGHT 5
            .WithAdditionalParameter("first_name", "Eva") // RIGHT 6
            .WithAdditionalParameter("resolution", "1080p") // RIGHT 7
            .WithAdditionalParameter("camera_control", new JsonObject { ["type"] = "simple" }) // RIGHT 8
            .WithAdditionalParameter("callback_url", null) // RIGHT 9
            .WithAdditionalParameter("style", "noir")
            .Build();

    public Kling2Request EndFrame(string text) =>
        Kling2Request.CreateBuilder(text)
            .WithAdditionalParameter("end_image", "https://a.example/end.png") // RIGHT 10
            .WithAdditionalParameter("negative_prompt", "blur") // RIGHT 11
            .WithAdditionalParameter("mode", "pro") // RIGHT 12
            .Build();

    public Kling3StandardImage2VideoRequest Voices(string text, Uri image) => new()
    {
        Prompt = text,
        StartImageUrl = image,
        AdditionalParameters = new JsonObject
        {
            ["voice_ids"] = new JsonArray("a", "b"), // RIGHT 13
            ["multi_prompt"] = new JsonArray(),
            ["shot_type"] = "customize", // RIGHT 14
        },
    };

    public KlingO3Text2VideoRequest FromConfiguration(string text, IEnumerable<KeyValuePair<string, JsonElement>> extras) => new()
    {
        Prompt = text,
        AdditionalParameters = KlingJsonObject.From(extras), // RIGHT 15
    };

    public KlingO3Text2VideoRequest Dynamic(KlingO3Text2VideoRequest request, string key, JsonNode value) =>
        request with { AdditionalParameters = request.AdditionalParameters.With(key.ToLowerInvariant(), value) }; // RIGHT 16

    public string Describe(KlingO3Text2VideoRequest request, Kling3ProImage2VideoRequest still)
    {
        bool[] flags =
        [
            request.IsSet("duration"), // RIGHT 17
            request.IsSet("cfg_scale"), // RIGHT 18
            request.IsSet("seed"), // RIGHT 19
            request.IsSet("watermark"),
            still.IsSet(name: "end_image_url"), // RIGHT 20
            still.IsSet("multi_prompt"),
        ];
        return string.Join(",", flags);
    }

    public KlingO3Text2VideoRequest Clean(KlingO3Text2VideoRequest request) =>
        request.Unset("negative_prompt").Unset("shot_type").Unset("watermark"); // RIGHT 21

    public Kling2_6Request CleanOptional(Kling2_6Request request) => request.Unset("prompt"); // RIGHT 22

    public KlingV2StandardAvatarRequest CleanAvatar(KlingV2StandardAvatarRequest request) => request.Unset("audio_url"); // RIGHT 23

    public Task<KlingJob> SquishAsync(JsonElement body) => _client.SubmitAsync(SquishSlug, body); // RIGHT 24

    public Task<KlingJob> HugAsync(JsonElement body) => _client.SubmitAsync("kling-hug", body); // RIGHT 25

    public Task<KlingJob> OtherAsync(JsonElement body) => _client.SubmitAsync("veo-3.1-fast", body); // RIGHT 26

    public Task<KlingJob> KnownAsync(JsonElement body, CancellationToken token) => _client.SubmitAsync(slug: "kling-1.6-image2video", body: body, cancellationToken: token); // RIGHT 27

    public Task<KlingJob> FutureAsync(JsonElement body) => _client.SubmitAsync("kling-4-text2video", body); // RIGHT 28

    public Task<KlingJob> ChosenAsync(string slug, JsonElement body) => _client.SubmitAsync(slug.Trim(), body); // RIGHT 29

    public async Task<string> StoreAsync(IKlingRequest request)
    {
        KlingJob job = await _client.SubmitAsync(request); // RIGHT 30
        _tokens[job.RequestId] = job.ToToken();
        return job.RequestId;
    }

    public KlingJob Resume(string requestId) => _client.GetJob(_tokens[requestId]); // RIGHT 31

    public KlingJob ResumeToken(KlingJob job) => _client.GetJob(job.ToToken());

    public async Task<KlingResult> ResumeFileAsync(string id)
    {
        string token = await File.ReadAllTextAsync(Path.Combine("jobs", id + ".json"));
        return await _client.GetJob(token: token).WaitForCompletionAsync(); // RIGHT 32
    }

    public static string Title(Dictionary<string, string> row) => row["pormpt"] + row.GetValueOrDefault("durration"); // RIGHT 33

    public static JsonObject PartnerOrder(string text) => new() { ["promt"] = text, ["aspect_ration"] = "16:9" }; // RIGHT 34

    public static IEnumerable<string> Slugs() => KlingModels.All.Select(m => m.Slug).Where(s => s.StartsWith("kling-o3", StringComparison.Ordinal));

    public async Task<Uri> UploadAsync(Stream stream) => await _client.Files.UploadAsync(stream, "image/x-tga"); // RIGHT 35

    public async Task<KlingResult> UploadedAsync(string text)
    {
        Uri image = await _client.Files.UploadAsync(@"C:\photos\summit.png"); // RIGHT 36
        return await _client.RunAsync(new KlingO3Image2VideoRequest { Prompt = text, ImageUrl = image });
    }
}
