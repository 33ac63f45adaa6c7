using System.Text.Json;

namespace Kling.Cli.Tests;

/// <summary>The oldest layout of pages: what such a page states is used, and everything else is a remark.</summary>
public sealed class AttributesLayoutTests
{
    [Fact]
    public void A_page_becomes_a_schema_with_its_limits_and_values()
    {
        var draft = SchemaDraft.Of(PageReader.Read(TestPage.Oldest, "page.txt"), slug: null);

        Assert.Equal(["The page says that the response is image/jpeg, which is not reliable in this layout. Write \"x-output\"."], draft.Remarks.Select(static remark => remark.Text));
        JsonElement schema = JsonElement.Parse(draft.Schema.ToJsonString());
        Assert.Equal("complete", schema.GetProperty("x-status").GetString());
        Assert.True(JsonElement.DeepEquals(
            JsonElement.Parse(
                """
                {
                  "prompt": { "type": "string", "description": "Describe the wave." },
                  "image_url": { "type": "string", "description": "What lies on it." },
                  "calm": { "type": "boolean", "description": "Whether it is calm.", "default": true },
                  "height": { "type": "integer", "description": "Height in metres.", "default": 2, "minimum": 1, "maximum": 9 },
                  "speed": { "type": "number", "description": "How fast it moves.", "default": 0.5, "maximum": 1 },
                  "style": { "type": "string", "description": "How it looks.", "enum": ["soft", "hard"], "default": "soft" }
                }
                """),
            schema.GetProperty("properties")), draft.Schema.ToJsonString());
    }

    // Each row: the lines of a parameter, what becomes of it, and the remark.
    [Theory]
    [InlineData("heightint ( default: 2 )\nmin : 1,", "2 [1, ] ", null)]
    [InlineData("heightint ( default: 2 )\nmax : 9", "2 [, 9] ", null)]
    [InlineData("heightint ( default: 2 )\nmin : 1, max : 9", "2 [1, 9] ", null)]
    [InlineData("heightint ( default: 2 )\nmax: 9\nmin: 1", "2 [1, 9] ", null)]
    [InlineData("speedfloat ( default: 0.5 )\nmin : \u22121,\nmax : 1e-05", "0.5 [-1, 1e-05] ", null)]
    [InlineData("heightint ( default: 2 )\nmin : 1,\nmin : 9", "2 [1, ] ", "\"min : 9\" is the second limit of its kind and is not used. It may be the maximum 9.")]
    [InlineData("heightint ( default: 2 )\nmax : 8\nmax : 9", "2 [, 8] ", "\"max : 9\" is the second limit of its kind and is not used. It may be the maximum 9.")]
    [InlineData("heightint ( default: 2 )\nmin : 9,\nmax : 1", "2  ", "\"max : 1\" contradicts the other limit. Neither is used.")]
    [InlineData("heightint ( default: 2 )\nmax : 1.2.3", "2  ", "\"max : 1.2.3\" is not understood, so the parameter has no such limit.")]
    [InlineData("heightint ( default: 2 )\nmax : many", "2  ", "\"max : many\" is not understood, so the parameter has no such limit.")]
    [InlineData("stylestr ( default: soft )\nmax : 9", "\"soft\"  ", "\"max : 9\" is a limit, but the parameter is not a number. It is not used.")]
    [InlineData("styleenum:str ( default: soft )\nAllowed values: soft, hard", "\"soft\"  \"soft\" \"hard\"", null)]
    [InlineData("styleenum:str ( default: soft )\nAllowed values:\n\"soft\"\"hard\"", "\"soft\"  \"soft\" \"hard\"", null)]
    [InlineData("styleenum:str ( default: soft )\nAllowed values:\n\"soft\"\n\"hard\"", "\"soft\"  \"soft\" \"hard\"", null)]
    [InlineData("styleenum:str *\nAllowed values:\nsoft\nvery hard", "  \"soft\" \"very hard\"", null)]
    [InlineData("styleenum:str ( default: soft )\nAllowed values:\nsoft", "\"soft\"  \"soft\"", null)]
    [InlineData("styleenum:str *\nAllowed values:\nsofthard", "  ", "The page shows the allowed values without separators: softhard. The separate values cannot be determined, so any value is allowed. Write them as \"enum\".")]
    [InlineData("styleenum:str ( default: soft )\nAllowed values:\nmild\nhard", "\"soft\"  \"mild\" \"hard\" …", "The default is not one of the values that the page shows, so any value is allowed. Write all of them as \"enum\".")]
    [InlineData("styleenum:str ( default: soft )\nAllowed values:\nsoft\nIt is best to take the first of them.", "\"soft\"  ", "The page shows the allowed values without separators: soft It is best to take the first of them.. The separate values cannot be determined, so any value is allowed. Write them as \"enum\".")]
    [InlineData("styleenum:str ( default: soft )\nAllowed values:\n", "\"soft\"  ", "The page has a heading for allowed values, but lists none. Write them as \"enum\".")]
    [InlineData("styleenum:str ( default: soft )\nHow it looks.", "\"soft\"  ", "The page calls this an enum, but shows no allowed values. Write them as \"enum\".")]
    [InlineData("sizeenum:int ( default: 512 )\nAllowed values:\n512\n1024", "512  512 1024", null)]
    [InlineData("sizeenum:int ( default: 512 )\nAllowed values:\n512, large", "512  ", "The page shows the allowed values without separators: 512, large. The separate values cannot be determined, so any value is allowed. Write them as \"enum\".")]
    [InlineData("image_urlurl *", "  ", "The type \"url\" is not understood, so any value is allowed. Write \"type\".")]
    [InlineData("image_urlenum:url *", "  ", "The type \"enum:url\" is not understood, so any value is allowed. Write \"type\".")]
    public void A_line_of_a_parameter_is_used_if_it_is_certain(string lines, string expected, string? remark)
    {
        ModelPage page = PageReader.Read(
            $"1 const data = {{ \"image_url\": \"x\" }}; https://api.segmind.com/v1/acme\nAttributes\n\n{lines.Replace("\n", "\n\n", StringComparison.Ordinal)}\n\nWatch the x-remaining-credits header.\n",
            "page.txt");

        PageParameter parameter = Assert.Single(page.Parameters);
        string range = parameter.Range is { } limits ? $"[{limits.Minimum}, {limits.Maximum}]" : "";
        string values = string.Join(' ', parameter.Allowed?.Shown.Select(static value => value.Json.GetRawText()) ?? []);
        Assert.Equal(expected, $"{parameter.Default?.GetRawText()} {range} {values}{(parameter.Allowed?.IsCut is true ? " …" : "")}");
        Assert.Equal(remark is null ? [] : [remark], page.Remarks.Where(static remark => !remark.Text.Contains("an enum, but", StringComparison.Ordinal) || remark.Parameter != "image_url").Select(static remark => remark.Text));
        Assert.All(page.Remarks, found => Assert.Equal(parameter.Name, found.Parameter));
    }

