using Kling.SourceGenerator.Binding.Document;
using Kling.SourceGenerator.Binding.Findings;
using Kling.SourceGenerator.Binding.Keywords;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Review;

/// <summary>
/// Keywords whose value is of the wrong kind. The binders leave such a value out without a word; it is reported here, for every schema,
/// whatever type the schema gets.
/// </summary>
internal static class KeywordValueReview
{
    private const string AnySchema = "it must be an object, true or false";

    public static void Check(JsonMember keyword, JsonNode schema, SchemaPlace place, SchemaDocument document, SchemaFindings findings)
    {
        CheckDuplicates(keyword, findings);
        switch (keyword.Name)
        {
            case "type":
                _ = TypeKeyword.Names(schema, findings);
                break;
            case "nullable" or "deprecated" or "readOnly" or "uniqueItems":
                _ = Annotation.Flag(schema, keyword.Name, findings);
                break;
            case "title" or "description" or "format" or "pattern":
                _ = Annotation.Text(schema, keyword.Name, findings);
                break;
            case "exclusiveMinimum" or "exclusiveMaximum" when keyword.Value.Kind is JsonKind.True or JsonKind.False:
                CheckSwitch(keyword, schema, findings);
                break;
            case "minimum"
            or "maximum"
            or "exclusiveMinimum"
            or "exclusiveMaximum"
            or "multipleOf"
            or "minLength"
            or "maxLength"
            or "minItems"
            or "maxItems"
            or "minProperties"
            or "maxProperties":
                _ = Limits.Of(schema, keyword.Name, findings);
                break;
            case "enum" when !KnownKeywords.IsClosed(schema):
                Invalid(keyword, "it must be a list of values", findings);
                break;
            case "enum" when keyword.Value.Items.Length == 0:
                findings.Report(
                    SchemaDiagnostics.SchemaContradictsItself,
                    keyword.Value.Span,
                    "\"enum\" lists no value, so no value is valid"
                );
                break;
            case "examples" when keyword.Value.Kind is not JsonKind.Array:
                Invalid(keyword, "it must be a list of examples", findings);
                break;
            case "x-enum-names" when !IsEnum(document.Shape(schema).Schema):
                Invalid(keyword, "there is no \"enum\" next to it", findings);
                break;
            case "required" when keyword.Value.Kind is JsonKind.True or JsonKind.False:
                CheckRequired(keyword, place, findings);
                break;
            default:
                CheckSchemas(keyword, schema, findings);
                break;
        }
    }

    private static void CheckDuplicates(JsonMember keyword, SchemaFindings findings)
    {
        JsonNode[] lists = keyword.Name switch
        {
            "enum" or "required" or "type" => [keyword.Value],
            "dependentRequired" => [.. keyword.Value.Members.Select(static member => member.Value)],
            _ => [],
        };
        foreach (JsonNode list in lists)
        {
            var seen = new HashSet<(JsonKind Kind, string Text)>();
            foreach (JsonNode entry in list.Items)
            {
                // 1 and 1.0 are the same value.
                string text =
                    entry.Kind is JsonKind.String ? entry.Text
                    : entry.Kind is JsonKind.Number && NumberToken.Integer(entry.Text) is { } integer ? integer
                    : JsonPrinter.Print(entry);
                if (!seen.Add((entry.Kind, text)))
                {
                    findings.Report(SchemaDiagnostics.DuplicateHasNoEffect, entry.Span, JsonPrinter.Excerpt(entry), keyword.Name);
                }
            }
        }
    }

    private static void CheckSchemas(JsonMember keyword, JsonNode schema, SchemaFindings findings)
    {
        switch (keyword.Name)
        {
            case "properties":
                CheckEach(ObjectKeywords.Properties(schema, findings), findings);
                break;
            case "patternProperties" when keyword.Value.IsObject:
                CheckEach(keyword.Value.Members, findings);
                break;
            case "patternProperties":
                Invalid(keyword, "it must be an object with one schema per pattern", findings);
                break;
            case "$defs" or "definitions" when !keyword.Value.IsObject:
                findings.Report(
                    SchemaDiagnostics.KeywordHasNoEffect,
                    keyword.Value.Span,
                    keyword.Name,
                    "it must be an object with one schema per name"
                );
                break;
            case "required":
                _ = ObjectKeywords.Required(schema, findings);
                break;
            case "dependentRequired":
                _ = ObjectKeywords.DependentRequired(schema, findings).Count();
                break;
            case "items" when keyword.Value.Kind is JsonKind.Array:
                findings.Report(
                    SchemaDiagnostics.KeywordIsNotEnforced,
                    keyword.NameSpan,
                    "items",
                    "only one schema for all items is supported; use \"prefixItems\" for a list"
                );
                break;
            case "items" or "additionalProperties" or "propertyNames" when !IsSchema(keyword.Value):
                Invalid(keyword, AnySchema, findings);
                break;
            case "allOf"
            or "anyOf"
            or "oneOf"
            or "prefixItems" when keyword.Value is not { Kind: JsonKind.Array, Items.Length: > 0 } || !keyword.Value.Items.All(IsSchema):
                Invalid(keyword, "it must be a list of at least one schema", findings);
                break;
        }
    }

    /// <summary>Draft 3 wrote at the property itself that it is required.</summary>
    private static void CheckRequired(JsonMember keyword, SchemaPlace place, SchemaFindings findings)
    {
        if (keyword.Value.IsTrue)
        {
            Invalid(
                keyword,
                "it must be a list of parameter names"
                    + (
                        place.Property is null
                            ? ""
                            : $"; to require '{place.Property}', list it in the \"required\" of the object that has it"
                    ),
                findings
            );
        }
        else
        {
            findings.Report(
                SchemaDiagnostics.KeywordHasNoEffect,
                keyword.NameSpan,
                keyword.Name,
                "a parameter is optional unless the \"required\" of its object lists it"
            );
        }
    }

    /// <summary>Draft 4 wrote an exclusive bound as <c>"minimum": 0, "exclusiveMinimum": true</c>.</summary>
    private static void CheckSwitch(JsonMember keyword, JsonNode schema, SchemaFindings findings)
    {
        string bound = keyword.Name == "exclusiveMinimum" ? "minimum" : "maximum";
        if (keyword.Value.IsTrue && schema[bound] is null)
        {
            findings.Report(SchemaDiagnostics.KeywordHasNoEffect, keyword.NameSpan, keyword.Name, $"there is no \"{bound}\" next to it");
        }
    }

    private static void CheckEach(IEnumerable<JsonMember> schemas, SchemaFindings findings)
    {
        foreach (JsonMember member in schemas.Where(static member => !IsSchema(member.Value)))
        {
            string hint = KnownKeywords.IsKnownAnywhere(member.Name)
                ? $"; if the keyword '{member.Name}' is meant, move it out of \"properties\""
                : "";
            findings.Report(SchemaDiagnostics.SchemaIsInvalid, member.Value.Span, member.Name, hint);
        }
    }

    private static void Invalid(JsonMember keyword, string expected, SchemaFindings findings) =>
        findings.Report(SchemaDiagnostics.KeywordValueIsInvalid, keyword.Value.Span, keyword.Name, expected);

    private static bool IsEnum(JsonNode schema) =>
        KnownKeywords.IsClosed(schema) || schema["const"] is not null || schema["anyOf"] is not null || schema["oneOf"] is not null;

    private static bool IsSchema(JsonNode node) => node.Kind is JsonKind.Object or JsonKind.True or JsonKind.False;
}
