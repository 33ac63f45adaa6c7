using System.Text.Json;
using Kling.Emulator;

namespace Kling.Cli.Tests;

/// <summary>The built command as clients start it: processes that are killed, and several at once on one store.</summary>
public sealed class McpProcessTests
{
    private const string Slug = "kling-o3-text2video";

    [Fact]
    public async Task The_job_of_a_killed_server_is_found_and_finished_by_the_others_of_the_same_user()
    {
        using var cli = new Cli();
        await using EmulatorServer segmind = await EmulatorServer.StartAsync(
            new Uri("http://127.0.0.1:0"), Cli.Shipped, new SegmindEmulatorOptions { TimeScale = 100 }, TestContext.Current.CancellationToken);
        string[] args = ["--base-address", segmind.Address.OriginalString, "--budget", "10"];

        // Two clients of one user: each starts a server of its own, on the same store.
        await using var first = new McpProcess(cli.Folder, args);
        await using var second = new McpProcess(cli.Folder, args);
        await Task.WhenAll(first.ConnectAsync(), second.ConnectAsync());
        McpAnswer[] submits = await Task.WhenAll(SubmitAsync(first, "x"), SubmitAsync(second, "x"));
        McpAnswer over = await SubmitAsync(second, "y");
        string job = submits[0].Job;
        while ((await second.CallAsync("job_status", ("job", job))).Status is "enqueued" or "submitting")
        {
            // Whichever of them works submits it.
        }

        await first.KillAsync();
        await second.KillAsync();
        await using var next = new McpProcess(cli.Folder, args);
        await next.ConnectAsync();
        McpAnswer jobs = await next.CallAsync("list_jobs");
        McpAnswer ended = await next.CallAsync("wait", ("job", job));
        McpAnswer equal = await SubmitAsync(next, "x");

        Assert.Equal(job, submits[1].Job);
        Assert.True(over.IsError, over.Text);
        Assert.Equal(job, Assert.Single(jobs.Json.GetProperty("jobs").EnumerateArray()).GetProperty("job").GetString());
        Assert.Contains("\"prompt\":\"x\"", jobs.Json.GetProperty("jobs")[0].GetProperty("input").GetString(), StringComparison.Ordinal);
        Assert.Equal((job, "completed"), (equal.Job, ended.Status));
        Assert.Equal(1, segmind.Emulator.Counters.Posts);
    }

    [Fact]
    public async Task The_standard_output_has_the_protocol_alone_and_the_end_of_the_input_ends_the_server()
    {
        using var cli = new Cli();
        _ = cli.Write("mine/broken.json", "{");
        await using var server = new McpProcess(cli.Folder, "--emulator", "--schemas", "mine");

        CliResult result = await server.SayAsync(
            answers: 3,
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"x","version":"1"}}}""",
            "this is no JSON",
            """{"jsonrpc":"2.0","method":"notifications/initialized"}""",
            """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"submit","arguments":{"model":"kling-o3-text2video","input":{"prompt":"x"}}}}""",
            """{"jsonrpc":"2.0","id":3,"method":"no/such/method"}""");

        Assert.True(result.ExitCode == ExitCodes.Ok, result.ToString());
        int[] ids = [.. result.Out.TrimEnd('\n').Split('\n').Select(static line => JsonElement.Parse(line)).Select(static message => message.GetProperty("id").GetInt32())];
        Assert.Equal([1, 2, 3], ids.Order());
        Assert.Contains("broken.json", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Cli.Key, result.Out + result.Error, StringComparison.Ordinal);
    }

    private static Task<McpAnswer> SubmitAsync(McpProcess server, string prompt) => server.CallAsync("submit", ("model", Slug), ("input", new { prompt }));
}
