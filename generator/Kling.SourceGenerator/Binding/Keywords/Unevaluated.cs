using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Keywords;

/// <summary>
/// <c>unevaluatedProperties</c> and <c>unevaluatedItems</c> apply to everything that no keyword has evaluated. If no keyword beside
/// them applies another schema to the same value, they are the same as <c>additionalProperties</c> and <c>items</c>. Otherwise what is
/// evaluated depends on the JSON, and they are not enforced.
/// </summary>
internal static class Unevaluated
{
    private static readonly string[] InPlace =
    [
        "$ref",
        "$dynamicRef",
        "$recursiveRef",
        "allOf",
        "anyOf",
        "oneOf",
        "not",
        "if",
        "then",
        "else",
        "dependentSchemas",
        "contains",
    ];

    /// <summary>The keyword that says the same, or <see langword="null"/> if none does.</summary>
    public static string? SameAs(string keyword, JsonNode schema) =>
        keyword switch
        {
            "unevaluatedProperties" when !HasAnotherView(schema) => "additionalProperties",
            "unevaluatedItems" when !HasAnotherView(schema) => "items",
            _ => null,
        };

    private static bool HasAnotherView(JsonNode schema) => InPlace.Any(keyword => schema[keyword] is not null);
}
