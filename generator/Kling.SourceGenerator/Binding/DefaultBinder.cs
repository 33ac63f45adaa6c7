using System.Globalization;
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
        if (schema["default"] is not { } node || (node.Kind is JsonKind.Null && value.AllowsNull))
        {
            return null;
        }

        string? reason = Reason(node, value);
        if (reason is null)
        {
            return new DefaultModel(JsonPrinter.Print(node), Content(node, value));
        }

        scope.Report(SchemaDiagnostics.DefaultIsNotUsable, node.Span, JsonPrinter.Print(node), reason);
        return null;
    }

    /// <summary>Why the default cannot be used, or <see langword="null"/>.</summary>
    private static string? Reason(JsonNode node, ValueModel value) => value switch
    {
        EnumValueModel closed => Member(node, closed) is null ? "it is not among the values of \"enum\"" : null,
        StringModel or UriModel when node.Kind is not JsonKind.String => "it is not a string",
        UriModel when !HasScheme(node.Text) || !Uri.TryCreate(node.Text, UriKind.Absolute, out _) => "it is not an absolute URI",
        BooleanModel => node.Kind is JsonKind.True or JsonKind.False ? null : "it is not a boolean",
        IntegerModel when node.Kind is not JsonKind.Number || NumberToken.Int64(node.Text) is null => "it is not an integer of 64 bits",
        NumberModel when node.Kind is not JsonKind.Number || !NumberToken.IsDouble(node.Text) => "it is not a number that fits a double",
        ListModel or ObjectValueModel or JsonModel => "only strings, numbers, booleans and members of an enum are read as defaults",
        _ => value.Constraints.Where(constraint => !Holds(node, constraint)).Select(static constraint => $"it violates \"{constraint.Keyword}\": {constraint.Limit}").FirstOrDefault(),
    };

    private static bool Holds(JsonNode node, ConstraintModel constraint) => constraint.Keyword switch
    {
        "minimum" => NumberToken.Compare(node.Text, constraint.Limit) is not < 0,
        "maximum" => NumberToken.Compare(node.Text, constraint.Limit) is not > 0,
        "minLength" => CodePoints(node.Text) >= int.Parse(constraint.Limit, CultureInfo.InvariantCulture),
        "maxLength" => CodePoints(node.Text) <= int.Parse(constraint.Limit, CultureInfo.InvariantCulture),
        _ => true,
    };

    private static string Content(JsonNode node, ValueModel value) => value switch
    {
        EnumValueModel closed => Member(node, closed)!.Name,
        IntegerModel => NumberToken.Integer(node.Text)!,
        _ => node.Text,
    };

    private static EnumMemberModel? Member(JsonNode node, EnumValueModel closed)
    {
        string? wire = closed.Enum.IsInteger
            ? (node.Kind is JsonKind.Number ? NumberToken.Integer(node.Text) : null)
            : (node.Kind is JsonKind.String ? node.Text : null);
        return closed.Enum.Members.FirstOrDefault(member => member.Wire == wire);
    }

    // RFC 3986, 3.1. Uri itself takes "/x" for a file's address on Unix, and the same schema must give the same code everywhere.
    private static bool HasScheme(string text)
    {
        int colon = text.IndexOf(':');
        return colon > 0
            && text[0] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')
            && text.Take(colon).All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '+' or '-' or '.');
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
