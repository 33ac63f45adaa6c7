using Kling.CompilerServices;

namespace Kling.Tests.CompilerServices;

public sealed class NumberCheckTests
{
    [Theory]
    [InlineData("minimum", "5", "5.0", true)]
    [InlineData("minimum", "5", "4.999999999999999999999999999999999999999999", true)]
    [InlineData("minimum", "0", "-0.0", true)]
    [InlineData("minimum", "-1e308", "-1e401", false)]
    [InlineData("minimum", "1e999999998", "1e999999999", true)]
    [InlineData("minimum", "0.1", "1e-999999999", false)]
    [InlineData("minimum", "1", "\"0\"", true)]
    [InlineData("maximum", "5", "5.0", true)]
    [InlineData("maximum", "9007199254740993", "9007199254740994", false)]
    [InlineData("maximum", "9007199254740993", "9007199254740993.0", true)]
    [InlineData("maximum", "9007199254740992.5", "9007199254740993", false)]
    [InlineData("maximum", "1e308", "1e999999999", false)]
    [InlineData("maximum", "-1", "-1e-999999999999999999999999", false)]
    [InlineData("maximum", "1", "null", true)]
    [InlineData("exclusiveMinimum", "5", "5.0", false)]
    [InlineData("exclusiveMinimum", "5", "5.000000000000000000000000000000001", false)]
    [InlineData("exclusiveMaximum", "5", "50e-1", false)]
    [InlineData("exclusiveMaximum", "5", "4.9999999999999999999999999999999999", false)]
    [InlineData("exclusiveMaximum", "0", "-1e999999999", true)]
    [InlineData("multipleOf", "0.01", "19.99", true)]
    [InlineData("multipleOf", "0.01", "19.999", false)]
    [InlineData("multipleOf", "1e-8", "12391239123", true)]
    [InlineData("multipleOf", "0.123456789", "1e308", false)]
    [InlineData("multipleOf", "3", "0e999999999", true)]
    [InlineData("multipleOf", "3", "3e999999999", true)]
    [InlineData("multipleOf", "3", "1e999999999", false)]
    [InlineData("multipleOf", "4", "1e999999999999", true)]
    [InlineData("multipleOf", "10", "1e-999999999", false)]
    [InlineData("multipleOf", "2", "[3]", true)]
    public void A_number_is_compared_as_its_CSharp_type_stores_it(string keyword, string limit, string json, bool isValid) =>
        Checking.Expect(isValid, keyword, json, (value, ref validation) =>
        {
            switch (keyword)
            {
                case "minimum": validation.Minimum(value, limit); break;
                case "maximum": validation.Maximum(value, limit); break;
                case "exclusiveMinimum": validation.ExclusiveMinimum(value, limit); break;
                case "exclusiveMaximum": validation.ExclusiveMaximum(value, limit); break;
                default: validation.MultipleOf(value, limit); break;
            }
        });

    [Fact]
    public void The_digits_of_a_long_number_all_count()
    {
        string sevens = new('7', 100_000);
        KlingJsonCheck check = static (value, ref validation) => validation.MultipleOf(value, "7777777");

        // 100,002 is 14,286 times 7; 100,000 is no multiple of 7.
        Assert.Empty(Checking.Run($"{sevens}77", check));
        Assert.Equal("multipleOf", Checking.One(sevens, check).Keyword);
    }

    [Theory]
    [InlineData(0.3, "0.1", true)]
    [InlineData(0.35, "0.1", false)]
    [InlineData(1e300, "7", false)]
    [InlineData(1e300, "0.5", true)]
    [InlineData(5e-324, "5e-324", true)]
    [InlineData(-4.5, "1.5", true)]
    [InlineData(double.NaN, "1", true)]
    public void A_double_is_the_decimal_number_that_it_is_written_as(double value, string limit, bool isValid)
    {
        var validation = default(KlingValidation);

        validation.MultipleOf(value, limit);

        Assert.Equal(isValid ? 0 : 1, validation.Count);
    }

    [Theory]
    [InlineData(9L, "3", true)]
    [InlineData(10L, "3", false)]
    [InlineData(long.MinValue, "2", true)]
    [InlineData(3L, "1.5", true)]
    [InlineData(3L, "1e30", false)]
    public void multipleOf_is_exact_for_whole_numbers(long value, string limit, bool isValid)
    {
        var validation = default(KlingValidation);

        validation.MultipleOf(value, limit);

        Assert.Equal(isValid ? 0 : 1, validation.Count);
    }

    [Fact]
    public void An_exclusive_bound_excludes_the_limit_itself()
    {
        var validation = default(KlingValidation);

        KlingTypes.Instance.Int64(exclusiveMinimum: 5).Validate(5, ref validation);
        KlingTypes.Instance.Int64(exclusiveMaximum: 5).Validate(5, ref validation);
        KlingTypes.Instance.Double(exclusiveMinimum: 0.5).Validate(0.5, ref validation);
        KlingTypes.Instance.Double(exclusiveMaximum: 0.5).Validate(0.5, ref validation);
        KlingTypes.Instance.Int32(exclusiveMinimum: 5).Validate(6, ref validation);
        KlingTypes.Instance.Double(exclusiveMaximum: 0.5).Validate(0.4, ref validation);

        Assert.Equal(
            [
                "5 is too small: the value must be more than 5.",
                "5 is too large: the value must be less than 5.",
                "0.5 is too small: the value must be more than 0.5.",
                "0.5 is too large: the value must be less than 0.5.",
            ],
            validation.Violations.Select(static violation => violation.Message));
    }
}
