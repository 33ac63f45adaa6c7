using System.Globalization;
using Kling.SourceGenerator.Schema;

namespace Kling.Cli;

/// <summary>A keyword that limits values of some types.</summary>
/// <param name="Keyword">The keyword as the file writes it.</param>
/// <param name="Kind">What is limited: the same for <c>minimum</c> and <c>exclusiveMinimum</c>.</param>
/// <param name="Types">The types of the values.</param>
/// <param name="Node">The limit.</param>
/// <param name="IsExclusive">Whether the limit itself is not allowed.</param>
internal sealed record SchemaLimit(string Keyword, string Kind, string[] Types, JsonNode Node, bool IsExclusive = false)
{
    private static readonly string[] Numbers = ["integer", "number"];
    private static readonly string[] Strings = ["string"];
    private static readonly string[] CheckedFormats = ["uri", "uri-reference", "date-time", "date", "uuid", "email"];

    private static readonly Dictionary<string, string[]> Counts = new(StringComparer.Ordinal)
    {
        ["minLength"] = Strings,
        ["maxLength"] = Strings,
        ["minItems"] = ["array"],
        ["maxItems"] = ["array"],
        ["minProperties"] = ["object"],
        ["maxProperties"] = ["object"],
    };

    /// <summary>The limit as a person writes it.</summary>
    public string Text => JsonPrinter.Print(Node) + (IsExclusive ? " (exclusive)" : "");

    /// <summary>The limits of a schema, in its order.</summary>
    public static IEnumerable<SchemaLimit> Of(JsonNode schema) =>
        schema.Members.Select(member => Of(member.Name, member.Value, schema)).OfType<SchemaLimit>();

    /// <summary>Whether every value that keeps this limit keeps another, too.</summary>
    public bool Implies(SchemaLimit other) =>
        Kind == other.Kind
        && Kind switch
        {
            "lower" => IsBeyond(other, sign: 1),
            "upper" => IsBeyond(other, sign: -1),
            "pattern" => Node.Text == other.Node.Text,
            "format" => Node.Text == other.Node.Text || (Node.Text, other.Node.Text) is ("uri", "uri-reference"),
            "uniqueItems" => true,
            "multipleOf" => NumberToken.IsMultipleOf(Node.Text, other.Node.Text),
            "x-references" => JsonEquality.AreEqual(Node, other.Node),
            _ when Kind.StartsWith("min", StringComparison.Ordinal) => NumberToken.Compare(Node.Text, other.Node.Text) >= 0,
            _ => NumberToken.Compare(Node.Text, other.Node.Text) <= 0,
        };

    private static SchemaLimit? Of(string keyword, JsonNode value, JsonNode schema) =>
        keyword switch
        {
            "minimum" or "exclusiveMinimum" when value.Kind is JsonKind.Number => new(
                keyword,
                "lower",
                Numbers,
                value,
                keyword != "minimum" || schema["exclusiveMinimum"] is { IsTrue: true }
            ),
            "maximum" or "exclusiveMaximum" when value.Kind is JsonKind.Number => new(
                keyword,
                "upper",
                Numbers,
                value,
                keyword != "maximum" || schema["exclusiveMaximum"] is { IsTrue: true }
            ),
            "multipleOf" when value.Kind is JsonKind.Number => new(keyword, keyword, Numbers, value),
            "pattern" when value.Kind is JsonKind.String => new(keyword, keyword, Strings, value),
            "format" when value.Kind is JsonKind.String && CheckedFormats.Contains(value.Text) => new(keyword, keyword, Strings, value),
            "uniqueItems" when value.IsTrue => new(keyword, keyword, ["array"], value),
            "x-references" when value.Items.Length > 0 => new(keyword, keyword, Strings, value),
            _ when Counts.TryGetValue(keyword, out string[]? types) && value.Kind is JsonKind.Number && IsLimit(keyword, value) => new(
                keyword,
                keyword,
                types,
                value
            ),
            _ => null,
        };

    /// <summary>At least 0 is no limit of a count.</summary>
    private static bool IsLimit(string keyword, JsonNode value) =>
        !keyword.StartsWith("min", StringComparison.Ordinal) || NumberToken.Count(value.Text) != 0;

    private bool IsBeyond(SchemaLimit other, int sign)
    {
        int order = (NumberToken.Compare(Node.Text, other.Node.Text) ?? -sign) * sign;

        // Numbers that are not integers are compared as doubles, so that two bounds can be the same there.
        return order >= 0 && (!other.IsExclusive || IsExclusive || Double(Node).CompareTo(Double(other.Node)) == sign);
    }

    private static double Double(JsonNode node) => double.Parse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
