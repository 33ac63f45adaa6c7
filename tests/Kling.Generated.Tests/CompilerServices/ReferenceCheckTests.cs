using Kling.CompilerServices;

namespace Kling.Tests.CompilerServices;

public sealed class ReferenceCheckTests
{
    [Theory]
    [InlineData("@Element1 meets @Element2", "@Element{n}", 2)]
    [InlineData("@Element and @Elements and Element9", "@Element{n}", 0)]
    [InlineData("<<<voice_1>>> <<<voice_7>>", "<<<voice_{n}>>>", 1)]
    [InlineData("@Element02", "@Element{n}", 2)]
    [InlineData(null, "@Element{n}", 0)]
    public void A_marker_of_an_existing_item_is_valid(string? text, string marker, int count)
    {
        var validation = default(KlingValidation);
        validation.References(text, "prompt", marker, count, "elements");
        Assert.Empty(validation.Violations);
    }

    [Theory]
    [InlineData("@Element1 meets @Element2", "@Element{n}", 1, "\"@Element2\"")]
    [InlineData("@Element0", "@Element{n}", 1, "\"@Element0\"")]
    [InlineData("@Element12", "@Element{n}", 2, "\"@Element12\"")]
    [InlineData("@Element99999999999999999999", "@Element{n}", 2, "\"@Element99999999999999999999\"")]
    [InlineData("<<<<voice_2>>>", "<<<voice_{n}>>>", 1, "\"<<<voice_2>>>\"")]
    public void A_marker_without_an_item_is_a_violation_of_the_text(string text, string marker, int count, string actual)
    {
        var validation = default(KlingValidation);
        validation.References(text, "prompt", marker, count, "elements");
        KlingViolation violation = Assert.Single(validation.Violations);
        Assert.Equal(("/prompt", "x-references", "\"elements\"", actual), (violation.Path, violation.Keyword, violation.Limit, violation.Actual));
    }
}
