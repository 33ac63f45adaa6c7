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
    public Task Inside_an_exclusive_bound_of_integers_stands_the_next_one(string title, string before, string after) => FixTest.AssertFixesAsync(
        new ClampToBoundFix(), title, Acme.Clip($"Frames = {before}"), Acme.Clip($"Frames = {after}"), Acme.Schema);

    [Fact]
    public Task Inside_an_exclusive_bound_of_numbers_nothing_stands_next() =>
        FixTest.AssertNotFixedAsync(new ClampToBoundFix(), Acme.Clip("Speed = 0"), Acme.Schema);
}
