namespace Kling.Cli.Tests;

public sealed class ValidateTests
{
    [Fact]
    public async Task A_valid_request_is_called_valid_without_a_key()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("validate", "kling-o3-text2video", cli.Write("body.json", """{"prompt": "x", "duration": "15"}"""));

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
        Assert.Equal("valid: the request fits 'kling-o3-text2video'\n", result.Out);
        Assert.Equal("", result.Error);
    }

    [Fact]
    public async Task Violations_are_listed_with_their_JSON_Pointers_in_both_outputs()
    {
        using var cli = new Cli { Input = """{"duration": 5, "cfg_scale": 2}""" };

        CliResult result = await cli.RunAsync("validate", "kling-o3-text2video", "-", "--json");

        Assert.Equal(ExitCodes.InvalidRequest, result.ExitCode);
        Assert.False(result.Json().GetProperty("valid").GetBoolean());
        Assert.Equal(
            ["/cfg_scale", "/duration", "/prompt"],
            result.Json().GetProperty("violations").EnumerateArray().Select(static violation => violation.GetProperty("path").GetString()).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(result.Json().GetProperty("violations").GetArrayLength() + 1, result.ErrorLines.Length);
    }

    [Fact]
    public async Task Undeclared_parameters_are_listed_in_the_JSON()
    {
        using var cli = new Cli { Input = """{"prompt": "x", "promt": "y", "seed": 1}""" };

        CliResult result = await cli.RunAsync("validate", "kling-o3-text2video", "-", "--json");

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
        Assert.True(result.Json().GetProperty("valid").GetBoolean());
        Assert.Equal(["promt", "seed"], result.Json().GetProperty("unknown_parameters").EnumerateArray().Select(static name => name.GetString()));
        Assert.Equal(2, result.ErrorLines.Length);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    public async Task A_JSON_value_that_is_not_an_object_is_not_a_request(string body)
    {
        using var cli = new Cli { Input = body };

        CliResult result = await cli.RunAsync("validate", "kling-o3-text2video", "-");

        Assert.Equal(ExitCodes.InvalidRequest, result.ExitCode);
        Assert.Equal(2, result.ErrorLines.Length);
    }

    [Theory]
    [InlineData("", "the standard input(1,1): not JSON")]
    [InlineData("{\"prompt\": \"é\", x}", "the standard input(1,17): not JSON")]
    [InlineData("{} {}", "the standard input(1,4): not JSON")]
    public async Task Invalid_JSON_is_reported_with_line_and_column(string body, string expected)
    {
        using var cli = new Cli { Input = body };

        CliResult result = await cli.RunAsync("validate", "kling-o3-text2video", "-");

        Assert.Equal(ExitCodes.InvalidRequest, result.ExitCode);
        Assert.Contains(expected, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invalid_UTF8_is_reported()
    {
        using var cli = new Cli();
        string path = Path.Combine(cli.Folder, "latin.json");
        await File.WriteAllBytesAsync(path, [(byte)'"', 0xE9, (byte)'"'], TestContext.Current.CancellationToken);

        CliResult result = await cli.RunAsync("validate", "kling-o3-text2video", "latin.json");

        Assert.Equal(ExitCodes.InvalidRequest, result.ExitCode);
        Assert.Equal("error: latin.json is not UTF-8 text", Assert.Single(result.ErrorLines));
    }

    [Fact]
    public async Task A_missing_file_is_a_usage_error()
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync("validate", "kling-o3-text2video", "missing.json");

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("missing.json cannot be read", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }
}
