using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling;

/// <summary>A list whose items have one schema.</summary>
internal sealed class StrictArray(StrictNode items, string? description) : StrictNode(description)
{
    public override bool AllowsNull => false;

    public override bool Matches(JsonElement value) => value.ValueKind is JsonValueKind.Array && value.EnumerateArray().All(items.Matches);

    public override void Read(JsonElement value, Utf8JsonWriter json)
    {
        if (value.ValueKind is not JsonValueKind.Array)
        {
            value.WriteTo(json);
            return;
        }

        json.WriteStartArray();
        foreach (JsonElement item in value.EnumerateArray())
        {
            items.Read(item, json);
        }

        json.WriteEndArray();
    }

    protected override JsonObject Write() => new() { ["type"] = "array", ["items"] = items.ToSchema() };
}
