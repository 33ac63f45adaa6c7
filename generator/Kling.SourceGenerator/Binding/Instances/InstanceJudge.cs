using System.Globalization;
using Kling.Formats;
using Kling.SourceGenerator.Binding.Document;
using Kling.SourceGenerator.Binding.Findings;
using Kling.SourceGenerator.Binding.Keywords;
using Kling.SourceGenerator.Binding.Patterns;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Instances;

/// <summary>
/// Whether a JSON value that stands in a schema file, such as a default, is valid against a schema there: as the generated code would judge
/// it at run time. What that does not enforce is not enforced here.
/// </summary>
internal sealed class InstanceJudge(ReferenceResolver references, PatternBinder patterns, SchemaFindings findings)
{
    // Far more than a value that somebody wrote needs, and little enough for any stack.
    private const int MostSteps = 200;

    // More than any file asks that somebody wrote: beyond this every value counts as valid. The compiler waits for the answers.
    private const int Most = 1_000_000;

    // A schema may apply itself to the same value, and many alternatives may lead to one definition.
    private readonly Dictionary<(JsonNode Schema, JsonNode Value), InstanceFault?> _known = [];

    private int _steps;
    private int _left = Most;

    /// <summary>Why the value is not valid; <see langword="null"/> if it is.</summary>
    public InstanceFault? Fault(JsonNode value, JsonNode schema)
    {
        if (_known.TryGetValue((schema, value), out InstanceFault? known))
        {
            return known;
        }

        if (--_left < 0)
        {
            return null;
        }

        if (_steps == MostSteps)
        {
            return "it is nested too deeply to be checked";
        }

        _known.Add((schema, value), null);
        _steps++;
        InstanceFault? fault =
            schema.Kind is JsonKind.False ? "no value is allowed"
            : value.Kind is JsonKind.Null && schema["nullable"] is { IsTrue: true } ? null
            : FirstOfKeywords(value, schema);
        _steps--;
        _known[(schema, value)] = fault;
        return fault;
    }

