using Kling.SourceGenerator.Schema;

namespace Kling.Cli;

/// <summary>Finds the schema of a property or of a list's items, whichever way it is put together.</summary>
internal static class SchemaProperties
{
    /// <summary>The schema of a property, or <see langword="null"/>.</summary>
    public static JsonNode? Property(ComparedSchema file, JsonNode schema, string name) =>
        Parts(file, schema).Select(part => part["properties"]?[name]).FirstOrDefault(static found => found is not null);

    /// <summary>The first stated value of a keyword, or <see langword="null"/>.</summary>
    public static JsonNode? Keyword(ComparedSchema file, JsonNode schema, string keyword) =>
        Parts(file, schema).Select(part => part[keyword]).FirstOrDefault(static found => found is not null);

    private static List<JsonNode> Parts(ComparedSchema file, JsonNode schema)
    {
        List<JsonNode> parts = [schema];
        for (int i = 0; i < parts.Count; i++)
        {
            JsonNode part = parts[i];
            IEnumerable<JsonNode> below = Conjunct
                .Of(file, part)
                .Select(static conjunct => conjunct.Node)
                .Concat(part.ItemsOf("anyOf"))
                .Concat(part.ItemsOf("oneOf"));
            parts.AddRange(below.Where(node => !parts.Contains(node)).ToArray());
        }

        return parts;
    }
}