    [Fact]
    public void A_parameter_whose_name_cannot_be_read_is_left_out_and_the_schema_is_partial()
    {
        ModelPage page = PageReader.Read(TestPage.Oldest.Replace("heightint", "heighturl", StringComparison.Ordinal), "page.txt");

        Assert.Equal(["prompt", "image_url", "calm", "speed", "style"], page.Parameters.Select(static parameter => parameter.Name));
        Assert.Equal("The page contains a parameter that is not understood. It is missing.", page.Cut);
        Assert.Contains(page.Remarks, static remark => remark.Text == "\"heighturl ( default: 2 ) Affects Pricing\" seems to begin a parameter of a type that is not understood. It is left out. Add it.");
        Assert.DoesNotContain("Height in metres", string.Concat(page.Parameters.Select(static parameter => parameter.Description)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Default: 2Range: 3 - 9")]
    [InlineData("Default: 20Range: 1 - 9")]
    public void Limits_that_refuse_the_default_of_the_page_are_not_used(string line)
    {
        var draft = SchemaDraft.Of(PageReader.Read(TestPage.With("Default: 2Range: 1 - 9", line), "page.txt"), slug: null);

        JsonElement height = JsonElement.Parse(draft.Schema.ToJsonString()).GetProperty("properties").GetProperty("height");
        Assert.False(height.TryGetProperty("minimum", out _) || height.TryGetProperty("maximum", out _));
        Assert.Contains(draft.Remarks, static remark => remark is { Parameter: "height", Text: "The page's default is outside of its limits, so there are none. Write \"minimum\" and \"maximum\"." });
    }
}
