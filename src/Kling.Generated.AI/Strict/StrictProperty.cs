using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling;

/// <summary>A property of a closed object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its schema.</param>
/// <param name="IsRequired">Whether the original schema requires it.</param>
internal sealed record StrictProperty(string Name, StrictNode Value, bool IsRequired)
{
    // A null that the schema allows is a value. A null of a required property stays, so that the validation reports it.
    private bool HasUnset => !IsRequired && !Value.AllowsNull;

    /// <summary>Whether the value means that the property is not set.</summary>
    public bool IsUnset(JsonElement value) => HasUnset && value.ValueKind is JsonValueKind.Null;

    public bool Matches(JsonElement value) => IsUnset(value) || Value.Matches(value);

    public JsonObject ToSchema() => HasUnset ? Value.ToNullableSchema() : Value.ToSchema();
}
