using System.Globalization;
using Kling.SourceGenerator.Schema;

namespace Kling.Cli;

/// <summary>
/// Decides whether every value that is valid by a first schema is valid by a second one, as far as keywords can show it. What cannot be
/// shown is reported. A value may contain only properties that the first schema declares, or that neither schema declares.
/// </summary>
internal sealed partial class WireComparison(ComparedSchema first, ComparedSchema second)
{
    private const int MaxDepth = 100;
    private const string Undeclared = "(not declared)";

    private readonly Dictionary<JsonNode, int> _numbers = [];
    private HashSet<string> _assumed = new(StringComparer.Ordinal);
    private List<WireReport> _reports = [];
    private int _depth;

    /// <summary>Compares the whole schemas.</summary>
    public IReadOnlyList<WireReport> Compare()
    {
        Compare(Conjunct.Of(first, first.Root), second.Root, takesNull: false, "");
        return _reports;
    }

    private void Compare(IReadOnlyList<Conjunct> firsts, JsonNode node, bool takesNull, string path)
    {
        // A pair of schemas that is compared already, further up, is taken for implied: a difference is reported there.
        string key = string.Join(
            ',',
            firsts
                .Select(conjunct => (Number(conjunct.Node) * 2) + (conjunct.TakesNull ? 1 : 0))
                .Append(Number(node))
                .Append(takesNull ? 1 : 0)
        );
        if (!_assumed.Add(key))
        {
            return;
        }

        if (_depth++ > MaxDepth)
        {
            Report(ChangeRules.SchemaChanged, path, "schema", "(nested too deeply)", "(nested too deeply)", firsts[0].Node, node);
        }
        else
        {
            foreach (Conjunct conjunct in Conjunct.Of(second, node, takesNull))
            {
                CompareOne(firsts, conjunct, path);
            }
        }

        _depth--;
    }

    private int Number(JsonNode node)
    {
        _ = _numbers.TryAdd(node, _numbers.Count);
        return _numbers[node];
    }

    private void CompareOne(IReadOnlyList<Conjunct> firsts, Conjunct conjunct, string path)
    {
        JsonNode node = conjunct.Node;
        if (firsts.Any(static known => known.Node.Kind is JsonKind.False))
        {
            return;
        }

        if (node.Kind is JsonKind.False)
        {
            Report(ChangeRules.SchemaChanged, path, "schema", "(any)", "false", Fallback(firsts, node), node);
        }

        HashSet<string> types = Types(firsts);
        if (!node.IsObject || types.Count == 0)
        {
            return;
        }

        IReadOnlySet<string> allowed = conjunct.Types(node == second.Root);
        if (types.Except(allowed).Any())
        {
            JsonNode? known = Known(firsts, "type");
            Report(
                ChangeRules.TypeChanged,
                path,
                "type",
                TypeText(types),
                TypeText(allowed),
                known ?? Fallback(firsts, node),
                node["type"] ?? node
            );
        }

        _ = types.RemoveWhere(type => !allowed.Contains(type));
        CompareValues(firsts, conjunct, types, path);
        CompareLimits(firsts, node, types, path);
        CompareChoices(firsts, conjunct, types, path);
        if (types.Contains("array"))
        {
            CompareItems(firsts, node, path);
        }

        if (types.Contains("object"))
        {
            CompareNames(firsts, node, path);
            CompareMembers(firsts, node, path);
        }
    }

    private HashSet<string> Types(IReadOnlyList<Conjunct> firsts)
    {
        HashSet<string>? types = null;
        foreach (Conjunct conjunct in firsts.Where(static conjunct => conjunct.Node.IsObject))
        {
            IEnumerable<string> own = conjunct.Types(conjunct.Node == first.Root);
            foreach (JsonNode[] choice in Choices([conjunct]))
            {
                HashSet<string> chosen = [.. choice.SelectMany(part => Stated(Conjunct.Of(first, part, conjunct.TakesNull)))];
                own = own.Intersect(chosen).ToArray();
            }

            types = types is null ? [.. own] : [.. types.Intersect(own)];
        }

        return types ?? [.. new Conjunct(JsonNode.Object(default, []), TakesNull: false).Types(isRequest: false)];
    }

