using System.Globalization;

namespace Kling.Cli.Tests;

/// <summary>Standard streams that are closed or full, under a real shell.</summary>
public sealed class LostStreamTests
{
    private const string Submit = "kling submit kling-o3-text2video --prompt x --yes $API";

    [Theory]
    [InlineData(Submit, ">/dev/full", "No space left on device")]
    [InlineData(Submit, ">&-", "it is closed")]
    [InlineData(Submit, "<&- >&-", "it is closed")]
    [InlineData(Submit, ">&- 2>&-", "")]
    [InlineData(Submit, "<&- >&- 2>&-", "")]
    [InlineData(Submit, ">/dev/full 2>/dev/full", "")]
    [InlineData(Submit, "1</dev/null", "Bad file descriptor")]
    [InlineData(Submit + " --json", ">/dev/full", "No space left on device")]
    [InlineData("kling run kling-o3-text2video --prompt x --yes $API", ">&-", "it is closed")]
    [InlineData("kling run kling-o3-text2video --prompt x --yes --json $API", ">/dev/full 2>&-", "")]
    [InlineData("kling demo --live --yes $API", ">/dev/full", "No space left on device")]
    public async Task Nothing_is_submitted_if_the_result_cannot_be_printed(string command, string streams, string why)
    {
        await using ServedSegmind segmind = await ServedSegmind.StartAsync();

        CliResult result = await segmind.RunAsync($"{command} {streams}");

        Assert.True(result.ExitCode == ExitCodes.OutputLost, result.ToString());
        Assert.Equal(0, segmind.Emulator.Counters.Posts);
        Assert.Equal(why.Length > 0, result.Error.Contains($"the standard output cannot be written: {why}. Nothing was sent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_submitted_if_the_reader_of_the_pipe_has_ended()
    {
        await using ServedSegmind segmind = await ServedSegmind.StartAsync();
        using RunningShell shell = segmind.Start($"read go; {Submit}");

        shell.CloseOut();
        await shell.WriteLineAsync();
        CliResult result = await shell.EndAsync();

        Assert.Equal((ExitCodes.OutputLost, 0), (result.ExitCode, segmind.Emulator.Counters.Posts));
        Assert.Contains("Broken pipe. Nothing was sent", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2>&-")]
    [InlineData("2>/dev/full")]
    [InlineData("<&- 2>&-")]
    [InlineData("--json 2>&-")]
    public async Task A_token_is_printed_if_the_standard_error_is_closed(string streams)
    {
        await using ServedSegmind segmind = await ServedSegmind.StartAsync();

        CliResult result = await segmind.RunAsync($"{Submit} {streams}");

        Assert.True(result.ExitCode == ExitCodes.Ok, result.ToString());
        Assert.Contains(Assert.Single(segmind.Emulator.Jobs).RequestId, result.Out, StringComparison.Ordinal);
        Assert.Empty(segmind.Records);
    }

    [Theory]
    [InlineData("2>&-")]
    [InlineData("2>/dev/full")]
    public async Task A_wait_that_times_out_without_a_standard_error_leaves_the_token_on_the_standard_output(string streams)
    {
        await using ServedSegmind segmind = await ServedSegmind.StartAsync();

        CliResult result = await segmind.RunAsync($"kling run kling-o3-text2video --prompt x --yes --timeout 0 $API {streams}");

        Assert.True(result.ExitCode == ExitCodes.TimedOut, result.ToString());
        Assert.Contains($".{Assert.Single(segmind.Emulator.Jobs).RequestId}.", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", ">/dev/full 2>/dev/full", 10)]
    [InlineData("--version", ">&- 2>&-", 10)]
    [InlineData("run kling-o3-text2video --help", ">&- 2>&-", 10)]
    [InlineData("models", ">/dev/full 2>/dev/full", 10)]
    [InlineData("models --json", "<&- >&- 2>&-", 10)]
    [InlineData("models", "2>/dev/full", 0)]
    [InlineData("models no-such-model", ">/dev/full 2>/dev/full", 2)]
    [InlineData("validate kling-o3-text2video -", ">/dev/full 2>/dev/full </dev/null", 3)]
    [InlineData("validate kling-o3-text2video no-such-file", ">&- 2>&-", 2)]
    [InlineData("new my-model", ">/dev/full 2>/dev/full", 10)]
    [InlineData("demo --time-scale 1000", ">/dev/full 2>/dev/full", 10)]
    [InlineData("run kling-o3-text2video --prompt x --emulator --time-scale 1000", "<&- >&- 2>&-", 10)]
    [InlineData("nonsense", "<&- >&- 2>&-", 2)]
    public async Task No_command_is_aborted_by_streams_that_cannot_be_written(string command, string streams, int exitCode)
    {
        await using ServedSegmind segmind = await ServedSegmind.StartAsync();

        CliResult result = await segmind.RunAsync($"kling {command} {streams}");

        Assert.Equal((exitCode, "", false), (result.ExitCode, result.Error, result.Out.Contains("Unhandled", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("models")]
    [InlineData("--help")]
    [InlineData("models --json")]
    public async Task A_closed_pipe_is_not_reported(string command)
    {
        await using ServedSegmind segmind = await ServedSegmind.StartAsync();
        using RunningShell shell = segmind.Start($"read go; kling {command}");

        shell.CloseOut();
        await shell.WriteLineAsync();
        CliResult result = await shell.EndAsync();

        Assert.Equal((ExitCodes.OutputLost, ""), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task A_pipe_that_is_closed_after_the_last_line_is_not_an_error()
    {
        await using ServedSegmind segmind = await ServedSegmind.StartAsync();

        CliResult result = await segmind.RunAsync("( kling models; echo $? >code ) | head -100 >/dev/null");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(0, int.Parse(await File.ReadAllTextAsync(Path.Combine(segmind.Home, "code"), TestContext.Current.CancellationToken), CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Two_commands_append_to_one_file_of_the_shell()
    {
        await using ServedSegmind segmind = await ServedSegmind.StartAsync();

        CliResult result = await segmind.RunAsync("{ kling models kling-o3-text2video; kling models kling-o3-text2video; } >both; wc -l <both; sort -u both | wc -l");

        int[] counts = [.. result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => int.Parse(line.Trim(), CultureInfo.InvariantCulture))];
        Assert.True(counts[0] > 10 && counts[0] >= 2 * (counts[1] - 1), result.ToString());
    }
}
