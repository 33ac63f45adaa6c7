using System.Globalization;
using Kling.SourceGenerator.Binding.Instances;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Values;

/// <summary>
/// A schema's <c>default</c>, if it can be used. Real schemas have defaults outside their own enum or range: the type is still generated,
/// the default is ignored, and the reason is reported at the default.
/// </summary>
internal static class DefaultBinder
{
    /// <param name="schema">The parameter's schema, which judges the default.</param>
    /// <param name="described">The same with everything that applies to it, which has the default.</param>
    /// <param name="value">What the parameter holds.</param>
    /// <param name="context">The file.</param>
    public static DefaultModel? Bind(JsonNode schema, JsonNode described, ValueModel value, BindingContext context)
    {
        if (described["default"] is not { } node)
        {
            return null;
        }

        bool isNull = node.Kind is JsonKind.Null && value.AllowsNull;
        InstanceFault? fault =
            (isNull ? null : Mismatch(node, value)) ?? Unreadable(node, value, context) ?? context.Instances.Fault(node, schema);
        if (fault is null)
        {
            return new DefaultModel(JsonPrinter.Print(node), isNull ? "null" : Content(node, value));
        }

        // Null is how many tools write that there is no default.
        if (node.Kind is not JsonKind.Null)
        {
            context.Findings.Report(SchemaDiagnostics.DefaultIsNotUsable, node.Span, JsonPrinter.Print(node), fault.ToString());
        }

        return null;
    }

    /// <summary>Why the default is not of the parameter's type, in the words of the type.</summary>
    private static InstanceFault? Mismatch(JsonNode node, ValueModel value) =>
        value switch
        {
            EnumValueModel closed => Member(node, closed) is null ? $"it is not among the values of \"enum\": {Values(closed.Enum)}" : null,
            BooleanModel or IntegerModel or NumberModel when IsQuoted(node, value) => "it is a string; remove the quotes",
            StringModel or UriModel => node.Kind is JsonKind.String ? null : "it is not a string",
            BooleanModel => node.Kind is JsonKind.True or JsonKind.False ? null : "it is not a boolean",
            IntegerModel => node.Kind is JsonKind.Number && NumberToken.Int64(node.Text) is not null ? null : "it is not a 64-bit integer",
            NumberModel => node.Kind is JsonKind.Number && NumberToken.IsDouble(node.Text) ? null : "it is not a number that fits a double",
            ListModel => node.Kind is JsonKind.Array ? null : "it is not an array",
            ObjectValueModel or JsonObjectModel => node.IsObject ? null : "it is not an object",
            _ => null,
        };

    /// <summary>Whether the text of a string is a value of the parameter's type.</summary>
    private static bool IsQuoted(JsonNode node, ValueModel value) =>
        node.Kind is JsonKind.String
        && JsonReader.Read(node.Text, out _) is { Kind: var kind }
        && (value is BooleanModel ? kind is JsonKind.True or JsonKind.False : kind is JsonKind.Number);

    private static string Values(EnumModel closed)
    {
        const int Most = 10;
        string values = string.Join(
            ", ",
            closed.Members.Take(Most).Select(member => closed.Kind is EnumKind.String ? JsonPrinter.Quote(member.Wire) : member.Wire)
        );
        return closed.Members.Count > Most ? values + ", …" : values;
    }

    /// <summary>What the schema allows and no C# value can hold. Whether the schema allows it is not asked here.</summary>
    private static InstanceFault? Unreadable(JsonNode node, ValueModel value, BindingContext context) =>
        value switch
        {
            IntegerModel when node.Kind is JsonKind.Number && NumberToken.Int64(node.Text) is null => "it is not a 64-bit integer",
            NumberModel when node.Kind is JsonKind.Number && !NumberToken.IsDouble(node.Text) => "it is not a number that fits a double",
            ListModel list => node
                .Items.Select((item, index) => Unreadable(item, list.Item, context)?.Below(index.ToString(CultureInfo.InvariantCulture)))
                .FirstOrDefault(static fault => fault is not null),
            ObjectValueModel reference when node.IsObject => context.Types.Objects.FirstOrDefault(record =>
                record.TypeName == reference.TypeName
            )
                is { } record
                ? Unreadable(node, record, context)
                : "its type contains itself, so the default would be infinite",
            UnionValueModel reference => context.Types.Unions.FirstOrDefault(union => union.TypeName == reference.TypeName) is { } union
                ? union.Cases.Select(option => Unreadable(node, option.Value, context)).FirstOrDefault(static fault => fault is not null)
                : "its type contains itself, so the default would be infinite",
            _ => null,
        };

    private static InstanceFault? Unreadable(JsonNode node, ObjectModel record, BindingContext context)
    {
        foreach (ReferenceModel reference in record.References)
        {
            if (
                node[record.WireName(reference.Text)] is { Kind: JsonKind.String } text
                && text.Text.Contains(reference.Marker.Substring(0, reference.Marker.IndexOf("{n}", StringComparison.Ordinal)))
            )
            {
                return new InstanceFault("", $"it refers to an item of \"{record.WireName(reference.List)}\"").Below(
                    record.WireName(reference.Text)
                );
            }
        }

        return record
            .Properties.Select(property =>
                node[property.WireName] is { } own ? Unreadable(own, property.Value, context)?.Below(property.WireName) : null
            )
            .FirstOrDefault(static fault => fault is not null);
    }

    private static string Content(JsonNode node, ValueModel value) =>
        value switch
        {
            EnumValueModel closed => Member(node, closed)!.Name,
            IntegerModel => NumberToken.Integer(node.Text)!,
            _ => node.Text,
        };

    private static EnumMemberModel? Member(JsonNode node, EnumValueModel closed)
    {
        string? wire = EnumBinder.Wire(node, closed.Enum.Kind);
        return closed.Enum.Members.FirstOrDefault(member => member.Wire == wire);
    }
}
