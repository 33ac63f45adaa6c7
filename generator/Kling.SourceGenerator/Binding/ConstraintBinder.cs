using System.Collections.Immutable;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding;

/// <summary>The keywords that limit a value of a type. A keyword of another type has no effect there, as in JSON Schema.</summary>
internal static class ConstraintBinder
{
    private static readonly string[] OfStrings = ["format", "minLength", "maxLength", "pattern"];
    private static readonly string[] OfNumbers = ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf"];
    private static readonly string[] OfLists = ["minItems", "maxItems", "uniqueItems"];

    public static EquatableArray<ConstraintModel> Bind(JsonNode schema, ValueModel value, SchemaScope scope)
    {
        string[] keywords = value switch
        {
            StringModel or UriModel => OfStrings,
            IntegerModel or NumberModel => OfNumbers,
            ListModel => OfLists,
            _ => [],
        };
        ImmutableArray<ConstraintModel> constraints = ImmutableArray<ConstraintModel>.Empty;
        foreach (string keyword in keywords)
        {
            if (schema[keyword] is { } limit && Bind(keyword, limit, schema, value, scope) is { } constraint)
            {
                constraints = constraints.Add(constraint);
            }
        }

        return new EquatableArray<ConstraintModel>(constraints);
    }

    private static ConstraintModel? Bind(string keyword, JsonNode limit, JsonNode schema, ValueModel value, SchemaScope scope) => keyword switch
    {
        "format" => Format(schema, scope),
        "pattern" => Pattern(limit, scope),
        "uniqueItems" => Annotation.Flag(schema, keyword, scope) ? new ConstraintModel(keyword, "") : null,
        _ when value is IntegerModel => Integer(Limits.Of(schema, keyword, scope), schema.Member(keyword)!, scope),
        _ => Limits.Of(schema, keyword, scope),
    };

    /// <summary>Whether the type and its constraints say all that the schema says of a value.</summary>
    public static bool SayAll(JsonNode schema, ValueModel value, IReadOnlyList<string> types)
    {
        foreach (JsonMember member in schema.Members)
        {
            if (!Keywords.IsAnnotation(member.Name) && !Say(member, schema, value, types))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Say(JsonMember member, JsonNode schema, ValueModel value, IReadOnlyList<string> types) => member.Name switch
    {
        "type" => value is not JsonModel,
        "nullable" => true,
        "enum" when !Keywords.IsClosed(schema) => true,
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
    };

    private static bool MayBe(string type, ValueModel value, IReadOnlyList<string> types) =>
        value is JsonModel or EnumValueModel ? types.Count == 0 || types.Contains(type) : types.Contains(type);

    private static ConstraintModel? Format(JsonNode schema, SchemaScope scope) =>
        Annotation.Text(schema, "format", scope) is { } format ? new ConstraintModel("format", format) : null;

    private static ConstraintModel? Pattern(JsonNode pattern, SchemaScope scope) =>
        scope.JsonChecks.Patterns.Field(pattern, "pattern") is { } field
            ? new ConstraintModel("pattern", field.Ecma, $"{scope.Reference(scope.JsonChecks.TypeName)}.{field.Name}", field.DotNet)
            : null;

    /// <summary>A bound between two integers is as good as the nearer one inside.</summary>
    private static ConstraintModel? Integer(ConstraintModel? constraint, JsonMember keyword, SchemaScope scope)
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

        if (constraint.Limit.StartsWith("-", StringComparison.Ordinal) != isLower)
        {
            scope.Report(SchemaDiagnostics.KeywordValueIsInvalid, keyword.Value.Span, keyword.Name, "no integer of 64 bits reaches it");
        }
        else
        {
            // The limit is further out than the type: it refuses nothing, but it says that the server takes more.
            string reach = isLower ? "least value is -9223372036854775808" : "greatest value is 9223372036854775807";
            scope.Report(SchemaDiagnostics.KeywordHasNoEffect, keyword.NameSpan, keyword.Name, $"the parameter is an integer of 64 bits, whose {reach}");
        }

        return null;
    }
}
