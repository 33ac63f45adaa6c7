using Kling.Emulator;

namespace Kling.Cli.Tests;

public sealed class KeySafetyTests
{
    [Theory]
    [InlineData("run", "kling-o3-text2video", "--prompt", "x", "--yes")]
    [InlineData("run", "kling-o3-text2video", "--prompt", "x", "--yes", "--json")]
    [InlineData("run", "kling-o3-text2video", "--prompt", Cli.Key, "--yes", "--json")]
    [InlineData("run", "kling-o3-text2video", "--prompt", "x", "--cfg-scale", Cli.Key)]
    [InlineData("run", "kling-o3-text2video", "--prompt", "x", "--yes", "-o", Cli.Key + ".mp4")]
    [InlineData("run", "kling-o3-text2video", "--" + Cli.Key, "x")]
    [InlineData("run", Cli.Key)]
    [InlineData("models", Cli.Key)]
    [InlineData("validate", Cli.Key, Cli.Key)]
    [InlineData("jobs", "add", "kling-o3-text2video", "--prompt", Cli.Key, "--key", Cli.Key, "--json")]
    [InlineData("jobs", "list", "--store", Cli.Key)]
    [InlineData("jobs", "import", Cli.Key, "--map", Cli.Key)]
    [InlineData("demo", "--live", "--yes", "--json")]
    [InlineData("--schemas", Cli.Key, "models")]
    [InlineData(Cli.Key)]
    public async Task No_output_shows_the_key(params string[] args)
    {
        using var cli = new Cli { ApiKey = Cli.Key };

        CliResult result = await cli.RunAsync(args);

        Assert.DoesNotContain(Cli.Key, result.Out + result.Error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_key_that_the_server_repeats_is_not_printed()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        cli.Segmind.When(static request => request.Slug is not null, EmulatorFault.JobFailure($"no job for {Cli.Key}"));

        CliResult result = await cli.RunAsync("run", "kling-o3-text2video", "--prompt", "x", "--yes", "--json");

        Assert.Equal(ExitCodes.JobFailed, result.ExitCode);
        Assert.Contains("no job for", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Cli.Key, result.Out + result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_is_sent_to_the_API_and_not_to_the_host_of_the_file()
    {
        using var cli = new Cli { ApiKey = Cli.Key };

        CliResult result = await cli.RunAsync("run", "kling-o3-text2video", "--prompt", "x", "--yes");

        Assert.True(result.ExitCode == ExitCodes.Ok, result.ToString());
        Assert.Equal((1, 0), (cli.Segmind.Counters.Downloads, cli.Segmind.Counters.KeysOnOutputHost));
    }
}
