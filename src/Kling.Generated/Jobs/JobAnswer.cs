using System.Text.Json;

namespace Kling;

/// <summary>What the server says about a job.</summary>
/// <param name="Status">The status, as far as it is known.</param>
/// <param name="State">The server's own word for it, or null if it gave none.</param>
/// <param name="Json">The response body.</param>
/// <param name="Http">The response.</param>
internal sealed record JobAnswer(KlingJobStatus Status, string? State, JsonElement Json, ApiAnswer Http)
{
    /// <summary>The four words that the API documents. They count whatever the HTTP status, because FAILED comes with 422.</summary>
    private static readonly Dictionary<string, KlingJobStatus> Documented = new(StringComparer.OrdinalIgnoreCase)
    {
        ["QUEUED"] = KlingJobStatus.Queued,
        ["PROCESSING"] = KlingJobStatus.Processing,
        ["COMPLETED"] = KlingJobStatus.Completed,
        ["FAILED"] = KlingJobStatus.Failed,
    };

    /// <summary>
    /// Words that other services use for the same. They count in a response with a good HTTP status only: gateways write <c>"status": "error"</c> into
    /// bodies that say nothing about the job.
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

        bool isKnown = Documented.TryGetValue(state, out KlingJobStatus status) || (isSuccess && Undocumented.TryGetValue(state, out status));
        return (isKnown ? status : KlingJobStatus.Unknown, state);
    }
}
