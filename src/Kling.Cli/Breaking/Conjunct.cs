using Kling.SourceGenerator.Schema;

namespace Kling.Cli;

/// <summary>
/// One of the schemas that a value must satisfy: a schema itself, what its <c>$ref</c> names, or an item of its <c>allOf</c>.
/// </summary>
/// <param name="Node">The schema.</param>
/// <param name="TakesNull">Whether null is valid whatever the schema says (<c>nullable</c>).</param>
internal readonly record struct Conjunct(JsonNode Node, bool TakesNull)
{
    private static readonly string[] AllTypes = ["string", "integer", "number", "boolean", "array", "object", "null"];

    /// <summary>The JSON types that the schema allows; here, <c>number</c> means numbers that are not integers.</summary>
    public IReadOnlySet<string> Types(bool isRequest)
    {
        HashSet<string> types = Node["type"] switch
        {
            { Kind: JsonKind.String } type => [type.Text],
            { Kind: JsonKind.Array } list => [.. list.Items.Select(static item => item.Text)],
            _ => isRequest ? ["object"] : [.. AllTypes],
        };
        if (types.Contains("number"))
        {
            _ = types.Add("integer");
        }

        if (TakesNull)
        {
            _ = types.Add("null");
        }

        return types;
    }

    /// <summary>The schemas that every value of a schema satisfies.</summary>
    public static IReadOnlyList<Conjunct> Of(ComparedSchema schema, JsonNode node, bool takesNull = false)
    {
        List<Conjunct> all = [];
        Collect(schema, node, takesNull, all);
        return all;
    }

    private static void Collect(ComparedSchema schema, JsonNode node, bool takesNull, List<Conjunct> all)
    {
        var conjunct = new Conjunct(node, takesNull || (node["nullable"] is { IsTrue: true } && node != schema.Root));
        if (all.Contains(conjunct))
        {
            return;
        }

        all.Add(conjunct);
        if (node["$ref"] is { } reference && schema.Resolve(reference) is { } target)
        {
            Collect(schema, target, conjunct.TakesNull, all);
        }

        foreach (JsonNode part in node.ItemsOf("allOf"))
        {
            Collect(schema, part, conjunct.TakesNull, all);
        }
    }
}
