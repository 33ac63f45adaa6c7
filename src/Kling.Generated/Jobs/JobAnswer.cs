using System.Text.Json;

namespace Kling;

/// <summary>What the server says about a job.</summary>
internal sealed record JobAnswer(KlingJobStatus Status, JsonElement Json, ApiAnswer Http)
{
    private static readonly Dictionary<string, KlingJobStatus> States = new(StringComparer.OrdinalIgnoreCase)
    {
        ["QUEUED"] = KlingJobStatus.Queued,
        ["PROCESSING"] = KlingJobStatus.Processing,
        ["COMPLETED"] = KlingJobStatus.Completed,
        ["FAILED"] = KlingJobStatus.Failed,
    };

    public static KlingJobStatus ReadStatus(JsonElement json) =>
        json.Text("status") is { } state && States.TryGetValue(state, out KlingJobStatus status) ? status : KlingJobStatus.Unknown;
}
