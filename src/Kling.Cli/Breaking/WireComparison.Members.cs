using Kling.SourceGenerator.Schema;

namespace Kling.Cli;

/// <content>The keywords of lists and objects.</content>
internal sealed partial class WireComparison
{
    private void CompareItems(IReadOnlyList<Conjunct> firsts, JsonNode node, string path)
    {
        bool hasPositions = node["prefixItems"] is not null || firsts.Any(static known => known.Node["prefixItems"] is not null);
        if (hasPositions && (node["items"] ?? node["prefixItems"]) is { } items)
        {
            bool isSame = firsts.Any(known =>
                IsSameOrMissing(known.Node["items"], node["items"]) && IsSameOrMissing(known.Node["prefixItems"], node["prefixItems"])
            );
            if (!isSame)
            {
                Report(ChangeRules.SchemaChanged, path, "prefixItems", "(differs)", "(differs)", Fallback(firsts, node), items);
            }
        }
        else if (node["items"] is { } item)
        {
            Compare([.. firsts.SelectMany(known => Below(known.Node["items"]))], item, takesNull: false, path + "[]");
        }
    }

    private void CompareNames(IReadOnlyList<Conjunct> firsts, JsonNode node, string path)
    {
        foreach (JsonNode name in node.ItemsOf("required"))
        {
            if (!Requires(firsts, name.Text))
            {
                JsonNode? declared = Declared(firsts, name.Text).FirstOrDefault();
                Report(
                    declared is null ? ChangeRules.RequiredAdded : ChangeRules.ParameterRequired,
                    Join(path, name.Text),
                    "required",
                    declared is null ? Undeclared : "optional",
                    "required",
                    declared ?? Fallback(firsts, node),
                    node["properties"]?[name.Text] ?? name
                );
            }
        }

        foreach (JsonMember pair in node["dependentRequired"]?.Members ?? [])
        {
            foreach (JsonNode name in pair.Value.Items.Where(name => !Requires(firsts, name.Text)))
            {
                bool isKnown = firsts.Any(known =>
                    known.Node["dependentRequired"]?.ItemsOf(pair.Name).Any(other => other.Text == name.Text) ?? false
                );
                if (!isKnown)
                {
                    string condition = $"required with {pair.Name}";
                    JsonNode place = Fallback(firsts, node);
                    string required = Join(path, name.Text);
                    Report(ChangeRules.ParameterRequired, required, "dependentRequired", "optional", condition, place, name);
                }
            }
        }
    }

    private void CompareMembers(IReadOnlyList<Conjunct> firsts, JsonNode node, string path)
    {
        foreach (JsonMember member in node["properties"]?.Members ?? [])
        {
            JsonNode[] declared = [.. Declared(firsts, member.Name)];
            string name = Join(path, member.Name);
            if (declared.Length > 0)
            {
                Compare([.. declared.SelectMany(Below)], member.Value, takesNull: false, name);
                continue;
            }

            // A name of a map is declared by the map's schema, and a required name by the list; any other name was not declared.
            JsonNode[] map = [.. firsts.Select(static known => known.Node["additionalProperties"]).OfType<JsonNode>()];
            bool isRequired = Requires(firsts, member.Name);
            if (!isRequired && !node.ItemsOf("required").Any(other => other.Text == member.Name))
            {
                Report(ChangeRules.ParameterAdded, name, "parameter", Undeclared, "optional", Fallback(firsts, node), member.Value);
            }

            bool hasPatterns = firsts.Any(static known => known.Node["patternProperties"] is not null);
            if (isRequired || hasPatterns || map.Any(static schema => schema.IsObject))
            {
                // A name that matches a pattern is no matter of the map.
                Compare(hasPatterns ? [] : [.. map.SelectMany(Below)], member.Value, takesNull: false, name);
            }
        }

        CompareMaps(firsts, node, path);
    }

    private void CompareMaps(IReadOnlyList<Conjunct> firsts, JsonNode node, string path)
    {
        if (node["additionalProperties"] is { Kind: not JsonKind.True } rest)
        {
            Conjunct known = firsts.FirstOrDefault(conjunct =>
                conjunct.Node["additionalProperties"] is { Kind: not JsonKind.True }
                && (conjunct.Node["properties"]?.Members ?? []).All(member => node["properties"]?[member.Name] is not null)
                && IsSameOrMissing(conjunct.Node["patternProperties"], node["patternProperties"])
            );
            if (known.Node?["additionalProperties"] is { } knownRest)
            {
                Compare(Conjunct.Of(first, knownRest), rest, takesNull: false, path + "{}");
            }
            else
            {
                JsonNode? stated = Known(firsts, "additionalProperties");
                string text = stated is null ? "(any)" : JsonPrinter.Print(stated);
                Report(
                    ChangeRules.AdditionalRefused,
                    path,
                    "additionalProperties",
                    text,
                    JsonPrinter.Print(rest),
                    stated ?? Fallback(firsts, node),
                    rest
                );
            }
        }

        foreach (JsonMember pattern in node["patternProperties"]?.Members ?? [])
        {
            JsonNode[] known = [.. firsts.Select(conjunct => conjunct.Node["patternProperties"]?[pattern.Name]).OfType<JsonNode>()];
            Compare([.. known.SelectMany(Below)], pattern.Value, takesNull: false, $"{path}{{{pattern.Name}}}");
        }

        if (node["propertyNames"] is { } names)
        {
            var text = new Conjunct(OnlyType("string"), TakesNull: false);
            Compare([.. firsts.SelectMany(known => Below(known.Node["propertyNames"])), text], names, takesNull: false, path + "{}");
        }
    }
}
