using System.Text.Json;

namespace Kling.Cli.Tests;

/// <summary>What the older layouts of pages contain beside the newest.</summary>
public sealed class LayoutTests
{
    [Theory]
    [InlineData("$0.630 - $5.25 per generation", "null 0.630 5.25")]
    [InlineData("$0.035 per generation", "0.035 0.035 0.035")]
    [InlineData("~$1.3", "1.3  ")]
    [InlineData("$5 - $1 per generation", "")]
    [InlineData("$0.2 per second", "")]
    [InlineData("$99999999999999999999999999999999 per generation", "")]
    public void A_price_is_a_range_a_fixed_price_or_an_average(string line, string expected)
    {
        PagePrice? price = PagePrice.Read(line);

        string average = FormattableString.Invariant($"{price?.Average}");
        Assert.Equal(expected, price is null ? "" : FormattableString.Invariant($"{(average.Length > 0 ? average : "null")} {price.Range?.Lowest} {price.Range?.Highest}"));
    }

    [Theory]
    [InlineData("5510", "5", "", "5 of 5 10")]
    [InlineData("10510", "10", "", "10 of 5 10")]
    [InlineData("55", "5", "", "5 of 5")]
    [InlineData("5510", null, "5 or 10 seconds", "5 of 5 10")]
    [InlineData("5510", null, "Seconds", null)]
    [InlineData("55", null, "Up to 5", null)]
    [InlineData("5510", "5510", "5 or 10", null)]
    public void A_default_in_front_of_its_values_is_split_if_the_example_or_the_description_confirms_it(string digits, string? sample, string description, string? expected)
    {
        string? read = NumberRun.WithDefault(digits, sample, description) is (var standard, var values) ? $"{standard} of {string.Join(' ', values)}" : null;

        Assert.Equal(expected, read);
    }

    [Fact]
    public void A_joined_page_with_data_seconds_and_price_is_read()
    {
        ModelPage page = PageReader.Read(
            """
            Acme Serverless API
            Makes waves.
            ~12.5s
            ~$0.9
            1data = {
            2 "duration": "5",
            3 "calm": true,
            4 "layers": [ { "prompt": "a } b" } ]
            5}
            6print(1)API Endpoint
            POST
            https://api.segmind.com/v1/acmeParameters
            durationoptionalintegerSeconds of the clip
            5510elementsoptionalstringA list.
            nullimage_urlsoptionalstring[]Pictures.
            []modeoptionalstringCamera.
            """ + "\n\"\"\"pan\"\"tilt\"Response Type\nReturns: Video\n",
            "page.txt");

        Assert.Equal((12.5m, 0.9m, "acme"), (page.TypicalSeconds, page.Price?.Average, page.Slug));
        Assert.Equal(
            ["duration 5 [5 10]", "elements null []", "image_urls [] []", "mode \"\" [pan tilt]"],
            page.Parameters.Select(static parameter => $"{parameter.Name} {parameter.Default?.GetRawText()} [{string.Join(' ', parameter.Allowed?.Shown.Select(static value => value.Json.ToString()) ?? [])}]"));
        Assert.Equal(["duration", "calm", "layers"], page.Example!.Body.EnumerateObject().Select(static member => member.Name));
        Assert.Equal("duration", Assert.Single(page.Remarks).Parameter);
    }

    [Fact]
    public void The_attributes_of_the_oldest_pages_are_read()
    {
        ModelPage page = PageReader.Read(
            """
            POST
            1 const url = "https://api.segmind.com/v1/acme-wave"; const data = { "imageimage": "x", "calm": true };
            Attributes

            imageimage *

            A picture.

            promptstr ( default: 1 )

            A text.

            cfg_scalefloat ( default: 0.5 ) 

            Strength.

            min : 0,
            max : 1

            calmbool ( default: True )

            stepsint ( default: 1 )

            modeenum:str ( default: pro )

            layerslist ( default: 1 )

            Watch the x-remaining-credits header.
            """,
            "page.txt");

        Assert.Equal(("acme-wave", "Acme Wave", null), (page.Slug, page.Title, page.Cut));
        Assert.Equal(
            ["image string True ", "prompt string False ", "cfg_scale number False 0.5", "calm boolean False true", "steps integer False ", "mode string False \"pro\"", "layers array False "],
            page.Parameters.Select(static parameter => $"{parameter.Name} {parameter.Type} {parameter.IsRequired} {parameter.Default?.GetRawText()}"));
        Assert.Equal("0 1", $"{page.Parameters[2].Range?.Minimum} {page.Parameters[2].Range?.Maximum}");
        Assert.Equal(["steps", "mode"], page.Remarks.Select(static remark => remark.Parameter));
    }

    [Fact]
    public void A_parameter_that_only_the_example_of_a_truncated_page_contains_allows_any_value()
    {
        ModelPage page = PageReader.Read(TestPage.Spaced[..TestPage.Spaced.IndexOf("heightoptional", StringComparison.Ordinal)], "page.txt");

        Assert.Equal(["prompt", "calm", "style"], page.Parameters.Select(static parameter => parameter.Name));
        Assert.Contains("inside the parameter calm", page.Cut, StringComparison.Ordinal);
        Assert.Equal((true, null), (page.Parameters[2].IsOnlyInExample, page.Parameters[2].Type));
    }

    [Fact]
    public void The_sample_page_of_the_README_becomes_a_complete_schema()
    {
        string readme = File.ReadAllText(Path.Combine(Cli.RepositoryRoot, "src", "Kling.Cli", "README.md")).ReplaceLineEndings("\n");
        string sample = readme.Split("```text\n")[1].Split("```")[0];

        var draft = SchemaDraft.Of(PageReader.Read(sample, "acme-clip.txt"), slug: null);

        Assert.Empty(draft.Remarks);
        JsonElement schema = JsonElement.Parse(draft.Schema.ToJsonString());
        Assert.Equal(("Acme Clip", "complete"), (schema.GetProperty("title").GetString(), schema.GetProperty("x-status").GetString()));
        Assert.Equal(["prompt", "duration"], schema.GetProperty("properties").EnumerateObject().Select(static property => property.Name));
        JsonElement duration = schema.GetProperty("properties").GetProperty("duration");
        Assert.Equal(("""["5","10"]""", """["Seconds5","Seconds10"]"""), (duration.GetProperty("enum").GetRawText(), duration.GetProperty("x-enum-names").GetRawText()));
    }
}
