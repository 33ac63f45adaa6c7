using Kling.Tests;

namespace Kling.Cli.Tests;

/// <summary><c>kling mcp</c> on several machines with one PostgreSQL database.</summary>
public sealed class McpPostgresTests(PostgresServer server)
{
    private const string Slug = "kling-o3-text2video";

    [Fact]
    public async Task Servers_that_start_and_submit_at_once_share_the_jobs_and_the_budget()
    {
        using var cli = new Cli { ApiKey = Cli.Key, Store = "postgres:" + await server.CreateDatabaseAsync() };
        McpConnection[] servers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => McpConnection.StartAsync(cli, answer: null, version: null, "--budget", "11")));
        await using McpConnection one = servers[0];
        await using McpConnection two = servers[1];
        await using McpConnection three = servers[2];

        // 5.25 USD are reserved for each: two fit.
        McpAnswer[] answers = await Task.WhenAll(
            servers.SelectMany(static server => (Task<McpAnswer>[])[server.SubmitAsync(Slug, new { prompt = "a" }), server.SubmitAsync(Slug, new { prompt = "b" })]));

        Assert.All(answers, static answer => Assert.False(answer.IsError, answer.Text));
        string[] jobs = [.. answers.Select(static answer => answer.Job).Distinct()];
        Assert.Equal(2, jobs.Length);
        foreach (string job in jobs)
        {
            Assert.Equal("completed", (await two.WaitAsync(job)).Status);
        }

        Assert.Equal(2, cli.Segmind.Counters.Posts);
    }
}
