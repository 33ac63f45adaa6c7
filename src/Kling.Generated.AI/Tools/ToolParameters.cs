using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling;

/// <summary>The schemas of the tools that are not models: closed objects with a few parameters.</summary>
internal static class ToolParameters
{
    /// <summary>The name of a model, for the tools that stand for all models.</summary>
    public static KeyValuePair<string, JsonObject> Model => Parameter("model", "string", "A name from kling_list_models.");

    /// <summary>One parameter.</summary>
    public static KeyValuePair<string, JsonObject> Parameter(string name, string type, string description) =>
        new(name, new JsonObject { ["type"] = type, ["description"] = description });

    /// <summary>The schema of parameters that are all required.</summary>
    public static JsonElement Of(params ReadOnlySpan<KeyValuePair<string, JsonObject>> parameters) => Of(parameters, optional: null);

    /// <summary>The schema of required parameters and of one that is optional.</summary>
    public static JsonElement Of(ReadOnlySpan<KeyValuePair<string, JsonObject>> required, KeyValuePair<string, JsonObject>? optional)
    {
        var properties = new JsonObject();
        var names = new JsonArray();
        foreach ((string name, JsonObject parameter) in required)
        {
            properties[name] = parameter;
            names.Add((JsonNode)name);
        }

        if (optional is var (last, schema))
        {
            properties[last] = schema;
        }

        return ArgumentJson.Parse(
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = properties,
                ["required"] = names,
                ["additionalProperties"] = false,
            }.ToJsonString()
        );
    }
}
