using System.Globalization;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// JSON of a request that is written as a text. One that is read as a request has the constraints of its parameters, because reading it
/// throws; of one that is submitted by its slug only the names are judged, because values that the schema does not know are why it is.
/// </summary>
internal sealed class JsonBodyRule(JsonText json, bool hasValues, OperationAnalysisContext context, KnownSymbols known)
{
    /// <summary><c>JsonSerializer.Deserialize&lt;TRequest&gt;("{ … }")</c>.</summary>
    public static void CheckRead(IInvocationOperation call, OperationAnalysisContext context, KnownSymbols known)
    {
        if (
            call.TargetMethod
                is {
                    Name: "Deserialize",
                    ContainingType: { Name: "JsonSerializer", ContainingNamespace.Name: "Json" },
                    TypeArguments: { Length: 1 } types,
                    Parameters: { Length: > 0 } parameters
                }
            && known.ShapeOf(types[0]) is { } shape
            && call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0) is { } argument
            && PlacedValue.Of(argument.Value, parameters[0].Type) is { } text
            && JsonText.Of(text, context.CancellationToken) is { } json
            && !QuietPlace.Has(call)
        )
        {
            new JsonBodyRule(json, hasValues: true, context, known).Check(json.Root, shape);
        }
    }

    /// <summary><c>client.SubmitAsync("slug", body)</c>.</summary>
    public static void CheckSubmit(IInvocationOperation call, string slug, OperationAnalysisContext context, KnownSymbols known)
    {
        if (
            known.Models.TryGetValue(slug, out INamedTypeSymbol? model)
            && known.ShapeOf(model) is { } shape
            && call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "body") is { Parameter: { } parameter } argument
            && PlacedValue.Of(argument.Value, parameter.Type) is { } body
            && JsonText.Parsed(body, context.CancellationToken) is { } json
            && !QuietPlace.Has(call)
        )
        {
            // The submit is what is wrong with a body that lacks something, wherever its text is.
            new JsonBodyRule(json, hasValues: false, context, known) { Whole = argument.Value.Syntax.GetLocation() }.Check(json.Root, shape);
        }
    }

    /// <summary>Where it is shown that the whole lacks a parameter.</summary>
    private Location? Whole { get; init; }

    private void Check(JsonNode node, RecordShape shape)
    {
        if (!node.IsObject)
        {
            return;
        }

        foreach (KeyValuePair<string, IPropertySymbol> pair in shape.Properties.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            if (pair.Value.IsRequired && node.Member(pair.Key) is null)
            {
                Location place = node == json.Root ? Whole ?? json.Text.Place.GetLocation() : json.Place(node.Span);
                context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.RequiredIsUnset, place, pair.Key, "left out"));
            }
        }

        foreach (JsonMember member in node.Members)
        {
            if (shape.Properties.TryGetValue(member.Name, out IPropertySymbol? property))
            {
                Check(member.Value, property.Type, known.ConstraintsOf(property), 0, property.Name);
            }
            else if (KeySpelling.Nearest(member.Name, shape.Properties.Keys) is (var nearest, true))
            {
                context.ReportDiagnostic(
                    Diagnostic.Create(
                        ConstraintDiagnostics.KeyMisspellsParameter,
                        json.Place(member.NameSpan),
                        member.Name,
                        shape.Properties[nearest].Name,
                        nearest
                    )
                );
            }
        }
    }

    private void Check(JsonNode node, ITypeSymbol type, SchemaConstraints constraints, int depth, string name)
    {
        if (known.ShapeOf(type) is { } record)
        {
            Check(node, record);
            return;
        }

        if (hasValues)
        {
            var check = new ConstraintCheck(json.Text, name, context.ReportDiagnostic, context.CancellationToken)
            {
                Known = Value(node),
                At = json.Place(node.Span),
            };
            CheckEnum(check, node, type);
            CheckKind(check, node, type);
            ConstraintRules.CheckJson(
                check,
                depth,
                constraints,
                node.Kind is JsonKind.Array ? ListValue.Empty with { More = node.Items.Length } : null,
                known
            );
        }

        if (type is INamedTypeSymbol { Name: "KlingList" } list)
        {
            foreach (JsonNode item in node.Items)
            {
                Check(item, list.TypeArguments[0], constraints, depth + 1, name);
            }
        }
    }

    private static void CheckEnum(ConstraintCheck check, JsonNode node, ITypeSymbol type)
    {
        if (
            node.Kind is JsonKind.String or JsonKind.Number
            && EnumReader.EnumOf(type) is { } closed
            && EnumReader.Items(closed) is { IsDefaultOrEmpty: false } allowed
            && allowed.All(item => !IsSame(item, node))
        )
        {
            check.Fail(
                ConstraintDiagnostics.EnumValueIsUndefined,
                node.Kind is JsonKind.String ? $"The text '{node.Text}'" : $"The number {node.Text}",
                $"is not one of {string.Join(", ", allowed.Select(Shown))}"
            );
        }
    }

    private static string Shown(JsonNode item) => item.Kind is JsonKind.String ? $"'{item.Text}'" : item.Text;

    private static bool IsSame(JsonNode allowed, JsonNode node) =>
        allowed.Kind == node.Kind && (allowed.Text == node.Text || (node.Kind is JsonKind.Number && Equals(Number(allowed), Number(node))));

    private static double? Number(JsonNode node) => NumberText.From(Value(node).Exact);

    /// <summary>A value of another JSON type than the parameter's: reading never converts one to the other.</summary>
    private static void CheckKind(ConstraintCheck check, JsonNode node, ITypeSymbol type)
    {
        if (node.Kind is not JsonKind.Null && Kind(type) is { } wanted && Kind(node) != wanted)
        {
            string text = node.Kind is JsonKind.String or JsonKind.Number ? node.Text : Kind(node);
            check.Fail(ConstraintDiagnostics.FormatIsViolated, text, $"{Kind(node)}, not {wanted}");
        }
    }

    /// <summary>The only JSON type that a property of a type is read from, if it is known.</summary>
    private static string? Kind(ITypeSymbol type) =>
        type switch
        {
            { SpecialType: SpecialType.System_String } or { Name: "Uri" } => "a string",
            { SpecialType: SpecialType.System_Boolean } => "a boolean",
            { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double } => "a number",
            INamedTypeSymbol { Name: "KlingList" } => "an array",
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => Kind(nullable.TypeArguments[0]),
            _ => null,
        };

    private static string Kind(JsonNode node) =>
        node.Kind switch
        {
            JsonKind.String => "a string",
            JsonKind.True or JsonKind.False => "a boolean",
            JsonKind.Number => "a number",
            JsonKind.Array => "an array",
            JsonKind.Object => "an object",
            _ => "null",
        };

    private static KnownValue Value(JsonNode node) =>
        node.Kind switch
        {
            JsonKind.String => new ExactValue(node.Text),
            JsonKind.Number when long.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) =>
                new ExactValue(whole),
            JsonKind.Number when double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) =>
                new ExactValue(number),
            _ => KnownValue.Unknown,
        };
}
