using System.Text.Json;

namespace Kling.Tests.Models;

/// <summary>What the tests read of a schema, straight from its JSON: not with the code under test.</summary>
internal static class SchemaNode
{
    private static readonly string[] Enforced =
        ["type", "enum", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "format", "required"];

    public static IEnumerable<JsonProperty> Properties(JsonElement schema) =>
        schema.TryGetProperty("properties", out JsonElement properties) ? properties.EnumerateObject() : [];

    public static IEnumerable<string> Required(JsonElement schema) =>
        schema.TryGetProperty("required", out JsonElement names) ? names.EnumerateArray().Select(static name => name.GetString()!) : [];

    public static string[] Types(JsonElement schema) => schema.TryGetProperty("type", out JsonElement type)
        ? type.ValueKind is JsonValueKind.Array ? [.. type.EnumerateArray().Select(static one => one.GetString()!)] : [type.GetString()!]
        : [];

    /// <summary>The schemas of which a value matches at least one, if there are any.</summary>
    public static JsonElement[] Alternatives(JsonElement schema) => schema.TryGetProperty("anyOf", out JsonElement any) ? [.. any.EnumerateArray()] : [];

    public static bool AllowsNull(JsonElement schema) => Alternatives(schema) is { Length: > 0 } any
        ? any.Any(AllowsNull)
        : Types(schema) is [] || Types(schema).Contains("null");

    public static bool AllowsUnknownMembers(JsonElement schema) =>
        !schema.TryGetProperty("additionalProperties", out JsonElement additional) || additional.ValueKind is not JsonValueKind.False;

    public static string? Text(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out JsonElement value) ? value.GetString() : null;

    public static decimal? Decimal(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out JsonElement value) ? value.GetDecimal() : null;

    public static int? Integer(JsonElement schema, string keyword) => (int?)Decimal(schema, keyword);

    /// <summary>The keywords that a value can violate, wherever they stand.</summary>
    public static IEnumerable<string> Keywords(JsonElement schema) => schema.EnumerateObject()
        .Select(static member => member.Name)
        .Intersect(Enforced)
        .Concat(Properties(schema).SelectMany(static property => Keywords(property.Value)))
        .Concat(schema.TryGetProperty("items", out JsonElement items) ? Keywords(items) : [])
        .Distinct();
}
