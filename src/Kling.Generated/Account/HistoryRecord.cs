using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling;

/// <summary>A request of the history as the record of a job that the API would have returned.</summary>
internal static class HistoryRecord
{
    public static JsonElement Of(KlingHistoryEntry entry)
    {
        var metrics = new JsonObject { ["cost"] = entry.Cost, ["total_time"] = entry.Latency?.TotalSeconds };
        var record = new JsonObject
        {
            ["request_id"] = entry.RequestId,
            ["status"] = entry.Status.ToString().ToUpperInvariant(),
            ["output"] = entry.Outputs.Count switch
            {
                0 => null,
                1 => entry.Outputs[0],
                _ => new JsonArray([.. entry.Outputs.Select(static output => (JsonNode)output)]),
            },
            ["error"] = entry.Error,
            ["metrics"] = metrics,
        };
        using var json = JsonDocument.Parse(record.ToJsonString());
        return json.RootElement.Clone();
    }
}
