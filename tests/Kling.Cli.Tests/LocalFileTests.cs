namespace Kling.Cli.Tests;

/// <summary>A local file where a URL belongs: the message names the command that uploads it.</summary>
public sealed class LocalFileTests
{
    private const string Model = "kling-o3-image2video";

    private static readonly string[] Live = ["run", Model, "--prompt", "x", "--yes", "--image-url"];

    [Theory]
    [InlineData("first.png")]
    [InlineData("./first.png")]
    [InlineData("my pictures/first one.png")]
    public async Task An_existing_path_is_reported_as_a_local_file(string path)
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        _ = cli.Write(path, "");

        CliResult result = await cli.RunAsync([.. Live, path]);

        Assert.Equal((ExitCodes.InvalidRequest, 0), (result.ExitCode, cli.Wire.Requests));
        Assert.Contains($"  '{path}' is a local file, which the server cannot read. 'kling upload \"{path}\"' uploads it and prints its URL.", result.ErrorLines);
    }

    [Theory]
    [InlineData("missing.png")]
    [InlineData("~/missing.png")]
    [InlineData("..\\missing.png")]
    [InlineData("example.com/missing.png")]
    public async Task Any_other_value_that_is_not_a_URL_gets_a_hint_about_local_files(string path)
    {
        using var cli = new Cli { ApiKey = Cli.Key };

        CliResult result = await cli.RunAsync([.. Live, path]);

        Assert.Equal((ExitCodes.InvalidRequest, 0), (result.ExitCode, cli.Wire.Requests));
        Assert.Contains($"If it is a local file: 'kling upload \"{path}\"'", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file:///tmp/missing.png", "/tmp/missing.png")]
    [InlineData("C:/pictures/first.png", "C:/pictures/first.png")]
    public async Task A_local_file_with_the_syntax_of_a_URL_is_not_submitted(string url, string path)
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        string body = cli.Write("body.json", $$"""{ "prompt": "x", "image_url": "{{url}}" }""");

        CliResult run = await cli.RunAsync([.. Live, url]);
        CliResult json = await cli.RunAsync([.. Live, url, "--json"]);
        CliResult validate = await cli.RunAsync("validate", Model, body);

        Assert.Equal((ExitCodes.InvalidRequest, 0), (run.ExitCode, cli.Wire.Requests));
        Assert.Contains($"'kling upload \"{path}\"'", run.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Contains("kling upload", json.Json().GetProperty("error").GetRawText(), StringComparison.Ordinal);
        Assert.Contains($"'kling upload \"{path}\"'", validate.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_URL_within_a_list_is_checked_too()
    {
        using var cli = new Cli();
        _ = cli.Write("mine/lists.json", """
            { "type": "object", "properties": { "urls": { "type": "array", "items": { "type": "string", "format": "uri" } },
              "shots": { "type": "array", "items": { "type": "object", "properties": { "url": { "type": "string", "format": "uri" } } } } } }
            """);
        string body = cli.Write("body.json", """{ "urls": ["https://example.com/a.png", "a.png"], "shots": [{ "url": "b.png" }] }""");

        CliResult result = await cli.RunAsync("validate", "lists", body, "--schemas", "mine");

        Assert.Equal(ExitCodes.InvalidRequest, result.ExitCode);
        Assert.Equal(2, result.ErrorLines.Count(static line => line.Contains("kling upload", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("a\\u0000.png")]
    [InlineData("\\ud800.png")]
    [InlineData("")]
    public async Task A_value_that_is_not_a_valid_file_name_is_refused_without_a_hint(string value)
    {
        using var cli = new Cli();
        string body = cli.Write("body.json", $$"""{ "prompt": "x", "image_url": "{{value}}" }""");

        CliResult result = await cli.RunAsync("validate", Model, body, "--json");

        Assert.True(result.ExitCode == ExitCodes.InvalidRequest, result.ToString());
        Assert.False(result.Json().GetProperty("valid").GetBoolean());
    }

    [Theory]
    [InlineData("https://example.com/a.png")]
    [InlineData("data:image/png;base64,AAAA")]
    public async Task A_URL_gets_no_hint(string url)
    {
        using var cli = new Cli { ApiKey = Cli.Key };

        CliResult result = await cli.RunAsync([.. Live, url]);

        Assert.DoesNotContain("kling upload", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, cli.Segmind.Counters.Posts);
    }
}
