using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling.Cli.Tests;

/// <summary>A model with every kind of parameter, and other versions of it.</summary>
internal static class TwoVersions
{
    public const string Old = """
        {
          "title": "Acme Reel",
          "type": "object",
          "x-slug": "acme-reel",
          "x-output": "video",
          "x-typical-seconds": 30,
          "x-typical-cost": 0.5,
          "properties": {
            "prompt": { "type": "string", "minLength": 1, "maxLength": 100 },
            "image": { "type": "string", "format": "uri" },
            "mode": { "type": "string", "enum": ["std", "pro"], "default": "std" },
            "height": { "type": "integer", "minimum": 1, "maximum": 9, "default": 2 },
            "strength": { "type": "number", "exclusiveMinimum": 0, "multipleOf": 0.5 },
            "sound": { "type": "boolean" },
            "tags": { "type": "array", "items": { "type": "string" }, "maxItems": 3 },
            "note": { "type": ["string", "null"] },
            "shots": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": { "text": { "type": "string" }, "seconds": { "type": "integer" } },
                "required": ["text"]
              }
            },
            "extra": { "anyOf": [{ "type": "string" }, { "type": "integer" }] }
          },
          "required": ["prompt", "image"]
        }
        """;

    /// <summary>The model with JSON in the place of the JSON at a pointer; an empty text removes it.</summary>
    public static string With(string where, string json) => With(Old, where, json);

    public static string With(string schema, string where, string json)
    {
        JsonNode root = JsonNode.Parse(schema)!;
        string[] tokens = where.Split('/')[1..];
        JsonNode parent = tokens[..^1].Aggregate(root, static (node, token) => node is JsonArray list ? list[int.Parse(token, null)]! : node[token]!);
        if (json.Length == 0)
        {
            _ = parent.AsObject().Remove(tokens[^1]);
        }
        else
        {
            parent[tokens[^1]] = JsonNode.Parse(json);
        }

        return root.ToJsonString();
    }

    /// <summary>The changes as rule and parameter.</summary>
    public static string[] Rules(string old, string current) =>
        [.. SchemaChanges.Between(ComparedSchema.Read("old.json", old), ComparedSchema.Read("new.json", current)).Select(static change => $"{change.Rule.Id} {change.Parameter}".TrimEnd())];

    /// <summary>The rules of a change of the model and of the change back, as the JSON of the command lists them.</summary>
    public static string[] Names(JsonElement json) =>
        [.. json.GetProperty("changes").EnumerateArray().Select(static change => change.GetProperty("rule").GetString()!)];
}
