using System.Text.Json.Nodes;
using Kling.Tests;

namespace Kling.Cli.Tests;

/// <summary>The command gives the rows of the table of formats their verdict, from a file and from an option.</summary>
public sealed class FormatTests
{
    private const string Slug = "house-formats";

    public static TheoryData<string> Formats => [.. FormatTable.Formats];

    [Fact]
    public async Task A_uri_for_a_shipped_model_is_validated_by_its_generated_type()
    {
        IEnumerable<JsonNode> elements = FormatTable.Of("uri").Select(static row => new JsonObject { ["frontal_image_url"] = row.Text });
        using var cli = new Cli
        {
            Input = new JsonObject { ["prompt"] = "x", ["start_image_url"] = "https://example.com/", ["elements"] = new JsonArray([.. elements]) }.ToJsonString(),
        };

        CliResult result = await cli.RunAsync("validate", "kling-3-pro-image2video", "-", "--json");

        AssertVerdicts("uri", index => $"/elements/{index}/frontal_image_url", result);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_uri_for_a_model_from_a_file_is_validated_in_the_same_way(string format)
    {
        using var cli = new Cli { Input = new JsonObject { ["texts"] = new JsonArray([.. FormatTable.Of(format).Select(static row => (JsonNode)row.Text)]) }.ToJsonString() };
        _ = cli.Write($"mine/{Slug}.json", $$"""
            { "type": "object", "properties": { "texts": { "type": "array", "items": { "type": "string", "format": "{{format}}" } } } }
            """);

        CliResult result = await cli.RunAsync("--schemas", "mine", "validate", Slug, "-", "--json");

        AssertVerdicts(format, index => $"/texts/{index}", result);
    }

    [Theory]
    [InlineData("C:\\x.png")]
    [InlineData("x.png")]
    [InlineData("https://exa mple.com")]
    [InlineData("https://example.com/ ")]
    [InlineData("https://example.com/%zz")]
    [InlineData("https://example.com/é")]
    [InlineData("http://[::1")]
    [InlineData("http://h:99999")]
    public async Task A_uri_in_an_option_is_validated_before_anything_is_sent(string text)
    {
        using var cli = new Cli { ApiKey = Cli.Key };

        CliResult result = await cli.RunAsync("submit", "kling-3-pro-image2video", "--prompt", "x", $"--start-image-url={text}", "--yes");

        Assert.Equal(ExitCodes.InvalidRequest, result.ExitCode);
        Assert.StartsWith($"  /start_image_url: \"{text}\" is not an absolute URI (RFC 3986). ", result.ErrorLines[1], StringComparison.Ordinal);
        Assert.Equal(0, cli.Wire.Requests);
    }

    private static void AssertVerdicts(string format, Func<int, string> path, CliResult result) => Assert.Equal(
        FormatTable.Of(format).Select((row, index) => (row.IsValid, Path: path(index))).Where(static row => !row.IsValid).Select(static row => row.Path),
        result.Json().GetProperty("violations").EnumerateArray()
            .Where(static violation => violation.GetProperty("keyword").GetString() == "format")
            .Select(static violation => violation.GetProperty("path").GetString()));
}
