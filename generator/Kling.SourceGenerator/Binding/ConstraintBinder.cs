using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding;

/// <summary>The keywords that limit a value of a type. A keyword of another type has no effect there, as in JSON Schema.</summary>
internal static class ConstraintBinder
{
    private static readonly string[] StringLimits = ["minLength", "maxLength"];
    private static readonly string[] NumberLimits = ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf"];
    private static readonly string[] ListLimits = ["minItems", "maxItems"];

    public static EquatableArray<ConstraintModel> Bind(JsonNode schema, ValueModel value, SchemaScope scope)
    {
        IEnumerable<ConstraintModel?> constraints = value switch
        {
            StringModel or UriModel => [Format(schema, scope), .. StringLimits.Select(keyword => Limits.Of(schema, keyword, scope)), Pattern(schema, scope)],
            IntegerModel => NumberLimits.Select(keyword => Integer(Limits.Of(schema, keyword, scope), schema, scope)),
            NumberModel => NumberLimits.Select(keyword => Limits.Of(schema, keyword, scope)),
            ListModel => [.. ListLimits.Select(keyword => Limits.Of(schema, keyword, scope)), UniqueItems(schema)],
            _ => [],
        };
        return constraints.OfType<ConstraintModel>().ToEquatableArray();
    }

    /// <summary>Whether the type and its constraints say all that the schema says of a value.</summary>
    public static bool SayAll(JsonNode schema, ValueModel value, IReadOnlyList<string> types) => schema.Members.All(member =>
        Keywords.IsAnnotation(member.Name) || member.Name switch
        {
            "type" => value is not JsonModel,
            "nullable" => true,
            "enum" or "const" => value is EnumValueModel && !(schema["enum"] is not null && schema["const"] is not null),
            "minLength" or "maxLength" or "pattern" or "format" => value is StringModel or UriModel || !MayBe("string", value, types),
            // A double is only near to most JSON numbers, and a multiple is exact: the JSON itself is asked.
            "multipleOf" when value is NumberModel => false,
            "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" or "multipleOf" =>
                value is IntegerModel or NumberModel || !(MayBe("number", value, types) || MayBe("integer", value, types)),
            "items" or "minItems" or "maxItems" or "uniqueItems" => value is ListModel || !MayBe("array", value, types),
            "prefixItems" or "unevaluatedItems" => !MayBe("array", value, types),
            "$ref" or "allOf" or "anyOf" or "oneOf" => false,
            "not" or "if" or "then" or "else" or "contains" or "dependentSchemas" => true,
            "properties" when member.Value.Members.Length == 0 => true,
            "additionalProperties" when member.Value.IsTrue => true,
            _ => !MayBe("object", value, types),
        });

    private static bool MayBe(string type, ValueModel value, IReadOnlyList<string> types) =>
        value is JsonModel or EnumValueModel ? types.Count == 0 || types.Contains(type) : types.Contains(type);

    private static ConstraintModel? Format(JsonNode schema, SchemaScope scope) =>
        Annotation.Text(schema, "format", scope) is { } format ? new ConstraintModel("format", format) : null;

    private static ConstraintModel? Pattern(JsonNode schema, SchemaScope scope) =>
        schema["pattern"] is { } pattern && scope.JsonChecks.Patterns.Field(pattern, "pattern") is { } field
            ? new ConstraintModel("pattern", field.Ecma, $"{scope.Reference(scope.JsonChecks.TypeName)}.{field.Name}", field.DotNet)
            : null;

    private static ConstraintModel? UniqueItems(JsonNode schema) =>
        schema["uniqueItems"] is { IsTrue: true } ? new ConstraintModel("uniqueItems", "") : null;

    /// <summary>A bound between two integers is as good as the nearer one inside.</summary>
    private static ConstraintModel? Integer(ConstraintModel? constraint, JsonNode schema, SchemaScope scope)
    {
        if (constraint is null or { Keyword: "multipleOf" })
        {
            return constraint;
        }

        bool isLower = constraint.Keyword is "minimum" or "exclusiveMinimum";
        bool isBetween = NumberToken.Integer(constraint.Limit) is null;
        string? limit = isLower ? NumberToken.Ceiling(constraint.Limit) : NumberToken.Floor(constraint.Limit);
        if (limit is not null && NumberToken.Int64(limit) is not null)
        {
            return new ConstraintModel(isBetween ? (isLower ? "minimum" : "maximum") : constraint.Keyword, limit);
        }

        // A lower bound far below 64 bits and an upper one far above refuse nothing.
        if (constraint.Limit.StartsWith("-", StringComparison.Ordinal) != isLower)
        {
            scope.Report(SchemaDiagnostics.KeywordValueIsInvalid, schema[constraint.Keyword]?.Span ?? schema.Span, constraint.Keyword, "no integer of 64 bits reaches it");
        }

        return null;
    }
}
