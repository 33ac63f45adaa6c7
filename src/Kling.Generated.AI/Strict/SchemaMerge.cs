using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling;

/// <summary>Two schemas that apply to one value, as one schema.</summary>
internal static class SchemaMerge
{
    /// <summary>The merged schema, or <see langword="null"/> if one schema cannot say both.</summary>
    public static JsonObject? Of(JsonObject first, JsonObject second)
    {
        JsonObject merged = first.DeepClone().AsObject();
        foreach ((string keyword, JsonNode? value) in second)
        {
            if (!merged.ContainsKey(keyword))
            {
                merged[keyword] = value?.DeepClone();
            }
            else if (!Combine(merged, keyword, value))
            {
                return null;
            }
        }

        return merged;
    }

    private static bool Combine(JsonObject merged, string keyword, JsonNode? value)
    {
        JsonNode? own = merged[keyword];
        switch (keyword)
        {
            case "title" or "description" or "$comment" or "default" or "examples" or "deprecated" or "readOnly" or "writeOnly":
                return true;
            case "type":
                return Set(merged, keyword, Types(own, value));
            case "enum":
                return Set(merged, keyword, Common(own, value));
            case "required":
                return Set(merged, keyword, Union(own, value));
            case "properties" or "patternProperties" or "$defs":
                return Properties(own as JsonObject, value as JsonObject);
            case "items" or "additionalProperties" or "propertyNames":
                merged[keyword] = Both(own, value);
                return true;
            case "minimum" or "exclusiveMinimum" or "minLength" or "minItems" or "minProperties":
                return Set(merged, keyword, Number(value) > Number(own) ? value?.DeepClone() : own?.DeepClone());
            case "maximum" or "exclusiveMaximum" or "maxLength" or "maxItems" or "maxProperties":
                return Set(merged, keyword, Number(value) < Number(own) ? value?.DeepClone() : own?.DeepClone());
            default:
                return JsonNode.DeepEquals(own, value);
        }
    }

    private static bool Set(JsonObject merged, string keyword, JsonNode? value)
    {
        merged[keyword] = value;
        return value is not null;
    }

    private static double Number(JsonNode? value) =>
        value is not null && double.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : 0;

    private static JsonArray? Types(JsonNode? first, JsonNode? second)
    {
        string[] own = Names(first);
        string[] other = Names(second);
        IEnumerable<string> common = own.Where(type => other.Contains(type) || (type == "integer" && other.Contains("number")))
            .Union(other.Where(type => type == "integer" && own.Contains("number")));
        JsonNode[] types = [.. common.Select(static type => (JsonNode)type)];
        return types.Length == 0 ? null : new JsonArray(types);
    }

    private static JsonArray? Common(JsonNode? first, JsonNode? second)
    {
        JsonNode?[] common =
        [
            .. (first as JsonArray ?? []).Where(value => (second as JsonArray ?? []).Any(other => JsonNode.DeepEquals(value, other))),
        ];
        return common.Length == 0 ? null : new JsonArray([.. common.Select(static value => value?.DeepClone())]);
    }

    private static JsonArray Union(JsonNode? first, JsonNode? second) =>
        new([.. Names(first).Union(Names(second)).Select(static name => (JsonNode)name)]);

    private static bool Properties(JsonObject? own, JsonObject? other)
    {
        if (own is null || other is null)
        {
            return false;
        }

        foreach ((string name, JsonNode? schema) in other)
        {
            own[name] = own.ContainsKey(name) ? Both(own[name], schema) : schema?.DeepClone();
        }

        return true;
    }

    /// <summary>Both schemas of a part. They are merged when the part is built.</summary>
    private static JsonNode Both(JsonNode? first, JsonNode? second) =>
        JsonNode.DeepEquals(first, second)
            ? first!.DeepClone()
            : new JsonObject { ["allOf"] = new JsonArray(first?.DeepClone(), second?.DeepClone()) };

    /// <summary>One text, or all texts of a list.</summary>
    public static string[] Names(JsonNode? value) =>
        value switch
        {
            JsonArray several =>
            [
                .. several.Where(static name => name?.GetValueKind() is JsonValueKind.String).Select(static name => (string)name!),
            ],
            JsonValue one when one.GetValueKind() is JsonValueKind.String => [(string)one!],
            _ => [],
        };
}
