using System.Text;
using Kling.Completion;
using Kling.SourceGenerator.Schema;
using Microsoft.CodeAnalysis;

namespace Kling.CodeFixes;

/// <summary>
/// The members of a generated enum, by their values in the JSON: an attribute of the enum lists the values in the members' order.
/// </summary>
internal static class EnumMembers
{
    /// <summary>Whether the generator made a type.</summary>
    public static bool IsGenerated(ITypeSymbol type) => Generated.EnumValues(type) is not null;

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

    /// <summary>The member that has a value in the JSON: a string, or a number as the schema writes it.</summary>
    public static string? WithValue(ITypeSymbol type, JsonKind kind, string text) =>
        WithValues(type).FirstOrDefault(pair => pair.Value.Kind == kind && pair.Value.Text == text).Member?.Name;

    /// <summary>
    /// The only member whose value has the letters and digits of a name: <c>"16:9"</c> for <c>_16x9</c>, <c>"std"</c> for <c>Std</c>.
    /// </summary>
    public static string? WithLetters(ITypeSymbol type, string written)
    {
        string letters = Letters(written);
        string[] members = [.. WithValues(type).Where(pair => Letters(pair.Value.Text) == letters).Select(static pair => pair.Member.Name)];
        return letters.Length > 0 && members.Length == 1 ? members[0] : null;
    }

    public static IEnumerable<IFieldSymbol> Of(ITypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue);

    /// <summary>
    /// Letters and digits only. Two numbers stay apart, whatever is between them: <c>16:9</c>, <c>16_9</c> and <c>16x9</c> are the same.
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

    /// <summary>A member's value, or <see langword="null"/> if it is not a member of a generated enum.</summary>
    public static JsonNode? ValueOf(IFieldSymbol member) =>
        WithValues(member.ContainingType).FirstOrDefault(pair => SymbolEqualityComparer.Default.Equals(pair.Member, member)).Value;

    private static IEnumerable<(IFieldSymbol Member, JsonNode Value)> WithValues(ITypeSymbol type) =>
        Generated.EnumValues(type) is { } json && JsonReader.Read(json, out _) is { } values
            ? Of(type).Zip(values.Items, static (member, value) => (member, value))
            : [];
}
