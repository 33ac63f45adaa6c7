using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling;

/// <summary>A reference to a definition, which may refer to itself.</summary>
/// <param name="name">The name of the definition.</param>
/// <param name="definitions">All definitions. This one is complete when the whole document is.</param>
/// <param name="description">As for every schema.</param>
internal sealed class StrictReference(string name, IReadOnlyDictionary<string, StrictNode?> definitions, string? description)
    : StrictNode(description)
{
    /// <summary>Whether the definition is passed as JSON text.</summary>
    public bool IsText => Target is StrictText;

    private StrictNode? Target => definitions[name];

    public override bool AllowsNull => Target?.AllowsNull ?? false;

    public override bool Matches(JsonElement value) => Target?.Matches(value) ?? true;

    public override void Read(JsonElement value, Utf8JsonWriter json)
    {
        if (Target is { } target)
        {
            target.Read(value, json);
        }
        else
        {
            value.WriteTo(json);
        }
    }

    protected override JsonObject Write() => new() { ["$ref"] = "#/$defs/" + name };
}
