using Kling.Emulator;
using Microsoft.Extensions.Time.Testing;

namespace Kling.Cli.Tests;

/// <summary>What <c>kling mcp</c> may spend.</summary>
public sealed class McpMoneyTests
{
    // At most 5.25 USD; the emulator's jobs cost 2.34.
    private const string Slug = "kling-o3-text2video";

    private const string Priceless = """{ "type": "object", "x-output": "video", "properties": { "prompt": { "type": "string" } }, "required": ["prompt"] }""";

    [Fact]
    public async Task Without_a_question_and_a_budget_nothing_is_submitted()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        await using McpConnection mcp = await McpConnection.StartAsync(cli);

        McpAnswer refused = await mcp.SubmitAsync(Slug, new { prompt = "x" });

        Assert.Equal((true, "refused"), (refused.IsError, refused.Status));
        Assert.Contains("will likely cost 2.34 USD (0.63 to 5.25 USD). Nothing was sent", refused.Text, StringComparison.Ordinal);
        Assert.Contains("--budget <usd>", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, cli.Wire.Requests);
    }

    [Fact]
    public async Task The_highest_price_is_reserved_while_a_job_runs()
    {
        using var cli = new Cli(segmindTimeScale: 0.001) { ApiKey = Cli.Key };
        await using McpConnection mcp = await McpConnection.StartAsync(cli, answer: null, version: null, "--budget", "10");

        McpAnswer first = await mcp.SubmitAsync(Slug, new { prompt = "a" });
        McpAnswer second = await mcp.SubmitAsync(Slug, new { prompt = "b" });

        Assert.False(first.IsError, first.Text);
        Assert.Contains("it can cost 5.25 USD, and 4.75 USD of 10.00 USD are left. Nothing was sent. 5.25 USD are reserved for jobs that have not ended", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_spent_survives_a_restart()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        string job;
        await using (McpConnection first = await McpConnection.StartAsync(cli, answer: null, version: null, "--budget", "7.60"))
        {
            job = (await first.SubmitAsync(Slug, new { prompt = "a" })).Job;
            _ = await first.WaitAsync(job);
        }

        await using McpConnection second = await McpConnection.StartAsync(cli, answer: null, version: null, "--budget", "7.58");
        McpAnswer refused = await second.SubmitAsync(Slug, new { prompt = "c" });
        McpAnswer estimate = await second.CallAsync("estimate_cost", ("model", Slug), ("input", new { prompt = "c" }));

        Assert.True(refused.IsError);
        Assert.Contains("The job does not fit into the budget: it can cost 5.25 USD, and 5.24 USD of 7.58 USD are left.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(5.24m, estimate.Json.GetProperty("budget_left_usd").GetDecimal());
        Assert.Equal(1, cli.Segmind.Counters.Posts);
    }

    [Fact]
    public async Task The_budget_limits_confirmed_jobs_too()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        await using McpConnection mcp = await McpConnection.StartAsync(cli, "accept", version: null, "--budget", "1");

        McpAnswer refused = await mcp.SubmitAsync(Slug, new { prompt = "x" });

        Assert.Equal((true, "refused"), (refused.IsError, refused.Status));
        Assert.Contains("and 1.00 USD of 1.00 USD are left. Nothing was sent. Choose a cheaper input", refused.Text, StringComparison.Ordinal);
        Assert.Empty(mcp.Questions);
        Assert.Equal(0, cli.Segmind.Counters.Posts);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("accept")]
    public async Task Equal_requests_are_one_job_for_ten_minutes_also_over_two_servers(string? answer)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        using var cli = new Cli { ApiKey = Cli.Key, Clock = clock };
        await using McpConnection one = await McpConnection.StartAsync(cli, answer, version: null, "--budget", "100");
        await using McpConnection two = await McpConnection.StartAsync(cli, answer, version: null, "--budget", "100");

        McpAnswer[] both = await Task.WhenAll(
            one.SubmitAsync(Slug, new { prompt = "x", duration = "5" }),
            two.SubmitAsync(Slug, new Dictionary<string, object> { ["duration"] = "5", ["prompt"] = "x" }),
            one.SubmitAsync(Slug, new { prompt = "x", duration = "5" }));
        string job = both[0].Job;
        await EndAsync(one, job, clock);

        McpAnswer retry = await two.SubmitAsync(Slug, new { prompt = "x", duration = "5" });
        clock.Advance(SubmitLedger.Window);
        McpAnswer later = await two.SubmitAsync(Slug, new { prompt = "x", duration = "5" });
        await EndAsync(two, later.Job, clock);

        Assert.All(both, submitted => Assert.Equal(job, submitted.Job));
        Assert.Equal(job, retry.Job);
        Assert.Contains("This is the job of an earlier, equal submit (key mcp-", retry.Text, StringComparison.Ordinal);
        Assert.NotEqual(job, later.Job);
        Assert.Equal(2, cli.Segmind.Counters.Posts);
    }

    [Fact]
    public async Task A_failed_job_is_not_billed_and_can_be_submitted_again()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        cli.Segmind.When(static request => request.Slug is not null, EmulatorFault.JobFailure($"blocked by a filter, {Cli.Key}"), times: 1);
        await using McpConnection mcp = await McpConnection.StartAsync(cli, answer: null, version: null, "--budget", "6");

        McpAnswer failed = await mcp.WaitAsync((await mcp.SubmitAsync(Slug, new { prompt = "x" })).Job);
        McpAnswer result = await mcp.CallAsync("job_result", ("job", failed.Job));
        McpAnswer again = await mcp.SubmitAsync(Slug, new { prompt = "x" });

        Assert.Equal("failed", failed.Status);
        Assert.Contains("blocked by a filter", failed.Json.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Cli.Key, failed.Text + result.Text, StringComparison.Ordinal);
        Assert.True(result.IsError);
        Assert.NotEqual(failed.Job, again.Job);
        Assert.Equal("completed", (await mcp.WaitAsync(again.Job)).Status);
    }

    [Fact]
    public async Task A_lost_response_is_resolved_by_the_history_and_not_sent_again()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        using var cli = new Cli { ApiKey = Cli.Key, Clock = clock };
        cli.Segmind.When(static request => request.Slug is not null, EmulatorFault.EmptyBody(), times: 1);
        await using McpConnection mcp = await McpConnection.StartAsync(cli, "accept");

        string job = (await mcp.SubmitAsync(Slug, new { prompt = "x" })).Job;
        await EndAsync(mcp, job, clock);
        McpAnswer equal = await mcp.SubmitAsync(Slug, new { prompt = "x" });

        Assert.Equal((job, 1), (equal.Job, cli.Segmind.Counters.Posts));
    }

    [Fact]
    public async Task A_model_without_a_known_price_needs_a_person()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        _ = cli.Write("mine/acme-clip.json", Priceless);
        await using McpConnection budget = await McpConnection.StartAsync(cli, answer: null, version: null, "--budget", "100", "--schemas", "mine");
        await using McpConnection asking = await McpConnection.StartAsync(cli, "decline", version: null, "--schemas", "mine");

        McpAnswer refused = await budget.SubmitAsync("acme-clip", new { prompt = "x" });
        McpAnswer declined = await asking.SubmitAsync("acme-clip", new { prompt = "x" });

        Assert.Contains("is not known, so no budget can limit it", refused.Text, StringComparison.Ordinal);
        Assert.Equal((true, "refused", true, "refused"), (refused.IsError, refused.Status, declined.IsError, declined.Status));
        Assert.Contains("will be billed; the cost is not known.", Assert.Single(asking.Questions), StringComparison.Ordinal);
        Assert.Equal(0, cli.Segmind.Counters.Posts);
    }

    [Fact]
    public async Task Requests_for_the_emulator_are_never_sent_to_Segmind()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        await using (McpConnection emulator = await McpConnection.StartAsync(cli, answer: null, version: null, "--emulator", "--budget", "100"))
        {
            McpAnswer submitted = await emulator.SubmitAsync(Slug, new { prompt = "x" });
            Assert.Contains("on the built-in emulator is not billed", submitted.Text, StringComparison.Ordinal);
        }

        CliResult refused = await cli.ServeAsync(Stream.Null, Stream.Null, TestContext.Current.CancellationToken, "mcp", "--budget", "100", "--store", McpConnection.StoreOf(cli));

        Assert.Equal(ExitCodes.Usage, refused.ExitCode);
        Assert.Contains("the store holds jobs of another target than https://api.segmind.com", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, cli.Wire.Requests);
    }

    [Fact]
    public async Task An_emulator_is_not_asked_for_jobs_of_another_one()
    {
        using var cli = new Cli();
        await using (McpConnection first = await McpConnection.StartAsync(cli, answer: null, version: null, "--emulator", "--time-scale", "0.001", "--budget", "100"))
        {
            McpAnswer submitted = await first.SubmitAsync(Slug, new { prompt = "x" });
            while ((await first.CallAsync("job_status", ("job", submitted.Job))).Status is "enqueued" or "submitting")
            {
                // The server's worker submits it.
            }
        }

        CliResult named = await cli.ServeAsync(Stream.Null, Stream.Null, TestContext.Current.CancellationToken, "mcp", "--emulator", "--store", McpConnection.StoreOf(cli));
        CliResult fresh = await cli.ServeAsync(Stream.Null, Stream.Null, TestContext.Current.CancellationToken, "mcp", "--emulator");

        Assert.Equal((ExitCodes.Usage, ExitCodes.Ok), (named.ExitCode, fresh.ExitCode));
        Assert.Contains("was submitted elsewhere, and the emulator in this command does not know it", named.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_of_the_queue_that_nobody_confirmed_are_not_submitted_by_a_server()
    {
        using var cli = new Cli { ApiKey = Cli.Key };
        _ = await cli.RunAsync("jobs", "add", Slug, "--prompt", "x", "--key", "order-1");

        CliResult refused = await cli.ServeAsync(Stream.Null, Stream.Null, TestContext.Current.CancellationToken, "mcp", "--store", QueueStore.Default);

        Assert.Equal(ExitCodes.Usage, refused.ExitCode);
        Assert.Contains("the request 'order-1' in the store was not enqueued over MCP", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, cli.Wire.Requests);
    }

    [Theory]
    [InlineData("--urls", "http://0.0.0.0:0")]
    [InlineData("--urls", "http://*:0")]
    [InlineData("--budget", "-1")]
    [InlineData("--root", "nowhere")]
    [InlineData("--store", "nonsense")]
    public async Task A_wrong_option_ends_the_command(params string[] args)
    {
        using var cli = new Cli { ApiKey = Cli.Key };

        CliResult refused = await cli.ServeAsync(Stream.Null, Stream.Null, TestContext.Current.CancellationToken, ["mcp", .. args]);

        Assert.Equal((ExitCodes.Usage, ""), (refused.ExitCode, refused.Out));
        Assert.Contains(args[0], refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_the_server_does_not_start()
    {
        using var cli = new Cli();

        CliResult refused = await cli.ServeAsync(Stream.Null, Stream.Null, TestContext.Current.CancellationToken, "mcp");

        Assert.Equal(ExitCodes.NoAccess, refused.ExitCode);
    }

    // The worker sleeps on the clock of the test.
    private static async Task EndAsync(McpConnection mcp, string job, FakeTimeProvider clock)
    {
        while ((await mcp.CallAsync("job_status", ("job", job))).Status is not "completed")
        {
            clock.Advance(TimeSpan.FromMilliseconds(500));
        }
    }
}
