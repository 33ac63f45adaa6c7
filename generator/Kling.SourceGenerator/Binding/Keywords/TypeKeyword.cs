using Kling.SourceGenerator.Binding.Findings;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Keywords;

/// <summary>The <c>type</c> keyword, as a word or a list of words.</summary>
internal static class TypeKeyword
{
    private static readonly string[] Types = ["string", "integer", "number", "boolean", "array", "object", "null"];

    private static readonly Spelling All = new(Types);

    /// <summary>The list of each type alone, which nearly every schema has and many steps ask for.</summary>
    private static readonly Dictionary<string, string[]> Alone = Types.ToDictionary(
        static type => type,
        static type => (string[])[type],
        StringComparer.Ordinal
    );

    /// <summary>What other languages call a type.</summary>
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["text"] = "string",
        ["str"] = "string",
        ["int"] = "integer",
        ["long"] = "integer",
        ["float"] = "number",
        ["double"] = "number",
        ["decimal"] = "number",
        ["bool"] = "boolean",
        ["list"] = "array",
        ["dict"] = "object",
        ["map"] = "object",
        ["none"] = "null",
    };

    /// <summary>The types that the schema declares, in order; none if it declares none that can be used.</summary>
    public static IReadOnlyList<string> Names(JsonNode schema, SchemaFindings findings)
    {
        if (schema["type"] is not { } type)
        {
            return [];
        }

        if (type.Kind is JsonKind.String && Alone.TryGetValue(type.Text, out string[]? alone))
        {
            return alone;
        }

        JsonNode[] names = type.Kind is JsonKind.Array ? [.. type.Items] : [type];
        if (names.Length > 0 && names.All(static name => name.Kind is JsonKind.String && IsName(name.Text)))
        {
            return [.. names.Select(static name => name.Text).Distinct()];
        }

        JsonNode bad = names.FirstOrDefault(static name => name.Kind is not JsonKind.String || !IsName(name.Text)) ?? type;
        if (Meant(bad) is { } meant)
        {
            findings.Report(SchemaDiagnostics.TypeIsMisspelled, bad.Span, bad.Text, meant);
        }
        else
        {
            findings.Report(
                SchemaDiagnostics.KeywordValueIsInvalid,
                type.Span,
                "type",
                "it must be \"string\", \"integer\", \"number\", \"boolean\", \"array\", \"object\", \"null\" or a list of them"
            );
        }

        return [];
    }

    private static string? Meant(JsonNode wrong) =>
        wrong.Kind is not JsonKind.String ? null
        : OtherNames.TryGetValue(wrong.Text, out string? name) ? name
        : All.Nearest(wrong.Text);

    /// <summary>The only type except null; for integer and number it is number.</summary>
    public static string? Single(IReadOnlyList<string> names)
    {
        if (names.Count == 1)
        {
            return names[0] == "null" ? null : names[0];
        }

        string[] others = [.. names.Where(name => name != "null" && !(name == "integer" && names.Contains("number")))];
        return others.Length == 1 ? others[0] : null;
    }

    /// <summary>Whether a value is of one of the types.</summary>
    public static bool Allows(IReadOnlyList<string> types, JsonNode value)
    {
        for (int i = 0; i < types.Count; i++)
        {
            if (IsOf(types[i], value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The types as a message names them.</summary>
    public static string Quote(IReadOnlyList<string> types) => string.Join(" or ", types.Select(static type => $"\"{type}\""));

    private static bool IsOf(string type, JsonNode value) =>
        type switch
        {
            "string" => value.Kind is JsonKind.String,
            "number" => value.Kind is JsonKind.Number && NumberToken.IsDouble(value.Text),
            "integer" => value.Kind is JsonKind.Number && NumberToken.Int64(value.Text) is not null,
            "boolean" => value.Kind is JsonKind.True or JsonKind.False,
            "array" => value.Kind is JsonKind.Array,
            "object" => value.Kind is JsonKind.Object,
            _ => value.Kind is JsonKind.Null,
        };

    /// <summary>Whether JSON Schema has a type of that name.</summary>
    public static bool IsName(string name) => name is "string" or "integer" or "number" or "boolean" or "array" or "object" or "null";
}
