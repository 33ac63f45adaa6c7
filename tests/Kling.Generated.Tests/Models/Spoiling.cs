using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling.Tests.Models;

/// <summary>Turns a valid body into one that violates a given keyword somewhere.</summary>
internal sealed class Spoiling(Random random)
{
    private static readonly string[] NoUris = [.. UriRows.Invalid.Where(static text => text.Length < UriRows.MaxLength)];

    private readonly RandomBody _valid = new(random);

    /// <summary>Spoils a body in one place.</summary>
    /// <param name="schema">The schema that the body obeys.</param>
    /// <param name="body">The body, which is changed.</param>
    /// <param name="keyword">What to violate.</param>
    /// <returns>The body, or <see langword="null"/> if nothing in it can violate the keyword.</returns>
    public JsonNode? Spoil(JsonElement schema, JsonNode? body, string keyword)
    {
        JsonNode? root = body;
        Site[] sites = [.. Site.In(schema, body, value => root = value).Where(site => CanViolate(site, keyword))];
        if (sites.Length == 0)
        {
            return null;
        }

        Site chosen = sites[random.Next(sites.Length)];
        if (keyword == "required")
        {
            string[] names = [.. SchemaNode.Required(chosen.Schema)];
            _ = ((JsonObject)chosen.Value!).Remove(names[random.Next(names.Length)]);
            return root;
        }

        chosen.Replace(Violating(chosen.Schema, keyword));
        return root;
    }

    private static bool CanViolate(Site site, string keyword) => keyword switch
    {
        "required" => site.Value is JsonObject && SchemaNode.Required(site.Schema).Any(),
        "minItems" or "minLength" => SchemaNode.Integer(site.Schema, keyword) > 0,
        _ => site.Schema.TryGetProperty(keyword, out _),
    };

    private JsonNode? Violating(JsonElement schema, string keyword) => keyword switch
    {
        "type" => OtherType(SchemaNode.Types(schema)),
        "enum" => OtherThan(schema.GetProperty("enum")),
        "minimum" => Beyond(SchemaNode.Decimal(schema, keyword)!.Value, -1),
        "maximum" => Beyond(SchemaNode.Decimal(schema, keyword)!.Value, 1),
        "minLength" => JsonValue.Create(_valid.Text(random.Next(SchemaNode.Integer(schema, keyword)!.Value))),
        "maxLength" => JsonValue.Create(_valid.Text(SchemaNode.Integer(schema, keyword)!.Value + 1 + random.Next(3))),
        "minItems" => Items(schema, random.Next(SchemaNode.Integer(schema, keyword)!.Value)),
        "maxItems" => Items(schema, SchemaNode.Integer(schema, keyword)!.Value + 1 + random.Next(3)),
        "format" => JsonValue.Create(NoUris[random.Next(NoUris.Length)]),
        _ => throw new NotSupportedException($"Teach {nameof(Spoiling)} the keyword '{keyword}'."),
    };

    private JsonNode? OtherType(string[] allowed)
    {
        (string Type, Func<JsonNode?> Make)[] kinds =
        [
            ("null", static () => null),
            ("boolean", () => JsonValue.Create(random.Next(2) == 0)),
            ("integer", () => _valid.Number(random.Next(-20, 20))),
            ("number", () => _valid.Number(random.Next(-20, 20) + 0.5m)),
            ("string", () => JsonValue.Create(random.Next(2) == 0 ? "5" : _valid.Text(3))),
            ("array", () => random.Next(2) == 0 ? new JsonArray() : new JsonArray(_valid.Anything(depth: 1))),
            ("object", () => random.Next(2) == 0 ? new JsonObject() : new JsonObject { ["prompt"] = "x" }),
        ];
        Func<JsonNode?>[] others = [.. kinds
            .Where(kind => !allowed.Contains(kind.Type) && !(kind.Type == "integer" && allowed.Contains("number")))
            .Select(static kind => kind.Make)];
        return others[random.Next(others.Length)]();
    }

    private JsonNode OtherThan(JsonElement allowed)
    {
        JsonElement near = allowed[random.Next(allowed.GetArrayLength())];
        if (near.ValueKind is JsonValueKind.Number)
        {
            return random.Next(3) switch
            {
                0 => JsonValue.Create(near.GetRawText()),
                1 => RandomBody.Token("1" + new string('0', 30)),
                _ => _valid.Number(allowed.EnumerateArray().Max(static one => one.GetDecimal()) + 1 + random.Next(9)),
            };
        }

        string text = near.GetString()!;
        return random.Next(5) switch
        {
            0 => JsonValue.Create(text + " "),
            1 => JsonValue.Create(""),
            2 => JsonValue.Create("\u0000" + text),
            3 => JsonValue.Create(text.Normalize(NormalizationForm.FormKC) + "\u0301"),
            _ => decimal.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out decimal number) ? _valid.Number(number) : JsonValue.Create(text + text),
        };
    }

    private JsonNode Beyond(decimal limit, int side) => random.Next(4) switch
    {
        0 => _valid.Number(limit + (side * 0.0001m)),
        1 => RandomBody.Token(side < 0 ? "-1e30" : "1e30"),
        2 => RandomBody.Token(side < 0 ? "-1E+400" : "1E+400"),
        _ => _valid.Number(limit + (side * (1 + random.Next(50)))),
    };

    private JsonArray Items(JsonElement schema, int count) =>
        new([.. Enumerable.Range(0, count).Select(_ => _valid.Value(schema.GetProperty("items")))]);
}
