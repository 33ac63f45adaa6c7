using Kling.SourceGenerator.Binding.Findings;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Keywords;

/// <summary>
/// <c>x-cost</c>, which only the runtime reads: what it would leave out is reported at its location. The parameters that it names must be
/// declared, and their values possible.
/// </summary>
internal sealed class CostKeyword
{
    private const string Keyword = "x-cost";

    private readonly JsonNode _properties;
    private readonly SchemaFindings _findings;

    private CostKeyword(JsonNode properties, SchemaFindings findings) => (_properties, _findings) = (properties, findings);

    /// <param name="root">The schema.</param>
    /// <param name="merged">The same with everything that applies to it, which has the parameters.</param>
    /// <param name="findings">The file's diagnostics.</param>
    public static void Check(JsonNode root, JsonNode merged, SchemaFindings findings)
    {
        if (root[Keyword] is { } cost)
        {
            new CostKeyword(merged["properties"] ?? merged, findings).Check(cost);
        }
    }

    private void Check(JsonNode cost)
    {
        if (!cost.IsObject)
        {
            Invalid(cost, "it must be an object with \"range\", \"parameters\" or \"rule\"");
            return;
        }

        foreach (JsonMember member in cost.Members)
        {
            switch (member.Name)
            {
                case "range":
                    CheckRange(member.Value);
                    break;
                case "parameters" when member.Value.Kind is JsonKind.Array:
                    CheckAll(member.Value.Items, name => _ = CheckParameter(name));
                    break;
                case "parameters":
                    Invalid(member.Value, "\"parameters\" must be a list of parameter names");
                    break;
                case "rule":
                    CheckRule(member.Value);
                    break;
                default:
                    Invalid(member.Value, $"'{member.Name}' is unknown; it can have \"range\", \"parameters\" and \"rule\"");
                    break;
            }
        }
    }

    private void CheckRange(JsonNode range)
    {
        if (
            range is not { Kind: JsonKind.Array, Items.Length: 2 }
            || !range.Items.All(IsPrice)
            || NumberToken.Compare(range.Items[0].Text, range.Items[1].Text) > 0
        )
        {
            Invalid(range, "\"range\" must be two numbers of US dollars, 0 or more, the lowest first");
        }
    }

    private void CheckRule(JsonNode rule)
    {
        if (rule["rates"] is not { Kind: JsonKind.Array, Items.Length: > 0 } rates)
        {
            Invalid(rule, "\"rule\" must be an object with \"rates\", a list of at least one rate");
            return;
        }

        CheckAll(rates.Items, CheckRate);
        if (rule["per"] is { } per)
        {
            CheckPer(per);
        }

        foreach (JsonMember member in rule.Members.Where(static member => member.Name is not ("per" or "rates")))
        {
            Invalid(member.Value, $"'{member.Name}' is unknown; a rule has \"per\" and \"rates\"");
        }
    }

    /// <summary>What is multiplied: a number, a number in a string, or a list, whose items are counted.</summary>
    private void CheckPer(JsonNode per)
    {
        if (
            CheckParameter(per)
            && _properties[per.Text] is { IsObject: true } schema
            && schema["type"] is { Kind: JsonKind.String, Text: not ("integer" or "number" or "array" or "string") }
        )
        {
            Invalid(per, $"'{per.Text}' is neither a number nor a list");
        }
    }

    private void CheckRate(JsonNode rate)
    {
        JsonNode? usd = rate["usd"];
        if (usd is null || !IsPrice(usd))
        {
            string hint = usd is null ? "" : Quoted.Number(usd);
            Invalid(rate, "a rate must be an object with \"usd\", a number of US dollars, 0 or more" + hint);
            return;
        }

        foreach (JsonMember member in rate.Members)
        {
            if (member is { Name: "when", Value.IsObject: true })
            {
                CheckAll(member.Value.Members, CheckCondition);
            }
            else if (member.Name is not "usd")
            {
                Invalid(
                    member.Value,
                    member.Name == "when"
                        ? "\"when\" must be an object with parameters and their values"
                        : $"'{member.Name}' is unknown; a rate has \"when\" and \"usd\""
                );
            }
        }
    }

    private void CheckCondition(JsonMember condition)
    {
        if (!IsDeclared(condition.Name))
        {
            _findings.Report(SchemaDiagnostics.KeywordValueIsInvalid, condition.NameSpan, Keyword, Undeclared(condition.Name));
            return;
        }

        JsonNode[] values = condition.Value.Kind is JsonKind.Array ? [.. condition.Value.Items] : [condition.Value];
        JsonNode? allowed = _properties[condition.Name]?["enum"];
        foreach (JsonNode value in values)
        {
            if (value.Kind is JsonKind.Array or JsonKind.Object)
            {
                Invalid(value, "a value must be a string, a number, true, false or null");
            }
            else if (allowed is { Kind: JsonKind.Array } && !allowed.Items.Any(other => JsonEquality.AreEqual(other, value)))
            {
                Invalid(value, $"{JsonPrinter.Excerpt(value)} is not among the values of '{condition.Name}'");
            }
        }
    }

    private bool CheckParameter(JsonNode name)
    {
        if (name.Kind is JsonKind.String && IsDeclared(name.Text))
        {
            return true;
        }

        Invalid(name, name.Kind is JsonKind.String ? Undeclared(name.Text) : "it must be the name of a parameter");
        return false;
    }

    private static void CheckAll<T>(IEnumerable<T> items, Action<T> check)
    {
        foreach (T item in items)
        {
            check(item);
        }
    }

    private bool IsDeclared(string parameter) => _properties[parameter] is not null;

    private string Undeclared(string parameter) =>
        $"the parameter '{parameter}' is not declared"
        + Spelling.Hint(_findings.Nearest(parameter, _properties.Members.Select(static member => member.Name)));

    private static bool IsPrice(JsonNode node) => node.Kind is JsonKind.Number && NumberToken.Compare(node.Text, "0") >= 0;

    private void Invalid(JsonNode place, string reason) =>
        _findings.Report(SchemaDiagnostics.KeywordValueIsInvalid, place.Span, Keyword, reason);
}
