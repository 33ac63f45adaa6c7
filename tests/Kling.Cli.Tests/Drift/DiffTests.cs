using System.Text.Json;

namespace Kling.Cli.Tests;

public sealed class DiffTests
{
    [Theory]
    [MemberData(nameof(TestPage.Layouts), MemberType = typeof(TestPage))]
    public async Task A_schema_that_matches_its_page_has_no_differences(string page)
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("diff", cli.Write("acme-wave.json", TestPage.Schema), cli.Write("page.txt", page));

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
        Assert.Equal("no drift: acme-wave.json matches page.txt\n", result.Out);
        Assert.Equal("", result.Error);
    }

    [Theory]
    [InlineData("/v2/acme-wave", "/v2/acme-tide", "", "slug", "acme-wave", "acme-tide")]
    [InlineData("Returns: Image", "Returns: Video", "", "x-output", "image", "video")]
    [InlineData("~12.50s\n", "~12.50s\n$0.630 - $5.25 per generation\n", "", "x-cost", "(not stated)", "0.63 to 5.25")]
    [InlineData("~12.50s\n", "~12.50s\n$0.035 per generation\n", "", "x-cost", "(not stated)", "0.035 to 0.035")]
    [InlineData("calmoptional\nboolean\n", "", "calm", "parameter", "boolean", "(missing)")]
    [InlineData("styleoptional\n", "seedoptional\ninteger\n\nstyleoptional\n", "seed", "parameter", "(missing)", "integer")]
    [InlineData("imagerequired\nstring (uri)\n", "", "layers[].image", "parameter", "string (uri)", "(missing)")]
    [InlineData("string (uri)", "string", "layers[].image", "type", "string (uri)", "string")]
    [InlineData("object[]", "object[][]", "layers", "type", "object[]", "object[][]")]
    [InlineData("promptrequired", "promptoptional", "prompt", "required", "required", "optional")]
    [InlineData("imagerequired", "imageoptional", "layers[].image", "required", "required", "optional")]
    [InlineData("Default: true", "Default: false", "calm", "default", "true", "false")]
    [InlineData("Describe the wave.\n", "Describe the wave.\n\nDefault: \"x\"\n", "prompt", "default", "(not stated)", "\"x\"")]
    [InlineData("Range: 1 - 9", "Range: 2 - 9", "height", "minimum", "1", "2")]
    [InlineData("Default: 2Range: 1 - 9", "Default: 1e+99999999999Range: 1 - 1e+99999999999", "height", "maximum", "9", "1e+99999999999")]
    [InlineData("Range: 1 - 9", "Range: 1 - 12", "height", "maximum", "9", "12")]
    [InlineData("Hard light\"hard\"", "Hard light\"hard\"\n\"wild\"", "style", "enum", "\"soft\", \"hard\"", "\"soft\", \"hard\", \"wild\"")]
    [InlineData("\nHard light\"hard\"", "", "style", "enum", "\"soft\", \"hard\"", "\"soft\"")]
    [InlineData("Hard light\"hard\"", "Hard light\"hard\"+2 more", "style", "enum", "\"soft\", \"hard\"", "\"soft\", \"hard\" of 4")]
    [InlineData("Describe the wave.\n", "Describe the wave.\n\nAllowed values :\n\"a\"\"b\"\n", "prompt", "enum", "(any)", "\"a\", \"b\"")]
    public async Task Differences_are_listed_with_both_sides_and_have_their_own_exit_code(string old, string replacement, string parameter, string what, string schema, string page)
    {
        using var cli = new Cli();
        string schemaPath = cli.Write("acme-wave.json", TestPage.Schema);
        string pagePath = cli.Write("page.txt", TestPage.With(old, replacement));

        CliResult table = await cli.RunAsync("diff", schemaPath, pagePath);
        JsonElement json = (await cli.RunAsync("diff", schemaPath, pagePath, "--json")).Json();

        Assert.Equal(ExitCodes.Drift, table.ExitCode);
        Assert.EndsWith("\ndrift: acme-wave.json differs from page.txt\n", table.Out, StringComparison.Ordinal);
        Assert.True(json.GetProperty("drift").GetBoolean());
        Assert.Contains(
            (true, parameter, what, schema, page),
            json.GetProperty("differences").EnumerateArray().Select(static difference => (
                difference.GetProperty("drift").GetBoolean(),
                difference.GetProperty("parameter").GetString()!,
                difference.GetProperty("what").GetString()!,
                difference.GetProperty("schema").GetString()!,
                difference.GetProperty("page").GetString()!)));
        Assert.Contains(table.Out.Split('\n'), line => line.StartsWith("drift ", StringComparison.Ordinal) && line.Contains($" {what} ", StringComparison.Ordinal) && line.EndsWith(page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Makes waves.", "Makes tides.", null)]
    [InlineData("Acme Wave Serverless API", "Acme Tide Serverless API", null)]
    [InlineData("Describe the wave.", "Describe it.", null)]
    [InlineData("Soft light\"soft\"\nHard light\"hard\"", "\"hard\"\"soft\"", null)]
    [InlineData("~12.50s", "~99s", "x-typical-seconds")]
    [InlineData("~12.50s\n", "", "x-typical-seconds")]
    [InlineData("~12.50s\n", "~12.50s\n~$0.912\n", "x-typical-cost")]
    [InlineData("Default: true\n", "", "default")]
    [InlineData("Range: 1 - 9", "", "minimum maximum")]
    [InlineData("Allowed values :\nSoft light\"soft\"\nHard light\"hard\"\n", "", "enum")]
    [InlineData("promptrequired\nstring\n", "promptrequired\ntext\n", null)]
    [InlineData("Array items:\nimagerequired\nstring (uri)\n\nalphaoptional\nnumber\n\nBetween 0 and 1.\n", "", "parameter parameter")]
    public async Task Descriptions_and_parameters_missing_on_the_page_are_not_differences(string old, string replacement, string? notes)
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("diff", cli.Write("acme-wave.json", TestPage.Schema), cli.Write("page.txt", TestPage.With(old, replacement)), "--json");

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
        JsonElement[] differences = [.. result.Json().GetProperty("differences").EnumerateArray()];
        Assert.All(differences, static difference => Assert.False(difference.GetProperty("drift").GetBoolean()));
        Assert.Equal(notes ?? "", string.Join(' ', differences.Select(static difference => difference.GetProperty("what").GetString())));
    }

    [Theory]
    [InlineData("\"x-cost\": { \"range\": [0.63, 5.25] }", "$0.630 - $5.25 per generation", "")]
    [InlineData("\"x-cost\": { \"range\": [0.63, 5.25] }", "$0.630 - $6.30 per generation", "x-cost 0.63 to 5.25 -> 0.63 to 6.3")]
    [InlineData("\"x-cost\": { \"range\": [0.63, 5.25] }", "~$1.3", "note x-typical-cost (not stated) -> 1.3, note x-cost 0.63 to 5.25 -> (not stated)")]
    [InlineData("\"x-typical-cost\": 1.3", "~$1.30 per generation", "")]
    [InlineData("\"x-typical-cost\": 1.3", "~$1.31", "note x-typical-cost 1.3 -> 1.31")]
    [InlineData("\"x-typical-cost\": 0.035, \"x-cost\": { \"range\": [0.035, 0.035] }", "$0.035 per generation", "")]
    public async Task A_price_is_compared_and_an_average_is_only_a_note(string schema, string price, string expected)
    {
        using var cli = new Cli();
        string schemaPath = cli.Write("acme-wave.json", TestPage.Schema.Replace("\"x-status\"", schema + ", \"x-status\"", StringComparison.Ordinal));

        CliResult result = await cli.RunAsync("diff", schemaPath, cli.Write("page.txt", TestPage.With("~12.50s\n", $"~12.50s\n{price}\n")), "--json");

        Assert.Equal(expected, Differences(result));
        Assert.Equal(expected.StartsWith("x-cost", StringComparison.Ordinal) ? ExitCodes.Drift : ExitCodes.Ok, result.ExitCode);
    }

    [Theory]
    [InlineData("partial", false, "x-status partial -> complete")]
    [InlineData("complete", true, "note x-status complete -> partial")]
    [InlineData("partial", true, "")]
    [InlineData(null, false, "note x-status (not stated) -> complete")]
    public async Task The_status_of_a_schema_is_compared_with_how_much_of_the_page_is_there(string? status, bool isCut, string expected)
    {
        using var cli = new Cli();
        string schema = TestPage.Schema.Replace("  \"x-status\": \"complete\",\n", status is null ? "" : $"  \"x-status\": \"{status}\",\n", StringComparison.Ordinal);
        string page = isCut ? TestPage.Spaced[..TestPage.Spaced.IndexOf("Response Type", StringComparison.Ordinal)] : TestPage.Spaced;

        CliResult result = await cli.RunAsync("diff", cli.Write("acme-wave.json", schema), cli.Write("page.txt", page), "--json");

        Assert.Equal(expected, string.Join(", ", Differences(result).Split(", ").Where(static difference => difference.Contains("x-status", StringComparison.Ordinal))));
        Assert.Equal(expected.StartsWith("x-status", StringComparison.Ordinal) ? ExitCodes.Drift : ExitCodes.Ok, result.ExitCode);
    }

    [Fact]
    public async Task A_shortened_list_on_the_page_is_compared_as_far_as_it_is_shown()
    {
        using var cli = new Cli();
        string page = cli.Write("page.txt", TestPage.With("Hard light\"hard\"", "+1 more"));

        CliResult same = await cli.RunAsync("diff", cli.Write("acme-wave.json", TestPage.Schema), page);
        CliResult open = await cli.RunAsync("diff", cli.Write("acme-wave.json", TestPage.Schema.Replace("\"enum\"", "\"examples\"", StringComparison.Ordinal)), page);
        CliResult other = await cli.RunAsync("diff", cli.Write("acme-wave.json", TestPage.Schema.Replace("[\"soft\", \"hard\"]", "[\"wild\", \"hard\"]", StringComparison.Ordinal)), page);

        Assert.Equal("no drift: acme-wave.json matches page.txt\n", same.Out);
        Assert.Equal(ExitCodes.Ok, open.ExitCode);
        Assert.Contains("note ", open.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Drift, other.ExitCode);
    }

    [Fact]
    public async Task A_schema_with_equivalent_keywords_has_no_differences()
    {
        using var cli = new Cli();
        string schema = TestPage.Schema
            .Replace("\"default\": 2", "\"default\": 2.0", StringComparison.Ordinal)
            .Replace("\"type\": \"boolean\"", "\"type\": [\"boolean\", \"null\"]", StringComparison.Ordinal)
            .Replace("\"required\": [\"image\"]", "\"required\": [\"image\"], \"title\": \"Layer\"", StringComparison.Ordinal);

        CliResult result = await cli.RunAsync("diff", cli.Write("acme-wave.json", schema), cli.Write("page.txt", TestPage.Spaced));

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
    }

    private static string Differences(CliResult result) =>
        string.Join(", ", result.Json().GetProperty("differences").EnumerateArray().Select(static difference =>
            $"{(difference.GetProperty("drift").GetBoolean() ? "" : "note ")}{difference.GetProperty("what")} {difference.GetProperty("schema")} -> {difference.GetProperty("page")}"));

    [Theory]
    [InlineData("{ \"type\": }", "mine.json(1,11): not JSON")]
    [InlineData("[]", "mine.json is not a schema: it does not contain a JSON object")]
    public async Task A_file_that_is_not_a_schema_is_a_usage_error(string schema, string expected)
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("diff", cli.Write("mine.json", schema), cli.Write("page.txt", TestPage.Spaced));

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.StartsWith("error: " + expected, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }
}
