using System.Collections.Immutable;
using System.Globalization;
using Kling.SourceGenerator.Binding.Keywords;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Values;

/// <summary>The keywords that limit a value of a type. A keyword of another type has no effect there, as in JSON Schema.</summary>
internal static class ConstraintBinder
{
    private static readonly string[] OfStrings = ["format", "minLength", "maxLength", "pattern"];
    private static readonly string[] OfNumbers = ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf"];
    private static readonly string[] OfLists = ["minItems", "maxItems", "uniqueItems"];

    public static EquatableArray<ConstraintModel> Bind(JsonNode schema, ValueModel value, BindingContext context)
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
            if (schema[keyword] is { } limit && Bind(keyword, limit, schema, value, context) is { } constraint)
            {
                constraints = constraints.Add(constraint);
            }
        }

        return new EquatableArray<ConstraintModel>(constraints);
    }

    private static ConstraintModel? Bind(string keyword, JsonNode limit, JsonNode schema, ValueModel value, BindingContext context) =>
        keyword switch
        {
            "format" => Format(schema, context),
            "pattern" => Pattern(limit, context),
            "uniqueItems" => Annotation.Flag(schema, keyword, context.Findings) ? new ConstraintModel(keyword, "") : null,
            _ when value is IntegerModel => Integer(Limits.Of(schema, keyword, context.Findings), schema.Member(keyword)!, context),
            _ => Limits.Of(schema, keyword, context.Findings),
        };

    /// <summary>Whether the type and its constraints say all that the schema says of a value.</summary>
    public static bool SayAll(JsonNode schema, ValueModel value, IReadOnlyList<string> types)
    {
        foreach (JsonMember member in schema.Members)
        {
            if (!KnownKeywords.IsAnnotation(member.Name) && !Say(member, schema, value, types))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Say(JsonMember member, JsonNode schema, ValueModel value, IReadOnlyList<string> types) =>
        member.Name switch
        {
            "type" => value is not JsonModel,
            "nullable" => true,
            "enum" when !KnownKeywords.IsClosed(schema) => true,
            "enum" or "const" => value is EnumValueModel && !(schema["enum"] is not null && schema["const"] is not null),
            "minLength" or "maxLength" or "pattern" or "format" => value is StringModel or UriModel || !MayBe("string", value, types),
            // A double is only near to most JSON numbers, and a multiple is exact: the JSON itself is asked.
            "multipleOf" when value is NumberModel => false,
            "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" when !FitsType(member, value) => false,
            "uniqueItems" when value is ListModel list => !member.Value.IsTrue || !MayRound(list.Item),
            "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" or "multipleOf" => value is IntegerModel or NumberModel
                || !(MayBe("number", value, types) || MayBe("integer", value, types)),
            "items" or "minItems" or "maxItems" or "uniqueItems" => value is ListModel || !MayBe("array", value, types),
            "prefixItems" or "unevaluatedItems" => !MayBe("array", value, types),
            "$ref" or "allOf" or "anyOf" or "oneOf" => false,
            "not" or "if" or "then" or "else" or "contains" or "dependentSchemas" => true,
            "properties" when member.Value.Members.Length == 0 => true,
            "additionalProperties" when member.Value.IsTrue => true,
            _ => !MayBe("object", value, types),
        };

    /// <summary>
    /// Whether comparing C# values with the limit gives the same result as comparing the JSON numbers. Below 2^53, each integer has a
    /// double of its own.
    /// </summary>
    private static bool FitsType(JsonMember limit, ValueModel value) =>
        value switch
        {
            _ when limit.Value.Kind is not JsonKind.Number || !NumberToken.IsDouble(limit.Value.Text) => true,
            NumberModel => NumberToken.IsShortDouble(limit.Value.Text),
            IntegerModel => Integer(limit.Name, limit.Value.Text) is not null || Reach(limit.Name, limit.Value.Text) > 0,
            _ => true,
        };

    /// <summary>The integer that a bound of integers comes to, or <see langword="null"/> if it does not fit 64 bits.</summary>
    private static string? Integer(string keyword, string limit) =>
        (IsLower(keyword) ? NumberToken.Ceiling(limit) : NumberToken.Floor(limit)) is { } integer && NumberToken.Int64(integer) is not null
            ? integer
            : null;

    /// <summary>What a bound beyond 64 bits does: more than 0 if it allows every integer, less than 0 if it allows none.</summary>
    private static int Reach(string keyword, string limit)
    {
        double value = double.Parse(limit, NumberStyles.Float, CultureInfo.InvariantCulture);
        return Math.Abs(value) < 1 ? 0
            : IsLower(keyword) == (value < 0) ? 1
            : -1;
    }

    private static bool IsLower(string keyword) => keyword is "minimum" or "exclusiveMinimum";

    /// <summary>Whether values that differ in JSON may be equal in C#.</summary>
    private static bool MayRound(ValueModel value) =>
        value switch
        {
            NumberModel or ObjectValueModel or UnionValueModel => true,
            ListModel list => MayRound(list.Item),
            _ => false,
        };

    private static bool MayBe(string type, ValueModel value, IReadOnlyList<string> types) =>
        value is JsonModel or EnumValueModel ? types.Count == 0 || types.Contains(type) : types.Contains(type);

    private static ConstraintModel? Format(JsonNode schema, BindingContext context) =>
        Annotation.Text(schema, "format", context.Findings) is { } format ? new ConstraintModel("format", format) : null;

    private static ConstraintModel? Pattern(JsonNode pattern, BindingContext context) =>
        context.Patterns.Field(pattern, "pattern") is { } field
            ? new ConstraintModel("pattern", field.Ecma, $"{context.Names.Reference(context.Names.JsonChecks)}.{field.Name}", field.DotNet)
            : null;

    /// <summary>A bound between two integers is as good as the nearer one inside.</summary>
    private static ConstraintModel? Integer(ConstraintModel? constraint, JsonMember keyword, BindingContext context)
    {
        if (constraint is null or { Keyword: "multipleOf" })
        {
            return constraint;
        }

        bool isLower = IsLower(constraint.Keyword);
        bool isBetween = NumberToken.Integer(constraint.Limit) is null;
        if (Integer(constraint.Keyword, constraint.Limit) is { } limit)
        {
            return new ConstraintModel(isBetween ? (isLower ? "minimum" : "maximum") : constraint.Keyword, limit);
        }

        // A limit that no 64-bit integer reaches is left to the check of the JSON, which refuses every value.
        int reach = Reach(constraint.Keyword, constraint.Limit);
        if (reach < 0)
        {
            context.Findings.Report(
                SchemaDiagnostics.SchemaContradictsItself,
                keyword.Value.Span,
                $"No value is valid: \"{keyword.Name}\" excludes every 64-bit integer"
            );
        }
        else if (reach > 0)
        {
            // The limit is further out than the type: it refuses nothing, but it says that the server takes more.
            string end = isLower ? "minimum is -9223372036854775808" : "maximum is 9223372036854775807";
            context.Findings.Report(
                SchemaDiagnostics.KeywordHasNoEffect,
                keyword.NameSpan,
                keyword.Name,
                $"the parameter is a 64-bit integer, whose {end}"
            );
        }

        return null;
    }
}
