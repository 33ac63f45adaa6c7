using System.Text.Json;

namespace Kling.Cli.Tests;

public sealed class EnumNamesTests
{
    [Theory]
    [InlineData("Length in seconds.", "\"5\" \"10\"", "Seconds5 Seconds10")]
    [InlineData("Length in seconds.", "5 10", "Seconds5 Seconds10")]
    [InlineData("Steps.", "5 10", null)]
    [InlineData("Length in seconds.", "5 \"auto\"", null)]
    [InlineData("Shape.", "\"16:9\" \"3:4\" \"1:1\"", "Landscape16x9 Portrait3x4 Square1x1")]
    [InlineData("Shape.", "\"16:9\" \"auto\"", null)]
    [InlineData("Mode.", "Very_fast\"a\" slow\"b\"", "VeryFast Slow")]
    [InlineData("Mode.", "Fast\"a\" fast\"b\"", null)]
    [InlineData("Mode.", "Fast\"a\" \"b\"", null)]
    [InlineData("Mode.", "2x\"a\" 4x\"b\"", null)]
    [InlineData("Mode.", "快\"a\" 慢\"b\"", null)]
    public void Enum_names_are_written_if_the_page_names_every_value(string description, string values, string? names)
    {
        var parameter = new PageParameter { Line = 1, Name = "p", IsRequired = false, Description = description };

        IReadOnlyList<string>? actual = EnumNames.Of(parameter, [.. values.Split(' ').Select(Value)]);

        Assert.Equal(names, actual is null ? null : string.Join(' ', actual));
    }

    // Only a label stands in front of a quotation mark.
    private static PageValue Value(string text) =>
        text.IndexOf('"', StringComparison.Ordinal) is > 0 and var quote
            ? new PageValue(JsonElement.Parse(text[quote..]), text[..quote])
            : new PageValue(JsonElement.Parse(text));
}
