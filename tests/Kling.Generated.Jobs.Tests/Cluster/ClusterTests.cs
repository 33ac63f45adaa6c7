using Kling.Tests.Jobs;

namespace Kling.Tests.Cluster;

/// <summary>Several worker processes on one PostgreSQL database.</summary>
public sealed class ClusterTests
{
    [Fact]
    public async Task Every_ticket_is_submitted_once_and_saved_although_workers_are_killed_and_the_database_crashes()
    {
        await using var server = new PostgresServer();
        string database = await server.CreateDatabaseAsync();
        using var folder = new TemporaryFolder();
        var run = new ClusterRun(60, kills: 2, database, RestartAsync, folder.File("files"));

        ClusterFigures figures = await run.RunAsync(JobsStage.Token);

        TestContext.Current.TestOutputHelper?.WriteLine(figures.ToString());
        Assert.Empty(figures.Wrong);
        Assert.Equal(60, figures.Saved);
        Assert.Equal(60, figures.JobsAccepted);
        Assert.Equal(2, figures.Kills);

        // A process that dies may cut off a request that it is sending: the emulator counts the POST and accepts nothing. The ticket is
        // submitted again then, as another attempt. No POST belongs to no attempt.
        Assert.InRange(figures.Posts, 60, 60 + figures.SubmittedAgain);

        async Task RestartAsync()
        {
            await server.StopAsync(immediate: true);
            await server.StartAsync();
        }
    }
}
