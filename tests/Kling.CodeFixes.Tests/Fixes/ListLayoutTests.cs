namespace Kling.CodeFixes.Tests.Fixes;

/// <summary>What stays of a list's lines and comments when items are removed.</summary>
public sealed class ListLayoutTests
{
    [Theory]
    [InlineData("new string[3] { \"a\", \"b\", \"c\" }", "new string[] { \"a\", \"b\" }")]
    [InlineData("new string[4] { \"a\", \"b\", \"c\", \"d\", }", "new string[] { \"a\", \"b\", }")]
    [InlineData("new string[1 + 2]\n{\n    \"a\", // first\n    \"b\",\n    \"c\", // third\n}", "new string[]\n{\n    \"a\", // first\n    \"b\",\n}")]
    [InlineData("new string[] { \"a\", \"b\", \"c\" }", "new string[] { \"a\", \"b\" }")]
    [InlineData("ImmutableArray.Create(item1: \"a\", item2: \"b\", item3: \"c\")", "ImmutableArray.Create(item1: \"a\", item2: \"b\")")]
    [InlineData("ImmutableArray.Create(items: [\"a\", \"b\", \"c\"])", "ImmutableArray.Create(items: [\"a\", \"b\"])")]
    [InlineData("[\n    \"a\",\n    \"b\",\n    \"c\"]", "[\n    \"a\",\n    \"b\"]")]
    [InlineData("[\"a\",\n    \"b\",\n    \"c\", \"d\"]", "[\"a\",\n    \"b\"]")]
    [InlineData("[\"a\", \"b\", // two\n    \"c\"]", "[\"a\", \"b\" // two\n    ]")]
    [InlineData("[\"a\", \"b\", \"c\", // all\n]", "[\"a\", \"b\", // all\n]")]
    [InlineData("[\"a\", \"b\", \"c\" // all\n]", "[\"a\", \"b\" // all\n]")]
    [InlineData("[\"a\" /* 1 */, \"b\" /* 2 */, \"c\" /* 3 */]", "[\"a\" /* 1 */, \"b\" /* 2 */]")]
    [InlineData("[/* 1 */ \"a\", /* 2 */ \"b\", /* 3 */ \"c\"]", "[/* 1 */ \"a\", /* 2 */ \"b\"]")]
    [InlineData(
        "[\n    // first\n    \"a\",\n    // second\n    \"b\",\n    // third\n    \"c\"\n]",
        "[\n    // first\n    \"a\",\n    // second\n    \"b\"\n]")]
    [InlineData("[\n    \"a\"\n    , \"b\" // second\n    , \"c\" // third\n]", "[\n    \"a\"\n    , \"b\" // second\n]")]
    [InlineData("[\n    \"a\", // first\n    \"b\", // second\n    \"c\", // third\n    \"d\" // fourth\n    // end\n]", "[\n    \"a\", // first\n    \"b\" // second\n    // end\n]")]
    public Task Surplus_items_are_removed_with_their_own_comments_and_lines(string before, string after)
    {
        string title = before.Contains("\"d\"", StringComparison.Ordinal) ? "Remove the 2 extra items" : "Remove the extra item";
        return FixTest.AssertFixesAsync(new RemoveElementsFix(), title, Voices(before), Voices(after));
    }

    [Theory]
    [InlineData("[\n    \"a\", // first\n    \"a\", // again\n    \"b\", // second\n]", "[\n    \"a\", // first\n    \"b\", // second\n]")]
    [InlineData("[\n    \"a\",\n\n    // more\n\n    // again\n    \"a\",\n    \"b\",\n]", "[\n    \"a\",\n\n    // more\n\n    \"b\",\n]")]
    [InlineData("[\n    \"a\", \"c\",\n    \"a\", /* b */ \"b\"\n]", "[\n    \"a\", \"c\",\n    /* b */ \"b\"\n]")]
    [InlineData("[\"a\", /* again */ \"a\", /* b */ \"b\"]", "[\"a\", /* b */ \"b\"]")]
    [InlineData("[\"a\", \"a\", // twice\n    \"b\"]", "[\"a\", // twice\n    \"b\"]")]
    [InlineData("new string[3] { \"a\", \"a\", \"b\" }", "new string[] { \"a\", \"b\" }")]
    [InlineData("ImmutableArray.Create(item1: \"a\", item2: \"a\", item3: \"b\")", "ImmutableArray.Create(item1: \"a\", item2: \"b\")")]
    [InlineData("[\"a\", \"a\", \"b\", \"b\"]", "[\"a\", \"b\"]")]
    public Task A_duplicate_is_removed_with_its_own_comments_and_lines(string before, string after) => FixTest.AssertFixesAsync(
        new RemoveDuplicateFix(), "Remove the duplicate", Acme.Clip("Tags = " + before), Acme.Clip("Tags = " + after), Acme.Schema);

    [Theory]
    [InlineData("\n    .AddVoiceId(\"b\") // b\n    .AddVoiceId(\"c\") // c\n    .WithCfgScale(1)", "\n    .AddVoiceId(\"b\") // b\n    .WithCfgScale(1)")]
    [InlineData("\n    .AddVoiceId(\"b\")\n    // the third\n    .AddVoiceId(item: \"c\")\n    .WithCfgScale(1)", "\n    .AddVoiceId(\"b\")\n    .WithCfgScale(1)")]
    [InlineData(".AddVoiceId(\"b\") /* b */.AddVoiceId(\"c\") /* c */.WithCfgScale(1)", ".AddVoiceId(\"b\") /* b */.WithCfgScale(1)")]
    [InlineData(".AddVoiceId(\"b\").AddVoiceId(\"c\") // both\n    .WithCfgScale(1)", ".AddVoiceId(\"b\") // both\n    .WithCfgScale(1)")]
    public Task A_surplus_call_is_removed_with_its_own_comments(string before, string after)
    {
        const string builder = "_ = Kling3ProImage2VideoRequest.CreateBuilder(\"A\", new Uri(\"https://example.com/a.png\")).AddVoiceId(\"a\")";
        return FixTest.AssertFixesAsync(new RemoveElementsFix(), "Remove the extra item", FixTest.InMethod(builder + before + ".Build();"), FixTest.InMethod(builder + after + ".Build();"));
    }

    [Fact]
    public Task No_fix_is_offered_next_to_a_preprocessor_directive() => FixTest.AssertNotFixedAsync(
        new RemoveElementsFix(), Voices("[\n    \"a\",\n    \"b\",\n#if !LITE\n    \"c\",\n#endif\n]"));

    private static string Voices(string list) => FixTest.InMethod(
        $"_ = new Kling3ProImage2VideoRequest {{ Prompt = \"A\", StartImageUrl = new Uri(\"https://example.com/a.png\"), VoiceIds = {list} }};")
        .Replace("using System.Threading.Tasks;", "using System.Collections.Immutable;\nusing System.Threading.Tasks;", StringComparison.Ordinal);
}
