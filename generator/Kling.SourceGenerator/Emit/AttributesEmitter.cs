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
                writer.Line($"[{TypeNames.SchemaReferences}({Literals.String(reference.Marker)}, {Literals.String(record.WireName(reference.List))})]");
            }
        }
    }

    /// <summary>The constraints in front of a method's parameter.</summary>
    public static string Inline(ValueModel value) =>
        HasConstraints(value) ? string.Concat(Constraints(value, depth: 0).Select(static attribute => $"[{attribute}] ")) : "";

    private static bool HasConstraints(ValueModel value) =>
        value is EnumValueModel or UnionValueModel { HasEnum: true } || value.Constraints.Count > 0 || (value is ListModel list && HasConstraints(list.Item));

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

        if (Pair(value, "minLength", "maxLength", "0", "int.MaxValue", static limit => limit) is { } length)
        {
            yield return $"{TypeNames.SchemaLength}({length}{named})";
        }

        if (Constraint(value, "pattern") is { } pattern)
        {
            yield return $"{TypeNames.SchemaPattern}({Literals.String(pattern.Limit)}, {Literals.String(pattern.DotNet)}{named})";
        }

        if (Range(value) is { } range)
        {
            yield return $"{TypeNames.SchemaRange}({range}{named})";
        }

        if (Limit(value, "multipleOf") is { } step)
        {
            yield return $"{TypeNames.SchemaMultipleOf}({Literals.String(step)}{named})";
        }

        if (Pair(value, "minItems", "maxItems", "0", "int.MaxValue", static limit => limit) is { } count)
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

    private static string? Pair(ValueModel value, string least, string most, string noLeast, string noMost, Func<string, string> literal)
    {
        string? minimum = Limit(value, least);
        string? maximum = Limit(value, most);
        return minimum is null && maximum is null
            ? null
            : $"{(minimum is null ? noLeast : literal(minimum))}, {(maximum is null ? noMost : literal(maximum))}";
    }

    /// <summary>The tighter of an inclusive and an exclusive bound, on either side.</summary>
    private static string? Range(ValueModel value)
    {
        string? low = Tighter(value, "exclusiveMinimum", "minimum", static order => order >= 0);
        string? high = Tighter(value, "exclusiveMaximum", "maximum", static order => order <= 0);
        if (low is null && high is null)
        {
            return null;
        }

        string minimum = low is null ? "double.NegativeInfinity" : Literals.Double(Limit(value, low)!);
        string maximum = high is null ? "double.PositiveInfinity" : Literals.Double(Limit(value, high)!);
        return $"{minimum}, {maximum}{(low == "exclusiveMinimum" ? ", MinimumIsExclusive = true" : "")}{(high == "exclusiveMaximum" ? ", MaximumIsExclusive = true" : "")}";
    }

    private static string? Tighter(ValueModel value, string exclusive, string inclusive, Func<int, bool> isTighter) =>
        (Limit(value, exclusive), Limit(value, inclusive)) switch
        {
            (null, null) => null,
            (null, _) => inclusive,
            (_, null) => exclusive,
            ({ } open, { } closed) => isTighter(Schema.NumberToken.Compare(open, closed) ?? 0) ? exclusive : inclusive,
        };

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
