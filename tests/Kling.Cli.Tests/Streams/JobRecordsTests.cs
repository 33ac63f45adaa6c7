namespace Kling.Cli.Tests;

/// <summary><c>status</c> and <c>wait</c> without a token.</summary>
public sealed class JobRecordsTests
{
    private const string Slug = "kling-o3-text2video";
    private static readonly string[] Run = ["run", Slug, "--prompt", "x", "--yes", "--timeout", "0"];

    [Fact]
    public async Task Without_a_job_record_the_token_is_required()
    {
        using var cli = new Cli { ApiKey = Cli.Key };

        CliResult result = await cli.RunAsync("wait");

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("pass the token", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_records_are_listed_with_their_tokens()
    {
        using var cli = new Cli(segmindTimeScale: 1) { ApiKey = Cli.Key };
        string[] tokens = [await RunAsync(cli), await RunAsync(cli)];

        CliResult result = await cli.RunAsync("status");

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.StartsWith("error: 2 jobs are recorded in ", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.All(tokens, token => Assert.Contains($": {token}", result.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Job_records_of_another_API_and_invalid_ones_are_ignored()
    {
        using var cli = new Cli(segmindTimeScale: 1) { ApiKey = Cli.Key };
        string token = await RunAsync(cli);
        _ = cli.Write("state/other.token", token.Insert(token.LastIndexOf('.'), ".ohttps+3A+2F+2Fapi+2Eexample+2Ecom"));
        _ = cli.Write("state/broken.token", "not a token");
        _ = cli.Write("state/empty.token", "");

        CliResult result = await cli.RunAsync("status");

        Assert.Contains($"job {Assert.Single(cli.Segmind.Jobs).RequestId} queued", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_record_is_deleted_after_a_week()
    {
        using var cli = new Cli(segmindTimeScale: 1) { ApiKey = Cli.Key };
        _ = await RunAsync(cli);
        string record = Assert.Single(Directory.GetFiles(Path.Combine(cli.Folder, "state")));
        File.SetLastWriteTimeUtc(record, File.GetLastWriteTimeUtc(record).AddDays(-8));

        CliResult result = await cli.RunAsync("status");

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.False(File.Exists(record));
    }

    [Theory]
    [InlineData("../../escape")]
    [InlineData("a/b\\c")]
    [InlineData("CON:")]
    public async Task An_id_cannot_name_a_file_outside_the_folder_of_job_records(string id)
    {
        using var cli = new Cli(segmindTimeScale: 1) { ApiKey = Cli.Key };
        using var client = new KlingClient(Cli.Key);
        KlingJob job = client.GetJob($$"""{"v":1,"origin":"https://api.segmind.com/","slug":"s","id":"{{id.Replace("\\", "\\\\", StringComparison.Ordinal)}}","submitted":"2026-09-01T12:00:00Z"}""");
        JobRecords records = cli.Records;

        records.Add(job);

        string file = Assert.Single(Directory.GetFiles(cli.Folder, "*", SearchOption.AllDirectories));
        Assert.Equal((Path.Combine(cli.Folder, "state"), file), (Path.GetDirectoryName(file), records.Find(job)));
        records.Remove(job);
        Assert.Null(records.Find(job));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_failed_job_leaves_no_job_record()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        cli.Segmind.When(static request => request.Slug is not null, Kling.Emulator.EmulatorFault.JobFailure("blocked"));

        CliResult result = await cli.RunAsync(Run[..^2]);

        Assert.Equal(ExitCodes.JobFailed, result.ExitCode);
        Assert.Empty(Directory.GetFiles(Path.Combine(cli.Folder, "state")));
    }

    [Fact]
    public async Task A_second_wait_saves_a_file_that_was_not_saved()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        cli.Segmind.When(static request => request.Operation is Kling.Emulator.EmulatorOperation.Download, Kling.Emulator.EmulatorFault.Error(System.Net.HttpStatusCode.NotFound), times: 1);

        CliResult run = await cli.RunAsync([.. Run[..^2], "--json"]);
        CliResult wait = await cli.RunAsync("wait", "-o", "back.mp4");

        Assert.Equal((ExitCodes.ApiError, ExitCodes.Ok), (run.ExitCode, wait.ExitCode));
        Assert.NotNull(run.Json().GetProperty("error").GetProperty("token").GetString());
        Assert.True(File.Exists(Path.Combine(cli.Folder, "back.mp4")));
    }

    private static async Task<string> RunAsync(Cli cli)
    {
        CliResult result = await cli.RunAsync([.. Run, "--json"]);
        Assert.True(result.ExitCode == ExitCodes.TimedOut, result.ToString());
        return result.Json().GetProperty("error").GetProperty("token").GetString()!;
    }
}
