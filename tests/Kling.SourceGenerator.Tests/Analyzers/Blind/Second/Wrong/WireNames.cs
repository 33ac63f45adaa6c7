using System;
using System.IO;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Kling;
using Kling.Models;

namespace BlindWrong.WireNames;

public sealed class Inspector(KlingClient client)
{
    private const string Slug = "kling-o3-text2vidoe";
    private const string ReadMe = "GenerateAudio";

    public bool HasDuration(KlingO3Text2VideoRequest request) => request.IsSet("Duration"); // WRONG 187: property name in IsSet

    public bool HasAudio(KlingO3Text2VideoRequest request) => request.IsSet(name: ReadMe); // WRONG 188: property name in IsSet (const, named argument)

    public string Describe(Kling3ProImage2VideoRequest request)
    {
        if (request.IsSet("end_imge_url")) // WRONG 189: misspelt wire name in IsSet
        {
            return "with last frame";
        }

        return request.IsSet("cfg_scale") ? "tuned" : "plain";
    }

    public KlingO3Image2VideoRequest Untitled(KlingO3Image2VideoRequest request) => request.Unset("prompt"); // WRONG 190: Unset of a required parameter

    public Kling3ProImage2VideoRequest Reset(Kling3ProImage2VideoRequest request) =>
        request.Unset("duration").Unset("start_image_url"); // WRONG 191: Unset of a required parameter (chain)

    public KlingO3Text2VideoRequest Silent(KlingO3Text2VideoRequest request) => request.Unset(nameof(KlingO3Text2VideoRequest.NegativePrompt)); // WRONG 192: nameof in Unset

    public Task<KlingJob> RawAsync(JsonElement body) => client.SubmitAsync(Slug, body); // WRONG 193: slug misspelt (const)

    public async Task<string> RawEditAsync(JsonElement body, CancellationToken token)
    {
        KlingJob job = await client.SubmitAsync("kling-o3-video2video-eddit", body, token); // WRONG 194: slug misspelt
        return job.ToToken();
    }

    public async Task<KlingJob> NamedAsync(JsonElement body) =>
        await client.SubmitAsync(body: body, slug: "klign-2.6"); // WRONG 195: slug misspelt (named arguments)

    public KlingJob Again(KlingJob job) => client.GetJob(job.RequestId); // WRONG 196: id instead of token

    public async Task<KlingResult> ResumeAsync(IKlingRequest request)
    {
        KlingJob submitted = await client.SubmitAsync(request);
        string id = submitted.RequestId;
        return await client.GetJob(id).WaitForCompletionAsync(); // WRONG 197: id instead of token (local)
    }

    public KlingJob FromResult(KlingResult result) => client.GetJob(token: result.RequestId); // WRONG 198: id of a result instead of token

    public async Task<KlingJobStatus> PollAsync(string folder, KlingJob job)
    {
        string path = Path.Combine(folder, "job.txt");
        await File.WriteAllTextAsync(path, job.ToToken());
        return (await client.GetJob(job.ToString()).GetStatusAsync()).Status; // WRONG 199: ToString instead of token
    }

    public bool HasText(Kling3ProImage2VideoMultiPromptItem item) => item.IsSet("Prompt"); // WRONG 200: property name in IsSet (nested record)
}
