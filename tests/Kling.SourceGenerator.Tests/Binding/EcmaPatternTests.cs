using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
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

    public static TheoryData<string, string> Refused => new()
    {
        { "(", "the ')' at the end of a group is missing" },
        { "a)", "a ')' has no matching '('" },
        { "[a", "the ']' at the end of a class is missing" },
        { "a\\", "it ends in a backslash" },
        { "*", "a '*' must follow something" },
        { "a**", "a '*' must follow something" },
        { "a*+", "a '+' must follow something" },
        { "a{2}{3}", "a '{' must follow something" },
        { "{", "a '{' must follow something" },
        { "a}", "a '}' must follow something" },
        { "a]", "a ']' must follow something" },
        { "a{", "a '{' does not begin a count" },
        { "a{,2}", "a '{' does not begin a count" },
        { "a{2", "a '{' does not begin a count" },
        { "a{3,2}", "the counts of '{3,2}' are out of order" },
        { "a{99999999999}", "the count 99999999999 is larger than .NET supports" },
        { "^*", "'*' follows an assertion" },
        { "\\b+", "'+' follows an assertion" },
        { "(?=a)?", "'?' follows an assertion" },
        { "(?<!a){2}", "'{2}' follows an assertion" },
        { "[z-a]", "the ends of a range in a class are out of order" },
        { "[a-\\d]", "a range in a class begins or ends with a set" },
        { "[\\s-z]", "a range in a class begins or ends with a set" },
        { "\\_", "'\\_' is not an escape of ECMA-262" },
        { "\\-", "'\\-' is not an escape of ECMA-262" },
        { "\\A", "'\\A' is not an escape of ECMA-262" },
        { "\\z", "'\\z' is not an escape of ECMA-262" },
        { "\\Z", "'\\Z' is not an escape of ECMA-262" },
        { "\\G", "'\\G' is not an escape of ECMA-262" },
        { "\\e", "'\\e' is not an escape of ECMA-262" },
        { "\\c1", "'\\c' is not an escape of ECMA-262" },
        { "\\01", "'\\0' is not an escape of ECMA-262" },
        { "[\\B]", "'\\B' is not an escape of ECMA-262" },
        { "[\\1]", "'\\1' is not an escape of ECMA-262" },
        { "\\x4", "2 hexadecimal digits are missing" },
        { "\\u12g4", "4 hexadecimal digits are missing" },
        { "\\u{110000}", "'\\u{110000}' is not a code point" },
        { "\\u{}", "'\\u{}' is not a code point" },
        { "\\u{1F600", "the '}' at the end of a code point is missing" },
        { "\\1", "'\\1' refers to a group that does not exist" },
        { "(a)\\2", "'\\2' refers to a group that does not exist" },
        { "(a)\\99999999999", "'\\99999999999' refers to a group that does not exist" },
        { "\\k<n>", "'\\k<n>' refers to a group that does not exist" },
        { "(?<n>a)\\k", "'\\k<>' refers to a group that does not exist" },
        { "(?<n>a)(?<n>b)", "'n' is not a group's name" },
        { "(?<1>a)", "'1' is not a group's name" },
        { "(?<a-b>c)", "'a-b' is not a group's name" },
        { "(?<>a)", "'' is not a group's name" },
        { "(?<n", "the '>' at the end of a group's name is missing" },
        { "(?i)a", "'(?' does not begin a group of ECMA-262" },
        { "(?i:a)", "'(?' does not begin a group of ECMA-262" },
        { "(?#a)", "'(?' does not begin a group of ECMA-262" },
        { "(?>a)", "'(?' does not begin a group of ECMA-262" },
        { "(?'n'a)", "'(?' does not begin a group of ECMA-262" },
        { "(a)(?(1)b|c)", "'(?' does not begin a group of ECMA-262" },
        { "\\p{Script=Greek}", ".NET does not support the property 'Script=Greek'" },
        { "\\p{Alphabetic}", ".NET does not support the property 'Alphabetic'" },
        { "\\p{IsGreek}", ".NET does not support the property 'IsGreek'" },
        { "\\pL", "'\\p' is not an escape of ECMA-262" },
        { "^(?:(a)|b)*\\1$", "it refers to a group that is repeated" },
        { "(a)+\\1", "it refers to a group that is repeated" },
    };

    public static TheoryData<string> SuiteFiles => ["pattern.json", "patternProperties.json"];

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
    [MemberData(nameof(Refused))]
    public void A_pattern_without_a_faithful_translation_is_refused_with_the_reason(string pattern, string reason)
    {
        Assert.Null(EcmaPattern.Translate(pattern, out string? given));
        Assert.Contains(reason, given, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(", 100_000)]
    [InlineData("(", 5_000)]
    [InlineData("(?:", 101)]
    [InlineData("a", 10_001)]
    public void A_pattern_beyond_all_measure_is_refused(string piece, int count) =>
        Assert.Null(EcmaPattern.Translate(string.Concat(Enumerable.Repeat(piece, count)), out _));

    [Theory]
    [InlineData("^[a-z0-9_]+$", @"^[0-9_a-z]+\z")]
    [InlineData("^(a|b)$", @"^(?:a|b)\z")]
    [InlineData("^(a)\\1$", @"^(?<1>a)(?:(?<![\ud800-\udbff](?=[\udc00-\udfff]))(?(1)\k<1>)(?<![\ud800-\udbff](?=[\udc00-\udfff])))\z")]
    [InlineData("\\d{4}-\\d{2}", @"[0-9]{4}\-[0-9]{2}")]
    public void A_plain_pattern_stays_readable(string pattern, string expected) =>
        Assert.Equal(expected, EcmaPattern.Translate(pattern, out _));

    [Fact]
    public void The_categories_beyond_the_first_plane_are_those_of_this_runtime()
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

    [Theory]
    [MemberData(nameof(SuiteFiles))]
    public void Every_case_of_the_JSON_Schema_test_suite_passes(string file)
    {
        string root = typeof(EcmaPatternTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "RepositoryRoot").Value!;
        string path = Path.Combine(root, "..", "shared", "json-schema-test-suite", "draft2020-12", file);
        Assert.SkipUnless(
            File.Exists(path),
            $"The JSON Schema test suite is not at {path}. It belongs to the maintainers' workspace and is not needed to work on the project.");

        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        int cases = 0;
        foreach (JsonElement group in document.RootElement.EnumerateArray())
        {
            foreach (JsonElement test in group.GetProperty("tests").EnumerateArray())
            {
                bool isValid = IsValid(group.GetProperty("schema"), test.GetProperty("data"));
                Assert.True(isValid == test.GetProperty("valid").GetBoolean(), $"{group.GetProperty("description")}: {test.GetProperty("description")}");
                cases++;
            }
        }

        Assert.NotEqual(0, cases);
    }

    /// <summary>As much of JSON Schema as stands in the two files.</summary>
    private static bool IsValid(JsonElement schema, JsonElement data) =>
        schema.ValueKind is not JsonValueKind.Object
            ? schema.GetBoolean()
            : schema.EnumerateObject().All(keyword => keyword.Name switch
            {
                "$schema" => true,
                "type" => keyword.Value.GetString() is { } type && (type == TypeOf(data) || (type == "number" && TypeOf(data) == "integer")),
                "maximum" => data.ValueKind is not JsonValueKind.Number || data.GetDouble() <= keyword.Value.GetDouble(),
                "pattern" => data.ValueKind is not JsonValueKind.String || Translate(keyword.Value.GetString()!).IsMatch(data.GetString()!),
                "patternProperties" => data.ValueKind is not JsonValueKind.Object || keyword.Value.EnumerateObject().All(
                    pattern => data.EnumerateObject().Where(member => Translate(pattern.Name).IsMatch(member.Name)).All(member => IsValid(pattern.Value, member.Value))),
                _ => throw new NotSupportedException($"The suite has a keyword more: {keyword.Name}."),
            });

    private static string TypeOf(JsonElement data) => data.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => data.TryGetInt64(out _) ? "integer" : "number",
        _ => data.ValueKind.ToString().ToLowerInvariant(),
    };

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
