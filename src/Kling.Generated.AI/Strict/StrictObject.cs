using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling;

/// <summary>A closed object.</summary>
internal sealed class StrictObject(IReadOnlyList<StrictProperty> properties, string? description) : StrictNode(description)
{
    private readonly Dictionary<string, StrictProperty> _byName = properties.ToDictionary(
        static property => property.Name,
        StringComparer.Ordinal
    );

    public override bool AllowsNull => false;

    public override bool Matches(JsonElement value) =>
        value.ValueKind is JsonValueKind.Object
        && properties.All(property => !property.IsRequired || value.TryGetProperty(property.Name, out _))
        && value
            .EnumerateObject()
            .All(member => _byName.TryGetValue(member.Name, out StrictProperty? property) && property.Matches(member.Value));

    public override void Read(JsonElement value, Utf8JsonWriter json)
    {
        if (value.ValueKind is not JsonValueKind.Object)
        {
            value.WriteTo(json);
            return;
        }

        json.WriteStartObject();
        foreach (JsonProperty member in value.EnumerateObject())
        {
            if (!_byName.TryGetValue(member.Name, out StrictProperty? property))
            {
                member.WriteTo(json);
            }
            else if (!property.IsUnset(member.Value))
            {
                json.WritePropertyName(member.Name);
                property.Value.Read(member.Value, json);
            }
        }

        json.WriteEndObject();
    }

    protected override JsonObject Write()
    {
        var written = new JsonObject();
        foreach (StrictProperty property in properties)
        {
            written[property.Name] = property.ToSchema();
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = written,
            ["required"] = new JsonArray([.. properties.Select(static property => (JsonNode)property.Name)]),
            ["additionalProperties"] = false,
        };
    }
}
