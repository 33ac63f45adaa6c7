using System.Text.Json;

namespace Kling.Cli.Tests;

/// <summary>What cannot be taken over is listed with its line, and nothing is guessed.</summary>
public sealed class DoubtTests
{
    [Theory]
    [InlineData("Makes waves.\n", "Makes waves.\n\nOnly 3 credits.\n", 5, null, "\"Only 3 credits.\" is not understood.")]
    [InlineData("API Endpoint\n", "API Endpoint\n\n9 lives\n", 17, null, "\"9 lives\" is not understood.")]
    [InlineData("POSThttps://api.segmind.com/v1/acme-wave\n", "POSThttps://api.segmind.com/v1/acme-tide\n", 17, null, "The page has the slug 'acme-tide' here, but 'acme-wave' earlier. The earlier one is used.")]
    [InlineData("Parameters\n", "Parameters\n\nAll are there.\n", 21, null, "\"All are there.\" is before the first parameter and is not understood.")]
    [InlineData("promptrequired\nstring\n", "promptrequired\ntext\n", 22, "prompt", "The type \"text\" is not understood, so any value is allowed. Write \"type\".")]
    [InlineData("calmoptional\nboolean\n\nWhether it is calm.\n\nDefault: true\n", "calmoptional\n", 27, "calm", "The page gives no type, so any value is allowed. Write \"type\".")]
    [InlineData("Describe the wave.\n", "Describe the wave.\n\nKeep it short.\n", 26, "prompt", "\"Keep it short.\" is read as part of the description. If it states a limit, write it as a keyword.")]
    [InlineData("Default: true\n", "Default: true\nMaximum length: 9\n", 32, "calm", "\"Maximum length: 9\" is read as part of the description. If it states a limit, write it as a keyword.")]
    [InlineData("Default: true\n", "Default: yes, of course\n", 31, "calm", "\"Default: yes, of course\" is not understood, so the parameter has no default. Write \"default\".")]
    [InlineData("Default: 2Range: 1 - 9\n", "Default: 2Range: 1 to 9\n", 37, "height", "\"Default: 2Range: 1 to 9\" is not understood, so the parameter has no default. Write \"default\".")]
    [InlineData("Default: 2Range: 1 - 9\n", "Default: 2\nAllowed values :\n2.53.5\n", 39, "height", "The page shows the allowed values without separators: 2.53.5. The separate values cannot be determined, so any value is allowed. Write them as \"enum\".")]
    [InlineData("Default: 2Range: 1 - 9\n", "Default: 2\nAllowed values :\n\n", 39, "height", "The page has a heading for allowed values, but lists none. Write them as \"enum\".")]
    [InlineData("Default: \"soft\"\nAllowed values :\n", "Default: \"soft\"\nAllowed values (some):\n", 58, "style", "\"Allowed values (some):\" is read as the heading of the allowed values; (some) is not understood.")]
    [InlineData("heightoptional\n", "calmoptional\nboolean\n\nAgain.\n\nheightoptional\n", 32, "calm", "The page lists this parameter twice; the second one is ignored.")]
    [InlineData("Returns: Image\n", "Returns: Smell\n", 64, null, "\"Returns: Smell\" is not understood.")]
    [InlineData("    \"calm\": False,\n", "    \"calm\": maybe,\n", 8, null, "The example request cannot be read, so it was not checked.")]
    public void A_line_that_is_not_understood_gets_a_remark(string old, string replacement, int line, string? parameter, string text)
    {
        ModelPage page = PageReader.Read(TestPage.With(old, replacement), "page.txt");

        Assert.Contains(new PageRemark(line, text) { Parameter = parameter }, page.Remarks);
    }

    [Fact]
    public void A_page_that_is_understood_has_no_remark() =>
        Assert.All((string[])[TestPage.Spaced, TestPage.Joined], static page => Assert.Empty(PageReader.Read(page, "page.txt").Remarks));

    [Fact]
    public void A_shortened_list_does_not_become_an_enum()
    {
        JsonElement style = Draft(TestPage.With("Hard light\"hard\"", "Hard light\"hard\"+2 more"), out IReadOnlyList<PageRemark> remarks).GetProperty("properties").GetProperty("style");

        Assert.False(style.TryGetProperty("enum", out _));
        Assert.Equal("""["soft","hard"]""", style.GetProperty("examples").GetRawText());
        Assert.Contains(remarks, static remark => remark is { Line: 59, Parameter: "style", Suggestion: null } && remark.Text.Contains("2 of 4 allowed values", StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_with_fewer_values_than_its_count_is_a_shortened_list()
    {
        JsonElement style = Draft(TestPage.With("Allowed values :", "Allowed values (3 total):"), out _).GetProperty("properties").GetProperty("style");

        Assert.False(style.TryGetProperty("enum", out _));
    }

    [Fact]
    public void Numbers_without_separators_are_split_if_only_one_split_is_possible()
    {
        JsonElement height = Draft(TestPage.With("Default: 2Range: 1 - 9\n", "Default: 5\nAllowed values (2 total):\n510\n"), out IReadOnlyList<PageRemark> remarks).GetProperty("properties").GetProperty("height");

        Assert.Equal("[5,10]", height.GetProperty("enum").GetRawText());
        Assert.Contains(remarks, static remark => remark is { Line: 39, Parameter: "height" } && remark.Text.Contains("5, 10", StringComparison.Ordinal));
    }

    [Fact]
    public void A_default_that_the_page_does_not_allow_is_omitted()
    {
        JsonElement style = Draft(TestPage.With("Default: \"soft\"", "Default: \"loud\""), out IReadOnlyList<PageRemark> remarks).GetProperty("properties").GetProperty("style");

        Assert.False(style.TryGetProperty("default", out _));
        Assert.Contains(remarks, static remark => remark.Parameter == "style" && remark.Text == "The page gives the default \"loud\", which is not one of its allowed values. The default is not used.");
    }

    [Fact]
    public void Ambiguous_ends_of_item_properties_get_a_remark()
    {
        ModelPage page = PageReader.Read(TestPage.With("alphaoptional", "opacityoptional"), "page.txt");

        PageRemark remark = Assert.Single(page.Remarks);
        Assert.Equal((38, "layers"), (remark.Line, remark.Parameter));
        Assert.Equal("The page does not show which parameters are properties of its items. These are assumed: image. Check them.", remark.Text);
    }

    [Fact]
    public void In_a_joined_page_a_first_value_that_may_be_the_default_gets_a_remark()
    {
        string joined = TestPage.Joined.Replace("\"soft\"Soft light\"soft\"", "\"mild\"\"soft\"", StringComparison.Ordinal).Replace("Hard light\"hard\"", "\"hard\"", StringComparison.Ordinal);
        ModelPage page = PageReader.Read(joined, "page.txt");

        Assert.Contains(page.Remarks, static remark => remark.Parameter == "style" && remark.Text.Contains("\"mild\" is the default or the first of the allowed values", StringComparison.Ordinal));
    }

    private static JsonElement Draft(string text, out IReadOnlyList<PageRemark> remarks)
    {
        var draft = SchemaDraft.Of(PageReader.Read(text, "page.txt"), slug: null);
        remarks = draft.Remarks;
        return JsonElement.Parse(draft.Schema.ToJsonString());
    }
}
