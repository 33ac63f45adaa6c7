using System.Text.RegularExpressions;
using Kling.CompilerServices;

namespace Kling.Tests.CompilerServices;

public sealed class StringCheckTests
{
    [Theory]
    [InlineData("\"ab\"", 2, true)]
    [InlineData("\"a\"", 2, false)]
    [InlineData("\"\\ud83d\\ude00\"", 2, false)]
    [InlineData("\"\\ud83da\"", 2, true)]
    [InlineData("5", 2, true)]
    public void The_minimum_length_is_counted_in_code_points(string json, int minimum, bool isValid) =>
        Checking.Expect(isValid, "minLength", json, (value, ref validation) => validation.MinLength(value, minimum));

    [Theory]
    [InlineData("\"ab\"", 1, false)]
    [InlineData("\"\\ud83d\\ude00\"", 1, true)]
    [InlineData("\"\\ude00\\\"\"", 1, false)]
    [InlineData("[1,2]", 1, true)]
    public void The_maximum_length_is_counted_in_code_points(string json, int maximum, bool isValid) =>
        Checking.Expect(isValid, "maxLength", json, (value, ref validation) => validation.MaxLength(value, maximum));

    [Theory]
    [InlineData("\"xxaayy\"", true)]
    [InlineData("\"b\"", false)]
    [InlineData("\"\\udfffa\"", true)]
    [InlineData("\"\\ud800\"", false)]
    [InlineData("null", true)]
    public void A_pattern_is_searched_for(string json, bool isValid) =>
        Checking.Expect(isValid, "pattern", json, static (value, ref validation) => validation.Pattern(value, new KlingPattern("a+", "a+")));

    [Fact]
    public void A_match_that_times_out_is_a_violation_that_says_so()
    {
        var slow = new KlingPattern("^(\\w+\\s?)*$", new Lazy<Regex>(static () => new("^(\\w+\\s?)*$", RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(1))));
        var validation = default(KlingValidation);

        validation.Pattern($"{new string('a', 40)}!", slow);

        KlingViolation violation = Assert.Single(validation.Violations);
        Assert.Equal(("pattern", "\"^(\\\\w+\\\\s?)*$\""), (violation.Keyword, violation.Limit));
        Assert.Contains("could not be matched against the pattern ^(\\w+\\s?)*$ within 0.001 s", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Patterns_of_generated_code_have_a_time_limit_and_no_culture()
    {
        Regex regex = new KlingPattern("a", "a").Regex;
        Regex lookahead = new KlingPattern("(?=a)", "(?=a)").Regex;

        Assert.Equal((TimeSpan.FromSeconds(1), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking), (regex.MatchTimeout, regex.Options));
        Assert.Equal((TimeSpan.FromSeconds(1), RegexOptions.CultureInvariant), (lookahead.MatchTimeout, lookahead.Options));
    }

    [Fact]
    public void A_pattern_of_nested_repetitions_is_matched_in_linear_time()
    {
        KlingViolation violation = Checking.One($"\"{new string('a', 10_000)}!\"", static (value, ref validation) => validation.Pattern(value, new KlingPattern("^(a+)+$", "^(?:a+)+\\z")));

        Assert.EndsWith("does not match the pattern ^(a+)+$.", violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_limit_of_a_pattern_is_JSON()
    {
        KlingViolation violation = Checking.One("\"5\"", static (value, ref validation) => validation.Pattern(value, new KlingPattern("\\D\"", "\\D\"")));

        Assert.Equal("\\D\"", KlingJsonConstant.Parse(violation.Limit!).GetString());
    }
}
