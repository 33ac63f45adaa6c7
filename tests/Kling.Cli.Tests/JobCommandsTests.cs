using System.Net;
using System.Text.Json;
using Kling.Emulator;

namespace Kling.Cli.Tests;

/// <summary><c>submit</c>, <c>status</c> and <c>wait</c>: one job over several processes.</summary>
public sealed class JobCommandsTests
{
    private const string Slug = "kling-o3-text2video";

    private static readonly string[] Submit = ["submit", Slug, "--prompt", "x", "--yes"];

    [Fact]
    public async Task The_token_that_submit_prints_can_be_passed_to_wait()
    {
        using var cli = new Cli { ApiKey = Cli.Key };

        string token = await SubmitAsync(cli);
        CliResult result = await cli.RunAsync("wait", token, "-o", "x.mp4");

        Assert.True(result.ExitCode == ExitCodes.Ok, result.ToString());
        Assert.Equal("x.mp4\n", result.Out);
        Assert.True(File.Exists(Path.Combine(cli.Folder, "x.mp4")));
        Assert.Equal((1, 0), (cli.Segmind.Counters.Posts, cli.Segmind.Counters.KeysOnOutputHost));
    }

    [Fact]
    public async Task A_token_can_be_piped_in()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        cli.Input = (await cli.RunAsync(Submit)).Out;

        CliResult status = await cli.RunAsync("status", "-");
        CliResult wait = await cli.RunAsync("wait", "-");

        Assert.Contains(" completed, ", status.Out, StringComparison.Ordinal);
        Assert.Matches($@"^{Slug}-\w+\.mp4\n$", wait.Out);
    }

    [Fact]
    public async Task The_status_command_sends_one_request_and_does_not_wait()
    {
        using var cli = new Cli(segmindTimeScale: 1) { ApiKey = Cli.Key };
        string token = await SubmitAsync(cli);

        CliResult result = await cli.RunAsync("status", token);

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
        Assert.Matches($@"^{Slug}: job {Assert.Single(cli.Segmind.Jobs).RequestId} queued, \d+ s after its submit\n$", result.Out);
        Assert.Equal((1, 0), (cli.Segmind.Counters.StatusGets, cli.Segmind.Counters.ResultGets));
    }

    [Fact]
    public async Task A_failed_job_is_a_status_for_the_status_command_and_an_error_for_the_wait_command()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        cli.Segmind.When(static request => request.Slug is not null, EmulatorFault.JobFailure("blocked by a filter"));
        string token = await SubmitAsync(cli);

        CliResult status = await cli.RunAsync("status", token);
        CliResult wait = await cli.RunAsync("wait", token);

        Assert.Equal((ExitCodes.Ok, ExitCodes.JobFailed), (status.ExitCode, wait.ExitCode));
        Assert.Contains(" failed, ", status.Out, StringComparison.Ordinal);
        Assert.Contains("blocked by a filter", wait.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_that_times_out_says_how_to_continue()
    {
        using var cli = new Cli(segmindTimeScale: 1) { ApiKey = Cli.Key };
        string token = await SubmitAsync(cli);

        CliResult result = await cli.RunAsync("wait", token, "--timeout", "0");

        Assert.Equal(ExitCodes.TimedOut, result.ExitCode);
        Assert.Contains($"kling wait {token}", result.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Equal(1, cli.Segmind.Counters.Posts);
    }

    [Fact]
    public async Task Each_command_prints_one_JSON_document()
    {
        using var cli = new Cli { ApiKey = Cli.Key };

        JsonElement submitted = (await cli.RunAsync([.. Submit, "--json"])).Json();
        string token = submitted.GetProperty("token").GetString()!;
        JsonElement status = (await cli.RunAsync("status", token, "--json")).Json();
        JsonElement result = (await cli.RunAsync("wait", token, "--json")).Json();

        string id = Assert.Single(cli.Segmind.Jobs).RequestId;
        Assert.All([submitted, status, result], json => Assert.Equal((Slug, id), (json.GetProperty("slug").GetString(), json.GetProperty("request_id").GetString())));
        Assert.Equal(submitted.GetProperty("expires_at").GetString(), status.GetProperty("expires_at").GetString());
        Assert.Equal(("completed", "completed"), (status.GetProperty("status").GetString(), result.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task Nothing_is_submitted_without_a_confirmation()
    {
        using var cli = new Cli { ApiKey = Cli.Key };

        CliResult result = await cli.RunAsync(Submit[..^1]);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("2.34 USD", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(0, cli.Wire.Requests);
    }

    [Theory]
    [InlineData(ExitCodes.NoAccess, "submit", Slug, "--prompt", "x", "--yes")]
    [InlineData(ExitCodes.NoAccess, "status", "{}")]
    [InlineData(ExitCodes.NoAccess, "wait", "{}")]
    [InlineData(ExitCodes.NoAccess, "upload", "x.png")]
    [InlineData(ExitCodes.Usage, "submit", "klingo3-text2video")]
    [InlineData(ExitCodes.Usage, "submit")]
    [InlineData(ExitCodes.NoAccess, "wait")]
    [InlineData(ExitCodes.InvalidRequest, "submit", Slug, "--cfg-scale", "2", "--yes")]
    public async Task Errors_of_the_command_line_are_reported_before_anything_is_sent(int exitCode, params string[] args)
    {
        using var cli = new Cli();

        CliResult result = await cli.RunAsync(args);

        Assert.Equal((exitCode, 0), (result.ExitCode, cli.Wire.Requests));
    }

    [Theory]
    [InlineData("status", "{}", "not a job token")]
    [InlineData("wait", "SG_0123456789abcdef", "not a job token")]
    [InlineData("wait", "kj2.s.i.ohttps+3A+2F+2Felsewhere+2Eexample+2F.20260901T1200000000000Z", "belongs to https://elsewhere.example/")]
    [InlineData("wait", """{"v":1,"origin":"https://elsewhere.example/","slug":"s","id":"i","submitted":"2026-09-01T12:00:00Z"}""", "belongs to https://elsewhere.example/")]
    public async Task An_invalid_token_or_one_of_another_host_is_refused(string command, string token, string why)
    {
        using var cli = new Cli { ApiKey = Cli.Key };

        CliResult result = await cli.RunAsync(command, token);

        Assert.Equal((ExitCodes.Usage, 0), (result.ExitCode, cli.Wire.Requests));
        Assert.Contains(why, result.Error, StringComparison.Ordinal);
        Assert.Contains("--base-address", result.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadGateway, ExitCodes.SubmitUnconfirmed)]
    [InlineData(HttpStatusCode.Forbidden, ExitCodes.NoAccess)]
    [InlineData(HttpStatusCode.InternalServerError, ExitCodes.ApiError)]
    public async Task A_submit_that_fails_has_the_exit_codes_of_run(HttpStatusCode status, int exitCode)
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        cli.Segmind.When(static request => request.Slug is not null, EmulatorFault.Error(status));

        CliResult result = await cli.RunAsync(Submit);

        Assert.Equal((exitCode, "", 1), (result.ExitCode, result.Out, cli.Segmind.Counters.Posts));
    }

    private static async Task<string> SubmitAsync(Cli cli)
    {
        CliResult result = await cli.RunAsync(Submit);
        Assert.True(result.ExitCode == ExitCodes.Ok, result.ToString());
        return result.Out.TrimEnd('\n');
    }
}
