using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding;

/// <summary>The keywords that limit a value of a type. A keyword of another type has no effect there, as in JSON Schema.</summary>
internal static class ConstraintBinder
{
    public static EquatableArray<ConstraintModel> Bind(JsonNode schema, ValueModel value, SchemaScope scope)
    {
        IEnumerable<ConstraintModel?> constraints = value switch
        {
            StringModel or UriModel => [Format(schema, scope), Count(schema, "minLength", scope), Count(schema, "maxLength", scope)],
            IntegerModel => [Integer(schema, "minimum", NumberToken.Ceiling, scope), Integer(schema, "maximum", NumberToken.Floor, scope)],
            NumberModel => [Number(schema, "minimum", scope), Number(schema, "maximum", scope)],
            ListModel => [Count(schema, "minItems", scope), Count(schema, "maxItems", scope)],
            _ => [],
        };
        return constraints.OfType<ConstraintModel>().ToEquatableArray();
    }

    private static ConstraintModel? Format(JsonNode schema, SchemaScope scope) =>
        Annotation.Text(schema, "format", scope) is { } format ? new ConstraintModel("format", format) : null;

    private static ConstraintModel? Count(JsonNode schema, string keyword, SchemaScope scope)
    {
        if (schema[keyword] is not { } limit)
        {
            return null;
        }

        if (limit.Kind is JsonKind.Number && NumberToken.Count(limit.Text) is not null)
        {
            return new ConstraintModel(keyword, NumberToken.Integer(limit.Text)!);
        }

        scope.Report(SchemaDiagnostics.KeywordValueIsInvalid, limit.Span, keyword, "it takes an integer from 0 to 2147483647");
        return null;
    }

    private static ConstraintModel? Number(JsonNode schema, string keyword, SchemaScope scope)
    {
        if (schema[keyword] is not { } limit)
        {
            return null;
        }

        if (limit.Kind is JsonKind.Number && NumberToken.IsDouble(limit.Text))
        {
            return new ConstraintModel(keyword, limit.Text);
        }

        scope.Report(SchemaDiagnostics.KeywordValueIsInvalid, limit.Span, keyword, "it takes a number that fits a double");
        return null;
    }

    /// <summary>A bound between two integers is as good as the nearer one inside.</summary>
    private static ConstraintModel? Integer(JsonNode schema, string keyword, Func<string, string?> round, SchemaScope scope)
    {
        if (Number(schema, keyword, scope) is not { } constraint)
        {
            return null;
        }

        if (round(constraint.Limit) is { } limit && NumberToken.Int64(limit) is not null)
        {
            return constraint with { Limit = limit };
        }

        scope.Report(SchemaDiagnostics.KeywordValueIsInvalid, schema[keyword]!.Span, keyword, "no integer of 64 bits reaches it");
        return null;
    }
}
