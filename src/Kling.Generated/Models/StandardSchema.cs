using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kling.CompilerServices;

namespace Kling;

/// <summary>
/// Rewrites a model's schema as plain JSON Schema 2020-12. What other dialects say in their own way is said in the standard one; what no
/// standard keyword can say, or has a value that the keyword does not take, is left out.
/// </summary>
internal sealed class StandardSchema
{
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonElement _root;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly JsonObject _definitions = [];

    private StandardSchema(JsonElement root) => _root = root;

    /// <summary>The rewritten schema.</summary>
    /// <param name="schema">A JSON object as text.</param>
    public static JsonElement Of(string schema)
    {
        var standard = new StandardSchema(KlingJsonConstant.Parse(schema));
        JsonObject document = standard.Fill(new JsonObject { ["$schema"] = Dialect }, JsonMembers.Of(standard._root));
        if (standard._definitions.Count > 0)
        {
            document["$defs"] = standard._definitions;
        }

        return KlingJsonConstant.Parse(KlingWrite.ToJson(writer => document.WriteTo(writer), Readable));
    }

    private JsonNode Schema(JsonElement schema)
    {
        if (schema.ValueKind is not JsonValueKind.Object)
        {
            // What is not a schema at all allows everything.
            return JsonValue.Create(schema.ValueKind is not JsonValueKind.False);
        }

        Dictionary<string, JsonElement> keywords = JsonMembers.Of(schema);
        JsonObject rewritten = Fill([], keywords);
        return IsTrue(keywords, "nullable") ? NullableSchema.OrNull(rewritten) : rewritten;
    }

    private JsonObject Fill(JsonObject rewritten, Dictionary<string, JsonElement> schema)
    {
        foreach ((string name, JsonElement value) in schema)
        {
            if (Keyword(name, value, schema) is { } keyword)
            {
                rewritten[keyword.Name] = keyword.Value;
            }
        }

        return rewritten;
    }

    private (string Name, JsonNode? Value)? Keyword(string name, JsonElement value, Dictionary<string, JsonElement> schema) =>
        name switch
        {
            "$ref" => Reference(value) is { } reference ? (name, reference) : null,
            "properties" or "patternProperties" or "dependentSchemas" => Named(name, Map(value)),
            "allOf" or "anyOf" or "oneOf" or "prefixItems" => Named(name, List(value)),
            "if" when !schema.ContainsKey("then") && !schema.ContainsKey("else") => null,
            "then" or "else" when !schema.ContainsKey("if") => null,
            "minContains" or "maxContains" when !schema.ContainsKey("contains") => null,
            "items" when value.ValueKind is JsonValueKind.Array => schema.ContainsKey("prefixItems")
                ? null
                : Named("prefixItems", List(value)),
            "items"
            or "additionalProperties"
            or "propertyNames"
            or "contains"
            or "not"
            or "if"
            or "then"
            or "else"
            or "unevaluatedItems"
            or "unevaluatedProperties"
            or "contentSchema" => StandardKeywords.IsSchema(value) ? (name, Schema(value)) : null,
            _ => Translated(name, value, schema),
        };

    /// <summary>The words of older drafts and of OpenAPI.</summary>
    private (string Name, JsonNode? Value)? Translated(string name, JsonElement value, Dictionary<string, JsonElement> schema) =>
        name switch
        {
            "additionalItems" => schema.TryGetValue("items", out JsonElement items)
            && items.ValueKind is JsonValueKind.Array
            && !schema.ContainsKey("prefixItems")
            && StandardKeywords.IsSchema(value)
                ? ("items", Schema(value))
                : null,
            "minimum" or "maximum" when IsTrue(schema, Exclusive(name)) => StandardKeywords.Takes(name, value)
                ? (Exclusive(name), StandardKeywords.Node(value))
                : null,
            "dependencies" => schema.ContainsKey("dependentSchemas") ? null : Named("dependentSchemas", Dependencies(value)),
            "example" => schema.ContainsKey("examples") ? null : ("examples", new JsonArray(StandardKeywords.Node(value))),
            "default" when value.ValueKind is JsonValueKind.Null && !AllowsNull(schema) => null,
            "type" => Named(name, StandardKeywords.Types(value)),
            "required" => Named(name, StandardKeywords.Names(value)),
            "dependentRequired" => Named(name, StandardKeywords.NameLists(value)),
            _ => StandardKeywords.Takes(name, value) ? (name, StandardKeywords.Node(value)) : null,
        };

    private static (string Name, JsonNode? Value)? Named(string name, JsonNode? value) => value is null ? null : (name, value);

    private static string Exclusive(string bound) => bound == "minimum" ? "exclusiveMinimum" : "exclusiveMaximum";

    private JsonObject? Map(JsonElement schemas)
    {
        if (schemas.ValueKind is not JsonValueKind.Object)
        {
            return null;
        }

        var rewritten = new JsonObject();
        foreach ((string name, JsonElement schema) in JsonMembers.Of(schemas))
        {
            rewritten[name] = Schema(schema);
        }

        return rewritten;
    }

    private JsonArray? List(JsonElement schemas) =>
        schemas.ValueKind is JsonValueKind.Array && schemas.GetArrayLength() > 0 && schemas.EnumerateArray().All(StandardKeywords.IsSchema)
            ? [.. schemas.EnumerateArray().Select(Schema)]
            : null;

    private JsonObject? Dependencies(JsonElement dependencies)
    {
        if (dependencies.ValueKind is not JsonValueKind.Object)
        {
            return null;
        }

        var rewritten = new JsonObject();
        foreach ((string name, JsonElement value) in JsonMembers.Of(dependencies))
        {
            rewritten[name] = StandardKeywords.Names(value) is { } names ? new JsonObject { ["required"] = names } : Schema(value);
        }

        return rewritten;
    }

    /// <summary>
    /// Whatever is referred to becomes a definition, wherever it stood: keywords that are left out may have held it. The rest of the
    /// definitions says nothing of a value.
    /// </summary>
    private string? Reference(JsonElement value)
    {
        if (
            value.ValueKind is not JsonValueKind.String
            || SchemaPointer.Resolve(_root, value.GetString()!) is not { } target
            || !StandardKeywords.IsSchema(target)
        )
        {
            return null;
        }

        string reference = value.GetString()!;
        if (reference == "#")
        {
            return reference;
        }

        if (!_names.TryGetValue(reference, out string? name))
        {
            name = DefinitionName(SchemaPointer.Tokens(reference).Last());
            _names.Add(reference, name);

            // The name is taken before the schema is rewritten, which may refer to itself.
            _definitions[name] = null;
            _definitions[name] = Schema(target);
        }

        return "#/$defs/" + name;
    }

    /// <summary>A name that needs no escape in a reference and that OpenAPI allows for a component.</summary>
    private string DefinitionName(string wanted)
    {
        string plain = string.Concat(wanted.Select(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_'));
        string name = plain.Length == 0 ? "_" : plain;
        for (int i = 2; _definitions.ContainsKey(name); i++)
        {
            name = plain + i.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }

    private static bool IsTrue(Dictionary<string, JsonElement> schema, string keyword) =>
        schema.TryGetValue(keyword, out JsonElement value) && value.ValueKind is JsonValueKind.True;

    // A default of null means no default if null is not allowed.
    private static bool AllowsNull(Dictionary<string, JsonElement> schema) =>
        IsTrue(schema, "nullable")
        || !schema.TryGetValue("type", out JsonElement type)
        || StandardKeywords.Types(type) is not { } types
        || StandardKeywords.Includes(types, "null");
}
