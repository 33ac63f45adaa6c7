namespace Kling.Cli.Tests;

/// <summary>A standard input that has nothing to read.</summary>
public sealed class InputStreamTests
{
    [Theory]
    [InlineData("run kling-o3-text2video --input - --emulator <&-")]
    [InlineData("submit kling-o3-text2video --input - --yes $API <&-")]
    [InlineData("validate kling-o3-text2video - <&- >&-")]
    [InlineData("wait - $API <&-")]
    [InlineData("import - <&-")]
    public async Task A_closed_standard_input_is_reported_at_once(string command)
    {
        await using ServedSegmind segmind = await ServedSegmind.StartAsync();

        CliResult result = await segmind.RunAsync("kling " + command);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("'-' reads the standard input, but that is closed", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, segmind.Emulator.Counters.Posts);
    }

    [Theory]
    [InlineData("run", "kling-o3-text2video", "--input", "-", "--emulator")]
    [InlineData("validate", "kling-o3-text2video", "-")]
    [InlineData("status", "-")]
    [InlineData("diff", "-", "-")]
    public async Task A_terminal_as_standard_input_is_reported_at_once(params string[] args)
    {
        using var cli = new Cli { ApiKey = Cli.Key, InputIsTerminal = true };

        CliResult result = await cli.RunAsync(args);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("'-' reads the standard input, but that is a terminal", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signal_ends_the_reading_of_a_silent_pipe()
    {
        await using ServedSegmind segmind = await ServedSegmind.StartAsync();
        using RunningShell reading = segmind.Start("echo begun >&2; exec_kling validate kling-o3-text2video -");

        await reading.SaysAsync("begun");
        await reading.KillAsync("TERM");
        CliResult result = await reading.EndAsync();

        Assert.NotEqual(0, result.ExitCode);
    }

    [Theory]
    [InlineData("models kling-o3-text2video", 0)]
    [InlineData("--help", 0)]
    [InlineData("run kling-o3-text2video --prompt x --emulator --time-scale 1000 -o \"$HOME/x.mp4\"", 0)]
    [InlineData("status '{}' $API", 2)]
    [InlineData("run kling-o3-text2video --prompt x --emulator", 2, "the relative path '.' cannot be resolved")]
    [InlineData("submit kling-o3-text2video --prompt x --yes $API", 0)]
    [InlineData("run kling-o3-text2video --prompt x --yes $API", 2, "the relative path '.' cannot be resolved")]
    [InlineData("demo", 2, "the relative path 'kling-demo' cannot be resolved")]
    [InlineData("models --schemas mine", 2, "the relative path 'mine' cannot be resolved")]
    [InlineData("new my-model", 2, "the relative path 'kling-schemas/my-model.json' cannot be resolved")]
    [InlineData("validate kling-o3-text2video x.json", 2, "the relative path 'x.json' cannot be resolved")]
    [InlineData("upload x.png $API", 2, "the relative path 'x.png' cannot be resolved")]
    [InlineData("emulator --urls ftp://x", 2)]
    public async Task A_deleted_current_folder_is_an_error_only_for_commands_that_need_it(string command, int exitCode, string message = "")
    {
        await using ServedSegmind segmind = await ServedSegmind.StartAsync();

        CliResult result = await segmind.RunAsync($"mkdir gone && cd gone && rmdir \"$HOME/gone\" && kling {command}");

        Assert.True(result.ExitCode == exitCode, result.ToString());
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_emulator_starts_in_a_deleted_folder()
    {
        await using ServedSegmind segmind = await ServedSegmind.StartAsync();
        using RunningShell shell = segmind.Start("mkdir gone && cd gone && rmdir \"$HOME/gone\" && exec_kling emulator --urls http://127.0.0.1:0");

        await shell.SaysAsync("The emulator is listening on");
        await shell.KillAsync("TERM");
        CliResult result = await shell.EndAsync();

        Assert.True(result.ExitCode == ExitCodes.Ok, result.ToString());
    }
}
