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
    public Task No_fix_is_offered_if_the_numbers_of_the_members_are_only_positions(string value) =>
        FixTest.AssertNotFixedAsync(new NearestEnumMemberFix(), FixTest.InMethod($"request = request with {{ Mode = {value} }};"));

    [Fact]
    public Task The_nearest_member_of_an_integer_enum_is_the_nearest_JSON_value() => FixTest.AssertFixesAsync(
        new NearestEnumMemberFix(),
        "Did you mean 'Size720'?",
        Acme.Clip("Size = (AcmeClipSize)700"),
        Acme.Clip("Size = AcmeClipSize.Size720"),
        Acme.Schema);

    [Theory]
    [InlineData("Did you mean 'Seconds10'?", "Second10", "Seconds10")]
    [InlineData("Did you mean 'Seconds5'?", "seconds5", "Seconds5")]
    public Task A_misspelled_member_becomes_the_member_with_the_nearest_name(string title, string before, string after) => FixTest.AssertFixesAsync(
        new MisspelledEnumMemberFix(),
        title,
        FixTest.InMethod($"request = request with {{ Duration = KlingO3Text2VideoDuration.{before} }};"),
        FixTest.InMethod($"request = request with {{ Duration = KlingO3Text2VideoDuration.{after} }};"));

    [Theory]
    [InlineData("_ = KlingO3Text2VideoDuration.Forever;")]
    [InlineData("_ = DayOfWeek.Mondy;")]
    [InlineData("_ = KlingClient.Create();")]
    public Task No_fix_is_offered_for_a_name_unlike_all_members_or_for_other_types(string statements) =>
        FixTest.AssertNotFixedAsync(new MisspelledEnumMemberFix(), FixTest.InMethod(statements));
}
