namespace Kling.CodeFixes.Tests.Fixes;

public sealed class WireValueFixTests
{
    [Theory]
    [InlineData("Use 'Standard'", "request = request with { Mode = \"std\" };", "request = request with { Mode = KlingO3Text2VideoMode.Standard };")]
    [InlineData("Use 'Standard'", "request = request with { Mode = Std };", "request = request with { Mode = KlingO3Text2VideoMode.Standard };")]
    [InlineData("Use 'Standard'", "request = request with { Mode = \"Standard\" };", "request = request with { Mode = KlingO3Text2VideoMode.Standard };")]
    [InlineData("Use 'Landscape16x9'", "request = request with { AspectRatio = _16x9 };", "request = request with { AspectRatio = KlingO3Text2VideoAspectRatio.Landscape16x9 };")]
    [InlineData("Use 'Seconds10'", "request = request with { Duration = \"10\" };", "request = request with { Duration = KlingO3Text2VideoDuration.Seconds10 };")]
    [InlineData(
        "Use 'Standard'",
        "_ = new KlingO3Text2VideoRequest\n{\n    Prompt = \"A\",\n    // quick\n    Mode = /* wire */ \"std\", // cheap\n    AspectRatio = \"9:16\", // tall\n};",
        "_ = new KlingO3Text2VideoRequest\n{\n    Prompt = \"A\",\n    // quick\n    Mode = /* wire */ KlingO3Text2VideoMode.Standard, // cheap\n    AspectRatio = KlingO3Text2VideoAspectRatio.Portrait9x16, // tall\n};")]
    [InlineData(
        "Use 'Standard'",
        "_ = KlingO3Text2VideoRequest.CreateBuilder(\"A\")\n    .WithMode(\"std\") // quick\n    .Build();",
        "_ = KlingO3Text2VideoRequest.CreateBuilder(\"A\")\n    .WithMode(KlingO3Text2VideoMode.Standard) // quick\n    .Build();")]
    [InlineData(
        "Use 'Standard'",
        "_ = KlingO3Text2VideoRequest.CreateBuilder(\"A\").WithMode(value: /* wire */ \"std\").Build();",
        "_ = KlingO3Text2VideoRequest.CreateBuilder(\"A\").WithMode(value: /* wire */ KlingO3Text2VideoMode.Standard).Build();")]
    [InlineData("Use 'Pro'", "KlingO3Text2VideoMode mode = \"pro\"; request = request with { Mode = mode };", "KlingO3Text2VideoMode mode = KlingO3Text2VideoMode.Pro; request = request with { Mode = mode };")]
    public Task A_JSON_value_becomes_its_enum_member(string title, string before, string after) =>
        FixTest.AssertFixesAsync(new WireValueFix(), title, FixTest.InMethod(before), FixTest.InMethod(after));

    [Theory]
    [InlineData("Did you mean 'Standard'?", "KlingO3Text2VideoMode.Std", "KlingO3Text2VideoMode.Standard")]
    [InlineData("Did you mean 'Landscape16x9'?", "KlingO3Text2VideoAspectRatio._16x9", "KlingO3Text2VideoAspectRatio.Landscape16x9")]
    [InlineData("Did you mean 'Portrait9x16'?", "/* tall */ KlingO3Text2VideoAspectRatio._9_16 /* phone */", "/* tall */ KlingO3Text2VideoAspectRatio.Portrait9x16 /* phone */")]
    [InlineData("Did you mean 'Square1x1'?", "KlingO3Text2VideoAspectRatio\n    ._1x1", "KlingO3Text2VideoAspectRatio\n    .Square1x1")]
    public Task A_JSON_value_after_the_name_of_the_enum_becomes_its_member(string title, string before, string after) =>
        FixTest.AssertFixesAsync(new MisspelledEnumMemberFix(), title, FixTest.InMethod($"object value = {before}; _ = value;"), FixTest.InMethod($"object value = {after}; _ = value;"));

    [Theory]
    [InlineData("request = request with { Mode = \"fast\" };")]
    [InlineData("request = request with { AspectRatio = \"169\" };")]
    [InlineData("DayOfWeek day = \"Monday\"; _ = day;")]
    [InlineData("_ = Std;")]
    public Task No_fix_is_offered_for_a_value_without_a_member_or_for_other_types(string statements) =>
        FixTest.AssertNotFixedAsync(new WireValueFix(), FixTest.InMethod(statements));
}
