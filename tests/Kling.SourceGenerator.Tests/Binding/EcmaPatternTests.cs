using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Kling.CompilerServices;
using Kling.SourceGenerator.Binding.Patterns;

namespace Kling.SourceGenerator.Tests.Binding;

/// <summary>The translation gives what <c>new RegExp(pattern, "u").test(input)</c> gives by ECMA-262.</summary>
public sealed class EcmaPatternTests
{
    private static readonly ConcurrentDictionary<string, KlingPattern> Searches = new(StringComparer.Ordinal);

    /// <summary>Patterns, inputs that they match and inputs that they do not; inputs have C#'s escapes, patterns ECMA-262's.</summary>
    public static TheoryData<string, string[], string[]> Cases => new()
    {
        // Search, not match.
        { "a+", ["xxaayy"], ["b", ""] },
        { "", ["", "a"], [] },
        { "a|b|", ["", "c"], [] },
        { "^(?:a|bc)$", ["a", "bc"], ["ab", "abc"] },

        // Anchors know no lines.
        { "^a*$", ["", "aaa"], ["aaa\n", "b\na", "a\nb"] },
        { "$\\n", [], ["a\n"] },

        // Classes of characters are ASCII's.
        { "^\\d+$", ["0189"], ["٣", "১", "a"] },
        { "^\\D$", ["٣", "😀", "\n"], ["3", "😀😀"] },
        { "^\\w+$", ["aZ_09"], ["é", "ſ", "-", "İ"] },
        { "^\\W$", ["é", "😀", " "], ["_", "a"] },
        { "^\\s$", ["\t", "\v", "\u00a0", "\ufeff", "\u2028", "\u3000", "\u1680"], ["\u0085", "\u180e", "\u200b", "a"] },
        { "^\\S$", ["\u0085", "\u180e", "😀"], [" ", "\ufeff"] },
        { "\\bcat\\b", ["a cat.", "cat", "écaté cat", "écat"], ["concat", "cat_"] },
        { "a\\Bb", ["ab"], ["a b"] },
        { "^\\B$", [""], ["a"] },

        // One code point is one character. Half of one is none: no JSON text has it.
        { "^.$", ["a", "é", "😀", "\u0085"], ["", "\n", "\r", "\u2028", "\u2029", "😀😀", "ab"] },
        { "^..$", ["😀a"], ["😀", "😀a😀"] },
        { "^.{2,3}?$", ["😀😀", "😀😀a"], ["😀", "😀😀😀😀"] },
        { "^😀+$", ["😀", "😀😀"], ["😀\ude00", "\ud83d"] },
        { "^\\ud83d\\ude00$", ["😀"], ["\ud83d"] },
        { "^\\u{1F600}$", ["😀"], ["😁"] },
        { "^\\u{0000061}$", ["a"], ["\u0061\u0061"] },
        { "\\ud83d", [], ["😀", "a"] },
        { "\\ude00", [], ["😀", "a"] },
        { "\\u{d83d}\\u{de00}", [], ["😀"] },
        { "^[😀-😎]$", ["😀", "😅", "😎"], ["😏", "\ud83d", "a"] },
        { "^[^😀]$", ["😁", "a"], ["😀", ""] },
        { "^[a\\u{10000}-\\u{10FFFF}]{2}$", ["a😀", "😀a", "\U0010FFFF\U00010000"], ["b😀", "😀"] },
        { "^[^\\ud800-\\udfff]$", ["a", "😀"], ["\ud83d", "\ude00"] },
        { "(?<=^.)b", ["😀b", "ab"], ["aab"] },

        // No search begins between the halves of a pair (ECMA-262, 22.2.7.2 and AdvanceStringIndex); V8 does begin there.
        { "(?<!^)(?!.)(?!$)", ["a\n"], ["a😀", "😀"] },

        { "^(?:(?!a)[^])*$", ["😀\n", ""], ["😀a"] },
        { "a\\B.\\B", [], ["a😀a"] },

        // Escapes.
        { "^\\/\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\^\\$\\\\$", ["/.*+?()[]{}|^$\\"], ["/"] },
        { "^\\x41\\u0042\\cA\\0\\t\\n\\v\\f\\r$", ["AB\u0001\0\t\n\v\f\r"], ["AB"] },
        { "^#a b \"~$", ["#a b \"~"], ["ab\"~"] },
        { "^[\\b]$", ["\b"], ["b", ""] },

        // Classes.
        { "[]", [], ["", "a"] },
        { "^[^]$", ["a", "\n", "😀"], ["", "ab"] },
        { "^[a-]$", ["a", "-"], ["b"] },
        { "^[-a]$", ["a", "-"], ["b"] },
        { "^[\\w\\-.]+$", ["a-b.c"], ["a b"] },
        { "^[a-z-[aeiou]\\]$", ["a]", "b]", "-]", "[]"], ["b", "a", "]"] },
        { "^[a^]$", ["^", "a"], ["b"] },
        { "^[\\]\\\\[]$", ["]", "\\", "["], ["a"] },
        { "^[\\d\\s]$", ["1", "\ufeff"], ["٣", "\u0085"] },
        { "^[^\\d]$", ["٣", "a"], ["1"] },
        { "^[^\\D]$", ["1"], ["٣", "😀"] },
        { "^[&&a]+$", ["a&&"], ["b"] },
        { "^[(?#x)]+$", ["(?#x)"], ["a"] },
        { "^[\\ud000-\\uffff]$", ["\ud7a3", "\ue000", "\ufffd"], ["😀", "a"] },

        // General categories, on both sides of U+FFFF.
        { "^\\p{Letter}+$", ["Hello", "π", "école", "𝒜", "𐐀", "𠀀"], ["123", "😀", ""] },
        { "^\\p{L}+$", ["éß"], ["é1"] },
        { "^\\p{gc=Lu}\\p{General_Category=Lowercase_Letter}$", ["Éa", "𐐀𐐨"], ["aÉ", "𐐨𐐀"] },
        { "^\\P{L}$", ["1", "😀"], ["a", "𝒜"] },
        { "^[^\\p{L}]$", ["1", "😀"], ["a", "𝒜"] },
        { "^[\\p{Nd}_]$", ["٣", "𝟘", "_"], ["a", "𝒜"] },
        { "^[\\P{Lu}]$", ["a", "😀"], ["A", "𐐀"] },
        { "^\\p{So}$", ["😀", "©"], ["a"] },
        { "^\\p{Cs}$", [], ["😀", "a"] },
        { "^\\p{C}$", ["\u0000", "\u200b", "\U000E0001"], ["😀", "a"] },
        { "^\\p{Co}$", ["\ue000", "\U00100000"], ["a"] },

        // Quantifiers.
        { "^a{2}b{1,}c{0,1}$", ["aab", "aabbc"], ["ab", "aabcc"] },
        { "^a{00002}?$", ["aa"], ["a"] },
        { "^[0-9]{2,}?x??y*?$", ["12", "123xyy"], ["1"] },
        { "a{0}b", ["b"], ["a"] },

        // Groups.
        { "^(a)(?<n>b)(c)\\2\\k<n>$", ["abcbb"], ["abccc", "abcb"] },
        { "^(?<a$1>x)\\k<a$1>$", ["xx"], ["x"] },
        { "^(a)?\\1b$", ["aab", "b"], ["ab"] },
        { "^\\1(a)$", ["a"], ["aa"] },
        { "^(a\\1)$", ["a"], ["aa"] },
        { "^(?:(a)|b)\\1$", ["aa", "b"], ["ab", "ba"] },
        { "^(?!(a))\\1b", ["b"], ["ab"] },
        { "(\\ud83d)-\\1$", [], ["😀-😀"] },
        { "^(?=.*\\d)(?=.*[a-z]).{4,}$", ["abc1"], ["abcd", "1234", "a1"] },
        { "(?<=\\$)\\d", ["$5"], ["5", "€5"] },
        { "(?<!\\$)\\b\\d", ["5"], ["$5"] },
        { "^(?!.*--)[a-z-]+$", ["a-b"], ["a--b"] },
        { "(?<=\\1(\\w))c", ["aac", "x11c"], ["c", "abc"] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_translated_pattern_matches_what_the_original_matches(string pattern, string[] matches, string[] others)
    {
        Regex backtracking = Translate(pattern);

        Assert.All((Regex[])[backtracking, Searched(pattern, backtracking.ToString())], regex =>
        {
            Assert.All(matches, input => Assert.True(regex.IsMatch(input), $"{Show(input)} is not matched by {regex}"));
            Assert.All(others, input => Assert.False(regex.IsMatch(input), $"{Show(input)} is matched by {regex}"));
        });
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Only_a_pattern_that_looks_around_or_refers_back_may_take_more_than_linear_time(string pattern, string[] matches, string[] others)
    {
        // A character that is meant is never written as it is, so these begin groups; a reference looks around too.
        string translated = Translate(pattern).ToString();
        bool isPlain = !((string[])["(?=", "(?!", "(?<=", "(?<!"]).Any(group => translated.Contains(group, StringComparison.Ordinal));

        Assert.NotEmpty(matches.Concat(others));
        Assert.Equal(isPlain, Searched(pattern, translated).Options.HasFlag(RegexOptions.NonBacktracking));
    }

    [Theory]
    [InlineData("^[a-z0-9_]+$", @"^[0-9_a-z]+\z")]
    [InlineData("^(a|b)$", @"^(?:a|b)\z")]
    [InlineData("^(a)\\1$", @"^(?<1>a)(?:(?<![\ud800-\udbff](?=[\udc00-\udfff]))(?(1)\k<1>)(?<![\ud800-\udbff](?=[\udc00-\udfff])))\z")]
    [InlineData("\\d{4}-\\d{2}", @"[0-9]{4}\-[0-9]{2}")]
    public void The_translation_of_a_plain_pattern_is_readable(string pattern, string expected) =>
        Assert.Equal(expected, EcmaPattern.Translate(pattern, out _));

    [Fact]
    public void The_categories_of_characters_above_U_FFFF_are_those_of_the_runtime()
    {
        Dictionary<UnicodeCategory, string> names = new()
        {
            [UnicodeCategory.UppercaseLetter] = "Lu", [UnicodeCategory.LowercaseLetter] = "Ll", [UnicodeCategory.OtherLetter] = "Lo",
            [UnicodeCategory.NonSpacingMark] = "Mn", [UnicodeCategory.DecimalDigitNumber] = "Nd", [UnicodeCategory.OtherSymbol] = "So",
            [UnicodeCategory.PrivateUse] = "Co", [UnicodeCategory.OtherPunctuation] = "Po", [UnicodeCategory.MathSymbol] = "Sm",
        };
        var table = names.Values.ToDictionary(static name => name, static name => UnicodeCategoryName.Find(name).Astral().SelectMany(static range => Enumerable.Range(range.First, range.Last - range.First + 1)).ToHashSet());

        // A later runtime may know more characters; what this one has assigned, the table has too.
        for (int codePoint = 0x10000; codePoint <= 0x10FFFF; codePoint++)
        {
            if (names.TryGetValue(CharUnicodeInfo.GetUnicodeCategory(codePoint), out string? name) && !table[name].Contains(codePoint))
            {
                Assert.Fail($"U+{codePoint:X} is {name}.");
            }
        }
    }

    /// <summary>The search of generated code. It is made once for all tests: the one that does not backtrack takes long to make.</summary>
    private static Regex Searched(string pattern, string translated) =>
        Searches.GetOrAdd(pattern, static (ecma, dotNet) => new KlingPattern(ecma, dotNet), translated).Regex;

    private static Regex Translate(string pattern)
    {
        string? translated = EcmaPattern.Translate(pattern, out string? reason);
        Assert.True(translated is not null, $"{pattern}: {reason}");
        return new Regex(translated, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
    }

    private static string Show(string input) => string.Concat(input.Select(static c => c is >= ' ' and <= '~' ? c.ToString() : $"\\u{(int)c:x4}"));
}
