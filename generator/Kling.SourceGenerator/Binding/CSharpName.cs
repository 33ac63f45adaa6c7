using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Kling.SourceGenerator.Binding;

/// <summary>Schema names into C# names.</summary>
internal static class CSharpName
{
    private static readonly char[] SpelledInEnums = [':', '-'];

    /// <summary>
    /// Pascal case: a word begins at the start, after any sign, and where digits end. Within a word the case stays. A dot
    /// between digits becomes <c>_</c>: <c>kling-1.6-text2video</c> is <c>Kling1_6Text2Video</c>.
    /// </summary>
    /// <returns>The name; empty if nothing of <paramref name="text"/> can stand in one. It may begin with a digit.</returns>
    public static string Pascal(string text) => Join(text, capitalAfterDigit: true);

    /// <summary>
    /// The name of an enum's member. As <see cref="Pascal"/>, but letters after digits keep their case, a colon between
    /// digits is <c>x</c>, a hyphen before a digit is <c>Minus</c>, and a leading digit takes the parameter's name in front.
    /// </summary>
    public static string EnumMember(string value, string parameter)
    {
        string name = Join(value.IndexOfAny(SpelledInEnums) < 0 ? value : Spelled(value), capitalAfterDigit: false);
        return name.Length == 0 ? (value.Length == 0 ? "Empty" : parameter)
            : IsDigit(name[0]) ? parameter + name
            : name;
    }

    private static string Spelled(string value)
    {
        var text = new StringBuilder(value.Length + 8);
        for (int i = 0; i < value.Length; i++)
        {
            bool beforeDigit = i + 1 < value.Length && IsDigit(value[i + 1]);
            bool betweenDigits = beforeDigit && i > 0 && IsDigit(value[i - 1]);
            _ = value[i] switch
            {
                ':' when betweenDigits => text.Append('x'),
                '-' when beforeDigit && (i == 0 || !char.IsLetterOrDigit(value[i - 1])) => text.Append(" Minus"),
                char c => text.Append(c),
            };
        }

        return text.ToString();
    }

    /// <summary>
    /// What one item of a list is called: <c>ies</c> becomes <c>y</c>, and a final <c>s</c> goes unless the word ends in
    /// <c>ss</c>, <c>us</c> or <c>is</c>.
    /// </summary>
    /// <returns>The singular, or <see langword="null"/> if the name has none.</returns>
    public static string? Singular(string plural) =>
        plural.Length > 3 && plural.EndsWith("ies", StringComparison.Ordinal) ? plural.Substring(0, plural.Length - 3) + "y"
        : plural.Length < 2 || !plural.EndsWith("s", StringComparison.Ordinal) ? null
        : plural.EndsWith("ss", StringComparison.Ordinal) || plural.EndsWith("us", StringComparison.Ordinal) || plural.EndsWith("is", StringComparison.Ordinal) ? null
        : plural.Substring(0, plural.Length - 1);

    /// <summary>Whether a name can be written in C# as it is. The compiler drops formatting characters, so a name has none.</summary>
    public static bool IsIdentifier(string name) =>
        SyntaxFacts.IsValidIdentifier(name)
        && SyntaxFacts.GetKeywordKind(name) is SyntaxKind.None
        && (IsAscii(name) || (name.All(static c => char.GetUnicodeCategory(c) is not UnicodeCategory.Format) && name.IsNormalized(NormalizationForm.FormC)));

    /// <summary>
    /// Whether a name can be that of a type or property. Small letters and underscores in front are for what the emitters
    /// add: fields, locals and the parameters of methods.
    /// </summary>
    public static bool IsMemberName(string name) => IsIdentifier(name) && char.IsLetter(name[0]) && !char.IsLower(name[0]);

    /// <summary>A name that can be written in C#: the fallback where nothing is left of the text, <c>_</c> before a leading digit.</summary>
    public static string Identifier(string text, string fallback)
    {
        string name = Pascal(text);
        return name.Length == 0 ? fallback
            : IsDigit(name[0]) ? "_" + name
            : IsIdentifier(name) ? name
            : fallback;
    }

    /// <summary>A namespace that can be written in C#: the build takes a project's file name as it is.</summary>
    public static string Namespace(string name) => string.Join(".", name.Split('.').Select(static part =>
    {
        string text = string.Concat(part.Select(static c => SyntaxFacts.IsIdentifierPartCharacter(c) ? c : '_'));
        return text.Length == 0 ? "_"
            : !SyntaxFacts.IsIdentifierStartCharacter(text[0]) ? "_" + text
            : SyntaxFacts.GetKeywordKind(text) is SyntaxKind.None ? text
            : "@" + text;
    }));

    private static string Join(string text, bool capitalAfterDigit)
    {
        var name = new StringBuilder(text.Length);
        bool startsWord = true;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsLetter(c))
            {
                bool afterDigit = name.Length > 0 && IsDigit(name[name.Length - 1]);
                name.Append(startsWord || (afterDigit && capitalAfterDigit) ? char.ToUpperInvariant(c) : c);
                startsWord = false;
            }
            else if (IsDigit(c))
            {
                name.Append(c);
                startsWord = false;
            }
            else if (c == '.' && i > 0 && IsDigit(text[i - 1]) && i + 1 < text.Length && IsDigit(text[i + 1]))
            {
                name.Append('_');
            }
            else if (name.Length > 0 && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                name.Append(c);
            }
            else
            {
                startsWord = true;
            }
        }

        return name.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsAscii(string name)
    {
        foreach (char c in name)
        {
            if (c > '~')
            {
                return false;
            }
        }

        return true;
    }

    // ASCII only: C# takes other digits inside a name too, but nobody could type them.
    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
