namespace Kling;

/// <summary>What the server gave for an accepted submit.</summary>
internal sealed record SubmitReceipt(string RequestId, KlingJobStatus Status, string? StatusUrl, string? ResultUrl, DateTimeOffset SubmittedAt)
{
    /// <summary>
    /// Reads the answer to a submit. One that names both an id and a known state tells of a job whatever its HTTP status, as FAILED comes with
    /// 422; of a good answer the id is enough.
    /// </summary>
    public static SubmitReceipt? Read(ApiAnswer answer, DateTimeOffset submittedAt)
    {
        if (answer.ReadObject() is not { } json || json.Text("request_id") is not { } id || !ApiAddress.IsSegment(id))
        {
            return null;
        }

        (KlingJobStatus status, _) = JobAnswer.ReadStatus(json, answer.IsSuccess);
        return answer.IsSuccess || status is not KlingJobStatus.Unknown
            ? new SubmitReceipt(id, status, json.Text("status_url"), json.Text("response_url"), submittedAt)
            : null;
    }
}
