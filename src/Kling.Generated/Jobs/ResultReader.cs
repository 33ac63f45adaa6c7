using System.Text.Json;

namespace Kling;

/// <summary>Reads the body of a finished job.</summary>
internal static class ResultReader
{
    public static KlingResult Read(JobAnswer answer, JobIdentity job, MediaDownloader downloader)
    {
        JsonElement json = answer.Json;
        string? output = json.Member("output") is { } value ? value.AsText() ?? NonStringText(value) : null;
        Uri? outputUrl = JsonMember.AsAddress(output);
        KlingMedia? video = ReadMedia(json.Member("video"), job, downloader);
        List<KlingMedia> images = ReadImages(json.Member("images"), job, downloader);
        if (output is null && video is null && images.Count == 0)
        {
            throw ApiErrors.Unreadable(answer.Http, job.RequestId, $"The job {job.RequestId} is completed, but it has no output.", isRetryable: false);
        }

        KlingOutputKind kind = job.Output;
        if (outputUrl is not null && kind is KlingOutputKind.Image && images.Count == 0)
        {
            images.Add(new KlingMedia(outputUrl, job.RequestId, downloader));
        }

        return new KlingResult
        {
            RequestId = job.RequestId,
            Slug = job.Slug,
            Status = answer.Status,
            Output = output,
            Video = video ?? (outputUrl is not null && kind is KlingOutputKind.Video ? new KlingMedia(outputUrl, job.RequestId, downloader) : null),
            Images = images,
            Metrics = ReadMetrics(json),
            Json = json,
        };
    }

    public static KlingMetrics? ReadMetrics(JsonElement json) =>
        json.Member("metrics") is { ValueKind: JsonValueKind.Object } metrics
            ? new KlingMetrics
            {
                Cost = metrics.Number("cost"),
                RemainingCredits = metrics.Number("remaining_credits"),
                InferenceTime = metrics.Seconds("inference_time"),
                QueueTime = metrics.Seconds("queue_time"),
                TotalTime = metrics.Seconds("total_time"),
                RetryCount = metrics.Integer("retry_count") is { } count and >= 0 and <= int.MaxValue ? (int)count : null,
            }
            : null;

    private static string? NonStringText(JsonElement value) => value.ValueKind is JsonValueKind.String ? null : value.GetRawText();

    private static List<KlingMedia> ReadImages(JsonElement? images, JobIdentity job, MediaDownloader downloader) =>
        images is { ValueKind: JsonValueKind.Array } items
            ? [.. items.EnumerateArray().Select(item => ReadMedia(item, job, downloader)).OfType<KlingMedia>()]
            : [];

    private static KlingMedia? ReadMedia(JsonElement? media, JobIdentity job, MediaDownloader downloader)
    {
        if (media is not { } json)
        {
            return null;
        }

        Uri? url = json.ValueKind is JsonValueKind.String ? JsonMember.AsAddress(json.AsText()) : json.Address("url");
        return url is null
            ? null
            : new KlingMedia(url, job.RequestId, downloader)
            {
                ContentType = json.Text("content_type"),
                FileName = json.Text("file_name"),
                FileSize = json.Integer("file_size"),
                LastFrameUrl = json.Address("last_frame_url"),
            };
    }
}
