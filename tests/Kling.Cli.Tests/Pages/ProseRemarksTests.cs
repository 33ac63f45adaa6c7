namespace Kling.Cli.Tests;

public sealed class ProseRemarksTests
{
    [Theory]
    [InlineData("string", "A prompt of up to 2500 characters.", "\"maxLength\": 2500")]
    [InlineData("string", "At least 3 characters.", "\"minLength\": 3")]
    [InlineData("string", "Max 512 characters.", "\"maxLength\": 512")]
    [InlineData("string (uri)", "An image. Max 50MB.", null)]
    [InlineData("string (uri)", "Width must be 720-2160px.", null)]
    [InlineData("string", "Seconds, 3-15.", null)]
    [InlineData("object[]", "Max 4 elements.", "\"maxItems\": 4")]
    [InlineData("string[]", "Min 2, max 7 images.", "\"minItems\": 2, \"maxItems\": 7")]
    [InlineData("string[]", "Max 10 MB each.", null)]
    [InlineData("integer", "From 3-15.", "\"minimum\": 3, \"maximum\": 15")]
    [InlineData("number", "Between 0.5 and 2.", "\"minimum\": 0.5, \"maximum\": 2")]
    [InlineData("integer", "At most 30 frames.", "\"maximum\": 30")]
    [InlineData("boolean", "Costs 3 credits.", null)]
    public void A_limit_in_prose_gets_a_remark_with_the_likely_keyword(string type, string description, string? suggestion)
    {
        PageRemark remark = Assert.Single(Remarks(type, description));

        Assert.Equal((7, "list[].p"), (remark.Line, remark.Parameter));
        Assert.Equal(suggestion, remark.Suggestion);
    }

    [Theory]
    [InlineData("string", "Describe the minutes of a maximalist summit.")]
    [InlineData("string", "See https://example.com/v1/image2video.")]
    [InlineData("string", "")]
    public void Prose_without_a_limit_gets_no_remark(string type, string description) => Assert.Empty(Remarks(type, description));

    [Fact]
    public void Markers_get_one_remark_with_the_list_that_they_refer_to()
    {
        PageRemark[] remarks = [.. Remarks("object[]", "Name them @Element1, @Element2 or <<<thing_1>>>.")];

        Assert.Equal(
            [
                """there "x-references": [{ "marker": "@Element{n}", "list": "p" }]""",
                """there "x-references": [{ "marker": "<<<thing_{n}>>>", "list": "p" }]""",
            ],
            remarks.Select(static remark => remark.Suggestion));
    }

    private static IEnumerable<PageRemark> Remarks(string type, string description) => ProseRemarks.Of(
        new PageParameter { Line = 6, Name = "p", IsRequired = false, Type = PageType.Read(type), Description = description, DescriptionLine = 7 },
        "list[].p");
}
