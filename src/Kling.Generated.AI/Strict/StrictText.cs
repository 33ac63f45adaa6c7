using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling;

/// <summary>A value that the subset cannot describe, such as an object with any properties: its JSON as text.</summary>
internal sealed class StrictText(string? description) : StrictNode(description)
{
    // Also where null is a value: its JSON text is "null".
    public override bool AllowsNull => false;

    public override bool Matches(JsonElement value) => value.ValueKind is JsonValueKind.String;

    /// <summary>Text that is not JSON, and values that are no text, stay as they are.</summary>
    public override void Read(JsonElement value, Utf8JsonWriter json)
    {
        JsonElement read = value;
        if (value.ValueKind is JsonValueKind.String)
        {
            try
            {
                read = ArgumentJson.Parse(value.GetString()!);
            }
            catch (JsonException)
            {
                // A text, perhaps. The validation of the request says whether it is allowed.
            }
        }

        read.WriteTo(json);
    }

    protected override JsonObject Write() => new() { ["type"] = "string" };
}
