using Kling.Emulator;

namespace Kling.Tests;

/// <summary>What the <c>kling jobs</c> command needs of the library.</summary>
public sealed class CommandTests(PostgresServer server)
{
    [Fact]
    public async Task The_folder_of_the_worker_is_for_tickets_that_have_none()
    {
        await using JobsStage stage = await JobsStage.CreateAsync(DatabaseKind.Sqlite, server);
        string own = Path.Combine(stage.Folder, "own");
        KlingTicket[] tickets =
        [
            await stage.Jobs.EnqueueAsync(JobsStage.Request("a"), new KlingEnqueueOptions { Key = "a" }, JobsStage.Token),
            await stage.Jobs.EnqueueAsync(JobsStage.Request("b"), new KlingEnqueueOptions { Key = "b", SaveTo = own }, JobsStage.Token),
        ];
        KlingJobs worker = stage.CreateJobs(options => options.SaveTo = stage.Folder);

        await worker.DrainAsync(JobsStage.Token);

        Assert.All(tickets, static ticket => Assert.NotEqual(Directory.GetCurrentDirectory(), ticket.SaveTo));
        string[] files = [.. (await Task.WhenAll(tickets.Select(ticket => worker.GetAsync(ticket.Id, JobsStage.Token)))).Select(static ticket => Assert.Single(ticket!.Files))];
        Assert.Equal([Path.Combine(stage.Folder, "a.mp4"), Path.Combine(own, "b.mp4")], files);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task What_happens_after_a_status_was_read_is_watched_from_its_position(DatabaseKind kind)
    {
        await using JobsStage stage = await JobsStage.CreateAsync(kind, server);
        string empty = (await stage.Jobs.GetStatusAsync(JobsStage.Token)).Position;
        KlingTicket first = await stage.Jobs.EnqueueAsync(JobsStage.Request("a"), null, JobsStage.Token);

        // On PostgreSQL an event is watched, and is part of the position, when all older transactions have ended, those of other tests included.
        KlingTicketEvent seen = await NextAsync(stage.Jobs, empty);
        string position = (await stage.Jobs.GetStatusAsync(JobsStage.Token)).Position;
        KlingTicket second = await stage.Jobs.EnqueueAsync(JobsStage.Request("b"), null, JobsStage.Token);

        Assert.Equal("", empty);
        Assert.Equal((first.Id, seen.Position), (seen.TicketId, position));
        Assert.Equal(second.Id, (await NextAsync(stage.Jobs, position)).TicketId);
    }

    private static async Task<KlingTicketEvent> NextAsync(KlingJobs jobs, string position)
    {
        await foreach (KlingTicketEvent change in jobs.WatchAsync(new KlingWatchOptions { After = position }, JobsStage.Token))
        {
            return change;
        }

        throw new InvalidOperationException("The watch ended.");
    }

    [Theory]
    [InlineData(true, KlingResolutionKind.Found, KlingTicketState.Submitted)]
    [InlineData(false, KlingResolutionKind.NotSettled, KlingTicketState.Unconfirmed)]
    public async Task A_lost_response_is_looked_up_on_request(bool isAccepted, KlingResolutionKind kind, KlingTicketState state)
    {
        await using JobsStage stage = await JobsStage.CreateAsync(DatabaseKind.Sqlite, server);
        EmulatorFault lost = EmulatorFault.ResetAfterBody();
        stage.Emulator.When(static request => request.Operation is EmulatorOperation.Submit, isAccepted ? lost.AfterHandling() : lost);
        KlingTicket ticket = await stage.Jobs.EnqueueAsync(JobsStage.Request(), null, JobsStage.Token);
        KlingTicket other = await stage.Jobs.EnqueueAsync(JobsStage.Request("other"), new KlingEnqueueOptions { NotBefore = DateTimeOffset.MaxValue.AddDays(-1) }, JobsStage.Token);
        await SubmitAsync(stage);

        KlingResolution? answer = await stage.Jobs.LookUpAsync(ticket.Id, JobsStage.Token);

        Assert.Equal((kind, state), (answer!.Kind, (await stage.Jobs.GetAsync(ticket.Id, JobsStage.Token))!.State));
        Assert.Equal(answer.Job?.RequestId, (await stage.Jobs.GetAsync(ticket.Id, JobsStage.Token))!.RequestId);
        Assert.Null(await stage.Jobs.LookUpAsync(other.Id, JobsStage.Token));
        _ = await Assert.ThrowsAsync<ArgumentException>(() => stage.Jobs.LookUpAsync(Guid.NewGuid(), JobsStage.Token));
        Assert.Equal(1, stage.Emulator.Counters.Posts);
    }

    /// <summary>Works until the one submit has ended, as a process that is stopped does. Without its schedules: nothing else reads the history.</summary>
    private static async Task SubmitAsync(JobsStage stage)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(JobsStage.Token);
        KlingJobs worker = stage.CreateJobs(reached: step =>
        {
            if (step is WorkerStep.ClaimCommitted)
            {
                stop.Cancel();
            }
        });
        await worker.Worker.RunAsync(untilDrained: false, stop.Token);
    }
}
