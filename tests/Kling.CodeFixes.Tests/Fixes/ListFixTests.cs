namespace Kling.CodeFixes.Tests.Fixes;

public sealed class ListFixTests
{
    [Theory]
    [InlineData("Remove the extra item", "[\"a\", \"b\", \"c\"]", "[\"a\", \"b\"]")]
    [InlineData("Remove the 2 extra items", "[\"a\", \"b\", \"c\", \"d\"]", "[\"a\", \"b\"]")]
    [InlineData("Remove the 2 extra items", "[ \"a\", \"b\", \"c\", \"d\", ]", "[ \"a\", \"b\", ]")]
    [InlineData("Remove the extra item", "new[] { \"a\", \"b\", \"c\" }", "new[] { \"a\", \"b\" }")]
    [InlineData("Remove the extra item", "new List<string> { \"a\", \"b\", \"c\" }", "new List<string> { \"a\", \"b\" }")]
    [InlineData("Remove the extra item", "System.Collections.Immutable.ImmutableArray.Create(\"a\", \"b\", \"c\")", "System.Collections.Immutable.ImmutableArray.Create(\"a\", \"b\")")]
    [InlineData(
        "Remove the extra item",
        "[\n    \"a\", // first\n    \"b\", // second\n    \"c\" // third\n]",
        "[\n    \"a\", // first\n    \"b\" // second\n]")]
    [InlineData(
        "Remove the extra item",
        "[\n    \"a\", // first\n    \"b\", // second\n    \"c\", // third\n]",
        "[\n    \"a\", // first\n    \"b\", // second\n]")]
    public Task Surplus_elements_are_removed(string title, string before, string after) => FixTest.AssertFixesAsync(
        new RemoveElementsFix(), title, FixTest.InMethod(Request("VoiceIds", before)), FixTest.InMethod(Request("VoiceIds", after)));

    [Theory]
    [InlineData("Remove the extra item", "AddVoiceId(\"c\")")]
    [InlineData("Remove the 2 extra items", "AddVoiceId(\"c\")\n    .AddVoiceId(\"d\")")]
    public Task Surplus_calls_on_a_builder_are_removed(string title, string surplus)
    {
        const string builder = "_ = Kling3ProImage2VideoRequest.CreateBuilder(\"A\", new Uri(\"https://example.com/a.png\"))\n    .AddVoiceId(\"a\")\n    .AddVoiceId(\"b\")";
        return FixTest.AssertFixesAsync(
            new RemoveElementsFix(),
            title,
            FixTest.InMethod($"{builder}\n    .{surplus}\n    .WithCfgScale(1)\n    .Build();"),
            FixTest.InMethod($"{builder}\n    .WithCfgScale(1)\n    .Build();"));
    }

    [Fact]
    public Task A_duplicate_call_on_a_builder_is_removed() => FixTest.AssertFixesAsync(
        new RemoveDuplicateFix(),
        "Remove the duplicate",
        Acme.Clip("Tags = AcmeClipRequest.CreateBuilder().AddTag(\"a\").AddTag(\"b\").AddTag(\"a\").Build().Tags"),
        Acme.Clip("Tags = AcmeClipRequest.CreateBuilder().AddTag(\"a\").AddTag(\"b\").Build().Tags"),
        Acme.Schema);

    [Fact]
    public Task Two_lists_are_each_cut_to_their_own_length() => FixTest.AssertFixesAsync(
        new RemoveElementsFix(),
        "Remove the extra item",
        FixTest.InMethod(Request("Elements", "[new(), new(), new(), new() { ReferenceImageUrls = [\"a\", \"b\", \"c\", \"d\"] }], VoiceIds = [\"a\", \"b\", \"c\"]")),
        FixTest.InMethod(Request("Elements", "[new(), new(), new()], VoiceIds = [\"a\", \"b\"]")));

    [Theory]
    [InlineData("string[] more = [\"b\", \"c\"];", "[\"a\", .. more]")]
    [InlineData("string[] ids = [\"a\", \"b\", \"c\"];", "ids")]
    public Task Items_that_are_not_written_in_the_list_are_kept(string list, string value) =>
        FixTest.AssertNotFixedAsync(new RemoveElementsFix(), FixTest.InMethod(list + "\n" + Request("VoiceIds", value)));

    [Theory]
    [InlineData("[\"a\", \"b\", \"a\"]", "[\"a\", \"b\"]")]
    [InlineData("[\"a\", \"a\", \"a\"]", "[\"a\"]")]
    [InlineData("[\"a\", /* again */ \"a\", \"b\"]", "[\"a\", \"b\"]")]
    [InlineData("new[] { \"a\", \"a\" }", "new[] { \"a\" }")]
    [InlineData("new List<string> { \"b\", \"a\", \"a\" }", "new List<string> { \"b\", \"a\" }")]
    [InlineData("ImmutableArray.Create(\"a\", \"a\", \"b\")", "ImmutableArray.Create(\"a\", \"b\")")]
    public Task Duplicates_are_removed(string before, string after) => FixTest.AssertFixesAsync(
        new RemoveDuplicateFix(), "Remove the duplicate", Acme.Clip("Tags = " + before), Acme.Clip("Tags = " + after), Acme.Schema);

    private static string Request(string property, string value) =>
        $"_ = new Kling3ProImage2VideoRequest {{ Prompt = \"A\", StartImageUrl = new Uri(\"https://example.com/a.png\"), {property} = {value} }};";
}
