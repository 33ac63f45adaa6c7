using System.Globalization;
using System.Text;

namespace Kling.SourceGenerator.CSharp;

/// <summary>Schema names into C# names.</summary>
internal static class CSharpName
{
    /// <summary>
    /// Metadata holds names of 1,023 bytes (CS7013), and the emitters put words and a namespace around this one. What is longer is
    /// shortened.
    /// </summary>
    public const int MaxLength = 200;

    /// <summary>The same limit for the prefix of all type names of a model.</summary>
    public const int MaxModelLength = 100;

    private static readonly char[] SpelledInEnums = [':', '-'];

    /// <summary>
    /// Pascal case. A word begins at the start, after any other character, and where digits end. Its case stays, except that a word in
    /// capitals becomes title case (see <see cref="IsAcronym"/>). Digits that something kept apart are kept apart by
    /// <c>_</c>: <c>kling-1.6-text2video</c> is <c>Kling1_6Text2Video</c>.
    /// </summary>
    /// <returns>The name; empty if <paramref name="text"/> has neither letters nor digits. It may begin with a digit.</returns>
    public static string Pascal(string text) => Join(text, capitalAfterDigit: true);

    /// <summary>
    /// The name of an enum's member. As <see cref="Pascal"/>, but letters after digits keep their case, a colon between digits is <c>x</c>,
    /// a hyphen before a digit is <c>Minus</c>, and a leading digit takes the parameter's name in front.
    /// </summary>
    public static string EnumMember(string value, string parameter)
    {
        string name = Join(value.IndexOfAny(SpelledInEnums) < 0 ? value : Spelled(value), capitalAfterDigit: false);
        return name.Length == 0 ? (value.Length == 0 ? "Empty" : parameter)
            : IsDigit(name[0]) ? WithNumber(parameter, name)
            : name;
    }

    /// <summary>A name followed by a number, separated from digits at the name's end.</summary>
    public static string WithNumber(string name, string number) =>
        name.Length > 0 && IsDigit(name[name.Length - 1]) ? $"{name}_{number}" : name + number;

    /// <summary>
    /// A name as it is, or, if it is too long, its beginning with a hash of the whole name. The result is the same on every machine.
    /// </summary>
    public static string Fitting(string name, int length)
    {
        if (name.Length <= length)
        {
            return name;
        }

        // FNV-1a.
        uint hash = 2166136261;
        foreach (char c in name)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        string suffix = "_" + hash.ToString("X8", CultureInfo.InvariantCulture);
        return name.Substring(0, length - suffix.Length) + suffix;
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
        : plural.EndsWith("ss", StringComparison.Ordinal)
        || plural.EndsWith("us", StringComparison.Ordinal)
        || plural.EndsWith("is", StringComparison.Ordinal)
            ? null
        : plural.Substring(0, plural.Length - 1);

    /// <summary>Whether a name can be written in C# as it is. The compiler drops formatting characters, so a name has none.</summary>
    public static bool IsIdentifier(string name) =>
        name.Length > 0
        && IdentifierCharacters.IsStart(name[0])
        && AreParts(name)
        && !CSharpKeywords.Contains(name)
        && (
            IsAscii(name)
            || (
                name.All(static c => char.GetUnicodeCategory(c) is not UnicodeCategory.Format) && name.IsNormalized(NormalizationForm.FormC)
            )
        );

    /// <summary>
    /// Whether a name can be that of a type or property. Small letters and underscores in front are for what the emitters add: fields,
    /// locals and the parameters of methods.
    /// </summary>
    public static bool IsMemberName(string name) => IsIdentifier(name) && char.IsLetter(name[0]) && !char.IsLower(name[0]);

    /// <summary>A name that can be written in C#: the fallback if nothing is left of the text, <c>_</c> before a leading digit.</summary>
    public static string Identifier(string text, string fallback)
    {
        string name = Pascal(text);
        return name.Length == 0 ? fallback
            : IsDigit(name[0]) ? "_" + name
            : IsIdentifier(name) ? name
            : fallback;
    }

    /// <summary>Whether a text names a namespace. Hyphens and spaces are common in project names, and become <c>_</c>.</summary>
    public static bool IsNamespace(string name) =>
        name.Split('.').All(static part => part.Length > 0 && part.All(static c => IdentifierCharacters.IsPart(c) || c is '-' or ' '));

    /// <summary>A namespace that can be written in C#: the build uses a project's file name unchanged.</summary>
    public static string Namespace(string name) =>
        string.Join(
            ".",
            name.Split('.')
                .Select(static part =>
                {
                    string text = string.Concat(part.Select(static c => IdentifierCharacters.IsPart(c) ? c : '_'));
                    return text.Length == 0 ? "_"
                        : !IdentifierCharacters.IsStart(text[0]) ? "_" + text
                        : CSharpKeywords.Contains(text) ? "@" + text
                        : text;
                })
        );

    private static string Join(string text, bool capitalAfterDigit)
    {
        var name = new StringBuilder(text.Length);
        bool startsWord = true;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool followsDigit = name.Length > 0 && IsDigit(name[name.Length - 1]);
            if (char.IsLetter(c))
            {
                int end = EndOfLetters(text, i);
                AppendLetters(name, text, i, end, startsWord || (followsDigit && capitalAfterDigit));
                i = end - 1;
                startsWord = false;
            }
            else if (IsDigit(c))
            {
                name.Append(startsWord && followsDigit ? "_" : "").Append(c);
                startsWord = false;
            }
            else
            {
                startsWord = true;
            }
        }

        string joined = name.ToString();
        return IsAscii(joined) ? joined : joined.Normalize(NormalizationForm.FormC);
    }

