using System.Text.Json;

namespace Kling.Cli.Tests;

public sealed class NumberRunTests
{
    [Theory]
    [InlineData("510", "5", null, "5 10")]
    [InlineData("51015", "5", 3, "5 10 15")]
    [InlineData("248", "2", 3, "2 4 8")]
    [InlineData("5", null, null, "5")]
    [InlineData("0510", "5", 3, "0 5 10")]
    [InlineData("510", null, null, null)]
    [InlineData("123", "1", null, null)]
    [InlineData("510", "7", null, null)]
    [InlineData("105", "5", null, null)]
    [InlineData("5.10", "5", null, null)]
    [InlineData("", null, null, null)]
    [InlineData("1111111111111111111111111111111111111111", "1", null, null)]
    public void Digits_are_split_if_one_split_alone_gives_ascending_values_with_the_default(string digits, string? standard, int? count, string? expected)
    {
        IReadOnlyList<JsonElement>? values = NumberRun.Split(digits, standard is null ? null : JsonElement.Parse(standard), count);

        Assert.Equal(expected, values is null ? null : string.Join(' ', values));
    }
}
