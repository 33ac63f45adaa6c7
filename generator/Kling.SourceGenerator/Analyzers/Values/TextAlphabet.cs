using System.Text.RegularExpressions;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// Which characters a text of a form consists of. Of a text that is only partly known, one other character in a known part is enough to
/// know that the text does not have the form.
/// </summary>
internal static class TextAlphabet
{
    /// <summary>The parts of a pattern: a class, an escaped or a literal character, a group, a quantifier.</summary>
    private static readonly Regex Token = new(
        @"(?<class>\[[^\^\[\]\\](?:[^\[\]\\]|\\[dw.\-/_+*?()\[\]{}|^$])*\]|\[\\[dw.\-/](?:[^\[\]\\]|\\[dw.\-/])*\])"
            + @"|(?<atom>\\[dw.\-/_+*?()\[\]{}|^$]|[^\\\[\](){}|^$.*+?])|(?<open>\((?:\?:)?)|(?<close>\))|(?<or>\|)"
            + @"|(?<count>[*+?]\??|\{[0-9]+(?:,[0-9]*)?\}\??)",
        RegexOptions.CultureInvariant
    );

    /// <summary>
    /// Whether the known parts of a text surely keep it from matching a pattern: the pattern is about the whole text, and a part has a
    /// character that no part of the pattern matches.
    /// </summary>
    public static bool Excludes(TextParts text, string pattern) => OfPattern(pattern) is { } one && HasOther(text, one.IsMatch);

    /// <summary>The same of a format.</summary>
    public static bool ExcludesFormat(TextParts text, string format) =>
        format switch
        {
            "uuid" => HasOther(text, static letter => Uri.IsHexDigit(letter[0]) || letter == "-"),
            "date" => HasOther(text, static letter => letter[0] is (>= '0' and <= '9') or '-'),
            "date-time" => HasOther(text, static letter => letter[0] is (>= '0' and <= '9') || "-+:.TtZz".Contains(letter)),
            "uri" => HasOther(text, static letter => letter[0] is > ' ' and <= '~' && "\"<>\\^`{|}".IndexOf(letter[0]) < 0)
                || IsRelative(text.Known[0]),
            _ => false,
        };

    /// <summary>Whether a URL has no scheme: its path begins before a colon does.</summary>
    private static bool IsRelative(string begin) =>
        begin.IndexOfAny(['/', '?', '#']) is >= 0 and var path && begin.IndexOf(':') is var colon && (colon < 0 || colon > path);

    private static bool HasOther(TextParts text, Func<string, bool> isAllowed) =>
        text.Known.Any(part => part.Any(letter => !isAllowed(letter.ToString())));

    /// <summary>What matches one character of a pattern; <see langword="null"/> if that is not known.</summary>
    private static Regex? OfPattern(string pattern)
    {
        if (pattern.Length < 2 || pattern[0] != '^' || pattern[pattern.Length - 1] != '$' || pattern[pattern.Length - 2] == '\\')
        {
            return null;
        }

        var atoms = new List<string>();
        int depth = 0;
        for (int i = 1; i < pattern.Length - 1; )
        {
            Match token = Token.Match(pattern, i, pattern.Length - 1 - i);
            if (!token.Success || token.Index != i || (token.Groups["or"].Success && depth == 0))
            {
                return null;
            }

            depth += token.Groups["open"].Success ? 1 : token.Groups["close"].Success ? -1 : 0;
            if (token.Groups["class"].Success || token.Groups["atom"].Success)
            {
                atoms.Add(token.Value);
            }

            i += token.Length;
        }

        return new Regex("^(?:" + string.Join("|", atoms) + ")\\z", RegexOptions.ECMAScript);
    }
}
