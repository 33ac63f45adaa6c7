using Kling.SourceGenerator.Binding.Document;
using Kling.SourceGenerator.Binding.Findings;
using Kling.SourceGenerator.Binding.Keywords;
using Kling.SourceGenerator.Binding.Names;
using Kling.SourceGenerator.Binding.Patterns;
using Kling.SourceGenerator.CSharp;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Checks;

/// <summary>
/// Schemas as methods that check JSON, one per schema however often it is referred to: recursion in the schema becomes
/// recursion of the methods.
/// </summary>
internal sealed class JsonCheckBinder(
    ModelTypeNames typeNames,
    ReferenceResolver references,
    PatternBinder patterns,
    SchemaFindings findings
)
{
    private readonly Dictionary<JsonNode, string> _names = [];
    private readonly Dictionary<(string From, string To), List<TextSpan>> _places = [];
    private readonly List<JsonCheckModel> _methods = [];
    private readonly NameScope _methodNames = new([.. ReservedNames.ObjectMembers, typeNames.JsonChecks]);

    /// <summary>The finished methods, without references that would go round for ever.</summary>
    public JsonChecksModel Build() =>
        new(
            typeNames.JsonChecks,
            CircularReferences.Remove(_methods, ReportCircular).ToEquatableArray(),
            patterns.Models.ToEquatableArray()
        );

    /// <summary>The method that checks a schema, from the global namespace on.</summary>
    public string Reference(JsonNode schema, string name) => $"{typeNames.Reference(typeNames.JsonChecks)}.{Method(schema, name)}";

    /// <summary>The method that checks a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="name">What the method is called, if it has no name yet.</param>
    private string Method(JsonNode schema, string name)
    {
        if (_names.TryGetValue(schema, out string? known))
        {
            return known;
        }

        string method = _methodNames.Claim(name);
        _names.Add(schema, method);
        int place = _methods.Count;
        var checks = new List<CheckModel>();
        if (schema.IsObject)
        {
            checks.AddRange(Checks(schema, method));
        }
        else if (schema.Kind is JsonKind.False)
        {
            checks.Add(new CheckModel("false"));
        }

        _methods.Insert(place, new JsonCheckModel(method, checks.ToEquatableArray()));
        return method;
    }

    private IEnumerable<CheckModel> Checks(JsonNode schema, string method)
    {
        if (schema["nullable"] is { IsTrue: true })
        {
            yield return new CheckModel("nullable");
        }

        foreach (JsonMember member in schema.Members)
        {
            JsonMember keyword = member;
            if (Unevaluated.SameAs(member.Name, schema) is { } same)
            {
                if (schema[same] is not null)
                {
                    // That keyword has looked at all the rest.
                    continue;
                }

                keyword = new JsonMember(same, member.NameSpan, member.Value);
            }

            foreach (CheckModel check in Checks(keyword, schema, method))
            {
                yield return check;
            }
        }
    }

    private IEnumerable<CheckModel> Checks(JsonMember keyword, JsonNode schema, string method)
    {
        JsonNode value = keyword.Value;
        return keyword.Name switch
        {
            "type" => TypeKeyword.Names(schema, findings) is { Count: > 0 } types
                ? [new CheckModel("type") { Names = types.ToEquatableArray() }]
                : [],
            "enum" when KnownKeywords.IsClosed(schema) => [new CheckModel("enum") { Text = JsonPrinter.Print(value) }],
            "const" => [new CheckModel("const") { Text = JsonPrinter.Print(value) }],
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
            or "maxProperties" => Limits.Of(schema, keyword.Name, findings) is { } limit
                ? [new CheckModel(limit.Keyword) { Text = limit.Limit }]
                : [],
            "pattern" => patterns.Field(value, "pattern") is { } pattern
                ? [new CheckModel("pattern") { Text = pattern.Ecma, Patterns = One(pattern.Name) }]
                : [],
            "format" when value.Kind is JsonKind.String => [new CheckModel("format") { Text = value.Text }],
            "uniqueItems" when value.IsTrue => [new CheckModel("uniqueItems")],
            "items" or "prefixItems" => ItemChecks(keyword, schema, method),
            "$ref" or "allOf" or "anyOf" or "oneOf" => ChoiceChecks(keyword, method),
            _ => ObjectChecks(keyword, schema, method),
        };
    }

    private IEnumerable<CheckModel> ItemChecks(JsonMember keyword, JsonNode schema, string method)
    {
        JsonNode value = keyword.Value;
        if (keyword.Name == "prefixItems")
        {
            return Subschemas(keyword, method) is { Length: > 0 } targets
                ? [new CheckModel("prefixItems") { Targets = targets.ToEquatableArray() }]
                : [];
        }

        int from = schema["prefixItems"] is { Kind: JsonKind.Array } prefix && prefix.Items.All(IsSchema) ? prefix.Items.Length : 0;
        return value.Kind is JsonKind.True || !IsSchema(value)
            ? []
            :
            [
                new CheckModel("items")
                {
                    Text = from.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    Targets = One(Method(value, method + "Item")),
                },
            ];
    }

    private IEnumerable<CheckModel> ChoiceChecks(JsonMember keyword, string method)
    {
        if (keyword.Name != "$ref")
        {
            return Subschemas(keyword, method) is { Length: > 0 } targets
                ? [new CheckModel(keyword.Name) { Targets = targets.ToEquatableArray() }]
                : [];
        }

        return references.Resolve(keyword) is { } target
            ?
            [
                new CheckModel("$ref")
                {
                    Targets = One(
                        Target(target, keyword.Value.Span, method, CSharpName.Identifier(JsonPointer.LastName(keyword.Value.Text), "Root"))
                    ),
                },
            ]
            : [];
    }

    private CheckModel[] ObjectChecks(JsonMember keyword, JsonNode schema, string method) =>
        keyword.Name switch
        {
            "required" => ObjectKeywords.Required(schema, findings) is { Count: > 0 } names
                ? [new CheckModel("required") { Names = names.ToEquatableArray() }]
                : [],
            "properties" => ObjectKeywords
                .Properties(schema, findings)
                .Where(member => IsSchema(member.Value) && member.Value.Kind is not JsonKind.True)
                .Select(member => new CheckModel("properties")
                {
                    Names = One(member.Name),
                    Targets = One(Method(member.Value, method + CSharpName.Identifier(member.Name, "Member"))),
                })
                .ToArray(),
            "patternProperties" => keyword
                .Value.Members.Select(member => (Pattern: patterns.Field(member), Target: Method(member.Value, method + "Pattern")))
                .Where(static pair => pair.Pattern is not null)
                .Select(static pair => new CheckModel("patternProperties")
                {
                    Patterns = One(pair.Pattern!.Name),
                    Targets = One(pair.Target),
                })
                .ToArray(),
            "additionalProperties" when IsSchema(keyword.Value) && keyword.Value.Kind is not JsonKind.True =>
            [
                new CheckModel("additionalProperties")
                {
                    Names = ObjectKeywords.Properties(schema, findings).Select(static member => member.Name).ToEquatableArray(),
                    Patterns = (schema["patternProperties"]?.Members ?? System.Collections.Immutable.ImmutableArray<JsonMember>.Empty)
                        .Select(patterns.Field)
                        .OfType<PatternModel>()
                        .Select(static pattern => pattern.Name)
                        .ToEquatableArray(),
                    Targets = One(Method(keyword.Value, method + "Additional")),
                },
            ],
            "propertyNames" when IsSchema(keyword.Value) =>
            [
                new CheckModel("propertyNames") { Targets = One(Method(keyword.Value, method + "Name")) },
            ],
            "dependentRequired" => ObjectKeywords
                .DependentRequired(schema, findings)
                .Select(static pair => new CheckModel("dependentRequired") { Text = pair.Name, Names = pair.Required.ToEquatableArray() })
                .ToArray(),
            _ => [],
        };

    private string[] Subschemas(JsonMember keyword, string method)
    {
        if (keyword.Value is not { Kind: JsonKind.Array } list || !list.Items.All(IsSchema))
        {
            return [];
        }

        string suffix = char.ToUpperInvariant(keyword.Name[0]) + keyword.Name.Substring(1);
        return
        [
            .. list.Items.Select(
                (schema, index) =>
                    Target(
                        schema,
                        schema.Span,
                        method,
                        $"{method}{suffix}{(index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}"
                    )
            ),
        ];
    }

    /// <summary>The method of a schema that another one applies to the same value, or to an item of it.</summary>
    private string Target(JsonNode schema, TextSpan place, string from, string name)
    {
        string method = Method(schema, name);
        if (!_places.TryGetValue((from, method), out List<TextSpan>? places))
        {
            _places.Add((from, method), places = []);
        }

        places.Add(place);
        return method;
    }

    private void ReportCircular(string from, string to)
    {
        foreach (TextSpan place in _places[(from, to)])
        {
            findings.Report(SchemaDiagnostics.ReferenceIsCircular, place);
        }
    }

    private static bool IsSchema(JsonNode node) => node.Kind is JsonKind.Object or JsonKind.True or JsonKind.False;

    private static EquatableArray<string> One(string text) => new(System.Collections.Immutable.ImmutableArray.Create(text));
}
