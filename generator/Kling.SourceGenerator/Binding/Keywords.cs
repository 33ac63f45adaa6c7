using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding;

/// <summary>Which words a schema may use. A word that has no effect is told at its place, never dropped in silence.</summary>
internal static class Keywords
{
    private static readonly string[] Enforced =
    [
        "type", "nullable", "enum", "const", "$ref", "allOf", "anyOf", "oneOf",
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
        "minLength", "maxLength", "pattern", "format",
        "items", "prefixItems", "minItems", "maxItems", "uniqueItems",
        "properties", "required", "additionalProperties", "patternProperties", "propertyNames",
        "minProperties", "maxProperties", "dependentRequired",
    ];

    private static readonly string[] Annotations =
    [
        "$schema", "$id", "$anchor", "$comment", "$defs", "definitions", "title", "description", "default", "example", "examples",
        "deprecated", "readOnly", "writeOnly", "discriminator", "contentEncoding", "contentMediaType", "contentSchema",
        "x-csharp-name", "x-enum-names", "x-references",
    ];

    private static readonly string[] RootAnnotations =
    [
        "x-slug", "x-typical-seconds", "x-typical-cost", "x-output", "x-source", "x-retrieved",
    ];

    private static readonly string[] NotEnforced =
    [
        "$dynamicAnchor", "$dynamicRef", "$recursiveAnchor", "$recursiveRef", "$vocabulary", "id",
        "not", "if", "then", "else",
        "additionalItems", "contains", "minContains", "maxContains", "unevaluatedItems", "unevaluatedProperties",
        "dependencies", "dependentSchemas",
    ];

    private static readonly Spelling Usable = new([.. Enforced, .. Annotations, .. RootAnnotations]);
    private static readonly HashSet<string> AnnotationSet = new(Annotations, StringComparer.Ordinal);
    private static readonly HashSet<string> AnywhereSet = new([.. Enforced, .. Annotations], StringComparer.Ordinal);
    private static readonly HashSet<string> RootSet = new(RootAnnotations, StringComparer.Ordinal);
    private static readonly HashSet<string> NotEnforcedSet = new(NotEnforced, StringComparer.Ordinal);

    /// <summary>Whether the keyword only describes: with it or without it, the same values are valid.</summary>
    public static bool IsAnnotation(string keyword) =>
        AnnotationSet.Contains(keyword) || RootSet.Contains(keyword) || (!AnywhereSet.Contains(keyword) && !NotEnforcedSet.Contains(keyword));

    /// <summary>Looks through a schema and every schema in it, used or not.</summary>
    public static void Check(JsonNode schema, bool isRoot, SchemaScope scope)
    {
        foreach (JsonMember member in schema.Members)
        {
            CheckSubschemas(member, scope);
            if (AnywhereSet.Contains(member.Name) || (isRoot && RootSet.Contains(member.Name)) || Unevaluated.SameAs(member.Name, schema) is not null)
            {
                continue;
            }

            if (NotEnforcedSet.Contains(member.Name))
            {
                scope.Report(SchemaDiagnostics.KeywordIsNotEnforced, member.NameSpan, member.Name, "the generated code does not check it, the server may");
            }
            else
            {
                scope.Report(SchemaDiagnostics.KeywordIsUnknown, member.NameSpan, member.Name, Hint(member.Name));
            }
        }
    }

    private static void CheckSubschemas(JsonMember keyword, SchemaScope scope)
    {
        switch (keyword.Name)
        {
            case "properties" or "patternProperties" or "$defs" or "definitions":
                foreach (JsonMember member in keyword.Value.Members)
                {
                    Check(member.Value, isRoot: false, scope);
                }

                break;
            case "items" or "additionalProperties" or "propertyNames" or "unevaluatedItems" or "unevaluatedProperties":
                Check(keyword.Value, isRoot: false, scope);
                break;
            case "prefixItems" or "allOf" or "anyOf" or "oneOf":
                foreach (JsonNode item in keyword.Value.Items)
                {
                    Check(item, isRoot: false, scope);
                }

                break;
        }
    }

    private static string Hint(string name) =>
        RootSet.Contains(name) ? "; it belongs at the root of the schema"
        : Usable.Nearest(name) is { } nearest ? $"; did you mean '{nearest}'?"
        : "";
}
