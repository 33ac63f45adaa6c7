using System.Text.Json;

namespace Kling.Cli.Tests;

public sealed class EstimateTests
{
    private const string Priced =
        """
        {"title":"Priced","type":"object","properties":{"duration":{"type":"string","enum":["5","10"],"default":"5"},"mode":{"type":"string"}},
         "x-cost":{"rule":{"per":"duration","rates":[{"when":{"mode":"std"},"usd":0.21},{"usd":0.28}]}}}
        """;

    [Fact]
    public async Task The_range_and_the_average_of_the_models_page_are_shown()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("estimate", "kling-o3-text2video", "--prompt", "A hill.");

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
        Assert.Equal("kling-o3-text2video: about 2.34 USD, 0.63 to 5.25 USD (range)\n", result.Out);
    }

    [Theory]
    [InlineData("1.40 USD")]
    [InlineData("2.80 USD", "--duration", "10")]
    [InlineData("2.10 USD", "--duration", "10", "--mode", "std")]
    public async Task A_price_list_is_applied_to_the_options(string cost, params string[] options)
    {
        using var cli = new Cli();
        cli.Write("priced/priced.json", Priced);

        CliResult result = await cli.RunAsync(["estimate", "priced", "--schemas", "priced", .. options]);

        Assert.Equal($"priced: {cost} (rule)\n", result.Out);
    }

    [Fact]
    public async Task The_JSON_has_all_figures()
    {
        using var cli = new Cli();

        JsonElement json = (await cli.RunAsync("estimate", "kling-o1-image-to-video", "--json", "--prompt", "A hill.", "--start-image-url", "https://example.com/a.png")).Json();

        Assert.Equal(
            """{"slug":"kling-o1-image-to-video","cost_usd":{"lowest":null,"expected":0.91,"highest":null,"source":"average"}}""",
            JsonSerializer.Serialize(json));
    }

    [Fact]
    public async Task A_request_that_violates_its_schema_is_refused()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("estimate", "kling-o3-text2video");

        Assert.Equal(ExitCodes.InvalidRequest, result.ExitCode);
        Assert.Contains("prompt", result.Error, StringComparison.Ordinal);
    }
}
