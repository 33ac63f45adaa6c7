using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling;

/// <summary>Text, numbers, true, false and null.</summary>
/// <param name="types">The types that are allowed, at least one.</param>
/// <param name="values">The values that are allowed, or <see langword="null"/> for all of the types.</param>
/// <param name="format">A format of the subset, or <see langword="null"/>.</param>
/// <param name="description">As for every schema.</param>
internal sealed class StrictScalar(IReadOnlyList<string> types, IReadOnlyList<JsonNode?>? values, string? format, string? description)
    : StrictNode(description)
{
    /// <summary>Whether a value may be a text.</summary>
    public bool IsText => types.Contains("string");

    public override bool AllowsNull => values?.Any(static value => value is null) ?? types.Contains("null");

    public override bool Matches(JsonElement value) =>
        types.Any(type => IsOf(value, type)) && (values?.Any(allowed => IsEqual(allowed, value)) ?? true);

    protected override JsonObject Write()
    {
        var schema = new JsonObject
        {
            ["type"] = types.Count == 1 ? types[0] : new JsonArray([.. types.Select(static type => (JsonNode)type)]),
        };
        if (values is not null)
        {
            schema["enum"] = new JsonArray([.. values.Select(static value => value?.DeepClone())]);
        }

        if (format is not null)
        {
            schema["format"] = format;
        }

        return schema;
    }

    private static bool IsEqual(JsonNode? allowed, JsonElement value) =>
        allowed is null ? value.ValueKind is JsonValueKind.Null : JsonElement.DeepEquals(ArgumentJson.Parse(allowed.ToJsonString()), value);

    private static bool IsOf(JsonElement value, string type) =>
        type switch
        {
            "string" => value.ValueKind is JsonValueKind.String,
            "integer" or "number" => value.ValueKind is JsonValueKind.Number,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            _ => value.ValueKind is JsonValueKind.Null,
        };
}
