using System.Text.Json.Nodes;

namespace Kling.Tests.AI;

/// <summary>Bodies for a JSON Schema: mostly valid ones. A judge says which are.</summary>
internal sealed class SampleBodies(Random random, JsonObject root)
{
    private static readonly string[] Texts = ["a", "An eagle at sunrise", "https://example.com/a.png", "", "null", "5"];

    public JsonObject Next() => Value(root, 0) as JsonObject ?? [];

    private JsonNode? Value(JsonNode? node, int depth)
    {
        if (node is not JsonObject schema || depth > 8)
        {
            return Any();
        }

        if (schema["$ref"] is { } reference)
        {
            return Value((string)reference! == "#" ? root : root["$defs"]![((string)reference!)["#/$defs/".Length..]], depth + 1);
        }

        if ((schema["anyOf"] ?? schema["oneOf"]) is JsonArray { Count: > 0 } choices && choices.Any(static choice => choice is JsonObject known && (known.ContainsKey("type") || known.ContainsKey("$ref") || known.ContainsKey("enum"))))
        {
            return Value(choices[random.Next(choices.Count)], depth + 1);
        }

        return schema.ContainsKey("const") ? schema["const"]?.DeepClone()
            : schema["enum"] is JsonArray values ? values[random.Next(values.Count)]?.DeepClone()
            : Typed(schema, depth);
    }

    private JsonNode? Typed(JsonObject schema, int depth)
    {
        string[] types = schema["type"] switch
        {
            JsonArray several => [.. several.Select(static type => (string)type!)],
            JsonValue one => [(string)one!],
            _ => schema.ContainsKey("properties") ? ["object"] : [],
        };
        return types.Length == 0 ? Any() : types[random.Next(types.Length)] switch
        {
            "object" => Object(schema, depth),
            "array" => Array(schema, depth),
            "string" => schema["default"] is { } value && value.GetValueKind() is System.Text.Json.JsonValueKind.String && random.Next(2) == 0 ? value.DeepClone() : Text(schema),
            "boolean" => random.Next(2) == 0,
            "integer" => (long)Math.Ceiling(Number(schema)),
            "number" => Number(schema),
            _ => null,
        };
    }

    private JsonObject Object(JsonObject schema, int depth)
    {
        var body = new JsonObject();
        string[] required = [.. (schema["required"] as JsonArray ?? []).Select(static name => (string)name!)];
        JsonObject declared = schema["properties"] as JsonObject ?? [];
        foreach (string name in declared.Select(static property => property.Key).Union(required))
        {
            if (required.Contains(name) || random.Next(3) == 0)
            {
                body[name] = Value(declared[name], depth + 1);
            }
        }

        if (declared.Count == 0 && depth > 0 && schema["additionalProperties"]?.GetValueKind() is not System.Text.Json.JsonValueKind.False)
        {
            body["free"] = schema["additionalProperties"] is JsonObject free ? Value(free, depth + 1) : Any();
        }

        return body;
    }

    private JsonArray Array(JsonObject schema, int depth)
    {
        int least = (int?)schema["minItems"] ?? 0;
        int most = Math.Max(least, Math.Min((int?)schema["maxItems"] ?? 3, least + 2));
        return new JsonArray([.. Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => Value(schema["items"], depth + 1))]);
    }

    private string Text(JsonObject schema)
    {
        string text = (string?)schema["format"] == "uri" ? Texts[2] : Texts[random.Next(Texts.Length)];
        int least = (int?)schema["minLength"] ?? 0;
        return text.Length < least ? text.PadRight(least, 'x') : text;
    }

    private double Number(JsonObject schema)
    {
        double least = schema["minimum"] is { } minimum ? (double)minimum : 0;
        double most = schema["maximum"] is { } maximum ? (double)maximum : least + 10;
        return random.Next(3) switch { 0 => least, 1 => most, _ => Math.Floor((least + most) / 2) };
    }

    private JsonNode? Any() => random.Next(5) switch
    {
        0 => "text",
        1 => 7,
        2 => new JsonObject { ["deep"] = new JsonArray(1, null, "x") },
        3 => null,
        _ => true,
    };
}
