using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling.Emulator;

/// <summary>What the API says about a job.</summary>
internal static class JobAnswer
{
    /// <summary>The response to the submit.</summary>
    /// <param name="job">The job.</param>
    /// <param name="routes">Its addresses.</param>
    /// <param name="origin">The host to use in the URLs; <see langword="null"/> for the right one.</param>
    public static HttpResponseMessage Accepted(EmulatedJob job, ApiRoutes routes, Uri? origin)
    {
        return ApiAnswer.Json(
            HttpStatusCode.OK,
            new JsonObject
            {
                ["request_id"] = job.Id,
                ["status"] = Name(JobState.Queued),
                ["status_url"] = Text(routes.Status(job.Id)),
                ["response_url"] = Text(routes.Result(job.Id)),
                ["poll_url"] = Text(routes.Status(job.Id)),
            }
        );

        string Text(Uri uri) => (origin is null ? uri : new Uri(origin, uri.PathAndQuery)).AbsoluteUri;
    }

    /// <summary>The response to a status or result request. For a failed job, both have the status 422.</summary>
    public static HttpResponseMessage Of(EmulatedJob job, DateTimeOffset now, ApiRoutes routes, bool isWhole)
    {
        JobState state = job.StateAt(now);
        var body = new JsonObject { ["request_id"] = job.Id, ["status"] = Name(state) };
        if (state is JobState.Failed)
        {
            body["error"] = job.Error;
        }
        else if (isWhole)
        {
            body["error"] = null;
            AddOutput(body, job, now, routes);
        }

        if (state is JobState.Completed or JobState.Failed)
        {
            body["metrics"] = Metrics(job);
        }

        return ApiAnswer.Json(state is JobState.Failed ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.OK, body);
    }

    /// <summary>
    /// Why a job of the model cannot succeed here: the emulator has a video and an image to give and can make up words, but it has no sound.
    /// </summary>
    public static string? WhyNotServed(KlingModel model) =>
        model.Output is KlingOutputKind.Audio ? "The emulator has no audio file to return" : null;

    private static void AddOutput(JsonObject body, EmulatedJob job, DateTimeOffset now, ApiRoutes routes)
    {
        if (!job.HasOutputAt(now))
        {
            body["output"] = null;
            return;
        }

        body["prompt"] = Prompt(job.Body);
        switch (job.Model.Output)
        {
            case KlingOutputKind.Text:
                body["output"] = "A text made by the emulator.";
                break;
            case KlingOutputKind.Json:
                body["output"] = """{"emulated":true}""";
                break;
            case KlingOutputKind.Image:
                body["output"] = routes.File(job.FileName).AbsoluteUri;
                body["images"] = new JsonArray(Media(job, routes));
                break;
            default:
                body["output"] = routes.File(job.FileName).AbsoluteUri;
                body["video"] = Media(job, routes);
                break;
        }
    }

    private static JsonObject Media(EmulatedJob job, ApiRoutes routes) =>
        new()
        {
            ["url"] = routes.File(job.FileName).AbsoluteUri,
            ["content_type"] = SampleFile.Of(job.Model).ContentType,
            ["file_name"] = job.FileName,
            ["file_size"] = SampleFile.Of(job.Model).Bytes.Length,
        };

    // A failed job is not billed, and its metrics say nothing of money.
    private static JsonObject Metrics(EmulatedJob job)
    {
        var metrics = new JsonObject();
        if (job.Error is null)
        {
            metrics["cost"] = job.Cost;
            metrics["remaining_credits"] = job.RemainingCredits;
        }

        metrics["inference_time"] = job.InferenceTime.TotalSeconds;
        metrics["queue_time"] = job.QueueTime.TotalSeconds;
        metrics["total_time"] = job.TotalTime.TotalSeconds;
        return metrics;
    }

    // A result repeats the prompt.
    private static string? Prompt(JsonElement body) =>
        body.ValueKind is JsonValueKind.Object
        && body.TryGetProperty("prompt", out JsonElement prompt)
        && prompt.ValueKind is JsonValueKind.String
            ? prompt.GetString()
            : null;

    private static string Name(JobState state) => state.ToString().ToUpperInvariant();
}
