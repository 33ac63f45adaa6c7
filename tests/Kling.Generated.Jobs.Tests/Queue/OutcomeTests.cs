using System.Net;
using Kling.Emulator;

namespace Kling.Tests;

/// <summary>Submits and jobs that go wrong.</summary>
public sealed class OutcomeTests(PostgresServer server)
{
    public static TheoryData<DatabaseKind> Databases => [DatabaseKind.Sqlite, DatabaseKind.PostgreSql];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_submit_whose_response_is_lost_is_found_in_the_history(DatabaseKind kind)
    {
        await using JobsStage stage = await JobsStage.CreateAsync(kind, server);
        stage.FailNextSubmit(EmulatorFault.TruncatedBody());

        KlingTicket ticket = await DrainOneAsync(stage, stage.Jobs);

        Assert.Equal(KlingTicketState.Completed, ticket.State);
        Assert.Contains(KlingTicketState.Unconfirmed, ticket.History.Select(static change => change.State));
        Assert.Equal(Assert.Single(stage.Emulator.Jobs).RequestId, ticket.RequestId);
        Assert.Equal(1, stage.Emulator.Counters.Posts);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, false, HttpStatusCode.GatewayTimeout)]
    [InlineData(DatabaseKind.PostgreSql, false, HttpStatusCode.GatewayTimeout)]
    [InlineData(DatabaseKind.Sqlite, true, HttpStatusCode.InternalServerError)]
    [InlineData(DatabaseKind.PostgreSql, true, HttpStatusCode.ServiceUnavailable)]
    public async Task A_submit_that_the_history_does_not_have_is_sent_again_only_if_the_options_say_so(
        DatabaseKind kind,
        bool resubmits,
        HttpStatusCode status
    )
    {
        await using JobsStage stage = await JobsStage.CreateAsync(kind, server);
        stage.FailNextSubmit(EmulatorFault.Error(status));
        KlingJobs jobs = stage.CreateJobs(options => options.ResubmitNotAccepted = resubmits, submitTimeout: TimeSpan.FromMilliseconds(500));

        KlingTicket ticket = await DrainOneAsync(stage, jobs);

        Assert.Equal(resubmits ? KlingTicketState.Completed : KlingTicketState.Failed, ticket.State);
        Assert.Equal(resubmits ? 2 : 1, ticket.Attempts);
        Assert.Equal(resubmits ? 1 : 0, stage.Emulator.Jobs.Count);
        if (!resubmits)
        {
            Assert.True(await jobs.ResubmitAsync(ticket.Id, JobsStage.Token));
            _ = await jobs.DrainAsync(JobsStage.Token);
            Assert.Equal(KlingTicketState.Completed, (await jobs.GetAsync(ticket.Id, JobsStage.Token))!.State);
        }
    }

    /// <summary>A suspended process, or one without a network, holds the lock of its transaction.</summary>
    [Fact]
    public async Task A_worker_that_stands_still_within_a_claim_stops_no_other_and_submits_nothing_afterwards()
    {
        await using JobsStage stage = await JobsStage.CreateAsync(DatabaseKind.PostgreSql, server);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var goesOn = new ManualResetEventSlim();
        KlingJobs still = stage.CreateJobs(ShortLease, StandStill);
        KlingJobs other = stage.CreateJobs(ShortLease);
        KlingTicket ticket = await stage.Jobs.EnqueueAsync(JobsStage.Request(), cancellationToken: JobsStage.Token);
        var work = Task.Run(() => still.DrainAsync(JobsStage.Token));
        await begun.Task;

        _ = await other.DrainAsync(JobsStage.Token);
        goesOn.Set();
        _ = await work;

        KlingTicket ended = (await other.GetAsync(ticket.Id, JobsStage.Token))!;
        Assert.Equal(KlingTicketState.Completed, ended.State);
        Assert.Equal(1, stage.Emulator.Counters.Posts);

        static void ShortLease(KlingJobsOptions options) => options.Lease = TimeSpan.FromSeconds(1);

        void StandStill(WorkerStep step)
        {
            if (step is WorkerStep.ClaimCommitting && begun.TrySetResult())
            {
                goesOn.Wait(JobsStage.Token);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_job_of_an_earlier_submit_is_not_taken_for_that_of_the_next_one(DatabaseKind kind)
    {
        await using JobsStage stage = await JobsStage.CreateAsync(kind, server);
        KlingJobs jobs = stage.CreateJobs(submitTimeout: TimeSpan.FromMilliseconds(500));
        stage.FailNextSubmit(EmulatorFault.JobFailure("blocked"));
        KlingTicket first = await DrainOneAsync(stage, jobs);
        stage.FailNextSubmit(EmulatorFault.Error(HttpStatusCode.ServiceUnavailable));

        Assert.True(await jobs.ResubmitAsync(first.Id, JobsStage.Token));
        _ = await jobs.DrainAsync(JobsStage.Token);

        KlingTicket second = (await jobs.GetAsync(first.Id, JobsStage.Token))!;
        Assert.Equal((KlingTicketState.Failed, Assert.Single(stage.Emulator.Jobs).RequestId), (first.State, first.RequestId));
        Assert.Equal((KlingTicketState.Failed, null), (second.State, second.RequestId));
        Assert.Contains("has not accepted the request", second.Error, StringComparison.Ordinal);
        Assert.True(await jobs.Store.IsEarlierJobAsync(first.RequestId!, JobsStage.Token));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_fault_after_the_submit_leaves_the_ticket_to_a_person_and_sends_nothing_again(DatabaseKind kind)
    {
        await using JobsStage stage = await JobsStage.CreateAsync(kind, server);
        int faults = 0;
        KlingJobs jobs = stage.CreateJobs(reached: step =>
        {
            if (step is WorkerStep.SubmitSent && Interlocked.Increment(ref faults) == 1)
            {
                throw new InvalidOperationException("A fault of the library.");
            }
        });

        KlingTicket ticket = await DrainOneAsync(stage, jobs);
        Assert.Equal(KlingTicketState.Unconfirmed, ticket.State);
        Assert.Contains("A fault of the library.", ticket.Error, StringComparison.Ordinal);

        Assert.True(await jobs.ResolveAsync(ticket.Id, Assert.Single(stage.Emulator.Jobs).RequestId, JobsStage.Token));
        _ = await jobs.DrainAsync(JobsStage.Token);
        Assert.Equal(KlingTicketState.Completed, (await jobs.GetAsync(ticket.Id, JobsStage.Token))!.State);
        Assert.Equal(1, stage.Emulator.Counters.Posts);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_stored_request_that_cannot_be_read_fails_alone(DatabaseKind kind)
    {
        await using JobsStage stage = await JobsStage.CreateAsync(kind, server);
        KlingTicket broken = await stage
            .CreateJobs(static options => options.Protector = new Lost())
            .EnqueueAsync(JobsStage.Request("lost"), null, JobsStage.Token);

        KlingTicket ticket = await DrainOneAsync(stage, stage.Jobs);

        Assert.Equal(KlingTicketState.Completed, ticket.State);
        List<KlingTicketEvent> history = await stage.Jobs.Store.EventsOfAsync(broken.Id, JobsStage.Token);
        Assert.Equal(KlingTicketState.Failed, history[^1].State);
        Assert.Contains("could not be read", history[^1].Detail, StringComparison.Ordinal);
        Assert.Equal(1, stage.Emulator.Counters.Posts);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_failed_job_says_why_and_is_not_billed(DatabaseKind kind)
    {
        await using JobsStage stage = await JobsStage.CreateAsync(kind, server);
        stage.FailNextSubmit(EmulatorFault.JobFailure("Blocked by moderation."));
        KlingJobs jobs = stage.CreateJobs(static options => options.Budgets.Add(new KlingBudget(5)));

        KlingTicket ticket = await DrainOneAsync(stage, jobs);

        Assert.Equal(KlingTicketState.Failed, ticket.State);
        Assert.Contains("Blocked by moderation.", ticket.Error, StringComparison.Ordinal);
        Assert.Equal(0, Assert.Single((await jobs.GetStatusAsync(JobsStage.Token)).Budgets).Reserved);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_refusal_that_every_request_would_get_stops_the_queue_and_keeps_the_tickets(DatabaseKind kind)
    {
        await using JobsStage stage = await JobsStage.CreateAsync(kind, server);
        stage.FailNextSubmit(EmulatorFault.Error(HttpStatusCode.Unauthorized));
        KlingJobs jobs = stage.CreateJobs(static options => options.MaxInFlight = 1);
        _ = await jobs.EnqueueAsync(JobsStage.Request("a"), null, JobsStage.Token);
        _ = await jobs.EnqueueAsync(JobsStage.Request("b"), null, JobsStage.Token);

        KlingQueueStatus held = await jobs.DrainAsync(JobsStage.Token);
        await jobs.ResumeAsync(JobsStage.Token);

        Assert.Equal(2, held.Tickets[KlingTicketState.Enqueued]);
        Assert.NotNull(held.HeldUntil);
        Assert.NotNull(held.HeldBecause);
        Assert.Equal(1, stage.Emulator.Counters.Posts);
        Assert.Null((await jobs.GetStatusAsync(JobsStage.Token)).HeldUntil);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Outputs_that_cannot_be_saved_are_saved_later(DatabaseKind kind)
    {
        await using JobsStage stage = await JobsStage.CreateAsync(kind, server);
        var store = new FullStore();
        KlingJobs jobs = stage.CreateJobs(options =>
        {
            options.OutputStore = store;
            options.SaveTo = "bucket";
        });

        KlingTicket ticket = await DrainOneAsync(stage, jobs);

        Assert.Equal(KlingTicketState.Saved, ticket.State);
        Assert.Equal(2, store.Calls);
        Assert.Equal(["bucket/1"], ticket.Files);
    }

    [Fact]
    public async Task A_person_decides_what_is_ambiguous()
    {
        await using JobsStage stage = await JobsStage.CreateAsync(DatabaseKind.Sqlite, server);
        KlingJobs jobs = stage.CreateJobs(submitTimeout: TimeSpan.FromMilliseconds(500));

        // Another program of the account has sent the same request at the same time.
        using KlingClient stranger = stage.Emulator.CreateClient();
        KlingJob other = await stranger.SubmitAsync("clip", JobsStage.Json(JobsStage.Request().ToJson()), JobsStage.Token);
        stage.FailNextSubmit(EmulatorFault.TruncatedBody());

        KlingTicket ticket = await DrainOneAsync(stage, jobs);
        Assert.Equal(KlingTicketState.Unconfirmed, ticket.State);
        string own = Assert.Single(stage.Emulator.Jobs, job => job.RequestId != other.RequestId).RequestId;
        Assert.Contains(own, ticket.Error, StringComparison.Ordinal);

        Assert.True(await jobs.ResolveAsync(ticket.Id, own, JobsStage.Token));
        _ = await jobs.DrainAsync(JobsStage.Token);
        Assert.Equal(KlingTicketState.Completed, (await jobs.GetAsync(ticket.Id, JobsStage.Token))!.State);
        Assert.False(await jobs.ResolveAsync(ticket.Id, own, JobsStage.Token));
    }

    private static async Task<KlingTicket> DrainOneAsync(JobsStage stage, KlingJobs jobs)
    {
        KlingTicket ticket = await jobs.EnqueueAsync(JobsStage.Request(), null, JobsStage.Token);
        _ = await jobs.DrainAsync(JobsStage.Token);
        return (await stage.Jobs.GetAsync(ticket.Id, JobsStage.Token))!;
    }

    private sealed class Lost : IKlingBodyProtector
    {
        public byte[] Protect(byte[] plain) => [0];

        public byte[] Unprotect(byte[] stored) => "{}"u8.ToArray();
    }

    /// <summary>Has no room at the first call.</summary>
    private sealed class FullStore : IKlingOutputStore
    {
        public int Calls { get; private set; }

        public Task<string> SaveAsync(KlingOutput output, CancellationToken cancellationToken) =>
            ++Calls == 1 ? throw new IOException("No space left on device.") : Task.FromResult($"{output.Ticket.SaveTo}/{output.Count}");
    }
}
