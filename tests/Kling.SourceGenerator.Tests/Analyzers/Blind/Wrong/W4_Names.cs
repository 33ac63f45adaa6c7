using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Blind.Models;
using Kling;
using Kling.Models;

namespace Blind.Wrong.Names;

internal static class Additional
{
    public static AcmeAvatarRequest Wide(string script, Uri portrait) =>
        AcmeAvatarRequest.CreateBuilder(script, portrait).WithAdditionalParameter("widht", 640).Build(); // WRONG 92: misspelt additional parameter

    public static KlingO3Text2VideoRequest Guided(string prompt) => new()
    {
        Prompt = prompt,
        AdditionalParameters = new JsonObject { ["cfg_scal"] = 0.7 }, // WRONG 93: misspelt additional parameter
    };

    public static Kling3ProImage2VideoRequest Avoiding(Kling3ProImage2VideoRequest request, string avoided) => request with
    {
        AdditionalParameters = KlingJsonObject.Empty.With("negativ_prompt", avoided), // WRONG 94: misspelt additional parameter
    };

    public static KlingO3Image2VideoRequest Audible(string prompt, Uri image)
    {
        var extras = new JsonObject();
        extras["generateAudio"] = true; // WRONG 95: misspelt additional parameter
        return new KlingO3Image2VideoRequest { Prompt = prompt, ImageUrl = image, AdditionalParameters = extras };
    }

    public static KlingO1ImageToVideoRequest Ending(KlingO1ImageToVideoRequest request, Uri end) => request with
    {
        AdditionalParameters = new JsonObject
        {
            ["camera_motion"] = "dolly",
            ["EndImageUrl"] = end.OriginalString, // WRONG 96: misspelt additional parameter
        },
    };

    public static KlingO3Text2VideoRequest Vertical(string prompt) =>
        KlingO3Text2VideoRequest.CreateBuilder(prompt).WithAdditionalParameter("aspect_ratio", "9:16").Build(); // WRONG 97: declared parameter added

    public static Kling3ProImage2VideoElement Face(Uri front, string side) => new()
    {
        FrontalImageUrl = front,
        AdditionalParameters = new JsonObject { ["reference_image_url"] = new JsonArray(side) }, // WRONG 98: misspelt additional parameter
    };

    public static SoundBedRequest Slow(string mood)
    {
        using JsonDocument document = JsonDocument.Parse("60");
        return new()
        {
            Mood = mood,
            AdditionalParameters = KlingJsonObject.From([KeyValuePair.Create("bmp", document.RootElement)]), // WRONG 99: misspelt additional parameter
        };
    }
}

internal static class Asking
{
    public static bool HasWidth(AcmeAvatarRequest request) => request.IsSet("Width"); // WRONG 100: wrong wire name

    public static IEnumerable<KlingO3Image2VideoRequest> WithEnd(IEnumerable<KlingO3Image2VideoRequest> requests) =>
        requests.Where(request => request.IsSet("endImageUrl")).OrderBy(request => request.Prompt); // WRONG 101: wrong wire name

    public static string Describe(KlingO3Text2VideoRequest request)
    {
        if (request.IsSet(nameof(request.CfgScale))) // WRONG 102: wrong wire name
        {
            return $"guided by {request.CfgScale}";
        }

        return request.IsSet("negative_promt") ? "restricted" : "free"; // WRONG 103: wrong wire name
    }

    public static KlingO3Text2VideoRequest Reset(KlingO3Text2VideoRequest request) => request.Unset("prompt"); // WRONG 104: required parameter unset

    public static PosterMakerRequest Plain(PosterMakerRequest request)
    {
        const string Title = "headline";
        return request.Unset("style").Unset(Title); // WRONG 105: required parameter unset
    }

    public static SoundBedRequest Unfaded(SoundBedRequest request) => request
        .Unset("fade_curve")
        .Unset("FadeIn"); // WRONG 106: wrong wire name
}

internal sealed class Raw(KlingClient client)
{
    public Task<KlingJob> Eagle(JsonElement body) => client.SubmitAsync("kling-o3-text2vidoe", body); // WRONG 107: misspelt model slug

    public async Task<KlingJob> Avatar(string script, string portrait)
    {
        const string Model = "acme-avatr";
        JsonElement body = JsonSerializer.SerializeToElement(new { script, portrait_url = portrait });
        return await client.SubmitAsync(Model, body); // WRONG 108: misspelt model slug
    }

    public Task<KlingJob> ByType(JsonElement body) => client.SubmitAsync(nameof(KlingO3Image2VideoRequest), body); // WRONG 109: misspelt model slug

    public async Task<KlingResult> Again(KlingJob earlier) => await client.GetJob(earlier.RequestId).WaitForCompletionAsync(); // WRONG 110: id for token

    public async Task<KlingJobStatus> StatusOf(KlingResult result)
    {
        KlingJob job = client.GetJob(result.RequestId); // WRONG 111: id for token
        KlingProgress progress = await job.GetStatusAsync();
        return progress.Status;
    }

    public IEnumerable<KlingJob> Resumed(IEnumerable<KlingOutcome> outcomes) =>
        from outcome in outcomes
        where outcome.Job is not null
        let id = outcome.Job.RequestId
        select client.GetJob(id); // WRONG 112: id for token

    public async Task<KlingResult> Retried(KlingJob job)
    {
        try
        {
            return await job.WaitForCompletionAsync(TimeSpan.FromMinutes(2));
        }
        catch (KlingTimeoutException late) when (late.RequestId is { } id)
        {
            return await client.GetJob(id).WaitForCompletionAsync(); // WRONG 113: id for token
        }
    }

    public KlingJob Known() => client.GetJob("2f1c7f0e-6a0b-4c51-9a0e-0f5d6a0c9b1e"); // WRONG 114: id for token
}
