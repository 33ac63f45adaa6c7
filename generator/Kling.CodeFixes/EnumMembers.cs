using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Kling.CodeFixes;

/// <summary>
/// The members of an enum of a model, by their values in the JSON. Their documentation tells: the value is written first in it, as JSON.
/// </summary>
internal static class EnumMembers
{
    /// <summary>Whether the generator made a type.</summary>
    public static bool IsGenerated(ITypeSymbol type) =>
        type.GetAttributes()
            .Any(static attribute =>
                attribute.AttributeClass?.Name == "GeneratedCodeAttribute"
                && attribute.ConstructorArguments.FirstOrDefault().Value is "Kling.SourceGenerator"
            );

    /// <summary>The enum of a type: the type itself, or that of <c>?</c>.</summary>
    public static ITypeSymbol? EnumOf(ITypeSymbol? type) =>
        type switch
        {
            { TypeKind: TypeKind.Enum } => type,
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => EnumOf(
                nullable.TypeArguments[0]
            ),
            _ => null,
        };

    /// <summary>The member that stands for a JSON value.</summary>
    public static string? WithValue(ITypeSymbol type, string json) => Of(type).FirstOrDefault(member => WireValue(member) == json)?.Name;

    /// <summary>
    /// The only member whose value has the letters and digits of a name: <c>"16:9"</c> for <c>_16x9</c>, <c>"std"</c> for <c>Std</c>.
    /// </summary>
    public static string? WithLetters(ITypeSymbol type, string written)
    {
        string letters = Letters(written);
        string[] members =
        [
            .. Of(type).Where(member => WireValue(member) is { } value && Letters(value) == letters).Select(static member => member.Name),
        ];
        return letters.Length > 0 && members.Length == 1 ? members[0] : null;
    }

    public static IEnumerable<IFieldSymbol> Of(ITypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue);

    /// <summary>
    /// Letters and digits only. Two numbers stay apart, whatever stands between them: <c>16:9</c>, <c>16_9</c> and <c>16x9</c> are the
    /// same.
    /// </summary>
    private static string Letters(string text)
    {
        var letters = new StringBuilder();
        for (int at = 0; at < text.Length; at++)
        {
            bool isBetween =
                letters.Length > 0 && char.IsDigit(letters[letters.Length - 1]) && at + 1 < text.Length && char.IsDigit(text[at + 1]);
            if (isBetween && (text[at] is 'x' or 'X' || !char.IsLetterOrDigit(text[at])))
            {
                letters.Append(':');
            }
            else if (char.IsLetterOrDigit(text[at]))
            {
                letters.Append(char.ToLowerInvariant(text[at]));
            }
        }

        return letters.ToString();
    }

    private static string? WireValue(IFieldSymbol member)
    {
        try
        {
            return member.GetDocumentationCommentXml() is { Length: > 0 } comment
                ? XElement.Parse(comment).Element("summary")?.Element("c")?.Value
                : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
