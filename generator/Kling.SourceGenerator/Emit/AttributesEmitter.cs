using System.Globalization;
using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Emit;

/// <summary>The constraints as attributes: what ASP.NET and the analyzers read, from source and from metadata alike.</summary>
internal static class AttributesEmitter
{
    /// <summary>A property's attributes, one a line.</summary>
    public static void Emit(CSharpWriter writer, PropertyModel property)
    {
        writer.Line($"[{TypeNames.JsonPropertyName}({Literals.String(property.WireName)})]");
        if (property is { Default: not null, IsNullable: false } && !CSharpType.IsStruct(property.Value))
        {
            writer.Line($"[{TypeNames.AllowNull}]");
        }

        if (property.Default is { } value)
        {
            writer.Line($"[{TypeNames.DefaultValue}({(property.Value is UriModel ? Literals.String(value.Content) : "Defaults." + property.Name)})]");
        }

        if (property.IsObsolete)
        {
            writer.Line($"[{TypeNames.Obsolete}({Literals.String($"The parameter '{property.WireName}' is retired.")})]");
        }

        foreach (string attribute in Constraints(property.Value, depth: 0))
        {
            writer.Line($"[{attribute}]");
        }
    }

    /// <summary>The constraints in front of a method's parameter.</summary>
    public static string Inline(ValueModel value, int depth = 0) =>
        string.Concat(Constraints(value, depth).Select(static attribute => $"[{attribute}] "));

    private static IEnumerable<string> Constraints(ValueModel value, int depth)
    {
        string items = depth == 0 ? "" : $"ItemDepth = {depth.ToString(CultureInfo.InvariantCulture)}";
        string named = depth == 0 ? "" : ", " + items;
        if (value is EnumValueModel)
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

        if (Pair(value, "minimum", "maximum", "double.NegativeInfinity", "double.PositiveInfinity", Literals.Double) is { } range)
        {
            yield return $"{TypeNames.SchemaRange}({range}{named})";
        }

        if (Pair(value, "minItems", "maxItems", "0", "int.MaxValue", static limit => limit) is { } count)
        {
            yield return $"{TypeNames.SchemaItemCount}({count}{named})";
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

    private static string? Limit(ValueModel value, string keyword) =>
        value.Constraints.FirstOrDefault(constraint => constraint.Keyword == keyword)?.Limit;
}
