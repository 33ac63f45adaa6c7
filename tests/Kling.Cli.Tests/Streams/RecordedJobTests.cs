using System.Runtime.Versioning;
using System.Text.Json;

namespace Kling.Cli.Tests;

/// <summary>A paid job's id and token outlive lost streams and signals: on the standard output, else the standard error, else in a file.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class RecordedJobTests
{
    private const string Submit = "submit kling-o3-text2video --prompt x --yes $API";
    private const string Run = "run kling-o3-text2video --prompt x --yes $API";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("--json")]
    public async Task A_standard_output_that_is_lost_after_the_submit_leaves_the_token_on_the_standard_error_and_in_a_file(string option)
    {
        await using ServedSegmind segmind = await ServedSegmind.StartAsync(timeScale: 1_000_000);
        HeldSubmit held = segmind.Hold();
        using RunningShell shell = segmind.Start($"kling {Submit} {option}");

        await held.Arrived;
        shell.CloseOut();
        held.Release();
        CliResult result = await shell.EndAsync();

        Assert.True(result.ExitCode == ExitCodes.OutputLost, result.ToString());
        string record = Assert.Single(segmind.Records);
        string token = (await File.ReadAllTextAsync(record, Token)).TrimEnd('\n');
        Assert.Contains($"Continue with: kling wait {token}", result.Error, StringComparison.Ordinal);
        Assert.Contains($"It is recorded in {record}", result.Error, StringComparison.Ordinal);
        Assert.Contains(Assert.Single(segmind.Emulator.Jobs).RequestId, token, StringComparison.Ordinal);
    }

    [Fact]
    public async Task If_all_streams_are_closed_the_job_record_keeps_the_token()
    {
        await using ServedSegmind segmind = await ServedSegmind.StartAsync(timeScale: 1_000_000);
        HeldSubmit held = segmind.Hold();
        using RunningShell shell = segmind.Start($"kling {Submit} 2>/dev/full");
        await held.Arrived;
        shell.CloseOut();
        held.Release();
        CliResult submit = await shell.EndAsync();
        string record = Assert.Single(segmind.Records);
        UnixFileMode file = File.GetUnixFileMode(record);
        UnixFileMode folder = File.GetUnixFileMode(Path.GetDirectoryName(record)!);
        string text = await File.ReadAllTextAsync(record, Token);

        CliResult status = await segmind.RunAsync("kling status $API");
        CliResult piped = await segmind.RunAsync($"kling status - $API <'{record}'");
        CliResult wait = await segmind.RunAsync("kling wait $API -o back.mp4");

        Assert.Equal(ExitCodes.OutputLost, submit.ExitCode);
        Assert.Equal((UnixFileMode)0b110_000_000, file);
        Assert.Equal((UnixFileMode)0b111_000_000, folder);
        Assert.DoesNotContain(Cli.Key, text, StringComparison.Ordinal);
        string id = Assert.Single(segmind.Emulator.Jobs).RequestId;
        Assert.Contains($"job {id} completed", status.Out, StringComparison.Ordinal);
        Assert.Contains($"job {id} completed", piped.Out, StringComparison.Ordinal);
        Assert.True(wait.ExitCode == ExitCodes.Ok && File.Exists(Path.Combine(segmind.Home, "back.mp4")), wait.ToString());
        Assert.Empty(segmind.Records);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    [InlineData("HUP")]
    public async Task A_signal_during_the_submit_still_prints_the_token(string signal)
    {
        await using ServedSegmind segmind = await ServedSegmind.StartAsync();
        HeldSubmit held = segmind.Hold();
        using RunningShell shell = segmind.Start($"exec_kling {Submit}");

        CliResult result = await StopAsync(shell, held, signal);

        Assert.True(result.ExitCode == ExitCodes.Ok, result.ToString());
        Assert.Equal(Assert.Single(segmind.Emulator.Jobs).RequestId, result.Out.Split('.')[2]);
        Assert.Empty(segmind.Records);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    [InlineData("HUP")]
    public async Task A_signal_during_a_run_ends_with_the_id_and_the_token(string signal)
    {
        await using ServedSegmind segmind = await ServedSegmind.StartAsync();
        HeldSubmit held = segmind.Hold();
        using RunningShell shell = segmind.Start($"exec_kling {Run} --json");

        CliResult result = await StopAsync(shell, held, signal);

        Assert.True(result.ExitCode == ExitCodes.Cancelled, result.ToString());
        JsonElement error = result.Json().GetProperty("error");
        string id = Assert.Single(segmind.Emulator.Jobs).RequestId;
        Assert.Equal(id, error.GetProperty("request_id").GetString());
        Assert.Contains(id, error.GetProperty("token").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SIGPIPE_does_not_end_the_command()
    {
        await using ServedSegmind segmind = await ServedSegmind.StartAsync();
        HeldSubmit held = segmind.Hold();
        using RunningShell shell = segmind.Start($"exec_kling {Submit}");

        await held.Arrived;
        await shell.KillAsync("PIPE");
        held.Release();
        CliResult result = await shell.EndAsync();

        Assert.Equal(Assert.Single(segmind.Emulator.Jobs).RequestId, result.Out.Split('.')[2]);
    }

    [Theory]
    [InlineData("KILL")]
    [InlineData("QUIT")]
    public async Task After_a_run_is_killed_its_job_can_be_waited_for_without_a_token(string signal)
    {
        await using ServedSegmind segmind = await ServedSegmind.StartAsync(timeScale: 50);
        using RunningShell shell = segmind.Start($"ulimit -c 0; exec_kling {Run}");

        await shell.SaysAsync("(job ");
        await shell.KillAsync(signal);
        CliResult killed = await shell.EndAsync();
        CliResult wait = await segmind.RunAsync("kling wait $API -o back.mp4");

        Assert.NotInRange(killed.ExitCode, 0, 127);
        Assert.True(wait.ExitCode == ExitCodes.Ok && File.Exists(Path.Combine(segmind.Home, "back.mp4")), killed.ToString() + wait);
        Assert.Equal(1, segmind.Emulator.Counters.Posts);
        Assert.Empty(segmind.Records);
    }

    [Fact]
    public async Task A_second_signal_ends_at_once()
    {
        await using ServedSegmind segmind = await ServedSegmind.StartAsync();
        HeldSubmit held = segmind.Hold();
        using RunningShell shell = segmind.Start($"exec_kling {Submit}");

        await held.Arrived;
        Task stopping = shell.SaysAsync("stopping: ");
        await shell.KillAsync("INT");
        await stopping;
        await shell.KillAsync("INT");
        CliResult result = await shell.EndAsync();
        held.Release();

        Assert.Equal("", result.Out);
        Assert.NotEqual(0, result.ExitCode);
    }

    [Fact]
    public async Task A_submit_works_if_the_state_folder_cannot_be_written()
    {
        await using ServedSegmind segmind = await ServedSegmind.StartAsync();

        CliResult result = await segmind.RunAsync($"XDG_STATE_HOME=/proc/none; export XDG_STATE_HOME; kling {Submit}");

        Assert.True(result.ExitCode == ExitCodes.Ok, result.ToString());
        Assert.Equal(Assert.Single(segmind.Emulator.Jobs).RequestId, result.Out.Split('.')[2]);
    }

    [Fact]
    public async Task The_state_folder_follows_the_XDG_variable()
    {
        await using ServedSegmind segmind = await ServedSegmind.StartAsync();
        string state = Path.Combine(segmind.Home, "elsewhere");

        CliResult result = await segmind.RunAsync($"XDG_STATE_HOME='{state}'; export XDG_STATE_HOME; kling {Run} --timeout 0");

        Assert.Equal(ExitCodes.TimedOut, result.ExitCode);
        string record = Assert.Single(Directory.GetFiles(Path.Combine(state, "kling", "jobs")));
        Assert.Equal(Assert.Single(segmind.Emulator.Jobs).RequestId + ".token", Path.GetFileName(record));
    }

    /// <summary>Sends a signal while the request is on its way, and lets the response come when the command has told that it stops.</summary>
    private static async Task<CliResult> StopAsync(RunningShell shell, HeldSubmit held, string signal)
    {
        await held.Arrived;
        Task stopping = shell.SaysAsync("stopping: ");
        await shell.KillAsync(signal);
        await stopping;
        held.Release();
        return await shell.EndAsync();
    }
}
