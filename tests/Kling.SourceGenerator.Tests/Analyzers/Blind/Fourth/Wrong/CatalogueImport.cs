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

namespace BlindFour.Wrong.Names;

/// <summary>Reads the travel agency's catalogue and orders clips.</summary>
public sealed class CatalogueImport
{
    private const string Slug = "kling-o3-text2vidoe";
    private static readonly KlingJsonObject Extras = KlingJsonObject.Empty.With("aspect_ration", "16:9"); // WRONG 24: aspect_ratio
    private static readonly JsonObject Options = new() { ["negativ_prompt"] = "rain" }; // WRONG 25: negative_prompt

    private readonly KlingClient _client;
    private readonly TextWriter _log;

    public CatalogueImport(KlingClient client, TextWriter log) => (_client, _log) = (client, log);

    public KlingO3Text2VideoRequest Beach(string name) => new()
    {
        Prompt = name,
        AdditionalParameters = Extras,
    };

    public Kling1_6Text2VideoRequest Mountain(string name) => new()
    {
        Prompt = name,
        AdditionalParameters = Options,
    };

    public KlingO3Text2VideoRequest Harbour(string name) =>
        KlingO3Text2VideoRequest.CreateBuilder(name)
            .WithAdditionalParameter("durration", 5) // WRONG 26: duration
            .WithAdditionalParameter("pormpt", name) // WRONG 27: prompt
            .WithAdditionalParameter("generate_adio", true) // WRONG 28: generate_audio
            .WithAdditionalParameter(value: 0.4, name: "cfg_sclae") // WRONG 29: cfg_scale
            .Build();

    public Kling3ProImage2VideoRequest Lighthouse(Uri image) => new()
    {
        Prompt = "The lamp turns.",
        StartImageUrl = image,
        AdditionalParameters = KlingJsonObject.Empty.With("end_image_ulr", "https://a.example/end.png"), // WRONG 30: end_image_url
    };

    public Kling3ProImage2VideoRequest Ferry(Uri image)
    {
        var bag = new JsonObject
        {
            ["seed"] = 42,
            ["shottype"] = "customize", // WRONG 31: shot_type
            ["voice_id"] = new JsonArray("captain"), // WRONG 32: voice_ids
        };
        return new Kling3ProImage2VideoRequest { Prompt = "The ferry leaves.", StartImageUrl = image, AdditionalParameters = bag };
    }

    public KlingO1ImageToVideoRequest Cable(Uri a, Uri b)
    {
        var extras = new JsonObject([KeyValuePair.Create<string, JsonNode?>("Duration", 10)]); // WRONG 33: case of duration
        return new KlingO1ImageToVideoRequest { Prompt = "Up the mountain.", StartImageUrl = a, EndImageUrl = b, AdditionalParameters = extras };
    }

    public KlingO3Image2VideoRequest Camel(Uri image)
    {
        var request = new KlingO3Image2VideoRequest { Prompt = "The caravan moves.", ImageUrl = image };
        return request with { AdditionalParameters = request.AdditionalParameters.With(name: "multiPrompt", value: new JsonArray()) }; // WRONG 34: multi_prompt
    }

    public void Log(KlingO3Text2VideoRequest request, Kling3ProImage2VideoRequest still)
    {
        if (request.IsSet("Duration")) // WRONG 35: wire name is duration
        {
            _log.WriteLine("has a duration");
        }

        bool ratio = request.IsSet("AspectRatio"); // WRONG 36: C# name
        bool cfg = request.IsSet(name: "cfgScale"); // WRONG 37: camel case
        bool sound = still.IsSet(nameof(Kling3ProImage2VideoRequest.GenerateAudio)); // WRONG 38: nameof is the C# name
        _log.WriteLine($"{ratio} {cfg} {sound} {still.IsSet("start_image_uri")}"); // WRONG 39: start_image_url
    }

    public KlingO3Text2VideoRequest Reset(KlingO3Text2VideoRequest request)
    {
        const string field = "negative_promt";
        request = request.Unset(field); // WRONG 40: negative_prompt
        return request.Unset("prompt"); // WRONG 41: required
    }

    public IKlingRequest ResetImage(Kling1_6Image2VideoRequest request) => request.Unset("image"); // WRONG 42: required

    public async Task<KlingJob> UntypedAsync(JsonElement body, CancellationToken cancellationToken)
    {
        if (body.TryGetProperty("image", out _))
        {
            return await _client.SubmitAsync("kling-1.6-image2vidoe", body, cancellationToken); // WRONG 43: slug
        }

        if (body.TryGetProperty("video_url", out _))
        {
            return await _client.SubmitAsync(body: body, slug: "kling-o3-video2video-edt", cancellationToken: cancellationToken); // WRONG 44: slug
        }

        return await _client.SubmitAsync(Slug, body, cancellationToken); // WRONG 45: slug in a constant
    }

    public Task<KlingJob> UrlAsync(JsonElement body) => _client.SubmitAsync("https://api.segmind.com/v2/kling-2.1", body); // WRONG 46: a URL is no slug

    public async Task<KlingResult> ResumeAsync(KlingJob job)
    {
        KlingJob again = _client.GetJob(job.RequestId); // WRONG 47: id instead of token
        return await again.WaitForCompletionAsync();
    }

    public async Task<KlingResult> ResumeByTextAsync(KlingO3Text2VideoRequest request)
    {
        KlingJob job = await _client.SubmitAsync(request);
        string id = job.RequestId;
        await _log.WriteLineAsync(id);
        KlingJob sameJob = _client.GetJob(token: id); // WRONG 48: id in a local
        return await sameJob.WaitForCompletionAsync();
    }

    public KlingJob Fixed() => _client.GetJob("b1946ac92492d2347c6235b4d2611184"); // WRONG 49: not a token

    public KlingJob FromPrint(KlingJob job) => _client.GetJob(job.ToString()); // WRONG 50: text instead of token

    public async Task<Uri> UploadAsync() => await _client.Files.UploadAsync("https://images.reisebuero.example/beach.png"); // WRONG 51: a URL is no path

    public async Task<Uri> UploadTypedAsync(string path) => await _client.Files.UploadAsync(path, contentType: "png"); // WRONG 52: no media type
}
