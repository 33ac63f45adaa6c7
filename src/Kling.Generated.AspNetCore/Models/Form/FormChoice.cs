using System.Text.Json.Nodes;

namespace Kling;

/// <summary>One value of a closed set.</summary>
/// <param name="Value">The value, as JSON.</param>
/// <param name="Label">What a person reads.</param>
/// <param name="Description">The value itself where the label is another text; otherwise empty.</param>
internal sealed record FormChoice(string Value, string Label, string Description)
{
    public JsonObject ToJson() =>
        new()
        {
            ["value"] = JsonNode.Parse(Value),
            ["label"] = Label,
            ["description"] = Description,
        };
}
