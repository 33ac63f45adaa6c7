using System.Text.Json;

namespace Kling;

/// <summary>What the server gave for an accepted submit.</summary>
internal sealed record SubmitReceipt(
    string RequestId,
    KlingJobStatus Status,
    string? StatusUrl,
    string? ResultUrl,
    DateTimeOffset SubmittedAt
)
{
    /// <summary>
    /// Reads the answer to a submit. One that names both an id and a known state tells of a job whatever its HTTP status, as FAILED comes
    /// with 422; of a good answer the id is enough.
    /// </summary>
    public static SubmitReceipt? Read(JsonElement? body, bool isSuccess, DateTimeOffset submittedAt)
    {
        if (body is not { } json || JobRecord.ReadId(json) is not { } id || !SegmindPath.IsSegment(id))
        {
            return null;
        }

        (KlingJobStatus status, _) = JobRecord.ReadStatus(json, isSuccess);
        return isSuccess || status is not KlingJobStatus.Unknown
            ? new SubmitReceipt(id, status, json.Text("status_url"), json.Text("response_url"), submittedAt)
            : null;
    }
}
