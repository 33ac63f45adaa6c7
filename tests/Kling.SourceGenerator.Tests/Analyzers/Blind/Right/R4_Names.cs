using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Blind.Models;
using Kling;
using Kling.Models;

namespace Blind.Right.Names;

internal static class Additional
{
    public static AcmeAvatarRequest Newer(string script, Uri portrait) =>
        AcmeAvatarRequest.CreateBuilder(script, portrait).WithAdditionalParameter("newer_than_the_schema", true).Build(); // RIGHT 112

    public static KlingO3Text2VideoRequest Camera(string prompt) => new()
    {
        Prompt = prompt,
        AdditionalParameters = new JsonObject { ["camera_path"] = new JsonObject { ["widht"] = 3, ["promt"] = "dolly" } }, // RIGHT 113
    };

    public static KlingO3Text2VideoRequest Seeded(string prompt) => KlingO3Text2VideoRequest.CreateBuilder(prompt).WithAdditionalParameter("seed", 42).Build(); // RIGHT 114

    public static SoundBedRequest FromUser(SoundBedRequest request, string name, JsonElement value) => request with
    {
        AdditionalParameters = request.AdditionalParameters.With(name, value), // RIGHT 115
    };

    public static JsonObject Unrelated(AcmeAvatarRequest request)
    {
        var log = new JsonObject();
        log["widht"] = request.Width; // RIGHT 116
        log["scirpt"] = request.Script;
        return log;
    }

    public static KlingO1ImageToVideoRequest Read(KlingO1ImageToVideoRequest request, Stream stream)
    {
        JsonObject? extras = JsonNode.Parse(stream)?.AsObject();
        return request with { AdditionalParameters = extras }; // RIGHT 117
    }

    public static KlingO3Image2VideoRequest Cleaned(KlingO3Image2VideoRequest request) => request with
    {
        AdditionalParameters = request.AdditionalParameters.Without("generateAudio"), // RIGHT 118
    };

    public static Kling3ProImage2VideoElement Face(Uri front) => new()
    {
        FrontalImageUrl = front,
        AdditionalParameters = new JsonObject { ["prompt"] = "smiling", ["weight"] = 0.3 }, // RIGHT 119
    };
}

internal static class Asking
{
    public static bool HasWidth(AcmeAvatarRequest request) => request.IsSet("width"); // RIGHT 120

    public static IEnumerable<KlingO3Image2VideoRequest> WithEnd(IEnumerable<KlingO3Image2VideoRequest> requests) =>
        from request in requests
        where request.IsSet("end_image_url") // RIGHT 121
        select request;

    public static bool Has(KlingO3Text2VideoRequest request, string name) => request.IsSet(name); // RIGHT 122

    public static KlingO3Text2VideoRequest Bare(KlingO3Text2VideoRequest request) =>
        KlingO3Text2VideoRequest.Model.Parameters
            .Where(parameter => !parameter.IsRequired)
            .Aggregate(request, (current, parameter) => current.Unset(parameter.Name)); // RIGHT 123

    public static KlingO3Text2VideoRequest Unseeded(KlingO3Text2VideoRequest request) => request.IsSet("seed") ? request.Unset("seed") : request; // RIGHT 124

    public static SoundBedRequest Unfaded(SoundBedRequest request) => request.Unset("fade_in").Unset("fade_curve"); // RIGHT 125

    public static bool UsesOldTempo(SoundBedRequest request) => request.IsSet("tempo"); // RIGHT 126

    public static Kling3ProImage2VideoMultiPromptItem Undated(Kling3ProImage2VideoMultiPromptItem shot) => shot.Unset("duration"); // RIGHT 127
}

internal sealed class Raw(KlingClient client)
{
    public Task<KlingJob> Eagle(JsonElement body) => client.SubmitAsync("kling-o3-text2video", body); // RIGHT 128

    public async Task<KlingJob> OtherVendor(JsonElement body, CancellationToken stop) => await client.SubmitAsync("veo-3-fast", body, stop); // RIGHT 129

    public Task<KlingJob> Any(KlingModel model, JsonElement body) => client.SubmitAsync(model.Slug, body); // RIGHT 130

    public Task<KlingJob> Own(JsonElement body) => client.SubmitAsync(PosterMakerRequest.Model.Slug, body); // RIGHT 131

    public async Task<KlingResult> Again(KlingJob earlier) => await client.GetJob(earlier.ToToken()).WaitForCompletionAsync(); // RIGHT 132

    public async Task<KlingResult> FromFile(string path, CancellationToken stop)
    {
        KlingJob job = client.GetJob(await File.ReadAllTextAsync(path, stop)); // RIGHT 133
        return await job.WaitForCompletionAsync(cancellationToken: stop);
    }

    public async Task<KlingResult> Retried(KlingJob job)
    {
        try
        {
            return await job.WaitForCompletionAsync(TimeSpan.FromMinutes(2));
        }
        catch (KlingException late) when (late.Token is { } token)
        {
            return await client.GetJob(token).WaitForCompletionAsync(); // RIGHT 134
        }
    }

    public IEnumerable<KlingJob> Resumed(IReadOnlyDictionary<string, string> tokensById, IEnumerable<KlingOutcome> outcomes) =>
        from outcome in outcomes
        where outcome.Job is not null
        select client.GetJob(tokensById[outcome.Job.RequestId]); // RIGHT 135
}
