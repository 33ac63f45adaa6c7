namespace Kling.Tests;

/// <summary>From a request to a saved file.</summary>
public sealed class WorkTests(PostgresServer server)
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_request_is_submitted_polled_and_saved(DatabaseKind kind)
    {
        await using JobsStage stage = await JobsStage.CreateAsync(kind, server);

        KlingTicket ticket = await stage.Jobs.EnqueueAsync(
            JobsStage.Request(),
            new KlingEnqueueOptions { Key = "order-42", SaveTo = stage.Folder, Tags = new Dictionary<string, string> { ["customer"] = "7" } },
            JobsStage.Token
        );
        await stage.Jobs.DrainAsync(JobsStage.Token);

        KlingTicket ended = (await stage.Jobs.GetAsync(ticket.Id, JobsStage.Token))!;
        Assert.Equal(KlingTicketState.Saved, ended.State);
        Assert.Null(ended.Error);
        Assert.Equal(
            [
                KlingTicketState.Enqueued,
                KlingTicketState.Submitting,
                KlingTicketState.Submitted,
                KlingTicketState.Completed,
                KlingTicketState.Saved,
            ],
            ended.History.Select(static change => change.State)
        );
        Assert.Equal(Path.Combine(stage.Folder, "order-42.mp4"), Assert.Single(ended.Files));
        Assert.True(File.Exists(ended.Files[0]));
        Assert.Equal(2, ended.Cost);
        Assert.Equal(1, ended.Attempts);
        Assert.Equal(Assert.Single(stage.Emulator.Jobs).RequestId, ended.RequestId);
        Assert.Equal(1, stage.Emulator.Counters.Posts);
    }
}
