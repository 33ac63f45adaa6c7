using System.Text.Json.Nodes;

namespace Kling.SourceGenerator.Tests.Judge;

/// <summary>JSON at random that tries to be valid by a schema, and fails in one place or another.</summary>
internal sealed class RandomRequest(Random random, JsonObject root)
{
    private const int MaxDepth = 5;

    private int _carelessness;

    public JsonNode Next()
    {
        _carelessness = random.Pick(0, 2, 6, 15, 30, 50);
        return Object([root], MaxDepth);
    }

    private JsonNode? Value(JsonNode? schema, int depth)
    {
        if (random.Percent(_carelessness) || depth == 0)
        {
            return Anything();
        }

        JsonObject[] parts = [.. Parts(schema, depth)];
        if (parts.Length == 0)
        {
            return Anything();
        }

        if (parts.Any(static part => part["nullable"]?.GetValue<bool>() is true) && random.Percent(30))
        {
            return null;
        }

        JsonNode?[] constants = [.. parts.SelectMany(static part => part["enum"] is JsonArray values ? values : part.ContainsKey("const") ? [part["const"]] : (IEnumerable<JsonNode?>)[])];
        return constants.Length > 0 ? random.Pick(constants)?.DeepClone() : OfType(Type(parts), parts, depth);
    }

    /// <summary>The schemas that hold for one value: the schema itself, what it refers to, and of alternatives one.</summary>
    private IEnumerable<JsonObject> Parts(JsonNode? schema, int depth)
    {
        if (schema is not JsonObject keywords || depth == 0)
        {
            yield break;
        }

        yield return keywords;
        IEnumerable<JsonNode?> others =
        [
            .. keywords["$ref"] is { } reference ? (JsonNode?[])[root["$defs"]![reference.GetValue<string>().Split('/')[^1]]] : [],
            .. keywords["allOf"] is JsonArray all ? all : [],
            .. keywords["anyOf"] is JsonArray any ? (JsonNode?[])[random.Pick([.. any])] : [],
            .. keywords["oneOf"] is JsonArray one ? (JsonNode?[])[random.Pick([.. one])] : [],
        ];
        foreach (JsonObject part in others.SelectMany(other => Parts(other, depth - 1)))
        {
            yield return part;
        }
    }

    private string Type(JsonObject[] parts)
    {
        string[][] wanted = [.. parts
            .Select(static part => part["type"])
            .OfType<JsonNode>()
            .Select(static type => type is JsonArray list ? list.Select(static name => name!.GetValue<string>()).ToArray() : [type.GetValue<string>()])];
        string[] common = [.. Vocabulary.Types.Where(type => wanted.All(types => types.Contains(type) || (type == "integer" && types.Contains("number"))))];
        return random.Pick(common.Length > 0 ? common : Vocabulary.Types);
    }

    private JsonNode? OfType(string type, JsonObject[] parts, int depth) => type switch
    {
        "string" => Text(parts),
        "integer" => Number(parts, Vocabulary.Integers),
        "number" => Number(parts, [.. Vocabulary.Numbers, .. Vocabulary.Integers]),
        "boolean" => random.Percent(50),
        "array" => Array(parts, depth),
        "object" => Object(parts, depth),
        _ => null,
    };

    private string Text(JsonObject[] parts)
    {
        if (parts.Any(static part => part.ContainsKey("x-references")) && random.Percent(50))
        {
            return random.Pick(Vocabulary.Marked);
        }

        string text = random.Pick(Vocabulary.Strings);
        for (int tries = 0; tries < 20 && !random.Percent(_carelessness) && !Fits(text, parts); tries++)
        {
            text = random.Pick(Vocabulary.Strings);
        }

        return text;
    }

    /// <summary>Roughly: a request at random may be wrong, but not always.</summary>
    private static bool Fits(string text, JsonObject[] parts) => parts.All(part =>
        (Limit(part, "minLength") ?? 0) <= text.Length
        && (Limit(part, "maxLength") ?? double.MaxValue) >= text.Length
        && (part["pattern"] is not { } pattern || System.Text.RegularExpressions.Regex.IsMatch(text, pattern.GetValue<string>()))
        && (part["format"] is not { } format || Examples(format.GetValue<string>()).Contains(text)));

    private static string[] Examples(string format) => format switch
    {
        "uri" => ["https://example.com/a.png", "urn:x"],
        "uri-reference" => ["https://example.com/a.png", "urn:x", "/x", "//example.com/x", "a", ""],
        "date-time" => ["2024-02-29T12:30:00Z", "2024-02-29T12:30:00.5+01:00"],
        "date" => ["2024-02-29"],
        "uuid" => ["01234567-89ab-cdef-0123-456789abcdef"],
        "email" => ["name@example.com"],
        _ => Vocabulary.Strings,
    };

