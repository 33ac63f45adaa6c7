using Kling.SourceGenerator.Binding.Document;
using Kling.SourceGenerator.Binding.Findings;
using Kling.SourceGenerator.Binding.Keywords;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Review;

/// <summary>
/// Keywords that limit values of another type than the schema allows: JSON Schema gives them no effect there. It is a
/// warning where another keyword sets the same kind of limit for the type, because that one was probably meant.
/// </summary>
internal static class KeywordTypeReview
{
    public static void Check(JsonMember keyword, JsonNode schema, SchemaDocument document, SchemaFindings findings)
    {
        if (TypeOf(keyword.Name) is not { } type || IsEmpty(keyword.Value))
        {
            return;
        }

        IReadOnlyList<string> types = TypeKeyword.Names(document.Shape(schema).Schema, findings);
        if (types.Count == 0 || types.Contains(type) || (type == "number" && types.Contains("integer")))
        {
            return;
        }

        string reason = $"it applies to type \"{type}\", not to {TypeKeyword.Quote(types)}";
        if (Counterpart(keyword.Name, types) is { } counterpart && schema[counterpart] is null)
        {
            findings.Report(SchemaDiagnostics.KeywordIsMisplaced, keyword.NameSpan, keyword.Name, reason + Spelling.Hint(counterpart));
        }
        else
        {
            findings.Report(SchemaDiagnostics.KeywordHasNoEffect, keyword.NameSpan, keyword.Name, reason);
        }
    }

    private static string? TypeOf(string keyword) =>
        keyword switch
        {
            "minLength" or "maxLength" or "pattern" => "string",
            "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" or "multipleOf" => "number",
            "items" or "prefixItems" or "minItems" or "maxItems" or "uniqueItems" => "array",
            "properties"
            or "required"
            or "additionalProperties"
            or "patternProperties"
            or "propertyNames"
            or "minProperties"
            or "maxProperties"
            or "dependentRequired" => "object",
            _ => null,
        };

    /// <summary>The keyword that limits the size of a value of the type.</summary>
    private static string? Counterpart(string keyword, IReadOnlyList<string> types)
    {
        string? size = TypeKeyword.Single(types) switch
        {
            "string" => "Length",
            "array" => "Items",
            "object" => "Properties",
            _ => null,
        };
        return size is null || keyword is not ("minLength" or "maxLength" or "minItems" or "maxItems" or "minProperties" or "maxProperties")
            ? null
            : keyword.Substring(0, 3) + size;
    }

    /// <summary>
    /// Whether the keyword would have no effect on a value of its own type either, such as Draft 3's <c>"required": true</c>.
    /// </summary>
    private static bool IsEmpty(JsonNode value) =>
        value.Kind is JsonKind.True or JsonKind.False
        || (value.Items.Length == 0 && value.Members.Length == 0 && value.Kind is JsonKind.Array or JsonKind.Object);
}
