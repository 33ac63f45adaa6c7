using System.Text.Json.Nodes;

namespace Kling.SourceGenerator.Tests.Suite;

/// <summary>A schema of the suite as the schema of one parameter: in a new place, with its references led there.</summary>
internal static class SuiteSchema
{
    private const string Place = "#/properties/value";

    /// <summary>Keywords whose values are no schemas, whatever they look like.</summary>
    private static readonly string[] Values = ["enum", "const", "default", "examples", "required", "type"];

    /// <summary>Keywords whose members have names of their own.</summary>
    private static readonly string[] Maps = ["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"];

    private static readonly string[] Bases = ["$id", "$anchor", "$dynamicAnchor", "$dynamicRef", "$vocabulary"];

    /// <summary>The model's schema around the group's.</summary>
    public static string Wrap(JsonNode? schema) => new JsonObject
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { ["value"] = Moved(schema) },
        ["required"] = new JsonArray("value"),
    }.ToJsonString();

    /// <summary>Why a group need not pass, or <see langword="null"/>: what needs other documents, base addresses or vocabularies.</summary>
    public static string? Exemption(JsonNode? schema) => Keywords(schema)
        .Select(static keyword =>
            Bases.Contains(keyword.Name) ? keyword.Name
            : keyword.Name == "$schema" && !IsDialect(keyword.Value) ? "vocabularies"
            : keyword.Name != "$ref" ? null
            : IsRemote(keyword.Value!) ? "remote $ref"
            : null)
        .Where(static reason => reason is not null)
        .Order(StringComparer.Ordinal)
        .FirstOrDefault();

    private static bool IsDialect(JsonNode? value) => value?.GetValue<string>() == "https://json-schema.org/draft/2020-12/schema";

    private static bool IsRemote(JsonNode reference) => reference.GetValue<string>() is not ("#" or ['#', '/', ..]);

    private static JsonNode? Moved(JsonNode? schema)
    {
        JsonNode? moved = schema?.DeepClone();
        foreach ((JsonObject holder, string _, JsonNode? reference) in Keywords(moved).Where(static keyword => keyword.Name == "$ref").ToArray())
        {
            holder["$ref"] = string.Concat(Place, reference!.GetValue<string>().AsSpan(1));
        }

        return moved;
    }

    /// <summary>Every keyword of a schema and of the schemas in it.</summary>
    private static IEnumerable<(JsonObject Holder, string Name, JsonNode? Value)> Keywords(JsonNode? schema) => schema switch
    {
        JsonObject members => members.SelectMany(member => (IEnumerable<(JsonObject, string, JsonNode?)>)
        [
            (members, member.Key, member.Value),
            .. Values.Contains(member.Key) ? []
                : Maps.Contains(member.Key) && member.Value is JsonObject map ? map.SelectMany(static named => Keywords(named.Value))
                : Keywords(member.Value),
        ]),
        JsonArray items => items.SelectMany(Keywords),
        _ => [],
    };
}
