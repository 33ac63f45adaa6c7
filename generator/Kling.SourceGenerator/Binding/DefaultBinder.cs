using System.Globalization;
using System.Text.RegularExpressions;
using Kling.Formats;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding;

/// <summary>
/// A schema's <c>default</c>, if it can be used. Real schemas have defaults outside their own enum or range: the type is
/// generated all the same, the default is ignored, and the reason is told where it stands.
/// </summary>
internal static class DefaultBinder
{
    public static DefaultModel? Bind(JsonNode schema, ValueModel value, SchemaScope scope)
    {
        // Null is how many tools write that there is no default, whether the parameter can be null or not.
        if (schema["default"] is not { Kind: not JsonKind.Null } node)
        {
            return null;
        }

        // What only the JSON checks can judge is not judged here: such a default is documented and not read.
        if (!IsJudged(value))
        {
            return null;
        }

        if (Reason(node, value) is { } reason)
        {
            scope.Report(SchemaDiagnostics.DefaultIsNotUsable, node.Span, JsonPrinter.Print(node), reason);
            return null;
        }

        return new DefaultModel(JsonPrinter.Print(node), Content(node, value));
    }

    private static bool IsJudged(ValueModel value) =>
        (value.JsonCheck.Length == 0 || value is NumberModel)
        && (value is ListModel list ? IsJudged(list.Item) : value is not (JsonModel or UnionValueModel or ObjectValueModel));

    /// <summary>Why the default cannot be used, or <see langword="null"/>.</summary>
    private static string? Reason(JsonNode node, ValueModel value) => value switch
    {
        EnumValueModel closed => Member(node, closed) is null ? $"it is not among the values of \"enum\": {Values(closed.Enum)}" : null,
        BooleanModel or IntegerModel or NumberModel when IsQuoted(node, value) => "it is a string; remove the quotes",
        StringModel or UriModel when node.Kind is not JsonKind.String => "it is not a string",
        UriModel when TextFormat.Fault(TextFormat.Uri, node.Text) is { } fault => "it is " + fault.TrimEnd('.'),
        BooleanModel => node.Kind is JsonKind.True or JsonKind.False ? null : "it is not a boolean",
        IntegerModel when node.Kind is not JsonKind.Number || NumberToken.Int64(node.Text) is null => "it is not an integer of 64 bits",
        IntegerModel { Is64Bit: false } when NumberToken.Int64(node.Text) is < int.MinValue or > int.MaxValue => "it is not in the range of the parameter",
        NumberModel when node.Kind is not JsonKind.Number || !NumberToken.IsDouble(node.Text) => "it is not a number that fits a double",
        ListModel when node.Kind is not JsonKind.Array => "it is not an array",
        ListModel list when node.Items.Select(item => Reason(item, list.Item)).FirstOrDefault(static reason => reason is not null) is { } reason => $"of one item, {reason}",
        JsonObjectModel => node.IsObject ? null : "it is not an object",
        _ => value.Constraints
            .Where(constraint => !Holds(node, constraint))
            .Select(static constraint => $"it violates \"{constraint.Keyword}\": {(constraint.Limit.Length > 0 ? constraint.Limit : "true")}")
            .FirstOrDefault(),
    };

    /// <summary>Whether the text of a string is a value of the parameter's type.</summary>
    private static bool IsQuoted(JsonNode node, ValueModel value) =>
        node.Kind is JsonKind.String
        && JsonReader.Read(node.Text, out _) is { Kind: var kind }
        && (value is BooleanModel ? kind is JsonKind.True or JsonKind.False : kind is JsonKind.Number);

    private static string Values(EnumModel closed)
    {
        const int Most = 10;
        string values = string.Join(", ", closed.Members.Take(Most).Select(member => closed.Kind is EnumKind.String ? JsonPrinter.Quote(member.Wire) : member.Wire));
        return closed.Members.Count > Most ? values + ", …" : values;
    }

    private static bool Holds(JsonNode node, ConstraintModel constraint) => constraint.Keyword switch
    {
        "minimum" => NumberToken.Compare(node.Text, constraint.Limit) is not < 0,
        "maximum" => NumberToken.Compare(node.Text, constraint.Limit) is not > 0,
        "exclusiveMinimum" => NumberToken.Compare(node.Text, constraint.Limit) is not <= 0,
        "exclusiveMaximum" => NumberToken.Compare(node.Text, constraint.Limit) is not >= 0,
        "multipleOf" => NumberToken.IsMultipleOf(node.Text, constraint.Limit),
        "minLength" => CodePoints(node.Text) >= Count(constraint),
        "maxLength" => CodePoints(node.Text) <= Count(constraint),
        "pattern" => Matches(constraint.Limit, node.Text),
        "minItems" => node.Items.Length >= Count(constraint),
        "maxItems" => node.Items.Length <= Count(constraint),
        "uniqueItems" => node.Items.Select(JsonPrinter.Print).Distinct(StringComparer.Ordinal).Count() == node.Items.Length,
        _ => true,
    };

    private static bool Matches(string ecma, string text)
    {
        try
        {
            return EcmaPattern.Translate(ecma, out _) is not { } pattern
                || Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    private static int Count(ConstraintModel constraint) => int.Parse(constraint.Limit, CultureInfo.InvariantCulture);

    private static string Content(JsonNode node, ValueModel value) => value switch
    {
        EnumValueModel closed => Member(node, closed)!.Name,
        IntegerModel => NumberToken.Integer(node.Text)!,
        _ => node.Text,
    };

    private static EnumMemberModel? Member(JsonNode node, EnumValueModel closed)
    {
        string? wire = EnumBinder.Wire(node, closed.Enum.Kind);
        return closed.Enum.Members.FirstOrDefault(member => member.Wire == wire);
    }

    private static int CodePoints(string text)
    {
        int surrogatePairs = 0;
        for (int i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
            {
                surrogatePairs++;
                i++;
            }
        }

        return text.Length - surrogatePairs;
    }
}
