using System.Text.Json.Nodes;

namespace Kling.Cli.Tests;

/// <summary>Makes one small change in a schema, of the kinds that a new version of a model brings.</summary>
internal sealed class SchemaMutation(Random random)
{
    private static readonly string[] Types = ["string", "integer", "number", "boolean"];
    private static readonly string[] Limits = ["minimum", "maximum", "exclusiveMinimum", "multipleOf", "minLength", "maxLength", "minItems", "maxItems"];

    /// <summary>The changed schema.</summary>
    public string Next(string schema)
    {
        JsonObject root = JsonNode.Parse(schema)!.AsObject();
        JsonObject[] objects = [.. Schemas(root).Where(static node => node["properties"] is JsonObject { Count: > 0 })];
        JsonObject owner = objects[random.Next(objects.Length)];
        var properties = (JsonObject)owner["properties"]!;
        string name = properties.ElementAt(random.Next(properties.Count)).Key;
        JsonObject[] below = [.. Schemas((JsonObject)properties[name]!)];
        Change(root, owner, properties, name, below[random.Next(below.Length)]);
        return root.ToJsonString();
    }

    private void Change(JsonObject root, JsonObject owner, JsonObject properties, string name, JsonObject schema)
    {
        switch (random.Next(14))
        {
            case 0:
                _ = properties.Remove(name);
                break;
            case 1:
                properties["added"] = new JsonObject { ["type"] = Types[random.Next(Types.Length)] };
                break;
            case 2:
                ToggleRequired(owner, name);
                break;
            case 3:
                schema["type"] = Types[random.Next(Types.Length)];
                break;
            case 4:
                schema["nullable"] = random.Next(2) == 0;
                break;
            case 5 or 6 or 7:
                ChangeLimit(schema);
                break;
            case 8 or 9:
                ChangeValues(schema);
                break;
            case 10:
                schema["format"] = random.Next(2) == 0 ? "uri" : "date";
                break;
            case 11:
                owner["additionalProperties"] = random.Next(2) == 0;
                break;
            case 12 when root["$defs"] is null:
                root["$defs"] = new JsonObject { ["moved"] = properties[name]!.DeepClone() };
                properties[name] = new JsonObject { ["$ref"] = "#/$defs/moved" };
                break;
            default:
                JsonNode inner = properties[name]!.DeepClone();
                properties[name] = new JsonObject { ["anyOf"] = new JsonArray(inner, new JsonObject { ["type"] = Types[random.Next(Types.Length)] }) };
                break;
        }
    }

    private void ChangeLimit(JsonObject schema)
    {
        string[] stated = [.. Limits.Where(schema.ContainsKey)];
        string keyword = stated.Length > 0 && random.Next(4) > 0 ? stated[random.Next(stated.Length)] : Limits[random.Next(Limits.Length)];
        if (random.Next(5) == 0)
        {
            _ = schema.Remove(keyword);
            return;
        }

        double number = schema[keyword] is JsonValue value && value.TryGetValue(out double limit) ? limit : 2;
        schema[keyword] = keyword == "multipleOf" ? random.Next(1, 4) : Math.Max(0, (int)number + random.Next(-2, 3));
    }

    private void ChangeValues(JsonObject schema)
    {
        JsonArray values = schema["enum"] as JsonArray ?? ["a", "b"];
        schema["enum"] = random.Next(3) switch
        {
            0 => new JsonArray([.. values.Skip(1).Select(static value => value?.DeepClone())]),
            1 => new JsonArray([.. values.Select(static value => value?.DeepClone()), "other"]),
            _ => new JsonArray([.. values.Reverse().Select(static value => value?.DeepClone())]),
        };
        _ = schema.Remove("x-enum-names");
    }

    private static void ToggleRequired(JsonObject owner, string name)
    {
        List<string> required = [.. (owner["required"] as JsonArray ?? []).Select(static item => item!.GetValue<string>())];
        if (!required.Remove(name))
        {
            required.Add(name);
        }

        owner["required"] = new JsonArray([.. required.Select(static item => JsonValue.Create(item))]);
    }

    /// <summary>A schema and those inside it.</summary>
    private static IEnumerable<JsonObject> Schemas(JsonObject schema) =>
        ((schema["properties"] as JsonObject)?.Select(static member => member.Value) ?? [])
            .Append(schema["items"])
            .Concat(schema["anyOf"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .SelectMany(Schemas)
            .Prepend(schema);
}
