using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling.Tests.Models;

/// <summary>One value of a body, with the schema that holds for it.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Value">The value.</param>
/// <param name="Replace">Puts another value into its place.</param>
internal sealed record Site(JsonElement Schema, JsonNode? Value, Action<JsonNode?> Replace)
{
    /// <summary>Every declared value of a body, its own included.</summary>
    public static IEnumerable<Site> In(JsonElement schema, JsonNode? body, Action<JsonNode?> replace)
    {
        yield return new Site(schema, body, replace);
        foreach (Site site in body switch
        {
            JsonObject members => Members(schema, members),
            JsonArray items when schema.TryGetProperty("items", out JsonElement item) => Items(item, items),
            _ => [],
        })
        {
            yield return site;
        }
    }

    private static IEnumerable<Site> Members(JsonElement schema, JsonObject members) =>
        from property in SchemaNode.Properties(schema)
        where members.ContainsKey(property.Name)
        from site in In(property.Value, members[property.Name], value => members[property.Name] = value)
        select site;

    private static IEnumerable<Site> Items(JsonElement schema, JsonArray items) =>
        from index in Enumerable.Range(0, items.Count)
        from site in In(schema, items[index], value => items[index] = value)
        select site;
}
