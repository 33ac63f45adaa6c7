using System.Text.Json;

namespace Kling.Tests.AI;

/// <summary>
/// The strict subset of JSON Schema, by the documentation of the APIs: written from that documentation, not from the transform that it judges.
/// </summary>
internal static class StrictSubset
{
    private static readonly string[] Types = ["string", "number", "integer", "boolean", "object", "array", "null"];

    private static readonly string[] Keywords = ["type", "enum", "properties", "required", "additionalProperties", "items", "anyOf", "$ref", "$defs", "description", "format"];

    private static readonly string[] Formats = ["date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"];

    /// <summary>Everything in a schema that the subset does not have, with its location.</summary>
    public static IReadOnlyList<string> Violations(JsonElement schema)
    {
        var found = new List<string>();
        if (!Is(schema, "object") || schema.TryGetProperty("anyOf", out _))
        {
            found.Add("The root must be an object.");
        }

        Check(schema, "#", schema, found);
        return found;
    }

    private static void Check(JsonElement schema, string path, JsonElement root, List<string> found)
    {
        if (schema.ValueKind is not JsonValueKind.Object)
        {
            found.Add($"{path} must be an object.");
            return;
        }

        found.AddRange(schema.EnumerateObject()
            .Where(member => !Keywords.Contains(member.Name) || (member.Name == "$defs" && path != "#"))
            .Select(member => $"{path} has the keyword {member.Name}."));
        int kinds = new[] { "type", "anyOf", "$ref" }.Count(keyword => schema.TryGetProperty(keyword, out _));
        if (kinds != 1)
        {
            found.Add($"{path} must have exactly one of type, anyOf and $ref.");
        }

        CheckType(schema, path, found);
        if (schema.TryGetProperty("$ref", out JsonElement reference))
        {
            CheckReference(schema, reference.GetString()!, path, root, found);
        }

        if (Is(schema, "object"))
        {
            CheckObject(schema, path, found);
        }

        if (Is(schema, "array") && !schema.TryGetProperty("items", out _))
        {
            found.Add($"{path} has no items.");
        }

        foreach ((string name, JsonElement part) in Parts(schema))
        {
            Check(part, $"{path}/{name}", root, found);
        }
    }

    private static void CheckType(JsonElement schema, string path, List<string> found)
    {
        if (schema.TryGetProperty("type", out JsonElement type))
        {
            string[] names = type.ValueKind is JsonValueKind.Array ? [.. type.EnumerateArray().Select(static name => name.GetString()!)] : [type.GetString()!];
            if (names.Length == 0 || names.Distinct().Count() != names.Length || names.Except(Types).Any())
            {
                found.Add($"{path} has the type {type.GetRawText()}.");
            }
        }

        if (schema.TryGetProperty("format", out JsonElement format) && !Formats.Contains(format.GetString()))
        {
            found.Add($"{path} has the format {format.GetRawText()}.");
        }

        if (schema.TryGetProperty("enum", out JsonElement values)
            && (values.GetArrayLength() == 0 || values.EnumerateArray().Any(static value => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)))
        {
            found.Add($"{path} has the values {values.GetRawText()}.");
        }
    }

    private static void CheckReference(JsonElement schema, string reference, string path, JsonElement root, List<string> found)
    {
        const string Prefix = "#/$defs/";
        bool leads = reference.StartsWith(Prefix, StringComparison.Ordinal)
            && root.TryGetProperty("$defs", out JsonElement definitions)
            && definitions.TryGetProperty(reference[Prefix.Length..], out _);
        if (!leads || schema.EnumerateObject().Count() != 1)
        {
            found.Add($"{path} has the reference {reference}.");
        }
    }

    private static void CheckObject(JsonElement schema, string path, List<string> found)
    {
        bool isClosed = schema.TryGetProperty("additionalProperties", out JsonElement additional) && additional.ValueKind is JsonValueKind.False;
        string[] names = [.. schema.GetProperty("properties").EnumerateObject().Select(static property => property.Name)];
        string[] required = [.. schema.GetProperty("required").EnumerateArray().Select(static name => name.GetString()!)];
        if (!isClosed || !names.Order(StringComparer.Ordinal).SequenceEqual(required.Order(StringComparer.Ordinal)))
        {
            found.Add($"{path} must be closed and require every property.");
        }
    }

    private static bool Is(JsonElement schema, string type) =>
        schema.ValueKind is JsonValueKind.Object && schema.TryGetProperty("type", out JsonElement own) && own.ValueKind is JsonValueKind.String && own.ValueEquals(type);

    private static IEnumerable<(string Name, JsonElement Part)> Parts(JsonElement schema)
    {
        foreach (JsonProperty member in schema.EnumerateObject())
        {
            if (member.Name is "properties" or "$defs")
            {
                foreach (JsonProperty part in member.Value.EnumerateObject())
                {
                    yield return ($"{member.Name}/{part.Name}", part.Value);
                }
            }
            else if (member.Name is "anyOf")
            {
                foreach (JsonElement part in member.Value.EnumerateArray())
                {
                    yield return (member.Name, part);
                }
            }
            else if (member.Name is "items")
            {
                yield return (member.Name, member.Value);
            }
        }
    }
}
