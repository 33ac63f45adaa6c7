using System.Text.Json;

namespace Kling;

/// <summary>What the server keeps of a job: how long, in which words it gives the status, and the metrics.</summary>
internal static class JobRecord
{
    /// <summary>How long the server keeps a job's record after the submit.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromHours(1);

    /// <summary>The four words that the API documents. They count whatever the HTTP status, because FAILED comes with 422.</summary>
    private static readonly Dictionary<string, KlingJobStatus> Documented = new(StringComparer.OrdinalIgnoreCase)
    {
        ["QUEUED"] = KlingJobStatus.Queued,
        ["PROCESSING"] = KlingJobStatus.Processing,
        ["COMPLETED"] = KlingJobStatus.Completed,
        ["FAILED"] = KlingJobStatus.Failed,
    };

    /// <summary>
    /// Statuses of other services with the same meaning. They count only in a response with a success status, because gateways write
    /// <c>"status":
    /// "error"</c> into bodies that are not about the job.
    /// </summary>
    private static readonly Dictionary<string, KlingJobStatus> Undocumented = new(StringComparer.OrdinalIgnoreCase)
    {
        ["PENDING"] = KlingJobStatus.Queued,
        ["IN_QUEUE"] = KlingJobStatus.Queued,
        ["RUNNING"] = KlingJobStatus.Processing,
        ["IN_PROGRESS"] = KlingJobStatus.Processing,
        ["SUCCEEDED"] = KlingJobStatus.Completed,
        ["SUCCESS"] = KlingJobStatus.Completed,
        ["CANCELLED"] = KlingJobStatus.Failed,
        ["CANCELED"] = KlingJobStatus.Failed,
        ["ABORTED"] = KlingJobStatus.Failed,
        ["TERMINATED"] = KlingJobStatus.Failed,
        ["REJECTED"] = KlingJobStatus.Failed,
        ["EXPIRED"] = KlingJobStatus.Failed,
        ["TIMEOUT"] = KlingJobStatus.Failed,
        ["TIMED_OUT"] = KlingJobStatus.Failed,
        ["ERROR"] = KlingJobStatus.Failed,
        ["FAILURE"] = KlingJobStatus.Failed,
    };

    public static (KlingJobStatus Status, string? State) ReadStatus(JsonElement json, bool isSuccess)
    {
        if (json.Text("status") is not { } state)
        {
            return (KlingJobStatus.Unknown, null);
        }

        return (StatusOf(state, isSuccess), state);
    }

    /// <summary>The meaning of a status.</summary>
    /// <param name="state">The server's word.</param>
    /// <param name="isSuccess">Whether it stands in a response with a success status.</param>
    public static KlingJobStatus StatusOf(string state, bool isSuccess) =>
        Documented.TryGetValue(state, out KlingJobStatus status) || (isSuccess && Undocumented.TryGetValue(state, out status))
            ? status
            : KlingJobStatus.Unknown;

    public static string? ReadId(JsonElement json) => json.Text("request_id");

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
}
