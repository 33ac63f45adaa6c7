using System.Collections.Immutable;
using System.Globalization;
using Kling.SourceGenerator.Binding.Document;
using Kling.SourceGenerator.Binding.Keywords;
using Kling.SourceGenerator.Binding.Names;
using Kling.SourceGenerator.CSharp;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Values;

/// <summary>Alternatives (<c>anyOf</c>, <c>oneOf</c>) become the narrowest type that holds them all.</summary>
internal static class UnionBinder
{
    /// <returns>The type, or <see langword="null"/> if only JSON holds them all.</returns>
    public static ValueModel? Bind(JsonNode schema, string typeName, string parameter, BindingContext context)
    {
        if (Alternatives(schema) is not { } all)
        {
            return null;
        }

        JsonNode[] alternatives = [.. all.Where(static alternative => ValueKind(alternative) != "null")];
        SchemaShape[] shapes = [.. alternatives.Select(alternative => context.Document.Shape(alternative))];
        string?[] kinds = [.. shapes.Select(static shape => ValueKind(shape.Schema))];
        if (kinds.Length == 0 || kinds.Any(static kind => kind is null))
        {
            return null;
        }

        ValueModel? value = kinds.Distinct().Count() switch
        {
            1 when kinds[0] is "string" or "integer" or "boolean" => BindScalar(
                schema,
                alternatives,
                kinds[0]!,
                typeName,
                parameter,
                context
            ),
            1 when kinds[0] is "number" => new NumberModel(),
            2 when kinds.All(static kind => kind is "integer" or "number") => new NumberModel(),
            1 when kinds[0] is "array" => new ListModel(new JsonModel()),
            _ => BindUnion(schema, alternatives, kinds!, typeName, parameter, context),
        };
        bool hasNull = shapes.Any(static shape => shape.AllowsNull || shape.Schema["nullable"] is { IsTrue: true });
        return value is not null && hasNull ? value with { AllowsNull = true } : value;
    }

    private static ImmutableArray<JsonNode>? Alternatives(JsonNode schema) =>
        (schema["oneOf"] ?? schema["anyOf"]) is { Kind: JsonKind.Array, Items.Length: > 0 } list ? list.Items : null;

    /// <summary>Alternatives that are all closed sets are one closed set.</summary>
    private static ValueModel BindScalar(
        JsonNode schema,
        JsonNode[] alternatives,
        string kind,
        string typeName,
        string parameter,
        BindingContext context
    )
    {
        JsonNode[] shapes = [.. alternatives.Select(alternative => context.Document.Shape(alternative).Schema)];
        if (shapes.All(static shape => shape["const"] is not null || KnownKeywords.IsClosed(shape)))
        {
            JsonNode values = JsonNode.Array(
                schema.Span,
                shapes
                    .SelectMany(static shape => shape["const"] is { } only ? [only] : (IEnumerable<JsonNode>)shape["enum"]!.Items)
                    .ToImmutableArray()
            );
            JsonNode closed = JsonNode.Object(
                schema.Span,
                schema
                    .Members.Where(static member => KnownKeywords.IsAnnotation(member.Name))
                    .Append(new JsonMember("enum", schema.Span, values))
                    .ToImmutableArray()
            );
            return EnumBinder.Bind(closed, "enum", [kind], typeName, parameter, context);
        }

        return kind switch
        {
            "string" => new StringModel(),
            "integer" => new IntegerModel(Is64Bit: true),
            _ => new BooleanModel(),
        };
    }

    private static UnionValueModel? BindUnion(
        JsonNode schema,
        JsonNode[] alternatives,
        string[] kinds,
        string typeName,
        string parameter,
        BindingContext context
    )
    {
        string name = context.Names.Claim(typeName, schema.Span);
        int place = context.Types.Unions.Count;
        var caseNames = new NameScope(["Equals", "GetHashCode", "GetType", "ToString", "Match", "ToJson", "WriteTo", "TryParse", "Read"]);
        var cases = new List<UnionCaseModel>();
        bool[] isRecord = [.. alternatives.Select((alternative, index) => kinds[index] == "object" && IsRecord(alternative, context))];
        for (int i = 0; i < alternatives.Length; i++)
        {
            // Several alternatives of one C# type are one case: only JSON could tell them apart. Every record is a type of its own.
            string kind = kinds[i];
            int[] same = isRecord[i]
                ? [i]
                : [.. Enumerable.Range(0, kinds.Length).Where(other => kinds[other] == kind && !isRecord[other])];
            if (same.Length > 1 && same[0] < i)
            {
                continue;
            }

            JsonNode alternative = same.Length > 1 ? TypeAlone(alternatives[i], kind) : alternatives[i];
            string caseName = caseNames.Claim(CaseName(alternatives[i], kind, i));
            ValueModel value = ValueBinder.Bind(alternative, name + caseName, parameter + caseName, context) with { AllowsNull = false };
            if (value is JsonModel)
            {
                // It would hold all the others too.
                return null;
            }

            if (cases.All(other => other.Value != value))
            {
                cases.Add(new UnionCaseModel(caseName, value, context.Checks.Reference(alternative, parameter + caseName)));
            }
        }

        context.Types.Unions.Insert(
            Math.Min(place, context.Types.Unions.Count),
            new UnionModel
            {
                TypeName = name,
                Description = Annotation.Text(schema, "description", context.Findings) ?? "",
                Cases = cases.ToEquatableArray(),
            }
        );
        return new UnionValueModel(name, HasEnum: cases.Any(static option => option.Value is EnumValueModel));
    }

    private static bool IsRecord(JsonNode alternative, BindingContext context) =>
        context.Document.Shape(alternative).Schema["properties"] is { IsObject: true, Members.Length: > 0 };

    private static string CaseName(JsonNode alternative, string kind, int index) =>
        alternative["title"] is { Kind: JsonKind.String } title
        && CSharpName.Pascal(title.Text) is { Length: > 0 } named
        && CSharpName.IsIdentifier(named)
            ? named
        : alternative["$ref"] is { Kind: JsonKind.String } reference && kind == "object"
            ? CSharpName.Identifier(JsonPointer.LastName(reference.Text), "Object")
        : kind switch
        {
            "array" => "List",
            "object" => "Option" + (index + 1).ToString(CultureInfo.InvariantCulture),
            _ => char.ToUpperInvariant(kind[0]) + kind.Substring(1),
        };

    private static JsonNode TypeAlone(JsonNode alternative, string kind)
    {
        JsonNode type = JsonNode.Scalar(JsonKind.String, alternative.Span, kind);
        return JsonNode.Object(alternative.Span, ImmutableArray.Create(new JsonMember("type", alternative.Span, type)));
    }

    /// <summary>The one JSON type that a schema allows, or <see langword="null"/>.</summary>
    private static string? ValueKind(JsonNode schema)
    {
        if (schema["type"] is { } type)
        {
            return type.Kind is JsonKind.String && TypeKeyword.IsName(type.Text) ? type.Text : null;
        }

        JsonNode[] values =
            schema["const"] is { } only ? [only]
            : schema["enum"] is { Kind: JsonKind.Array } list ? [.. list.Items]
            : [];
        string?[] kinds =
        [
            .. values
                .Select(static value =>
                    value.Kind switch
                    {
                        JsonKind.String => "string",
                        JsonKind.Number => NumberToken.Integer(value.Text) is null ? "number" : "integer",
                        JsonKind.True or JsonKind.False => "boolean",
                        JsonKind.Null => "null",
                        _ => null,
                    }
                )
                .Distinct(),
        ];
        return kinds.Length == 1 ? kinds[0] : null;
    }
}
