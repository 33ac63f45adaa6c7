using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding;

/// <summary>Which words a schema may use. A word that has no effect is told at its place, never dropped in silence.</summary>
internal static class Keywords
{
    private static readonly string[] Enforced =
    [
        "type", "nullable", "enum", "format", "properties", "required", "additionalProperties", "items",
        "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems",
    ];

    private static readonly string[] Annotations =
    [
        "$schema", "$id", "$comment", "title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly",
        "x-csharp-name", "x-enum-names", "x-references",
    ];

    private static readonly string[] RootAnnotations =
    [
        "x-slug", "x-typical-seconds", "x-typical-cost", "x-output", "x-source", "x-retrieved",
    ];

    private static readonly string[] NotEnforced =
    [
        "$anchor", "$defs", "$dynamicAnchor", "$dynamicRef", "$ref", "$vocabulary", "definitions", "id",
        "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "const", "discriminator",
        "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "pattern",
        "contentEncoding", "contentMediaType", "contentSchema",
        "prefixItems", "additionalItems", "contains", "minContains", "maxContains", "uniqueItems", "unevaluatedItems",
        "patternProperties", "propertyNames", "minProperties", "maxProperties", "unevaluatedProperties",
        "dependencies", "dependentRequired", "dependentSchemas",
    ];

    private static readonly HashSet<string> AnywhereSet = new([.. Enforced, .. Annotations], StringComparer.Ordinal);
    private static readonly HashSet<string> RootSet = new(RootAnnotations, StringComparer.Ordinal);
    private static readonly HashSet<string> NotEnforcedSet = new(NotEnforced, StringComparer.Ordinal);

    public static void Check(JsonNode schema, bool isRoot, SchemaScope scope)
    {
        foreach (JsonMember member in schema.Members)
        {
            if (AnywhereSet.Contains(member.Name) || (isRoot && RootSet.Contains(member.Name)))
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

    private static string Hint(string name) =>
        RootSet.Contains(name) ? "; it belongs at the root of the schema"
        : Spelling.Nearest(name, [.. AnywhereSet, .. RootSet]) is { } nearest ? $"; did you mean '{nearest}'?"
        : "";
}
