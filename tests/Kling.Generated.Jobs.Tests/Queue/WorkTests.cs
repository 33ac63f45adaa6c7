using Kling.Emulator;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

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
        Assert.Equal((ticket.CreatedAt, KlingTicketState.Enqueued), (ended.CreatedAt, ticket.State));
    }

    [Fact]
    public async Task The_log_says_how_each_job_ended_and_the_status_has_the_counts()
    {
        await using JobsStage stage = await JobsStage.CreateAsync(DatabaseKind.Sqlite, server);
        var log = new FakeLogCollector();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(new FakeLoggerProvider(log)));
        KlingJobs jobs = stage.CreateJobs(options => options.LoggerFactory = factory);
        Assert.Equal("no tickets", $"{await jobs.GetStatusAsync(JobsStage.Token)}");

        KlingTicket saved = await jobs.EnqueueAsync(JobsStage.Request("secret prompt"), new KlingEnqueueOptions { SaveTo = stage.Folder }, JobsStage.Token);
        _ = await jobs.DrainAsync(JobsStage.Token);
        stage.FailNextSubmit(EmulatorFault.JobFailure("blocked"));
        KlingTicket failed = await jobs.EnqueueAsync(JobsStage.Request("secret prompt"), cancellationToken: JobsStage.Token);
        KlingQueueStatus status = await jobs.DrainAsync(JobsStage.Token);

        string[] ids = [.. stage.Emulator.Jobs.Select(static job => job.RequestId)];

        // The save may write its line before the poll that made it possible has written its own.
        IEnumerable<FakeLogRecord> records = log.GetSnapshot()
            .OrderBy(record => record.Message.Contains(ids[1], StringComparison.Ordinal))
            .ThenBy(static record => record.Message, StringComparer.Ordinal);
        Assert.Equal(
            [
                (LogLevel.Information, $"clip: job {ids[0]} of ticket {saved.Id} is Completed"),
                (LogLevel.Information, $"clip: job {ids[0]} of ticket {saved.Id} is Saved"),
                (LogLevel.Warning, $"clip: job {ids[1]} of ticket {failed.Id} is Failed; its Error says why"),
            ],
            records.Select(static record => (record.Level, record.Message))
        );
        Assert.Equal("1 Saved, 1 Failed", $"{status}");
        Assert.Equal("1 Saved, 1 Failed, held until 1970-01-01 00:00:00Z", $"{status with { HeldUntil = DateTimeOffset.UnixEpoch }}");
    }
}
