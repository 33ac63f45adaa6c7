using System.Net;
using System.Text.Json;
using Kling.Emulator;

namespace Kling.Cli.Tests;

/// <summary><c>credits</c> and <c>history</c>.</summary>
public sealed class AccountTests
{
    private const string Slug = "kling-o3-text2video";
    private const string OtherSlug = "kling-3-pro-text2video";

    [Fact]
    public async Task The_credits_are_printed()
    {
        using var cli = new Cli { ApiKey = Cli.Key };

        CliResult text = await cli.RunAsync("credits");
        CliResult json = await cli.RunAsync("credits", "--json");

        Assert.Equal((ExitCodes.Ok, "1000000.00 credits, 0.00 free credits\n", ""), (text.ExitCode, text.Out, text.Error));
        Assert.Equal("{\n  \"credits\": 1000000,\n  \"free_credits\": 0\n}\n", json.Out);
    }

    [Fact]
    public async Task The_requests_are_listed_with_the_newest_first()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        await SubmitAsync(cli, Slug, OtherSlug);
        EmulatorJob[] jobs = Jobs(cli);

        CliResult result = await cli.RunAsync("history");

        Assert.True(result.ExitCode == ExitCodes.Ok, result.ToString());
        string[] lines = result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Matches("^created +model +status +time +cost +request id$", lines[0]);
        Assert.Matches($@"^\d{{4}}-\d\d-\d\d \d\d:\d\d:\d\dZ +{OtherSlug} +completed +\d+\.\d s +\d+\.\d+ USD +{jobs[1].RequestId}$", lines[1]);
        Assert.Matches($"{Slug} .* {jobs[0].RequestId}$", lines[2]);
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public async Task The_requests_are_listed_as_JSON()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        await SubmitAsync(cli, Slug);

        JsonElement entry = Assert.Single((await cli.RunAsync("history", "--json")).Json().EnumerateArray());

        Assert.Equal(
            ["request_id", "slug", "status", "created_at", "seconds", "cost", "outputs", "error", "request"],
            entry.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(Jobs(cli)[0].RequestId, entry.GetProperty("request_id").GetString());
        Assert.Equal((Slug, "completed"), (entry.GetProperty("slug").GetString(), entry.GetProperty("status").GetString()));
        Assert.True(entry.GetProperty("cost").GetDecimal() > 0);
        Assert.Equal("x", entry.GetProperty("request").GetProperty("prompt").GetString());
        Assert.StartsWith("https://", Assert.Single(entry.GetProperty("outputs").EnumerateArray()).GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1, "--model", Slug)]
    [InlineData(0, "--model", "kling-o3")]
    [InlineData(0, "--status", "failed")]
    [InlineData(2, "--status", "Completed")]
    [InlineData(0, "--status", "unfinished")]
    [InlineData(1, "--limit", "1")]
    [InlineData(2, "--limit", "3")]
    [InlineData(0, "--to", "2020-01-31")]
    [InlineData(0, "--from", "2020-01-01", "--to", "2020-01-31")]
    [InlineData(0, "--from", "2020-01-01 12:00:00Z", "--to", "2020-01-31T12:00:00+02:00")]
    public async Task Options_choose_the_requests(int expected, params string[] options)
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        await SubmitAsync(cli, Slug, OtherSlug);

        CliResult text = await cli.RunAsync(["history", .. options]);
        CliResult json = await cli.RunAsync(["history", "--json", .. options]);

        Assert.Equal(expected == 0 ? 0 : expected + 1, text.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(expected == 0 ? "the history contains no such requests\n" : "", text.Error);
        Assert.Equal(expected, json.Json().GetArrayLength());
    }

    [Fact]
    public async Task A_day_includes_its_last_moment_and_times_without_an_offset_are_UTC()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        await SubmitAsync(cli, Slug);
        DateTimeOffset created = (await cli.RunAsync("history", "--json")).Json()[0].GetProperty("created_at").GetDateTimeOffset();
        string day = created.UtcDateTime.ToString("yyyy-MM-dd", null);
        string time = created.AddMilliseconds(1).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", null);

