using Kling.SourceGenerator.Binding.Patterns;

namespace Kling.SourceGenerator.Tests.Binding;

/// <summary>Patterns that are not translated, because they are invalid or .NET would match something else.</summary>
public sealed class RefusedPatternTests
{
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
    public void A_huge_or_deeply_nested_pattern_is_refused(string piece, int count) =>
        Assert.Null(EcmaPattern.Translate(string.Concat(Enumerable.Repeat(piece, count)), out _));
}
