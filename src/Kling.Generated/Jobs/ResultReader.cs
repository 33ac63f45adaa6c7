using System.Text.Json;

namespace Kling;

/// <summary>Reads the body of a finished job.</summary>
internal static class ResultReader
{
    /// <summary>The result.</summary>
    /// <param name="answer">The server's response.</param>
    /// <param name="job">The job.</param>
    /// <param name="source">The URL of the response.</param>
    /// <param name="downloader">What downloads the files.</param>
    /// <exception cref="KlingApiException">There is no output.</exception>
    public static KlingResult Read(JobAnswer answer, JobIdentity job, Uri source, MediaDownloader downloader)
    {
        JsonElement json = answer.Json;
        IReadOnlyList<KlingMedia> outputs = OutputReader.Read(json, job, source, downloader);
        string? output = OutputBody.Read(json) is { } value ? ReadText(value, job.Output) : null;
        if (output is null && outputs.Count == 0)
        {
            throw ApiErrors.NoOutput(answer.Http, job.RequestId);
        }

        return new KlingResult
        {
            RequestId = job.RequestId,
            Slug = job.Slug,
            Status = answer.Status,
            Output = output,
            Outputs = outputs,
            Metrics = JobRecord.ReadMetrics(json),
            Json = json,
        };
    }

    /// <summary>The text, or the JSON of anything else. An empty list or object is an output of a model that returns JSON only.</summary>
    private static string? ReadText(JsonElement output, KlingOutputKind kind) =>
        output.ValueKind switch
        {
            JsonValueKind.String => output.AsText(),
            JsonValueKind.Array when kind is not KlingOutputKind.Json && output.GetArrayLength() == 0 => null,
            JsonValueKind.Object when kind is not KlingOutputKind.Json && !output.EnumerateObject().Any() => null,
            _ => output.GetRawText(),
        };
}
