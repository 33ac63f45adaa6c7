using Kling.Emulator;
using Kling.Tests.Crash;
using Kling.Tests.Jobs;

namespace Kling.Tests.Chaos;

/// <summary>Everything that goes wrong at once, on virtual time, and what it has shown.</summary>
public sealed class ChaosTests(PostgresServer server)
{
    [Fact]
    public async Task No_request_of_250_tickets_is_billed_twice_and_each_ticket_ends_unless_the_history_cannot_decide()
    {
        int seed = Seed.Next(out string hint).Next();
        using var folder = new TemporaryFolder();

        ChaosFigures figures = await new ChaosRun(seed, 250, folder.File("jobs.db")).RunAsync(JobsStage.Token);

        TestContext.Current.TestOutputHelper?.WriteLine(figures.ToString());
        Assert.True(figures.Wrong.Count == 0, $"{hint}\n{string.Join("\n", figures.Wrong)}");
        Assert.Equal(0, figures.BilledTwice);

        // Chance could leave out what the test is for.
        Assert.InRange(figures.Unconfirmed, 25, 125);
        Assert.InRange(figures.Ambiguous, 0, 30);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_response_that_is_lost_after_the_end_of_the_lease_is_found(DatabaseKind kind)
    {
        await using JobsStage stage = await JobsStage.CreateAsync(kind, server);
        using var unconfirmed = CancellationTokenSource.CreateLinkedTokenSource(JobsStage.Token);
        var clock = new LaterClock(TimeSpan.Zero);
        KlingJobs jobs = stage.CreateJobs(
            options =>
            {
                options.TimeProvider = clock;
                options.Resolve = new KlingResolveOptions { SettleTime = TimeSpan.Zero };
            },
            step =>
            {
                if (step is WorkerStep.UnconfirmedCommitted)
                {
                    unconfirmed.Cancel();
                }
            }
        );
        stage.Emulator.When(
            request =>
            {
                if (request.Operation is EmulatorOperation.Submit)
                {
                    // The worker has stood still for so long that it is taken for dead.
                    clock.By = TimeSpan.FromMinutes(5);
                    Assert.Equal(1, jobs.Store.OrphanSubmitsAsync(JobsStage.Token).GetAwaiter().GetResult());
                }

                return request.Operation is EmulatorOperation.Submit;
            },
            EmulatorFault.ResetAfterBody().AfterHandling()
        );
        KlingTicket ticket = await jobs.EnqueueAsync(JobsStage.Request(), cancellationToken: JobsStage.Token);

        await jobs.Worker.RunAsync(untilDrained: false, unconfirmed.Token);
        await jobs.Reconciler.RunAsync(JobsStage.Token);

        ticket = (await jobs.GetAsync(ticket.Id, JobsStage.Token))!;
        Assert.Equal(KlingTicketState.Submitted, ticket.State);
        Assert.Equal(Assert.Single(stage.Emulator.Jobs).RequestId, ticket.RequestId);
    }
}
