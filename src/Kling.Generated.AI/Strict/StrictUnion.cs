using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling;

/// <summary>A choice between schemas.</summary>
internal sealed class StrictUnion(IReadOnlyList<StrictNode> choices, string? description) : StrictNode(description)
{
    /// <summary>Whether it says nothing but its choices.</summary>
    public bool IsPlain => Description is null;

    /// <summary>The schemas.</summary>
    public IReadOnlyList<StrictNode> Choices => choices;

    public override bool AllowsNull => choices.Any(static choice => choice.AllowsNull);

    public override bool Matches(JsonElement value) => choices.Any(choice => choice.Matches(value));

    public override void Read(JsonElement value, Utf8JsonWriter json)
    {
        if (choices.FirstOrDefault(choice => choice.Matches(value)) is { } choice)
        {
            choice.Read(value, json);
        }
        else
        {
            value.WriteTo(json);
        }
    }

    protected override JsonObject Write() =>
        new() { ["anyOf"] = new JsonArray([.. choices.Select(static choice => (JsonNode)choice.ToSchema())]) };
}
