using System.Text.Json.Nodes;

namespace Kling.SourceGenerator.Tests.Compliance;

/// <summary>Schemas that nobody would write: any keyword with any value, and names that are hard to give.</summary>
internal sealed class RandomSchemas(int seed)
{
    private static readonly string[] Names =
    [
        "prompt", "Prompt", "PROMPT", "prompts", "class", "event", "value", "values", "item", "items", "name", "other", "hash", "json", "writer", "start", "before",
        "validation", "additional", "violations", "model", "models", "defaults", "checks", "wire_names", "read", "create", "create_builder", "builder", "request", "build",
        "is_set", "is_prompt_assigned", "unset", "validate", "write_to", "to_json", "to_string", "equals", "get_hash_code", "get_type", "clone", "deconstruct", "finalize",
        "equality_contract", "print_members", "memberwise_clone", "reference_equals", "with_explicit_defaults", "additional_parameters", "additional_parameter", "without_x",
        "out", "out_x", "x", "X", "-x", "_", "__", "1", "2nd", "1.5", "+", "", " ", "a/b~c", "größe", "名前", "\"", "\\", "\n", "\u2028", "*/", "#error", "$ref", "{0}", "json_converter",
        "kling", "system", "global", "uri", "string", "int", "object", "var", "record", "required", "init", "field", "file", "await", "nameof", "_request", "this", "base", "null",
    ];

    private static readonly JsonNode?[] Values =
        [null, true, false, 0, -1, 5, 1.5, 1e300, -2147483649, "", "a", "https://example.com", "*/ </summary> \"\"\" \\ \u2028", new JsonArray(), new JsonArray("a", "A", "16:9", ""), new JsonArray(1, 2, -1), new JsonArray("a", 1, null), new JsonObject()];

    private static readonly string[] Keywords =
        ["description", "title", "default", "deprecated", "nullable", "format", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "enum", "x-enum-names", "required", "additionalProperties", "pattern", "x-csharp-name", "items", "properties"];

    private static readonly string[] Types = ["string", "integer", "number", "boolean", "array", "object", "string", "array", "object"];

    private readonly Random _random = new(seed);

    public string Next()
    {
        JsonObject root = Object(depth: 0);
        root["type"] = "object";
        return root.ToJsonString();
    }

    private JsonObject Object(int depth)
    {
        var properties = new JsonObject();
        for (int i = _random.Next(1, depth == 0 ? 30 : 6); i > 0; i--)
        {
            properties[Pick(Names)] = Schema(depth + 1);
        }

        string[] required = [.. properties.Select(static member => member.Key).Where(_ => _random.Next(4) == 0)];
        return new JsonObject { ["properties"] = properties, ["required"] = new JsonArray([.. required.Select(static name => (JsonNode)name)]) };
    }

    private JsonObject Schema(int depth)
    {
        string type = Pick(Types);
        JsonObject schema = type == "object" && depth < 4 ? Object(depth) : [];
        schema["type"] = _random.Next(4) == 0 ? new JsonArray(type, "null") : type;
        if (type == "array" && depth < 4)
        {
            schema["items"] = Schema(depth + 1);
        }

        if (type == "integer" && _random.Next(2) == 0)
        {
            schema["minimum"] = _random.Next(-5, 5);
            schema["maximum"] = _random.Next(5, 9);
            schema["default"] = 5;
        }

        for (int i = _random.Next(4); i > 0; i--)
        {
            // What describes the value is only spoilt now and then, so that most schemas keep a shape.
            string keyword = Pick(Keywords);
            if (!schema.ContainsKey(keyword) || _random.Next(8) == 0)
            {
                schema[keyword] = Pick(Values)?.DeepClone();
            }
        }

        return schema;
    }

    private T Pick<T>(T[] from) => from[_random.Next(from.Length)];
}
