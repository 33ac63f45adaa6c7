using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling.Tests.Models;

/// <summary>The smallest body that a schema accepts.</summary>
internal static class Minimal
{
    public static JsonObject Body(string slug)
    {
        var body = new JsonObject();
        AddRequired(body, Shipped.Schema(slug));
        return body;
    }

    /// <summary>The required members, in the schema's order.</summary>
    public static void AddRequired(JsonObject body, JsonElement schema)
    {
        var values = new RandomBody(new Random(1));
        HashSet<string> required = [.. SchemaNode.Required(schema)];
        foreach (JsonProperty property in SchemaNode.Properties(schema).Where(property => required.Contains(property.Name)))
        {
            body[property.Name] = values.Value(property.Value);
        }
    }
}