    /// <summary>The types that schemas state themselves, without their choices.</summary>
    private static IEnumerable<string> Stated(IReadOnlyList<Conjunct> schemas) =>
        schemas
            .Select(static conjunct => conjunct.Types(isRequest: false))
            .Aggregate<IEnumerable<string>>(static (types, own) => types.Intersect(own));

    private void CompareValues(IReadOnlyList<Conjunct> firsts, Conjunct conjunct, HashSet<string> types, string path)
    {
        foreach (string keyword in (string[])["enum", "const"])
        {
            if (AllowedList.Of(conjunct.Node, keyword) is not { } allowed)
            {
                continue;
            }

            JsonNode stated = conjunct.Node[keyword]!;
            (Conjunct known, string knownKeyword) = firsts
                .SelectMany(static known => new[] { (known, "enum"), (known, "const") })
                .FirstOrDefault(static pair => AllowedList.Of(pair.known.Node, pair.Item2) is not null);
            if (knownKeyword is null)
            {
                string texts = string.Join(", ", allowed.Select(JsonPrinter.Print));
                Report(ChangeRules.ValueRemoved, path, keyword, "(any)", texts, Fallback(firsts, conjunct.Node), stated);
                continue;
            }

            foreach (JsonNode value in AllowedList.Of(known.Node, knownKeyword)!.Where(value => AllowedList.IsOf(value, types)))
            {
                bool isNull = value.Kind is JsonKind.Null;
                if (!allowed.Any(other => JsonEquality.AreEqual(other, value)) && !(isNull && conjunct.TakesNull))
                {
                    Report(ChangeRules.ValueRemoved, path, keyword, JsonPrinter.Print(value), "(not allowed)", value, stated);
                }
            }

            bool refusesNull = !conjunct.TakesNull && allowed.All(static value => value.Kind is not JsonKind.Null);
            if (known.TakesNull && refusesNull && types.Contains("null"))
            {
                Report(ChangeRules.ValueRemoved, path, keyword, "null", "(not allowed)", known.Node, stated);
            }
        }
    }

    private void CompareLimits(IReadOnlyList<Conjunct> firsts, JsonNode node, HashSet<string> types, string path)
    {
        foreach (SchemaLimit limit in SchemaLimit.Of(node).Where(limit => limit.Types.Any(types.Contains)))
        {
            SchemaLimit[] known = [.. firsts.SelectMany(static conjunct => SchemaLimit.Of(conjunct.Node))];
            if (known.Any(other => other.Implies(limit)))
            {
                continue;
            }

            SchemaLimit? same = known.FirstOrDefault(other => other.Kind == limit.Kind);
            ChangeRule rule =
                limit.Keyword == "format" ? ChangeRules.FormatChanged
                : limit.Keyword == "x-references" ? ChangeRules.SchemaChanged
                : ChangeRules.LimitTightened;
            Report(rule, path, limit.Keyword, same?.Text ?? "(none)", limit.Text, same?.Node ?? Fallback(firsts, node), limit.Node);
        }
    }

    private void CompareChoices(IReadOnlyList<Conjunct> firsts, Conjunct conjunct, HashSet<string> types, string path)
    {
        foreach (string keyword in (string[])["anyOf", "oneOf"])
        {
            if (conjunct.Node[keyword] is not { Items.Length: > 0 } choice)
            {
                continue;
            }

            // Of the first schema, null may be valid whatever its choices say.
            bool hasNull = types.Contains("null") && !conjunct.TakesNull && firsts.Any(static known => known.TakesNull);
            bool isImplied =
                (firsts.Any(known => known.Node[keyword] is { } other && IsSame(other, choice)) && !hasNull)
                || (keyword == "anyOf" && IsAnyImplied(firsts, choice, types, conjunct.TakesNull, hasNull));
            if (!isImplied)
            {
                JsonNode? known = Known(firsts, "anyOf") ?? Known(firsts, "oneOf");
                Report(
                    ChangeRules.SchemaChanged,
                    path,
                    keyword,
                    known is null ? "(none)" : JsonPrinter.Print(known),
                    JsonPrinter.Print(choice),
                    known ?? Fallback(firsts, conjunct.Node),
                    choice
                );
            }
        }
    }

