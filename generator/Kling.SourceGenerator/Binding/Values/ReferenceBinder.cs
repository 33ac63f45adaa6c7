using System.Collections.Immutable;
using Kling.SourceGenerator.Binding.Document;
using Kling.SourceGenerator.Binding.Findings;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Values;

/// <summary><c>x-references</c>: the markers with which a text refers to items of lists next to it.</summary>
internal static class ReferenceBinder
{
    private const string Keyword = "x-references";

    public static EquatableArray<ReferenceModel> Bind(
        ImmutableArray<JsonMember> schemas,
        IReadOnlyList<PropertyModel> properties,
        SchemaDocument document,
        SchemaFindings findings
    )
    {
        var references = new List<ReferenceModel>();
        for (int i = 0; i < schemas.Length; i++)
        {
            if (document.Shape(schemas[i].Value).Schema[Keyword] is { } value)
            {
                references.AddRange(Bind(value, properties[i], properties, findings));
            }
        }

        return references.ToEquatableArray();
    }

    private static IEnumerable<ReferenceModel> Bind(
        JsonNode value,
        PropertyModel property,
        IReadOnlyList<PropertyModel> properties,
        SchemaFindings findings
    )
    {
        if (value.Kind is not JsonKind.Array || property.Value is not StringModel)
        {
            findings.Report(
                SchemaDiagnostics.KeywordValueIsInvalid,
                value.Span,
                Keyword,
                property.Value is StringModel
                    ? "it must be a list of objects such as { \"marker\": \"@Image{n}\", \"list\": \"image_urls\" }"
                    : $"only strings can have it, but '{property.WireName}' is not a string"
            );
            return [];
        }

        return value.Items.Select(entry => Entry(entry, property, properties, findings)).OfType<ReferenceModel>();
    }

    private static ReferenceModel? Entry(
        JsonNode entry,
        PropertyModel text,
        IReadOnlyList<PropertyModel> properties,
        SchemaFindings findings
    )
    {
        if (entry["marker"] is not { Kind: JsonKind.String, Text: { } marker } || entry["list"] is not { Kind: JsonKind.String } list)
        {
            findings.Report(
                SchemaDiagnostics.KeywordValueIsInvalid,
                entry.Span,
                Keyword,
                "it must have a \"marker\" and a \"list\", both strings"
            );
            return null;
        }

        int number = marker.IndexOf("{n}", StringComparison.Ordinal);
        if (number < 1 || marker.IndexOf("{n}", number + 1, StringComparison.Ordinal) > 0)
        {
            findings.Report(
                SchemaDiagnostics.KeywordValueIsInvalid,
                entry["marker"]!.Span,
                Keyword,
                "it must begin with text and contain {n} once, for the item's number"
            );
            return null;
        }

        PropertyModel[] lists = [.. properties.Where(static property => property.Value is ListModel)];
        if (lists.FirstOrDefault(property => property.WireName == list.Text) is not { } items)
        {
            string? nearest = findings.Nearest(list.Text, lists.Select(static property => property.WireName));
            findings.Report(
                SchemaDiagnostics.KeywordValueIsInvalid,
                list.Span,
                Keyword,
                $"there is no list '{list.Text}' next to '{text.WireName}'{Spelling.Hint(nearest)}"
            );
            return null;
        }

        return new ReferenceModel(text.Name, marker, items.Name);
    }
}
