using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Tests.Schema;

public sealed class NumberTokenTests
{
    [Theory]
    [InlineData("5", "5")]
    [InlineData("5.0", "5")]
    [InlineData("50e-1", "5")]
    [InlineData("0.5e1", "5")]
    [InlineData("-1.2E+3", "-1200")]
    [InlineData("-0", "0")]
    [InlineData("0.000", "0")]
    [InlineData("0e999999999999", null)]
    [InlineData("5.5", null)]
    [InlineData("1e-1", null)]
    [InlineData("1e400", "1" + Zeros400)]
    [InlineData("1e401", null)]
    [InlineData("1e99999999999", null)]
    public void An_integer_is_recognized_in_every_notation(string token, string? digits) => Assert.Equal(digits, NumberToken.Integer(token));

    [Theory]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("9223372036854775808", null)]
    [InlineData("1.5", null)]
    public void The_range_of_64_bits_is_exact(string token, long? value) => Assert.Equal(value, NumberToken.Int64(token));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("2147483648", null)]
    [InlineData("-1", null)]
    [InlineData("1.5", null)]
    [InlineData("1e2", 100)]
    public void A_count_is_from_0_to_the_greatest_int(string token, int? count) => Assert.Equal(count, NumberToken.Count(token));

    [Theory]
    [InlineData("1.5", "1", "2")]
    [InlineData("-1.5", "-2", "-1")]
    [InlineData("0.1", "0", "1")]
    [InlineData("-0.1", "-1", "0")]
    [InlineData("7", "7", "7")]
    [InlineData("1e-400", "0", "1")]
    [InlineData("1e-401", null, null)]
    public void A_bound_between_two_integers_has_a_floor_and_a_ceiling(string token, string? floor, string? ceiling)
    {
        Assert.Equal(floor, NumberToken.Floor(token));
        Assert.Equal(ceiling, NumberToken.Ceiling(token));
    }

    [Theory]
    [InlineData("0.1", "0.10", 0)]
    [InlineData("0.1", "1e-1", 0)]
    [InlineData("9007199254740993", "9007199254740992", 1)]
    [InlineData("-1", "1", -1)]
    [InlineData("1e999", "1", null)]
    public void Comparison_is_exact(string left, string right, int? order) => Assert.Equal(order, NumberToken.Compare(left, right));

    [Theory]
    [InlineData("2.00000000000000000001", "2", 0)]
    [InlineData("2", "2.00000000000000000001", -1)]
    [InlineData("0.1000000000000000055511151231257827", "0.1", 0)]
    [InlineData("9007199254740993", "9007199254740992", 1)]
    [InlineData("2.5", "2", 1)]
    [InlineData("1e999", "1", null)]
    public void A_bound_is_compared_as_a_request_compares_it(string token, string bound, int? order) =>
        Assert.Equal(order, NumberToken.CompareWithBound(token, bound));

    [Theory]
    [InlineData("1e308", true)]
    [InlineData("1e309", false)]
    [InlineData("1e-999", true)]
    [InlineData("-1e309", false)]
    public void A_double_is_finite(string token, bool fits) => Assert.Equal(fits, NumberToken.IsDouble(token));

    private const string Zeros50 = "00000000000000000000000000000000000000000000000000";
    private const string Zeros400 = Zeros50 + Zeros50 + Zeros50 + Zeros50 + Zeros50 + Zeros50 + Zeros50 + Zeros50;
}
