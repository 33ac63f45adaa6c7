namespace Kling.CodeFixes.Tests.Fixes;

public sealed class ClampToBoundFixTests
{
    [Theory]
    [InlineData("Use 1", "request = request with { CfgScale = 1.5 };", "request = request with { CfgScale = 1 };")]
    [InlineData("Use 0", "request = request with { CfgScale = -0.5 };", "request = request with { CfgScale = 0 };")]
    [InlineData("Use 1", "request = request with { CfgScale = /* strict */ 2 /* at most 1 */ };", "request = request with { CfgScale = /* strict */ 1 /* at most 1 */ };")]
    [InlineData("Use 1", "const double strict = 7; request = request with { CfgScale = strict };", "const double strict = 7; request = request with { CfgScale = 1 };")]
    [InlineData("Use 0", "request = request with { CfgScale = job0 is null ? -1 : 2 };", "request = request with { CfgScale = job0 is null ? 0 : 1 };")]
    [InlineData(
        "Use 1",
        "_ = KlingO3Text2VideoRequest.CreateBuilder(prompt: \"A\").WithCfgScale(3).WithCfgScale(value: -3).Build();",
        "_ = KlingO3Text2VideoRequest.CreateBuilder(prompt: \"A\").WithCfgScale(1).WithCfgScale(value: 0).Build();")]
    public Task A_number_beyond_its_bound_becomes_the_bound(string title, string before, string after) =>
        FixTest.AssertFixesAsync(new ClampToBoundFix(), title, FixTest.InMethod(before), FixTest.InMethod(after));

    [Theory]
    [InlineData("Use 1", "0", "1")]
    [InlineData("Use 9", "10", "9")]
    public Task The_fix_for_an_exclusive_integer_bound_is_the_next_integer(string title, string before, string after) => FixTest.AssertFixesAsync(
        new ClampToBoundFix(), title, Acme.Clip($"Frames = {before}"), Acme.Clip($"Frames = {after}"), Acme.Schema);

    [Theory]
    [InlineData("Use double.Epsilon", "Speed = 0", "Speed = double.Epsilon")]
    [InlineData("Use double.Epsilon", "Speed = /* slow */ -1 /* m/s */", "Speed = /* slow */ double.Epsilon /* m/s */")]
    [InlineData("Use 0.9999999999999999", "Blend = 1", "Blend = 0.9999999999999999")]
    [InlineData("Use -0.9999999999999999", "Blend = -1.0", "Blend = -0.9999999999999999")]
    public Task The_fix_for_an_exclusive_bound_is_the_next_value_of_the_type(string title, string before, string after) =>
        FixTest.AssertFixesAsync(new ClampToBoundFix(), title, Acme.Clip(before), Acme.Clip(after), Acme.Schema);

    [Theory]
    [InlineData("Use 0.3", "Beat = 0.31", "Beat = 0.3")]
    [InlineData("Use 0.3", "Beat = 0.1", "Beat = 0.3")]
    [InlineData("Use 0.3", "Beat = 0", "Beat = 0.3")]
    [InlineData("Use 0.9", "Beat = 0.96", "Beat = 0.9")]
    [InlineData("Use 0.9", "Beat = 4.5", "Beat = 0.9")]
    [InlineData("Use 64", "Width = 65", "Width = 64")]
    [InlineData("Use 64", "Width = 1", "Width = 64")]
    [InlineData("Use 992", "Width = 1000", "Width = 992")]
    [InlineData("Use 992", "Width = 999", "Width = 992")]
    [InlineData("Use 64", "Width = 60 + /* margin */ 5", "Width = 64 /* margin */")]
    [InlineData("Use 64", "Width =\n    60 // inner\n    + 5, // outer\n", "Width =\n    64 /* inner */, // outer\n")]
    [InlineData("Use 64", "Width = new System.Random().Next() > 3 ? 65 : 70", "Width = new System.Random().Next() > 3 ? 64 : 72")]
    [InlineData("Use 64", "Sizes = [64, 65, /* b */ 71]", "Sizes = [64, 64, /* b */ 72]")]
    [InlineData("Use 64", "Sizes = new List<int>\n{\n    1, // a\n    7777, // b\n}", "Sizes = new List<int>\n{\n    64, // a\n    992, // b\n}")]
    [InlineData("Use 64", "Sizes = ImmutableArray.Create(1, 64)", "Sizes = ImmutableArray.Create(64, 64)")]
    [InlineData("Use 64", "Sizes = AcmeClipRequest.CreateBuilder().AddSize(item: 1).WithWidth(value: 65).Build().Sizes", "Sizes = AcmeClipRequest.CreateBuilder().AddSize(item: 64).WithWidth(value: 64).Build().Sizes")]
    public Task A_number_becomes_the_nearest_multiple_that_is_in_range(string title, string before, string after) =>
        FixTest.AssertFixesAsync(new ClampToBoundFix(), title, Acme.Clip(before), Acme.Clip(after), Acme.Schema);

    [Fact]
    public Task No_fix_is_offered_if_no_number_is_valid() =>
        FixTest.AssertNotFixedAsync(new ClampToBoundFix(), Acme.Clip("Nothing = 5"), Acme.Schema);
}
