using Kling.SourceGenerator.Binding.Keywords;
using Kling.SourceGenerator.Schema;

namespace Kling.Cli;

/// <summary>The values that <c>enum</c> or <c>const</c> allows.</summary>
internal static class AllowedList
{
    public static IReadOnlyList<JsonNode>? Of(JsonNode schema, string keyword) =>
        schema[keyword] is not { } stated ? null
        : keyword == "const" ? [stated]
        : stated.Kind is JsonKind.Array ? stated.Items
        : null;

    /// <summary>Whether a value is of one of the types; here, <c>number</c> means numbers that are not integers.</summary>
    public static bool IsOf(JsonNode value, IReadOnlySet<string> types) => TypeKeyword.Allows([.. types], value);
}
