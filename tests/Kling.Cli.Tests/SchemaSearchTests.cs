namespace Kling.Cli.Tests;

/// <summary>Which files <c>--schemas</c> takes.</summary>
public sealed class SchemaSearchTests
{
    private const string Schema = """{ "type": "object", "properties": { "a": { "type": "string" } } }""";

    [Fact]
    public async Task A_model_in_a_subfolder_is_found()
    {
        using var cli = new Cli();
        _ = cli.Write("mine/video/v2/deep.json", Schema);

        CliResult result = await cli.RunAsync("models", "deep", "--schemas", "mine");

        Assert.True(result.ExitCode == ExitCodes.Ok, result.ToString());
    }

    [Theory]
    [InlineData("mine/a.json", "mine/sub/a.json", "mine")]
    [InlineData("mine/a.json", "other/a.json", "mine", "other")]
    [InlineData("mine/a.json", "mine/a.kling.json", "mine")]
    public async Task Two_files_with_one_slug_are_an_error_that_names_both(string first, string second, params string[] folders)
    {
        using var cli = new Cli();
        _ = cli.Write(first, Schema);
        _ = cli.Write(second, Schema);

        CliResult result = await cli.RunAsync(["models", .. folders.SelectMany(static folder => new[] { "--schemas", folder })]);

        Assert.Equal((ExitCodes.Usage, ""), (result.ExitCode, result.Out));
        string error = result.ErrorLines[^1].Replace('\\', '/');
        Assert.Contains(first, error, StringComparison.Ordinal);
        Assert.Contains(second, error, StringComparison.Ordinal);
        Assert.Contains("'a'", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mine", "mine")]
    [InlineData("mine", "mine/sub")]
    [InlineData("mine/sub", "./mine/../mine")]
    public async Task A_file_that_is_found_twice_is_not_an_error(string first, string second)
    {
        using var cli = new Cli();
        _ = cli.Write("mine/sub/a.json", Schema);

        CliResult result = await cli.RunAsync("models", "a", "--schemas", first, "--schemas", second);

        Assert.True(result.ExitCode == ExitCodes.Ok, result.ToString());
    }

    [Theory]
    [InlineData("run", "kling-9")]
    [InlineData("submit", "kling-9")]
    [InlineData("models", "kling-9")]
    [InlineData("validate", "kling-9", "x.json")]
    public async Task An_unknown_model_is_an_error_that_mentions_the_option_schemas(params string[] args)
    {
        using var cli = new Cli { ApiKey = Cli.Key };

        CliResult result = await cli.RunAsync(args);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("'kling new kling-9'", result.Error, StringComparison.Ordinal);
        Assert.Contains("--schemas <folder>", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "type": "object" }""", "bare")]
    [InlineData("""{ "type": "object", "title": "A title", "description": " " }""", "A title")]
    public async Task The_help_of_a_model_without_a_description_has_its_title(string schema, string title)
    {
        using var cli = new Cli();
        _ = cli.Write("mine/bare.json", schema);

        CliResult run = await cli.RunAsync("run", "bare", "--help", "--schemas", "mine");
        CliResult card = await cli.RunAsync("models", "bare", "--schemas", "mine");

        Assert.StartsWith($"Description:\n  {title}\n", run.Out, StringComparison.Ordinal);
        Assert.StartsWith($"bare: {title}\nreturns video", card.Out, StringComparison.Ordinal);
    }
}