    private JsonNode Number(JsonObject[] parts, string[] from)
    {
        string[] inside = [.. from.Where(token => parts.All(part => Fits(double.Parse(token, System.Globalization.CultureInfo.InvariantCulture), part)))];
        return Vocabulary.Number(random.Pick(inside.Length > 0 && !random.Percent(_carelessness) ? inside : from));
    }

    private static bool Fits(double number, JsonObject part) =>
        (Limit(part, "minimum") ?? double.MinValue) <= number
        && (Limit(part, "maximum") ?? double.MaxValue) >= number
        && (Limit(part, "exclusiveMinimum") ?? double.MinValue) < number
        && (Limit(part, "exclusiveMaximum") ?? double.MaxValue) > number
        && (Limit(part, "multipleOf") is not { } divisor || Math.Abs(Math.IEEERemainder(number, divisor)) < 1e-9);

    private static double? Limit(JsonObject part, string keyword) =>
        part[keyword] is { } limit && limit.GetValueKind() is System.Text.Json.JsonValueKind.Number ? limit.GetValue<double>() : null;

    private JsonArray Array(JsonObject[] parts, int depth)
    {
        JsonNode?[] prefix = [.. parts.Select(static part => part["prefixItems"]).OfType<JsonArray>().FirstOrDefault() ?? []];
        JsonNode? items = parts.Select(static part => part["items"]).FirstOrDefault(static schema => schema is not null);
        return new JsonArray([.. Enumerable.Range(0, Count(parts, "minItems", "maxItems", 4)).Select(index => Value(index < prefix.Length ? prefix[index] : items, depth - 1))]);
    }

    private JsonObject Object(JsonObject[] parts, int depth)
    {
        var json = new JsonObject();
        bool isClosed = parts.Any(static part => part["additionalProperties"] is JsonValue || part["propertyNames"] is not null);
        string[] required = [.. parts.SelectMany(static part => part["required"] as JsonArray ?? []).Select(static name => name!.GetValue<string>())];
        foreach (string name in required.Where(_ => !random.Percent(_carelessness)))
        {
            Add(json, name, parts, depth);
        }

        string[] declared = [.. parts.SelectMany(static part => part["properties"] as JsonObject ?? []).Select(static member => member.Key)];
        int most = Count(parts, "minProperties", "maxProperties", 5);
        string[] others = isClosed && !random.Percent(10 + _carelessness) ? declared : [.. declared, .. declared, .. Vocabulary.Names];
        for (int tries = 0; json.Count < most && tries < 6 && others.Length > 0; tries++)
        {
            Add(json, random.Pick(others), parts, depth);
        }

        AddDependents(json, parts, depth);
        return json;
    }

    private void AddDependents(JsonObject json, JsonObject[] parts, int depth)
    {
        IEnumerable<string> wanted = parts
            .SelectMany(static part => part["dependentRequired"] as JsonObject ?? [])
            .Where(pair => json.ContainsKey(pair.Key))
            .SelectMany(static pair => pair.Value!.AsArray())
            .Select(static name => name!.GetValue<string>());
        foreach (string name in wanted.Where(_ => !random.Percent(20 + _carelessness)).ToArray())
        {
            Add(json, name, parts, depth);
        }
    }

    private void Add(JsonObject json, string name, JsonObject[] parts, int depth)
    {
        JsonNode?[] schemas = [.. parts.Select(part => part["properties"]?[name] ?? part["additionalProperties"]).Where(static schema => schema is not null)];
        json[name] = Value(schemas.Length == 0 ? null : random.Pick(schemas), depth - 1);
    }

    private int Count(JsonObject[] parts, string least, string most, int usual)
    {
        int atLeast = (int)parts.Max(part => Limit(part, least) ?? 0);
        int atMost = (int)parts.Min(part => Limit(part, most) ?? usual);
        return random.Percent(_carelessness) || atMost < atLeast ? random.Next(usual) : random.Next(atLeast, atMost + 1);
    }

    private JsonNode? Anything() => random.Next(9) switch
    {
        < 3 => random.Pick(Vocabulary.Strings),
        3 => Vocabulary.Number(random.Pick(Vocabulary.Integers)),
        4 => Vocabulary.Number(random.Pick(Vocabulary.Numbers)),
        5 => random.Percent(50),
        6 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => (JsonNode)random.Pick(Vocabulary.Strings))]),
        7 => new JsonObject(random.Some(Vocabulary.Names, 0, 3).Select(name => KeyValuePair.Create<string, JsonNode?>(name, random.Pick(Vocabulary.Strings)))),
        _ => null,
    };
}
