using Kling.SourceGenerator.Binding.Findings;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Keywords;

/// <summary>The keywords that a schema can use.</summary>
internal static class KnownKeywords
{
    /// <summary>What limits the value: a value that breaks it is a violation.</summary>
    private static readonly string[] Enforced =
    [
        "type",
        "nullable",
        "enum",
        "const",
        "$ref",
        "allOf",
        "anyOf",
        "oneOf",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
        "minLength",
        "maxLength",
        "pattern",
        "format",
        "items",
        "prefixItems",
        "minItems",
        "maxItems",
        "uniqueItems",
        "properties",
        "required",
        "additionalProperties",
        "patternProperties",
        "propertyNames",
        "minProperties",
        "maxProperties",
        "dependentRequired",
    ];

    /// <summary>What describes the value: it names, documents or marks what is generated.</summary>
    private static readonly string[] Described =
    [
        "$defs",
        "definitions",
        "title",
        "description",
        "default",
        "examples",
        "deprecated",
        "readOnly",
        "x-csharp-name",
        "x-enum-names",
        "x-references",
    ];

    /// <summary>The same at the root alone.</summary>
    private static readonly string[] DescribedAtRoot =
    [
        "x-slug",
        "x-typical-seconds",
        "x-typical-cost",
        "x-cost",
        "x-output",
        "x-status",
        "x-source",
        "x-retrieved",
        "x-retired",
        "x-replaced-by",
    ];

    /// <summary>Keywords of JSON Schema and OpenAPI that neither limit the value nor change the generated code.</summary>
    private static readonly string[] WithoutEffect =
    [
        "$schema",
        "$id",
        "id",
        "$anchor",
        "$dynamicAnchor",
        "$recursiveAnchor",
        "$vocabulary",
        "$comment",
        "example",
        "writeOnly",
        "contentEncoding",
        "contentMediaType",
        "contentSchema",
        "discriminator",
        "xml",
        "externalDocs",
    ];

    /// <summary>Keywords that limit the value but are not checked.</summary>
    private static readonly string[] NotEnforced =
    [
        "$dynamicRef",
        "$recursiveRef",
        "not",
        "if",
        "then",
        "else",
        "additionalItems",
        "contains",
        "minContains",
        "maxContains",
        "unevaluatedItems",
        "unevaluatedProperties",
        "dependencies",
        "dependentSchemas",
    ];

    /// <summary>The names of keywords in other schema languages.</summary>
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["min"] = "minimum",
        ["max"] = "maximum",
        ["minValue"] = "minimum",
        ["maxValue"] = "maximum",
        ["minLen"] = "minLength",
        ["maxLen"] = "maxLength",
        ["regex"] = "pattern",
        ["regexp"] = "pattern",
        ["choices"] = "enum",
        ["allowedValues"] = "enum",
    };

    private static readonly Spelling Meant = new([.. Enforced, .. Described, .. DescribedAtRoot]);
    private static readonly HashSet<string> AnnotationSet = new(
        [.. Described, .. DescribedAtRoot, .. WithoutEffect],
        StringComparer.Ordinal
    );
    private static readonly HashSet<string> AnywhereSet = new([.. Enforced, .. Described, .. WithoutEffect], StringComparer.Ordinal);
    private static readonly HashSet<string> RootSet = new(DescribedAtRoot, StringComparer.Ordinal);
    private static readonly HashSet<string> NotEnforcedSet = new(NotEnforced, StringComparer.Ordinal);

    /// <summary>Whether the keyword only describes: with it or without it, the same values are valid.</summary>
    public static bool IsAnnotation(string keyword) =>
        AnnotationSet.Contains(keyword) || (!AnywhereSet.Contains(keyword) && !NotEnforcedSet.Contains(keyword));

    /// <summary>Whether the keyword has its meaning in any schema.</summary>
    public static bool IsKnownAnywhere(string keyword) => AnywhereSet.Contains(keyword);

    /// <summary>Whether the keyword has its meaning at the root alone.</summary>
    public static bool IsOfRoot(string keyword) => RootSet.Contains(keyword);

    /// <summary>Whether JSON Schema knows the keyword and the generated code does not check it.</summary>
    public static bool IsNotEnforced(string keyword) => NotEnforcedSet.Contains(keyword);

    /// <summary>The keyword that an unknown word is most likely meant to be, or <see langword="null"/>.</summary>
    /// <remarks>
    /// Vendors have extensions of their own: a word that begins with <c>x-</c> is one, unless it is a single edit away from one of ours.
    /// </remarks>
    public static string? Nearest(string word) =>
        OtherNames.TryGetValue(word, out string? keyword)
            ? keyword
            : Meant.Nearest(word, IsExtension(word) ? 1 : Math.Max(1, word.Length / 6));

    /// <summary>Whether <c>enum</c> lists the only values allowed; anything but a list is ignored.</summary>
    public static bool IsClosed(JsonNode schema) => schema["enum"] is { Kind: JsonKind.Array };

    /// <summary>Whether the word is an extension: JSON Schema leaves names that begin with <c>x-</c> to everybody.</summary>
    public static bool IsExtension(string word) => word.StartsWith("x-", StringComparison.OrdinalIgnoreCase);
}
