using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kling.SourceGenerator.Tests.Fuzz;

/// <summary>Spoils real files: their bytes, which mostly ends their being JSON, or their values, which mostly does not.</summary>
/// <param name="random">Where the choices come from.</param>
/// <param name="originals">The real files.</param>
internal sealed class Mutator(Random random, IReadOnlyList<string> originals)
{
    private const int MostBytes = 64;

    private static readonly string[] Fragments =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\0", "\uFEFF", "\u2028", "\\ud800", "\\u0000", "null", "true", "NaN", "-", "1e999", "9223372036854775808",
        "1e-999999999", "/*", "//", "\r", "\r\n", "*/", "\"\"\"", "</summary>", "\"$ref\": \"#\",", "\"type\": [],", "\"enum\": [],", "\"properties\": {},",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1.5", "1e400", "-9223372036854775809", "\"\"", "\"#\"", "\"#/properties\"", "\"#/$defs/x\"", "\"(\"", "\"*/ </summary>\"", "[]", "{}", "[[]]",
        "[null]", "[\"a\", \"A\", \"a\"]", "{\"$ref\": \"#\"}", "{\"allOf\": [{\"$ref\": \"#\"}, {\"$ref\": \"#\"}]}", "{\"anyOf\": [{\"type\": \"null\"}, {\"$ref\": \"#\"}]}",
        "{\"type\": \"array\", \"items\": {\"$ref\": \"#\"}}", "{\"enum\": [1, \"1\", null, {}]}", "{\"type\": [\"string\", \"object\"]}",
    ];

    private static readonly string[] Keywords =
    [
        "type", "enum", "const", "default", "$ref", "allOf", "anyOf", "oneOf", "properties", "required", "items", "prefixItems", "additionalProperties", "patternProperties",
        "propertyNames", "minimum", "exclusiveMinimum", "multipleOf", "maxLength", "pattern", "format", "nullable", "$defs", "title", "description", "x-csharp-name",
        "x-enum-names", "x-slug", "deprecated", "dependentRequired", "not", "Validate", "",
    ];

    /// <summary>One more spoilt file.</summary>
    public InMemoryFile Next(string path) => InMemoryFile.FromBytes(path, random.Next(2) == 0
        ? SpoilSome(Encoding.UTF8.GetBytes(Pick(originals)))
        : Encoding.UTF8.GetBytes(SpoilValues(Pick(originals))));

    private byte[] SpoilSome(byte[] bytes)
    {
        for (int i = random.Next(1, 4); i > 0 && bytes.Length > 0; i--)
        {
            bytes = SpoilBytes(bytes);
        }

        return bytes;
    }

    private byte[] SpoilBytes(byte[] bytes)
    {
        int start = random.Next(bytes.Length);
        int end = Math.Min(bytes.Length, start + random.Next(1, MostBytes));
        switch (random.Next(6))
        {
            case 0:
                bytes[start] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 1:
                return bytes[..start];
            case 2:
                return [.. bytes[..start], .. bytes[end..]];
            case 3:
                return [.. bytes[..end], .. bytes[start..]];
            case 4:
                byte[] other = Encoding.UTF8.GetBytes(Pick(originals));
                return [.. bytes[..start], .. other[random.Next(other.Length)..]];
            default:
                return [.. bytes[..start], .. Encoding.UTF8.GetBytes(Pick(Fragments)), .. bytes[start..]];
        }
    }

    private string SpoilValues(string text)
    {
        JsonNode root = JsonNode.Parse(text)!;
        for (int i = random.Next(1, 5); i > 0; i--)
        {
            JsonNode[] containers = [.. Containers(root)];
            SpoilValue(containers[random.Next(containers.Length)]);
        }

        return root.ToJsonString(new JsonSerializerOptions { WriteIndented = random.Next(2) == 0 });
    }

    private void SpoilValue(JsonNode container)
    {
        if (container is JsonArray items)
        {
            int index = random.Next(items.Count + 1);
            if (index < items.Count && random.Next(2) == 0)
            {
                items.RemoveAt(index);
            }

            items.Insert(Math.Min(index, items.Count), Value());
            return;
        }

        JsonObject members = container.AsObject();
        string name = members.Count > 0 && random.Next(3) > 0 ? members.ElementAt(random.Next(members.Count)).Key : Pick(Keywords);
        if (random.Next(4) == 0 && members.Remove(name, out JsonNode? value))
        {
            members[Pick(Keywords)] = value;
        }
        else if (random.Next(6) > 0)
        {
            members[name] = Value();
        }
    }

    /// <summary>A value from the list, or one of another file.</summary>
    private JsonNode? Value()
    {
        if (random.Next(2) == 0)
        {
            return JsonNode.Parse(Pick(Values));
        }

        JsonNode[] containers = [.. Containers(JsonNode.Parse(Pick(originals))!)];
        return containers[random.Next(containers.Length)].DeepClone();
    }

    private static IEnumerable<JsonNode> Containers(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(static member => Containers(member.Value)).Prepend(members),
        JsonArray items => items.SelectMany(Containers).Prepend(items),
        _ => [],
    };

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
