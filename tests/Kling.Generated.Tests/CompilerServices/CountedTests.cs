using Kling.Annotations;
using Kling.CompilerServices;

namespace Kling.Tests.CompilerServices;

/// <summary>One of a thing is not several, in every message that counts.</summary>
public sealed class CountedTests
{
    [Fact]
    public void Violations_count_in_the_singular_and_the_plural()
    {
        var validation = default(KlingValidation);
        validation.MinLength("a", 2);
        validation.MaxLength("ab", 1);
        validation.MinItems(1, 2);
        validation.MaxItems(2, 0);
        validation.MinProperties(1, 2);
        validation.MaxProperties(2, 1);
        validation.References("@2", "text", "@{n}", 1, "list");
        validation.References("@1", "text", "@{n}", 0, "list");

        Assert.Equal(
            [
                "The text has 1 character; the minimum is 2.",
                "The text has 2 characters; the maximum is 1.",
                "The list has 1 item; the minimum is 2.",
                "The list has 2 items; the maximum is 0.",
                "The object has 1 property; the minimum is 2.",
                "The object has 2 properties; the maximum is 1.",
                "The text refers to @2, but 'list' has 1 item.",
                "The text refers to @1, but 'list' has 0 items.",
            ],
            validation.Violations.Select(static violation => violation.Message));
    }

    [Theory]
    [InlineData(1, int.MaxValue, "at least 1 character")]
    [InlineData(2, int.MaxValue, "at least 2 characters")]
    [InlineData(0, 1, "at most 1 character")]
    [InlineData(0, 8, "at most 8 characters")]
    [InlineData(2, 8, "from 2 to 8 characters")]
    [InlineData(1, 1, "exactly 1 character")]
    public void The_length_attribute_counts_too(int minimum, int maximum, string words) =>
        Assert.Equal($"Prompt must have {words}.", new SchemaLengthAttribute(minimum, maximum).FormatErrorMessage("Prompt"));

    [Theory]
    [InlineData(1, int.MaxValue, "at least 1 item")]
    [InlineData(0, 3, "at most 3 items")]
    public void The_item_count_attribute_counts_too(int minimum, int maximum, string words) =>
        Assert.Equal($"Tags must have {words}.", new SchemaItemCountAttribute(minimum, maximum).FormatErrorMessage("Tags"));

    [Theory]
    [InlineData(0, false, 1, false, "from 0 to 1")]
    [InlineData(0, true, 1, false, "more than 0 and at most 1")]
    [InlineData(0, false, 1, true, "at least 0 and less than 1")]
    [InlineData(0, true, double.PositiveInfinity, false, "more than 0")]
    [InlineData(0.5, false, double.PositiveInfinity, false, "at least 0.5")]
    [InlineData(double.NegativeInfinity, false, 1, true, "less than 1")]
    [InlineData(double.NegativeInfinity, false, 1, false, "at most 1")]
    [InlineData(3, false, 3, false, "3")]
    public void The_range_attribute_says_whether_a_bound_is_included(double minimum, bool isMinimumExclusive, double maximum, bool isMaximumExclusive, string words)
    {
        var range = new SchemaRangeAttribute(minimum, maximum) { MinimumIsExclusive = isMinimumExclusive, MaximumIsExclusive = isMaximumExclusive };

        Assert.Equal($"Scale must be {words}.", range.FormatErrorMessage("Scale"));
    }
}
