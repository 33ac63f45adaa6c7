using System.Net;
using Kling.Emulator;

namespace Kling.Cli.Tests;

public sealed class RunLiveTests
{
    private static readonly string[] Run = ["run", "kling-o3-text2video", "--prompt", "x"];

    [Fact]
    public async Task After_a_confirmation_the_job_runs_and_its_video_is_saved_to_the_given_path()
    {
        using var cli = new Cli { ApiKey = Cli.Key };

        CliResult result = await cli.RunAsync([.. Run, "--yes", "-o", "videos/x.mp4"]);

        Assert.True(result.ExitCode == ExitCodes.Ok, result.ToString());
        Assert.Equal(Path.Combine("videos", "x.mp4") + "\n", result.Out);
        Assert.True(File.Exists(Path.Combine(cli.Folder, "videos", "x.mp4")));
        Assert.Contains("1 job of 'kling-o3-text2video' at Segmind will likely cost 2.34 USD (0.63 to 5.25 USD).", result.Error, StringComparison.Ordinal);
        Assert.Equal("""{"prompt":"x"}""", Assert.Single(cli.Wire.Bodies).GetRawText());
    }

    [Fact]
    public async Task Without_a_file_name_every_run_saves_to_a_new_file()
    {
        using var cli = new Cli { ApiKey = Cli.Key };

        _ = await cli.RunAsync([.. Run, "--yes"]);
        CliResult result = await cli.RunAsync([.. Run, "--yes"]);

        Assert.Matches(@"^kling-o3-text2video-\w+\.mp4\n$", result.Out);
        Assert.Equal(2, Directory.GetFiles(cli.Folder, "kling-o3-text2video-*.mp4").Length);
    }

    [Fact]
    public async Task Nothing_is_submitted_without_an_interactive_confirmation()
    {
        using var cli = new Cli { ApiKey = Cli.Key };

        CliResult result = await cli.RunAsync(Run);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("2.34 USD", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(0, cli.Wire.Requests);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, ExitCodes.NoAccess)]
    [InlineData(HttpStatusCode.Forbidden, ExitCodes.NoAccess)]
    [InlineData(HttpStatusCode.BadRequest, ExitCodes.ApiError)]
    [InlineData(HttpStatusCode.NotAcceptable, ExitCodes.ApiError)]
    [InlineData(HttpStatusCode.InternalServerError, ExitCodes.ApiError)]
    [InlineData(HttpStatusCode.BadGateway, ExitCodes.SubmitUnconfirmed)]
    [InlineData(HttpStatusCode.GatewayTimeout, ExitCodes.SubmitUnconfirmed)]
    public async Task A_refused_submit_has_its_exit_code_and_one_line(HttpStatusCode status, int exitCode)
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        cli.Segmind.When(static request => request.Slug is not null, EmulatorFault.Error(status));

        CliResult result = await cli.RunAsync([.. Run, "--yes"]);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.StartsWith("error: ", result.ErrorLines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, cli.Segmind.Counters.Posts);
        Assert.Empty(Directory.GetFiles(cli.Folder));
    }

    [Fact]
    public async Task A_failed_job_prints_the_server_message_and_the_id()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        cli.Segmind.When(static request => request.Slug is not null, EmulatorFault.JobFailure("The prompt was blocked\nby a filter"));

        CliResult result = await cli.RunAsync([.. Run, "--yes", "--json"]);

        Assert.Equal(ExitCodes.JobFailed, result.ExitCode);
        string id = result.Json().GetProperty("error").GetProperty("request_id").GetString()!;
        Assert.Contains(id, result.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Contains("The prompt was blocked by a filter", result.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_that_times_out_prints_the_id_of_the_job()
    {
        using var cli = new Cli(segmindTimeScale: 1) { ApiKey = Cli.Key };

        CliResult result = await cli.RunAsync([.. Run, "--yes", "--timeout", "0", "--json"]);

        Assert.Equal(ExitCodes.TimedOut, result.ExitCode);
        string id = result.Json().GetProperty("error").GetProperty("request_id").GetString()!;
        Assert.Contains($"the job {id} was not finished", result.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Contains("The job is still running and may be billed", result.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Equal(1, cli.Segmind.Counters.JobsAccepted);
    }

    [Fact]
    public async Task Stopping_the_wait_prints_the_id_and_says_that_the_job_continues()
    {
        using var cli = new Cli(segmindTimeScale: 1) { ApiKey = Cli.Key };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        cli.CtrlC = stop.Token;
        cli.Wire.Before = request =>
        {
            if (request.Method == HttpMethod.Get)
            {
                stop.Cancel();
            }
        };

        CliResult result = await cli.RunAsync([.. Run, "--yes", "--json"]);

        Assert.Equal(ExitCodes.Cancelled, result.ExitCode);
        string id = result.Json().GetProperty("error").GetProperty("request_id").GetString()!;
        Assert.Contains($"stopped waiting for the job {id}. The job is still running and may be billed", result.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_submit_that_is_stopped_in_flight_may_be_billed()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        cli.CtrlC = stop.Token;
        cli.Segmind.When(_ => Stop(stop), EmulatorFault.Error(HttpStatusCode.BadGateway));

        CliResult result = await cli.RunAsync([.. Run, "--yes"]);

        Assert.Equal(ExitCodes.SubmitUnconfirmed, result.ExitCode);
        Assert.Equal(1, cli.Segmind.Counters.Posts);
    }

    [Fact]
    public async Task A_completed_job_whose_file_cannot_be_downloaded_prints_its_URL()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        cli.Segmind.When(static request => request.Operation is EmulatorOperation.Download, EmulatorFault.Error(HttpStatusCode.NotFound));

        CliResult result = await cli.RunAsync([.. Run, "--yes"]);

        Assert.Equal(ExitCodes.ApiError, result.ExitCode);
        Assert.Matches(@"^error: the job \w+ is finished, but its file was not saved: .* https://output\.segmind-emulator\.invalid/\S+\.mp4$", result.ErrorLines[^1]);
    }

    [Theory]
    [InlineData("SG_wrong")]
    [InlineData("SG_0011 2233")]
    public async Task An_invalid_key_is_refused_and_not_printed(string key)
    {
        using var cli = new Cli { ApiKey = key };

        CliResult result = await cli.RunAsync([.. Run, "--yes", "--json"]);

        Assert.Equal(ExitCodes.NoAccess, result.ExitCode);
        Assert.DoesNotContain(key, result.ToString(), StringComparison.Ordinal);
    }

    private static bool Stop(CancellationTokenSource stop)
    {
        stop.Cancel();
        return true;
    }
}
