using System.Globalization;
using System.Text.Json.Nodes;

namespace Kling.Emulator.Tests.Dialect;

/// <summary>The rules of the dialect's schema, each named by the JSON Pointer of the keyword that states it.</summary>
internal static class DialectRules
{
    private static readonly HashSet<string> Annotations = ["$schema", "title", "description", "examples"];

    /// <summary>Every rule of the dialect, in the file's order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. RulesOf(Parse(), "")];

    /// <summary>Every keyword that the dialect knows.</summary>
    public static IReadOnlyList<string> Keywords { get; } =
    [
        .. new[] { Parse(), Parse()["definitions"]!["schema"]! }
            .SelectMany(static schema => schema["properties"]!.AsObject().Select(static keyword => keyword.Key))
            .Distinct(),
    ];

    /// <summary>The dialect's schema with one rule taken out of it.</summary>
    public static string Without(string rule)
    {
        JsonNode dialect = Parse();
        string[] steps = rule.Split('/')[1..];
        JsonNode owner = steps[..^1].Aggregate(dialect, static (node, step) => node is JsonArray list ? list[Index(step)]! : node[step]!);
        if (owner is JsonArray names)
        {
            names.RemoveAt(Index(steps[^1]));
        }
        else if (!owner.AsObject().Remove(steps[^1]))
        {
            throw new ArgumentException($"The dialect has no rule {rule}.", nameof(rule));
        }

        return dialect.ToJsonString();
    }

    private static JsonNode Parse() => JsonNode.Parse(SchemaFolder.Read(SchemaFolder.DialectFile))!;

    private static int Index(string step) => int.Parse(step, CultureInfo.InvariantCulture);

    private static IEnumerable<string> RulesOf(JsonNode schema, string place) =>
        schema.AsObject()
            .Where(static member => !Annotations.Contains(member.Key))
            .SelectMany(member => RulesOf(member.Key, member.Value!, $"{place}/{member.Key}"));

    private static IEnumerable<string> RulesOf(string keyword, JsonNode value, string place) => (keyword, value) switch
    {
        ("properties" or "definitions", JsonObject schemas) => schemas.SelectMany(schema => RulesOf(schema.Value!, $"{place}/{schema.Key}")),
        ("items" or "additionalProperties", JsonObject schema) => RulesOf(schema, place),
        ("anyOf", JsonArray schemas) => schemas.SelectMany((schema, index) => RulesOf(schema!, $"{place}/{index}")),
        ("required", JsonArray names) => names.Select((_, index) => $"{place}/{index}"),
        _ => [place],
    };
}
