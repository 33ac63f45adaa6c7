using System.Text.Json;

namespace Kling.Cli.Tests;

public sealed class SchemasOptionTests
{
    [Fact]
    public async Task A_schema_file_in_the_folder_is_a_model_that_can_be_listed_run_and_validated()
    {
        using var cli = new Cli();
        _ = cli.Write($"mine/{TestSchema.Slug}.json", TestSchema.Json);
        string body = cli.Write("body.json", """{"text": "this text is longer than the schema allows"}""");

        CliResult list = await cli.RunAsync("models", "--schemas", "mine");
        CliResult run = await cli.RunAsync("run", TestSchema.Slug, "--text", "x", "--schemas", "mine", "--emulator", "--time-scale", "1000", "-o", "x.mp4");
        CliResult valid = await cli.RunAsync("--schemas", "mine", "validate", TestSchema.Slug, body);

        Assert.Contains(list.Out.Split('\n'), static line => line.StartsWith(TestSchema.Slug + " ", StringComparison.Ordinal));
        Assert.True(run.ExitCode == ExitCodes.Ok, run.ToString());
        Assert.True(File.Exists(Path.Combine(cli.Folder, "x.mp4")));
        Assert.Equal(ExitCodes.InvalidRequest, valid.ExitCode);
        Assert.StartsWith("  /text: ", valid.ErrorLines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_is_validated_against_the_schema_file_before_anything_is_sent()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        _ = cli.Write($"mine/{TestSchema.Slug}.json", TestSchema.Json);

        CliResult result = await cli.RunAsync("run", TestSchema.Slug, "--text", "x", "--whole-number", "10", "--schemas", "mine", "--yes");

        Assert.Equal(ExitCodes.InvalidRequest, result.ExitCode);
        Assert.StartsWith("  /whole_number: ", result.ErrorLines[1], StringComparison.Ordinal);
        Assert.Contains("9", result.ErrorLines[1], StringComparison.Ordinal);
        Assert.Equal(0, cli.Wire.Requests);
    }

    [Fact]
    public async Task The_demo_runs_the_model_of_a_schema_file()
    {
        using var cli = new Cli();
        _ = cli.Write($"mine/{TestSchema.Slug}.json", TestSchema.Json.Replace("\"maxLength\": 20", "\"examples\": [\"short\"]", StringComparison.Ordinal));

        CliResult result = await cli.RunAsync("demo", "--schemas", "mine", "--time-scale", "1000");

        Assert.True(result.ExitCode == ExitCodes.Ok, result.ToString());
        Assert.True(File.Exists(Path.Combine(cli.Folder, "kling-demo", TestSchema.Slug + ".mp4")));
    }

    [Fact]
    public async Task A_schema_without_a_sample_is_an_error_that_says_how_to_add_one()
    {
        using var cli = new Cli();
        _ = cli.Write($"mine/{TestSchema.Slug}.json", TestSchema.Json);

        CliResult result = await cli.RunAsync("demo", "--schemas", "mine");

        Assert.Equal(ExitCodes.InvalidRequest, result.ExitCode);
        Assert.Contains($"no sample request can be created from the schema of '{TestSchema.Slug}'", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.Contains("'examples'", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.StartsWith("  /text: ", result.ErrorLines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_the_slug_of_a_built_in_model_replaces_it_in_its_place()
    {
        using var cli = new Cli();
        string slug = Cli.Shipped[2].Slug;
        _ = cli.Write($"mine/{slug}.json", TestSchema.Json);

        CliResult result = await cli.RunAsync("models", "--schemas", "mine", "--json");

        Assert.Equal(Cli.Shipped.Select(static model => model.Slug), Slugs(result));
        Assert.Equal("Every kind", result.Json()[2].GetProperty("title").GetString());
    }

    [Fact]
    public async Task An_invalid_file_is_reported_with_line_and_column_and_does_not_hide_the_others()
    {
        using var cli = new Cli();
        _ = cli.Write("mine/broken.json", "{\n  \"type\": }");
        _ = cli.Write("mine/two words.json", TestSchema.Json);
        _ = cli.Write($"more/{TestSchema.Slug}.json", TestSchema.Json);

        CliResult result = await cli.RunAsync("models", "--schemas", "mine", "--schemas", "more", "--json");

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
        Assert.Equal([.. Cli.Shipped.Select(static model => model.Slug), TestSchema.Slug], Slugs(result));
        Assert.StartsWith(Path.Combine("mine", "broken.json") + "(2,11): error KLING001: ", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.StartsWith(Path.Combine("mine", "two words.json") + "(1,1): error KLING019: The slug \"two words\" cannot be", result.ErrorLines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_keyword_without_effect_is_a_warning_and_the_model_is_loaded()
    {
        using var cli = new Cli();
        _ = cli.Write("mine/warned.json", """
            { "type": "object", "properties": {
              "a": { "$ref": "other.json#/a", "maximum": 3 },
              "b": { "type": "string", "pattern": "^\\p{Script=Greek}+$" } } }
            """);
        _ = cli.Write("mine/broken.json", "[]");
        string good = cli.Write("good.json", """{"a": 3, "b": "abc"}""");
        string bad = cli.Write("bad.json", """{"a": 4}""");

        CliResult result = await cli.RunAsync("validate", "warned", good, "--schemas", "mine");

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
        Assert.Equal(
            ["broken.json(1,1): error KLING002", "warned.json(2,18): warning KLING012", "warned.json(3,39): warning KLING009"],
            result.ErrorLines.Take(3).Select(static line => line["mine/".Length..line.IndexOf(": ", line.IndexOf("KLING", StringComparison.Ordinal), StringComparison.Ordinal)]));
        Assert.NotEqual(ExitCodes.Ok, (await cli.RunAsync("validate", "warned", bad, "--schemas", "mine")).ExitCode);
    }

    [Theory]
    [InlineData("models", "--schemas", "nowhere")]
    [InlineData("--schemas", "nowhere", "models")]
    [InlineData("--schemas=nowhere", "models")]
    [InlineData("--schemas:nowhere", "models")]
    [InlineData("--json", "--schemas", "nowhere", "models")]
    [InlineData("--schemas", "nowhere", "--help")]
    [InlineData("--schemas", "nowhere", "run", "kling-o3-text2video", "--prompt", "x", "--emulator")]
    [InlineData("run", "--schemas", "nowhere", "kling-o3-text2video", "--prompt", "x", "--emulator")]
    [InlineData("--schemas", "nowhere", "demo")]
    public async Task A_missing_folder_is_an_error_before_and_after_the_command(params string[] args)
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync(args);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Equal("error: --schemas: there is no folder 'nowhere'", Assert.Single(result.ErrorLines));
    }

    private static IEnumerable<string?> Slugs(CliResult result) =>
        result.Json().EnumerateArray().Select(static (JsonElement model) => model.GetProperty("slug").GetString());
}
