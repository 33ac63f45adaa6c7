using System.Text.Json;
using System.Text.Json.Nodes;
using Kling.Tests;

namespace Kling.SourceGenerator.Tests.Judge;

/// <summary>JSON at random that tries to be valid by a schema, and fails in one place or another.</summary>
internal sealed class RandomRequest(Random random, JsonObject root)
{
    private const int MaxDepth = 5;

    /// <summary>Long texts prove no more, and are slow.</summary>
    private const int LongestText = 3000;

    private static readonly string[] Bounds = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];

    private int _carelessness;

    public JsonNode Next()
    {
        _carelessness = random.Pick(0, 2, 6, 15, 30, 50);
        return Object([.. Parts(root, MaxDepth)], MaxDepth);
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

        if (parts.Any(static part => part["nullable"]?.GetValueKind() is JsonValueKind.True) && random.Percent(30))
        {
            return null;
        }

        JsonNode?[] constants = [.. parts.SelectMany(static part => part["enum"] is JsonArray values ? values : part.ContainsKey("const") ? [part["const"]] : (IEnumerable<JsonNode?>)[])];
        return constants.Length > 0 ? Near(random.Pick(constants)) : OfType(Type(parts), parts, depth);
    }

    /// <summary>A value that is allowed, or one that looks like it.</summary>
    private JsonNode? Near(JsonNode? constant) => !random.Percent(_carelessness / 2) ? constant?.DeepClone() : constant?.GetValueKind() switch
    {
        JsonValueKind.String => random.Pick(constant.GetValue<string>().ToUpperInvariant(), constant.GetValue<string>() + random.Pick(" ", "\n", "a"), "", constant.ToJsonString()),
        JsonValueKind.Number => random.Percent(50) ? constant.ToJsonString() : Vocabulary.Number(Beyond(constant.ToJsonString())),
        _ => Anything(),
    };

    /// <summary>The number in other digits, or a number just beside it.</summary>
    private string Beyond(string token) => token.AsSpan().ContainsAny('.', 'e', 'E') ? token : token + random.Pick(".0", "e0", ".00000000000000000001");

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
            .. keywords["$ref"] is { } reference ? (JsonNode?[])[Target(reference.GetValue<string>())] : [],
            .. keywords["allOf"] as JsonArray ?? [],
            .. keywords["anyOf"] is JsonArray { Count: > 0 } any ? (JsonNode?[])[random.Pick([.. any])] : [],
            .. keywords["oneOf"] is JsonArray { Count: > 0 } one ? (JsonNode?[])[random.Pick([.. one])] : [],
        ];
        foreach (JsonObject part in others.SelectMany(other => Parts(other, depth - 1)))
        {
            yield return part;
        }
    }

    /// <summary>What a reference inside the document leads to.</summary>
    private JsonNode? Target(string reference) => !reference.StartsWith('#') ? null : reference.Split('/').Skip(1)
        .Select(static step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))
        .Aggregate<string, JsonNode?>(root, static (node, step) => (node as JsonObject)?[step]);

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
        if (parts.Select(static part => part["x-references"]).OfType<JsonArray>().FirstOrDefault() is { } references && random.Percent(50))
        {
            string marker = references[0]!["marker"]!.GetValue<string>().Replace("{n}", "", StringComparison.Ordinal);
            return random.Pick(Vocabulary.Marked).Replace("@Item", marker, StringComparison.Ordinal);
        }

        if (random.Percent(10) && parts.SelectMany(static part => (double?[])[Limit(part, "minLength"), Limit(part, "maxLength")]).FirstOrDefault(static limit => limit is <= LongestText) is { } limit)
        {
            return string.Concat(Enumerable.Repeat(random.Pick("a", "é", "😀", "\n"), Math.Max(0, (int)limit + random.Next(-1, 2))));
        }

        string? format = parts.Select(static part => part["format"]?.GetValue<string>()).FirstOrDefault(static format => format is not null && Vocabulary.Formatted.ContainsKey(format));
        string[] texts = format is not null && random.Percent(60) ? Vocabulary.Formatted[format] : Vocabulary.Strings;
        string text = random.Pick(texts);
        for (int tries = 0; tries < 20 && !random.Percent(_carelessness) && !Fits(text, parts); tries++)
        {
            text = random.Pick(texts);
        }

        return text;
    }

    /// <summary>Roughly: a request at random may be wrong, but not always.</summary>
    private static bool Fits(string text, JsonObject[] parts) => parts.All(part =>
        (Limit(part, "minLength") ?? 0) <= text.Length
        && (Limit(part, "maxLength") ?? double.MaxValue) >= text.Length
        && (part["pattern"] is not { } pattern || System.Text.RegularExpressions.Regex.IsMatch(text, pattern.GetValue<string>()))
        && (part["format"] is not { } format || !FormatTable.Formats.Contains(format.GetValue<string>()) || Vocabulary.Valid[format.GetValue<string>()].Contains(text)));

    private JsonNode Number(JsonObject[] parts, string[] from)
    {
        if (random.Percent(15) && parts.SelectMany(static part => Bounds.Select(bound => part[bound])).FirstOrDefault(static limit => limit?.GetValueKind() is JsonValueKind.Number) is { } bound)
        {
            return Vocabulary.Number(Beyond(bound.ToJsonString()));
        }

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
        part[keyword] is { } limit && limit.GetValueKind() is JsonValueKind.Number ? limit.GetValue<double>() : null;

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