    private InstanceFault? FirstOfKeywords(JsonNode value, JsonNode schema)
    {
        foreach (JsonMember member in schema.Members)
        {
            if (Fault(value, Meaning(member, schema), schema) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static InstanceFault? First(IEnumerable<InstanceFault?> faults) => faults.FirstOrDefault(static fault => fault is not null);

    private static JsonMember Meaning(JsonMember keyword, JsonNode schema) =>
        Unevaluated.SameAs(keyword.Name, schema) is { } same && schema[same] is null
            ? new JsonMember(same, keyword.NameSpan, keyword.Value)
            : keyword;

    private InstanceFault? Fault(JsonNode value, JsonMember keyword, JsonNode schema)
    {
        JsonNode limit = keyword.Value;
        return keyword.Name switch
        {
            "type" => TypeKeyword.Names(schema, findings) is { Count: > 0 } types && !TypeKeyword.Allows(types, value)
                ? $"it is not of type {TypeKeyword.Quote(types)}"
                : null,
            "enum" when limit.Kind is JsonKind.Array => IsAny(value, limit) ? null : "it is not among the values of \"enum\"",
            "const" => JsonEquality.AreEqual(limit, value) ? null : $"it is not {JsonPrinter.Print(limit)}",
            "format" when limit.Kind is JsonKind.String && value.Kind is JsonKind.String => TextFormat.Fault(limit.Text, value.Text)
                is { } fault
                ? "it is " + fault.TrimEnd('.')
                : null,
            "pattern" when limit.Kind is JsonKind.String && value.Kind is JsonKind.String => Matches(limit.Text, value.Text)
                ? null
                : $"it violates \"pattern\": {limit.Text}",
            "uniqueItems" => !limit.IsTrue || AreUnique(value) ? null : "it violates \"uniqueItems\": true",
            "minimum"
            or "maximum"
            or "exclusiveMinimum"
            or "exclusiveMaximum"
            or "multipleOf"
            or "minLength"
            or "maxLength"
            or "minItems"
            or "maxItems"
            or "minProperties"
            or "maxProperties" => Limits.Of(schema, keyword.Name, findings) is { } bound && !Holds(value, bound)
                ? $"it violates \"{bound.Keyword}\": {bound.Limit}"
                : null,
            "items" or "prefixItems" => ItemFault(value, keyword, schema),
            "$ref" => references.Resolve(keyword) is { } target ? Fault(value, target) : null,
            "allOf" or "anyOf" or "oneOf" => limit.Items.All(IsSchema) ? ChoiceFault(value, keyword) : null,
            _ => value.IsObject ? ObjectFault(value, keyword, schema) : null,
        };
    }

    private bool IsAny(JsonNode value, JsonNode list)
    {
        _left -= list.Items.Length;
        return list.Items.Any(allowed => JsonEquality.AreEqual(allowed, value));
    }

    private InstanceFault? ItemFault(JsonNode value, JsonMember keyword, JsonNode schema)
    {
        int prefix = schema["prefixItems"] is { Kind: JsonKind.Array } list && list.Items.All(IsSchema) ? list.Items.Length : 0;
        return keyword.Name == "prefixItems"
                ? First(value.Items.Take(prefix).Select((item, index) => Fault(item, keyword.Value.Items[index])?.Below(Index(index))))
            : IsSchema(keyword.Value)
                ? First(value.Items.Skip(prefix).Select((item, index) => Fault(item, keyword.Value)?.Below(Index(prefix + index))))
            : null;
    }

    private InstanceFault? ChoiceFault(JsonNode value, JsonMember keyword)
    {
        InstanceFault?[] faults = [.. keyword.Value.Items.Select(schema => Fault(value, schema))];
        int valid = faults.Count(static fault => fault is null);
        return keyword.Name switch
        {
            _ when faults.Length == 0 => null,
            "allOf" => First(faults),
            "anyOf" => valid > 0 ? null : "it is valid against no schema of \"anyOf\"",
            _ => valid == 1 ? null : $"it is valid against {(valid == 0 ? "no schema" : "more than one schema")} of \"oneOf\"",
        };
    }

    private InstanceFault? ObjectFault(JsonNode value, JsonMember keyword, JsonNode schema)
    {
        JsonNode limit = keyword.Value;
        return keyword.Name switch
        {
            "required" => Missing(value, ObjectKeywords.Required(schema, findings)),
            "dependentRequired" => First(
                ObjectKeywords
                    .DependentRequired(schema, findings)
                    .Where(pair => value[pair.Name] is not null)
                    .Select(pair => Missing(value, pair.Required))
            ),
            "properties" => First(
                ObjectKeywords
                    .Properties(schema, findings)
                    .Where(static member => IsSchema(member.Value))
                    .Select(member => value[member.Name] is { } own ? Fault(own, member.Value)?.Below(member.Name) : null)
            ),
            "patternProperties" => First(
                limit.Members.SelectMany(pattern =>
                    value
                        .Members.Where(member => IsSchema(pattern.Value) && Matches(pattern.Name, member.Name, isUnknown: false))
                        .Select(member => Fault(member.Value, pattern.Value)?.Below(member.Name))
                )
            ),
            "additionalProperties" when IsSchema(limit) => First(
                value
                    .Members.Where(member =>
                        schema["properties"]?[member.Name] is null
                        && schema["patternProperties"]?.Members.Any(pattern => Matches(pattern.Name, member.Name, isUnknown: false))
                            is not true
                    )
                    .Select(member => Fault(member.Value, limit)?.Below(member.Name))
            ),
            "propertyNames" when IsSchema(limit) => First(
                value.Members.Select(member =>
                    Fault(JsonNode.Scalar(JsonKind.String, member.NameSpan, member.Name), limit) is { } fault
                        ? new InstanceFault("", $"for the name '{member.Name}': {fault}")
                        : null
                )
            ),
            _ => null,
        };
    }

    private static InstanceFault? Missing(JsonNode value, IReadOnlyList<string> required) =>
        required.FirstOrDefault(name => value[name] is null) is { } missing ? $"it has no property '{missing}'" : null;

    /// <summary>Whether a value keeps to a limit. A limit on another kind of value has no effect.</summary>
    private static bool Holds(JsonNode value, ConstraintModel limit) =>
        (limit.Keyword, value.Kind) switch
        {
            ("minimum", JsonKind.Number) => NumberToken.CompareWithBound(value.Text, limit.Limit) is not < 0,
            ("maximum", JsonKind.Number) => NumberToken.CompareWithBound(value.Text, limit.Limit) is not > 0,
            ("exclusiveMinimum", JsonKind.Number) => NumberToken.CompareWithBound(value.Text, limit.Limit) is not <= 0,
            ("exclusiveMaximum", JsonKind.Number) => NumberToken.CompareWithBound(value.Text, limit.Limit) is not >= 0,
            ("multipleOf", JsonKind.Number) => NumberToken.IsMultipleOf(value.Text, limit.Limit),
            ("minLength", JsonKind.String) => CodePoints(value.Text) >= Count(limit),
            ("maxLength", JsonKind.String) => CodePoints(value.Text) <= Count(limit),
            ("minItems", JsonKind.Array) => value.Items.Length >= Count(limit),
            ("maxItems", JsonKind.Array) => value.Items.Length <= Count(limit),
            ("minProperties", JsonKind.Object) => value.Members.Length >= Count(limit),
            ("maxProperties", JsonKind.Object) => value.Members.Length <= Count(limit),
            _ => true,
        };

    private static bool AreUnique(JsonNode value)
    {
        // Each with each is slow for many; what is written alike is the same in any case.
        const int Few = 100;
        return value.Items.Select(JsonPrinter.Print).Distinct(StringComparer.Ordinal).Count() == value.Items.Length
            && (
                value.Items.Length > Few
                || !value.Items.Where((item, index) => value.Items.Take(index).Any(other => JsonEquality.AreEqual(other, item))).Any()
            );
    }

    private bool Matches(string ecma, string text, bool isUnknown = true) => patterns.IsMatch(ecma, text) ?? isUnknown;

    private static bool IsSchema(JsonNode node) => node.Kind is JsonKind.Object or JsonKind.True or JsonKind.False;

    private static string Index(int index) => index.ToString(CultureInfo.InvariantCulture);

    private static int Count(ConstraintModel limit) => int.Parse(limit.Limit, CultureInfo.InvariantCulture);

    private static int CodePoints(string text)
    {
        int surrogatePairs = 0;
        for (int i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
            {
                surrogatePairs++;
                i++;
            }
        }

        return text.Length - surrogatePairs;
    }
}
