using System.Globalization;
using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Emit;

/// <summary>The constraints as attributes: what ASP.NET and the analyzers read, from source and from metadata alike.</summary>
internal static class AttributesEmitter
{
    /// <summary>A property's attributes, one a line.</summary>
    public static void Emit(CSharpWriter writer, PropertyModel property, ObjectModel record)
    {
        writer.Line($"[{TypeNames.JsonPropertyName}({Literals.String(property.WireName)})]");
        if (property is { Default: not null, IsNullable: false } && !CSharpType.IsStruct(property.Value))
        {
            writer.Line($"[{TypeNames.AllowNull}]");
        }

        Deprecation.Emit(writer, property);
        foreach (string attribute in HasConstraints(property.Value) ? Constraints(property.Value, depth: 0) : [])
        {
            writer.Line($"[{attribute}]");
        }

        foreach (ReferenceModel reference in record.References)
        {
            if (reference.Text == property.Name)
            {
                writer.Line(
                    $"[{TypeNames.SchemaReferences}({Literals.String(reference.Marker)}, {Literals.String(record.WireName(reference.List))})]"
                );
            }
        }
    }

    /// <summary>The constraints in front of a method's parameter.</summary>
    public static string Inline(ValueModel value) =>
        HasConstraints(value) ? string.Concat(Constraints(value, depth: 0).Select(static attribute => $"[{attribute}] ")) : "";

    private static bool HasConstraints(ValueModel value) =>
        value is EnumValueModel or UnionValueModel { HasEnum: true }
        || value.Constraints.Count > 0
        || (value is ListModel list && HasConstraints(list.Item));

    /// <summary>Which parameter a method's parameter assigns, and its constraints.</summary>
    public static string Inline(PropertyModel property)
    {
        string deprecated = property.IsDeprecated ? ", IsDeprecated = true" : "";
        return $"[{TypeNames.SchemaParameter}({Literals.String(property.WireName)}{deprecated})] {Inline(property.Value)}";
    }

    private static IEnumerable<string> Constraints(ValueModel value, int depth)
    {
        string items = depth == 0 ? "" : $"ItemDepth = {depth.ToString(CultureInfo.InvariantCulture)}";
        string named = depth == 0 ? "" : ", " + items;
        if (value is EnumValueModel or UnionValueModel { HasEnum: true })
        {
            yield return TypeNames.SchemaEnum + (depth == 0 ? "" : $"({items})");
        }

        if (Limit(value, "format") is { } format)
        {
            yield return $"{TypeNames.SchemaFormat}({Literals.String(format)}{named})";
        }

        if (Sizes(value, "minLength", "maxLength") is { } length)
        {
            yield return $"{TypeNames.SchemaLength}({length}{named})";
        }

        if (Constraint(value, "pattern") is { } pattern)
        {
            yield return $"{TypeNames.SchemaPattern}({Literals.String(pattern.Limit)}, {Literals.String(pattern.DotNet)}{named})";
        }

        if (value.Range is { } range)
        {
            yield return $"{TypeNames.SchemaRange}({Range(range)}{named})";
        }

        if (Limit(value, "multipleOf") is { } step)
        {
            yield return $"{TypeNames.SchemaMultipleOf}({Literals.String(step)}{named})";
        }

        if (Sizes(value, "minItems", "maxItems") is { } count)
        {
            yield return $"{TypeNames.SchemaItemCount}({count}{named})";
        }

        if (Constraint(value, "uniqueItems") is not null)
        {
            yield return TypeNames.SchemaUniqueItems + (depth == 0 ? "" : $"({items})");
        }

        foreach (string attribute in value is ListModel list ? Constraints(list.Item, depth + 1) : [])
        {
            yield return attribute;
        }
    }

    private static string? Sizes(ValueModel value, string least, string most)
    {
        string? minimum = Limit(value, least);
        string? maximum = Limit(value, most);
        return minimum is null && maximum is null ? null : $"{minimum ?? "0"}, {maximum ?? "int.MaxValue"}";
    }

    private static string Range(RangeModel range)
    {
        string minimum = range.Minimum.Length == 0 ? "double.NegativeInfinity" : Literals.Double(range.Minimum);
        string maximum = range.Maximum.Length == 0 ? "double.PositiveInfinity" : Literals.Double(range.Maximum);
        return $"{minimum}, {maximum}{(range.MinimumIsExclusive ? ", MinimumIsExclusive = true" : "")}{(range.MaximumIsExclusive ? ", MaximumIsExclusive = true" : "")}";
    }

    private static string? Limit(ValueModel value, string keyword) => Constraint(value, keyword)?.Limit;

    private static ConstraintModel? Constraint(ValueModel value, string keyword)
    {
        foreach (ConstraintModel constraint in value.Constraints)
        {
            if (constraint.Keyword == keyword)
            {
                return constraint;
            }
        }

        return null;
    }
}