        foreach ((int expected, string[] options) in ((int, string[])[])
        [
            (1, ["--from", day, "--to", day]), (1, ["--to", time]), (0, ["--from", time]), (1, ["--from", time + "+00:01"]), (0, ["--to", time + "+00:01"]),
        ])
        {
            Assert.Equal(expected, (await cli.RunAsync(["history", "--json", .. options])).Json().GetArrayLength());
        }
    }

    [Fact]
    public async Task One_request_is_described_with_its_output_and_its_body()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        await SubmitAsync(cli, Slug);
        string id = Jobs(cli)[0].RequestId;

        CliResult text = await cli.RunAsync("history", id);
        CliResult json = await cli.RunAsync("history", id, "--json");

        string[] lines = text.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal($"{Slug}: job {id} completed", lines[0]);
        Assert.Matches(@"^created \d.*Z, time \d+\.\d s, cost \d+\.\d+ USD$", lines[1]);
        Assert.StartsWith("output: https://", lines[2], StringComparison.Ordinal);
        Assert.Equal("request: {\"prompt\":\"x\"}", lines[3]);
        Assert.Equal(4, lines.Length);
        Assert.Equal(id, json.Json().GetProperty("request_id").GetString());
    }

    [Fact]
    public async Task A_failed_request_is_described_with_its_error()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        cli.Segmind.When(static request => request.Slug is not null, EmulatorFault.JobFailure("blocked by a filter"));
        await SubmitAsync(cli, Slug);
        string id = Jobs(cli)[0].RequestId;

        CliResult result = await cli.RunAsync("history", id);

        Assert.Equal(ExitCodes.Ok, result.ExitCode);
        Assert.StartsWith($"{Slug}: job {id} failed\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("\nerror: blocked by a filter\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_the_history_does_not_contain_is_an_error_of_the_API()
    {
        using var cli = new Cli { ApiKey = Cli.Key };

        CliResult result = await cli.RunAsync("history", "no-such-job", "--json");

        Assert.Equal(ExitCodes.ApiError, result.ExitCode);
        Assert.Equal("error: the account's history does not contain the job 'no-such-job'. A new job can appear there late\n", result.Error);
        Assert.Equal("no-such-job", result.Json().GetProperty("error").GetProperty("request_id").GetString());
    }

    [Theory]
    [InlineData("--from must be a day such as 2026-11-28 or a time such as 2026-11-28T13:50Z, not 'yesterday'.", "--from", "yesterday")]
    [InlineData("--to must be a day", "--to", "28.11.2026")]
    [InlineData("--to must be a day", "--to", "2026-11-31")]
    [InlineData("--to must be less than 31 days after --from, and not before it.", "--from", "2026-01-01", "--to", "2026-02-01")]
    [InlineData("--to must be less than 31 days after --from, and not before it.", "--from", "2026-01-02", "--to", "2026-01-01")]
    [InlineData("--to must be less than 31 days after --from, and not before it.", "--from", "9999-12-31")]
    [InlineData("--to must be less than 31 days after --from, and not before it.", "--to", "0001-01-01")]
    [InlineData("--status must be one of unfinished, completed, failed, not 'done'", "--status", "done")]
    [InlineData("--limit must be a number of at least 1, without decimals, not '0'.", "--limit", "0")]
    [InlineData("--limit must be a number", "--limit", "1.5")]
    [InlineData("--from, --to, --model, --status and --limit are not allowed with a request id", "some-id", "--limit", "1")]
    [InlineData("'..' cannot be the id of a job", "..")]
    [InlineData("'a b' cannot be the id of a job", "a b")]
    public async Task A_mistake_in_the_options_is_reported_before_anything_is_sent(string expected, params string[] args)
    {
        using var cli = new Cli { ApiKey = Cli.Key };

        CliResult result = await cli.RunAsync(["history", .. args]);

        Assert.Equal((ExitCodes.Usage, 0, ""), (result.ExitCode, cli.Wire.Requests, result.Out));
        Assert.StartsWith("error: " + expected, result.ErrorLines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("credits")]
    [InlineData("history")]
    [InlineData("history", "some-id")]
    public async Task A_missing_key_and_refusals_have_their_exit_codes(params string[] args)
    {
        using var stranger = new Cli();
        using var cli = new Cli { ApiKey = Cli.Key };

        Assert.Equal((ExitCodes.NoAccess, 0), ((await stranger.RunAsync(args)).ExitCode, stranger.Wire.Requests));
        cli.Segmind.When(static _ => true, EmulatorFault.Error(HttpStatusCode.Unauthorized), times: 1);
        Assert.Equal(ExitCodes.NoAccess, (await cli.RunAsync(args)).ExitCode);
        cli.Segmind.When(static _ => true, EmulatorFault.Error(HttpStatusCode.BadRequest));
        Assert.Equal(ExitCodes.ApiError, (await cli.RunAsync(args)).ExitCode);
    }

    [Fact]
    public async Task With_a_base_address_the_account_is_read_below_it()
    {
        await using var served = await ServedEmulator.StartAsync("--time-scale", "1000000");
        using var cli = new Cli { ApiKey = Cli.Key };
        var direct = new CliHost { Out = TextWriter.Null, Error = TextWriter.Null, Input = null, CurrentFolder = cli.Folder, ApiKey = Cli.Key };
        using KlingClient client = served.Connect();
        KlingJob job = await client.SubmitAsync(Slug, JsonElement.Parse("""{"prompt":"x"}"""), TestContext.Current.CancellationToken);
        using var output = new StringWriter();

        foreach (string[] args in (string[][])[["credits"], ["history"], ["history", job.RequestId]])
        {
            int exitCode = await KlingCommandLine.RunAsync(
                [.. args, "--base-address", served.Address.OriginalString], direct with { Out = output }, TestContext.Current.CancellationToken);
            Assert.Equal(ExitCodes.Ok, exitCode);
        }

        Assert.Equal(2, output.ToString().Split(job.RequestId).Length - 1);
    }

    private static async Task SubmitAsync(Cli cli, params string[] slugs)
    {
        foreach (string slug in slugs)
        {
            CliResult result = await cli.RunAsync("submit", slug, "--prompt", "x", "--yes");
            Assert.True(result.ExitCode == ExitCodes.Ok, result.ToString());
        }
    }

    private static EmulatorJob[] Jobs(Cli cli) => [.. cli.Segmind.Jobs];
}
