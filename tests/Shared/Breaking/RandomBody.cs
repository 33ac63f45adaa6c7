using System.Text.Json.Nodes;

namespace Kling.Cli.Tests;

/// <summary>Creates request bodies for a schema: mostly valid ones, at the limits of the schema. Names that it does not declare occur too.</summary>
internal sealed class RandomBody(Random random, JsonObject root)
{
    private static readonly string[] Texts = ["", "a", "b", "other", "5", "https://example.com/a.png", "2026-01-31", "ab cd", "std", "pro"];

    /// <summary>The next body.</summary>
    public JsonObject Next()
    {
        JsonObject body = Object(root, depth: 0);
        if (random.Next(10) == 0)
        {
            body["undeclared_name"] = 1;
        }

        return body;
    }

    private JsonObject Object(JsonObject schema, int depth)
    {
        var body = new JsonObject();
        string[] required = [.. (schema["required"] as JsonArray ?? []).Select(static item => item!.GetValue<string>())];
        foreach ((string name, JsonNode? value) in schema["properties"] as JsonObject ?? [])
        {
            int chance = required.Contains(name) ? 40 : 2;
            if (random.Next(chance) > 0 && value is JsonObject inner)
            {
                body[name] = Value(inner, depth + 1);
            }
        }

        return body;
    }

    private JsonNode? Value(JsonObject schema, int depth)
    {
        if (schema["$ref"] is JsonValue reference && depth < 6)
        {
            string name = reference.GetValue<string>().Split('/')[^1];
            return Value((JsonObject)(root["$defs"]?[name] ?? new JsonObject()), depth + 1);
        }

        if (schema["anyOf"] is JsonArray { Count: > 0 } choice)
        {
            return Value((JsonObject)choice[random.Next(choice.Count)]!, depth + 1);
        }

        if (random.Next(12) == 0)
        {
            return random.Next(3) == 0 ? null : Scalar(random.Next(4) switch { 0 => "string", 1 => "integer", 2 => "number", _ => "boolean" }, []);
        }

        if (schema["enum"] is JsonArray { Count: > 0 } values && random.Next(8) > 0)
        {
            return values[random.Next(values.Count)]?.DeepClone();
        }

        string? type = schema["type"] is JsonArray types ? types[random.Next(types.Count)]!.GetValue<string>() : schema["type"]?.GetValue<string>();
        return type switch
        {
            "object" => Object(schema, depth),
            "array" => List(schema, depth),
            "null" => null,
            null => Scalar("string", schema),
            _ => Scalar(type, schema),
        };
    }

    private JsonArray List(JsonObject schema, int depth)
    {
        int count = Near(schema, "maxItems", "minItems", 2, atLeast: 0);
        JsonObject item = schema["items"] as JsonObject ?? [];
        return new JsonArray([.. Enumerable.Range(0, Math.Min(count, 8)).Select(_ => Value(item, depth + 1))]);
    }

    private JsonNode? Scalar(string type, JsonObject schema) =>
        type switch
        {
            "boolean" => random.Next(2) == 0,
            "integer" => Near(schema, "maximum", "minimum", 3, atLeast: -5),
            "number" => Near(schema, "maximum", "exclusiveMinimum", 1, atLeast: -5) + (random.Next(3) / 2.0),
            _ when schema["format"] is { } format => format.GetValue<string>() == "date" ? "2026-01-31" : "https://example.com/a.png",
            _ when schema["maxLength"] is not null || schema["minLength"] is not null => new string('x', Math.Min(Near(schema, "maxLength", "minLength", 3, atLeast: 0), 3000)),
            _ => Texts[random.Next(Texts.Length)],
        };

    /// <summary>A number at one of two limits, or near it.</summary>
    private int Near(JsonObject schema, string upper, string lower, int otherwise, int atLeast)
    {
        JsonNode? limit = random.Next(2) == 0 ? schema[upper] ?? schema[lower] : schema[lower] ?? schema[upper];
        int number = limit is JsonValue value && value.TryGetValue(out double stated) ? (int)stated : otherwise;
        return Math.Max(atLeast, number + random.Next(-2, 3));
    }
}
