using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling;

/// <summary>The keywords of JSON Schema 2020-12 that hold no schema, and the values that each takes.</summary>
internal static class StandardKeywords
{
    private static readonly string[] TypeNames = ["null", "boolean", "object", "array", "number", "string", "integer"];

    private static readonly string[] Formats =
    [
        "date-time",
        "date",
        "time",
        "duration",
        "email",
        "idn-email",
        "hostname",
        "idn-hostname",
        "ipv4",
        "ipv6",
        "uri",
        "uri-reference",
        "iri",
        "iri-reference",
        "uuid",
        "uri-template",
        "json-pointer",
        "relative-json-pointer",
        "regex",
    ];

    /// <summary>
    /// Whether a keyword is one of them and takes the value. Meanings of a document of its own, such as <c>$id</c>, are not among them.
    /// </summary>
    public static bool Takes(string keyword, JsonElement value) =>
        keyword switch
        {
            "title" or "description" or "$comment" or "pattern" or "contentEncoding" or "contentMediaType" => value.ValueKind
                is JsonValueKind.String,
            "format" => value.ValueKind is JsonValueKind.String && Formats.Contains(value.GetString()),
            "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" => value.ValueKind is JsonValueKind.Number,
            "multipleOf" => value.ValueKind is JsonValueKind.Number && JsonNumber.Compare(value, "0") > 0,
            "minLength"
            or "maxLength"
            or "minItems"
            or "maxItems"
            or "minProperties"
            or "maxProperties"
            or "minContains"
            or "maxContains" => value.ValueKind is JsonValueKind.Number && IsInteger(value) && JsonNumber.Compare(value, "0") >= 0,
            "uniqueItems" or "deprecated" or "readOnly" or "writeOnly" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "enum" => value.ValueKind is JsonValueKind.Array && value.GetArrayLength() > 0,
            "examples" => value.ValueKind is JsonValueKind.Array,
            "const" or "default" => true,
            _ => false,
        };

    private static bool IsInteger(JsonElement value)
    {
        _ = JsonNumber.ToInt64(value, out bool isInteger);
        return isInteger;
    }

    public static bool IsSchema(JsonElement value) => value.ValueKind is JsonValueKind.Object or JsonValueKind.True or JsonValueKind.False;

    /// <summary>The value of <c>type</c>: one name or several, each once. Names that JSON Schema does not have are left out.</summary>
    public static JsonNode? Types(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.String)
        {
            return TypeNames.Contains(value.GetString()) ? Node(value) : null;
        }

        string[] names =
            value.ValueKind is JsonValueKind.Array
                ?
                [
                    .. value
                        .EnumerateArray()
                        .Where(static name => name.ValueKind is JsonValueKind.String)
                        .Select(static name => name.GetString()!)
                        .Intersect(TypeNames),
                ]
                : [];
        return names.Length == 0 ? null : List(names);
    }

    /// <summary>Whether a value of <c>type</c> includes a type.</summary>
    public static bool Includes(JsonNode types, string name) =>
        types is JsonArray several ? several.Any(type => (string?)type == name) : (string?)types == name;

    /// <summary>A list of names, each once; <see langword="null"/> if the value is not a list of names.</summary>
    public static JsonArray? Names(JsonElement value) =>
        value.ValueKind is JsonValueKind.Array && value.EnumerateArray().All(static name => name.ValueKind is JsonValueKind.String)
            ? List(value.EnumerateArray().Select(static name => name.GetString()!).Distinct())
            : null;

    /// <summary>The value of <c>dependentRequired</c>: lists of names by name; what is not a list of names is left out.</summary>
    public static JsonObject? NameLists(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.Object)
        {
            return null;
        }

        var lists = new JsonObject();
        foreach ((string name, JsonElement names) in JsonMembers.Of(value))
        {
            if (Names(names) is { } list)
            {
                lists[name] = list;
            }
        }

        return lists;
    }

    /// <summary>A value as it is.</summary>
    public static JsonNode? Node(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => JsonObject.Create(value),
            JsonValueKind.Array => JsonArray.Create(value),
            JsonValueKind.Null => null,
            _ => JsonValue.Create(value),
        };

    private static JsonArray List(IEnumerable<string> names) => [.. names.Select(static name => (JsonNode)JsonValue.Create(name))];
}
