using System.Collections.Immutable;
using Kling.SourceGenerator.Binding.Findings;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Keywords;

/// <summary>The keywords of objects, read once for the records and for the checks.</summary>
internal static class ObjectKeywords
{
    public static ImmutableArray<JsonMember> Properties(JsonNode schema, SchemaFindings findings)
    {
        if (schema["properties"] is { IsObject: false } properties)
        {
            findings.Report(
                SchemaDiagnostics.KeywordValueIsInvalid,
                properties.Span,
                "properties",
                "it must be an object with one schema per property"
            );
        }

        return schema["properties"]?.Members ?? ImmutableArray<JsonMember>.Empty;
    }

    /// <summary>The names of the required properties. Draft 3 wrote true or false at the property itself; that is not read.</summary>
    public static IReadOnlyList<string> Required(JsonNode schema, SchemaFindings findings) =>
        Names(schema["required"] is { Kind: not (JsonKind.True or JsonKind.False) } names ? names : null, "required", findings);

    public static IEnumerable<(string Name, IReadOnlyList<string> Required)> DependentRequired(JsonNode schema, SchemaFindings findings)
    {
        const string Keyword = "dependentRequired";
        if (schema[Keyword] is { IsObject: false } value)
        {
            findings.Report(
                SchemaDiagnostics.KeywordValueIsInvalid,
                value.Span,
                Keyword,
                "it must be an object with one list of parameter names per property"
            );
        }

        return (schema[Keyword]?.Members ?? ImmutableArray<JsonMember>.Empty)
            .Select(member => (member.Name, Names(member.Value, Keyword, findings)))
            .Where(static pair => pair.Item2.Count > 0);
    }

    private static IReadOnlyList<string> Names(JsonNode? names, string keyword, SchemaFindings findings)
    {
        if (names is null)
        {
            return [];
        }

        if (names.Kind is JsonKind.Array && names.Items.All(static name => name.Kind is JsonKind.String))
        {
            return [.. names.Items.Select(static name => name.Text).Distinct(StringComparer.Ordinal)];
        }

        findings.Report(SchemaDiagnostics.KeywordValueIsInvalid, names.Span, keyword, "it must be a list of parameter names");
        return [];
    }
}
