using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling.Tests.Models;

/// <summary>Random JSON that a schema accepts, in every spelling that JSON allows.</summary>
internal sealed class RandomBody(Random random)
{
    private const int LongestText = 24;
    private const int MostItems = 4;

    // No whole marker such as @Element1: it would have to name an item that is there.
    private static readonly string[] Signs =
        ["a", "Z", "7", " ", "\"", "\\", "/", "<", "&", "\n", "\t", "\u0001", "ä", "ж", "界", "\u2028", "e\u0301", "😀", "𝒳", "👩‍🚀", "\u202e", "@Elem1"];

    private static readonly string[] Uris = [.. UriRows.Valid.Where(static uri => uri.Length < UriRows.MaxLength)];

    public JsonObject Object(JsonElement schema)
    {
        var body = new JsonObject();
        HashSet<string> required = [.. SchemaNode.Required(schema)];
        foreach (JsonProperty property in SchemaNode.Properties(schema))
        {
            if (required.Contains(property.Name) || random.NextDouble() < 0.6)
            {
                body[property.Name] = Value(property.Value);
            }
        }

        if (SchemaNode.AllowsUnknownMembers(schema) && random.NextDouble() < 0.2)
        {
            body["x-" + Text(8)] = Anything(depth: 2);
        }

        return body;
    }

    public JsonNode? Value(JsonElement schema)
    {
        if (schema.TryGetProperty("enum", out JsonElement allowed))
        {
            JsonElement one = allowed[random.Next(allowed.GetArrayLength())];
            return one.ValueKind is JsonValueKind.Number ? Number(one.GetDecimal()) : JsonNode.Parse(one.GetRawText());
        }

        if (SchemaNode.Alternatives(schema) is { Length: > 0 } alternatives)
        {
            return Value(alternatives[random.Next(alternatives.Length)]);
        }

        string[] types = SchemaNode.Types(schema);
        return types.Length == 0 ? Anything(depth: 2) : types[random.Next(types.Length)] switch
        {
            "string" when SchemaNode.Text(schema, "format") == "uri" => JsonValue.Create(Uris[random.Next(Uris.Length)]),
            "string" => JsonValue.Create(Text(schema)),
            "boolean" => JsonValue.Create(random.Next(2) == 0),
            "integer" => Number(decimal.Truncate(Within(schema, 1000))),
            "number" => Number(Within(schema, 1000)),
            "array" => Array(schema),
            "object" => Object(schema),
            "null" => null,
            string other => throw new NotSupportedException($"Teach {nameof(RandomBody)} the type '{other}'."),
        };
    }

    /// <summary>Any JSON at all.</summary>
    public JsonNode? Anything(int depth) => random.Next(depth > 0 ? 6 : 4) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(2) == 0),
        2 => JsonValue.Create(Text(random.Next(8))),
        3 => Number(random.Next(-1000, 1000) / 8m),
        4 => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Anything(depth - 1))]),
        _ => new JsonObject([.. Enumerable.Range(0, random.Next(3)).Select(index => KeyValuePair.Create(FormattableString.Invariant($"m{index}"), Anything(depth - 1)))]),
    };

    /// <summary>A text of so many code points, half of the units of which are often surrogates.</summary>
    public string Text(int codePoints)
    {
        var text = new StringBuilder();
        int astral = random.Next(3);
        while (codePoints > 0)
        {
            Rune[] sign = astral == 0 ? [new Rune(0x1F600 + random.Next(0x40))] : [.. Signs[random.Next(Signs.Length)].EnumerateRunes()];
            foreach (Rune rune in sign.Take(codePoints))
            {
                _ = text.Append(rune.ToString());
                codePoints--;
            }
        }

        return text.ToString();
    }

    /// <summary>A number in one of its spellings: <c>10</c>, <c>10.0</c>, <c>1e1</c>, <c>100E-1</c>.</summary>
    public JsonNode Number(decimal value)
    {
        string plain = value.ToString(CultureInfo.InvariantCulture);
        string scaled = (value * 100).ToString(CultureInfo.InvariantCulture);
        return Token(random.Next(5) switch
        {
            0 => plain.Contains('.', StringComparison.Ordinal) ? plain + "0" : plain + ".0",
            1 => plain + "e0",
            2 => scaled + "E-2",
            3 when decimal.Truncate(value) == value && value % 10 == 0 => decimal.Truncate(value / 10).ToString(CultureInfo.InvariantCulture) + "e+1",
            _ => plain,
        });
    }

    /// <summary>A JSON token that keeps its spelling.</summary>
    public static JsonNode Token(string json) => JsonValue.Create(Shipped.Json(json))!;

    private JsonArray Array(JsonElement schema)
    {
        int least = SchemaNode.Integer(schema, "minItems") ?? 0;
        int most = SchemaNode.Integer(schema, "maxItems") ?? least + MostItems;
        return new JsonArray([.. Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => Value(schema.GetProperty("items")))]);
    }

    private string Text(JsonElement schema)
    {
        int least = SchemaNode.Integer(schema, "minLength") ?? 0;
        int? most = SchemaNode.Integer(schema, "maxLength");
        return Text(random.Next(4) switch
        {
            0 => most ?? LongestText,
            1 => least,
            _ => random.Next(least, Math.Min(most ?? int.MaxValue, least + LongestText) + 1),
        });
    }

    private decimal Within(JsonElement schema, decimal width)
    {
        decimal? least = SchemaNode.Decimal(schema, "minimum");
        decimal? most = SchemaNode.Decimal(schema, "maximum");
        decimal from = least ?? (most - width ?? -width);
        decimal to = most ?? from + (2 * width);
        return random.Next(5) switch
        {
            0 => from,
            1 => to,
            _ => decimal.Round(from + ((to - from) * random.Next(10_001) / 10_000m), 4),
        };
    }
}
