using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding;

/// <summary>The <c>type</c> keyword, as a word or a list of words.</summary>
internal static class ValueType
{
    /// <summary>The types that the schema declares, in order; none if it declares none that can be used.</summary>
    public static IReadOnlyList<string> Names(JsonNode schema, SchemaScope scope)
    {
        if (schema["type"] is not { } type)
        {
            return [];
        }

        if (type.Kind is JsonKind.String && IsName(type.Text))
        {
            return [type.Text];
        }

        JsonNode[] names = type.Kind is JsonKind.Array ? [.. type.Items] : [type];
        if (names.Length > 0 && names.All(static name => name.Kind is JsonKind.String && IsName(name.Text)))
        {
            return [.. names.Select(static name => name.Text).Distinct()];
        }

        scope.Report(
            SchemaDiagnostics.KeywordValueIsInvalid,
            type.Span,
            "type",
            "it takes \"string\", \"integer\", \"number\", \"boolean\", \"array\", \"object\", \"null\" or a list of them");
        return [];
    }

    /// <summary>The one type beside null: of integer and number the wider.</summary>
    public static string? Single(IReadOnlyList<string> names)
    {
        if (names.Count == 1)
        {
            return names[0] == "null" ? null : names[0];
        }

        string[] others = [.. names.Where(name => name != "null" && !(name == "integer" && names.Contains("number")))];
        return others.Length == 1 ? others[0] : null;
    }

    /// <summary>Whether JSON Schema has a type of that name.</summary>
    public static bool IsName(string name) => name is "string" or "integer" or "number" or "boolean" or "array" or "object" or "null";
}
