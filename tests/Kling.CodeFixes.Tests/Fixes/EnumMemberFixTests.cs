namespace Kling.CodeFixes.Tests.Fixes;

public sealed class EnumMemberFixTests
{
    [Theory]
    [InlineData("Did you mean 'Seconds15'?", "(KlingO3Text2VideoDuration)20", "KlingO3Text2VideoDuration.Seconds15")]
    [InlineData("Did you mean 'Seconds3'?", "default", "KlingO3Text2VideoDuration.Seconds3")]
    [InlineData("Did you mean 'Seconds15'?", "KlingO3Text2VideoDuration.Seconds15 + 1 /* longer */", "KlingO3Text2VideoDuration.Seconds15 /* longer */")]
    public Task A_value_without_a_member_becomes_the_nearest_member(string title, string before, string after) => FixTest.AssertFixesAsync(
        new NearestEnumMemberFix(),
        title,
        FixTest.InMethod($"request = request with {{ Duration = {before} }};"),
        FixTest.InMethod($"request = request with {{ Duration = {after} }};"));

    [Theory]
    [InlineData("(KlingO3Text2VideoMode)2")]
    [InlineData("(KlingO3Text2VideoMode)9")]
    [InlineData("default")]
    public Task Nothing_is_offered_where_the_numbers_of_members_say_nothing(string value) =>
        FixTest.AssertNotFixedAsync(new NearestEnumMemberFix(), FixTest.InMethod($"request = request with {{ Mode = {value} }};"));

    [Fact]
    public Task Of_integers_the_nearest_is_nearest_on_the_wire() => FixTest.AssertFixesAsync(
        new NearestEnumMemberFix(),
        "Did you mean 'Size720'?",
        Acme.Clip("Size = (AcmeClipSize)700"),
        Acme.Clip("Size = AcmeClipSize.Size720"),
        Acme.Schema);

    [Theory]
    [InlineData("Did you mean 'Seconds10'?", "Second10", "Seconds10")]
    [InlineData("Did you mean 'Seconds5'?", "seconds5", "Seconds5")]
    public Task A_misspelt_member_becomes_the_one_that_was_meant(string title, string before, string after) => FixTest.AssertFixesAsync(
        new MisspelledEnumMemberFix(),
        title,
        FixTest.InMethod($"request = request with {{ Duration = KlingO3Text2VideoDuration.{before} }};"),
        FixTest.InMethod($"request = request with {{ Duration = KlingO3Text2VideoDuration.{after} }};"));

    [Theory]
    [InlineData("_ = KlingO3Text2VideoDuration.Forever;")]
    [InlineData("_ = DayOfWeek.Mondy;")]
    [InlineData("_ = KlingClient.Create();")]
    public Task Nothing_is_offered_for_a_name_like_none_of_them_or_for_other_types(string statements) =>
        FixTest.AssertNotFixedAsync(new MisspelledEnumMemberFix(), FixTest.InMethod(statements));
}