    /// <summary>Whether each part of the first values has an alternative that takes all of it.</summary>
    private bool IsAnyImplied(IReadOnlyList<Conjunct> firsts, JsonNode choice, HashSet<string> types, bool takesNull, bool hasNull)
    {
        IEnumerable<JsonNode[]> splits = Choices(firsts);
        bool isNullTaken = !hasNull || HasAlternative([Only("null")]);
        return isNullTaken
            && (
                HasAlternative(firsts)
                || splits.Any(parts => parts.All(part => HasAlternative([.. firsts, .. Conjunct.Of(first, part)])))
                || types.All(type => (type == "null" && takesNull) || HasAlternative([.. firsts, Only(type)]))
            );

        Conjunct Only(string type) => new(OnlyType(type), TakesNull: false);

        bool HasAlternative(IReadOnlyList<Conjunct> known) => choice.Items.Any(alternative => Holds(known, alternative));
    }

    private static IEnumerable<JsonNode[]> Choices(IEnumerable<Conjunct> schemas) =>
        schemas
            .SelectMany(static known => new[] { known.Node.ItemsOf("anyOf"), known.Node.ItemsOf("oneOf") })
            .Where(static list => list.Length > 0)
            .Select(static list => list.ToArray());

    private static JsonNode OnlyType(string type) =>
        JsonNode.Object(default, [new JsonMember("type", default, JsonNode.Scalar(JsonKind.String, default, type))]);

    private bool Holds(IReadOnlyList<Conjunct> firsts, JsonNode node)
    {
        (List<WireReport> outer, HashSet<string> assumed) = (_reports, _assumed);
        (_reports, _assumed) = ([], new HashSet<string>(assumed, StringComparer.Ordinal));
        Compare(firsts, node, takesNull: false, "");
        bool holds = _reports.All(static report => !report.Rule.IsBreaking);

        // What a failed attempt took for implied is not.
        _assumed = holds ? _assumed : assumed;
        _reports = outer;
        return holds;
    }

    private IEnumerable<Conjunct> Below(JsonNode? schema) => schema is null ? [] : Conjunct.Of(first, schema);

    private static IEnumerable<JsonNode> Declared(IReadOnlyList<Conjunct> firsts, string name) =>
        firsts.Select(known => known.Node["properties"]?[name]).OfType<JsonNode>();

    private static bool Requires(IReadOnlyList<Conjunct> firsts, string name) =>
        firsts.Any(known => known.Node.ItemsOf("required").Any(other => other.Text == name));

    private static JsonNode? Known(IReadOnlyList<Conjunct> firsts, string keyword) =>
        firsts.Select(known => known.Node[keyword]).FirstOrDefault(static node => node is not null);

    private JsonNode Fallback(IReadOnlyList<Conjunct> firsts, JsonNode node) =>
        firsts.Count > 0 && firsts[0].Node.Span.Length > 0 ? firsts[0].Node : first.Root;

    private bool IsSameOrMissing(JsonNode? left, JsonNode? right) =>
        left is null ? right is null : right is not null && IsSame(left, right);

    private bool IsSame(JsonNode left, JsonNode right) => SchemaEquality.AreEqual(left, first, right, second);

    private void Report(ChangeRule rule, string path, string what, string firstText, string secondText, JsonNode one, JsonNode two) =>
        _reports.Add(new WireReport(rule, path, what, firstText, secondText, one, two));

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string TypeText(IEnumerable<string> types)
    {
        string[] names = [.. types];
        IEnumerable<string> shown = names.Where(type => type != "integer" || !names.Contains("number"));
        return names.Length == 7 ? "any" : string.Join(" or ", shown.Order(StringComparer.Create(CultureInfo.InvariantCulture, false)));
    }
}