    /// <summary>The end of the letters that begin at a position; combining marks belong to them.</summary>
    private static int EndOfLetters(string text, int start)
    {
        int end = start + 1;
        while (
            end < text.Length
            && (
                char.IsLetter(text[end])
                || char.GetUnicodeCategory(text[end]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            )
        )
        {
            end++;
        }

        return end;
    }

    private static void AppendLetters(StringBuilder name, string text, int start, int end, bool startsWord)
    {
        // A run of two capitals would hide where the one word ends and the other begins.
        bool followsCapital = name.Length > 0 && char.IsUpper(name[name.Length - 1]);
        bool isScreaming =
            end - start > 1 && IsInCapitals(text, start, end) && (followsCapital || !IsAcronym(text.Substring(start, end - start)));
        name.Append(startsWord ? char.ToUpperInvariant(text[start]) : text[start]);
        if (!isScreaming)
        {
            name.Append(text, start + 1, end - start - 1);
            return;
        }

        for (int i = start + 1; i < end; i++)
        {
            name.Append(char.ToLowerInvariant(text[i]));
        }
    }

    private static bool IsInCapitals(string text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (!char.IsUpper(text[i]) && char.IsLetter(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Capitals that read as an acronym and not as a word: a Roman numeral, or two letters of which both or none is a vowel
    /// (<c>AI</c>, <c>HD</c>, but not <c>IN</c>). .NET keeps acronyms of two letters in capitals and no longer ones.
    /// </summary>
    private static bool IsAcronym(string letters) =>
        letters.All(static c => c is 'I' or 'V' or 'X') || (letters.Length == 2 && IsVowel(letters[0]) == IsVowel(letters[1]));

    private static bool IsVowel(char c) => c is 'A' or 'E' or 'I' or 'O' or 'U' or 'Y';

    private static bool AreParts(string name)
    {
        foreach (char c in name)
        {
            if (!IdentifierCharacters.IsPart(c))
            {
                return false;
            }
        }

        return true;
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

    // ASCII only: C# allows other digits in a name too, but they are hard to type.
    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
