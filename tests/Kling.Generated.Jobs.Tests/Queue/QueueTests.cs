using System.Data.Common;

namespace Kling.Tests;

/// <summary>What is enqueued, in which order it is submitted, and what stops it.</summary>
public sealed class QueueTests(PostgresServer server)
{
    public static TheoryData<DatabaseKind> Databases => [DatabaseKind.Sqlite, DatabaseKind.PostgreSql];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_key_gives_the_first_ticket_again_and_refuses_another_request(DatabaseKind kind)
    {
        await using JobsStage stage = await JobsStage.CreateAsync(kind, server);
        var options = new KlingEnqueueOptions { Key = "order-42" };

        KlingTicket[] tickets = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => stage.CreateJobs().EnqueueAsync(JobsStage.Request(), options, JobsStage.Token))
        );
        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() =>
            stage.Jobs.EnqueueAsync(JobsStage.Request("b"), options, JobsStage.Token)
        );

        Assert.Single(tickets.Select(static ticket => ticket.Id).Distinct());
        Assert.Contains("'order-42'", error.Message, StringComparison.Ordinal);
        Assert.Equal(tickets[0].Id, (await stage.Jobs.FindAsync("order-42", JobsStage.Token))!.Id);
        Assert.Single(await ListAsync(stage.Jobs));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_ticket_is_part_of_the_callers_transaction(DatabaseKind kind)
    {
        await using JobsStage stage = await JobsStage.CreateAsync(kind, server);
        _ = await stage.Jobs.GetStatusAsync(JobsStage.Token);
        await using DbConnection connection = await stage.OpenAsync();
        foreach (bool commits in (bool[])[false, true])
        {
            await using DbTransaction transaction = await connection.BeginTransactionAsync(JobsStage.Token);
            KlingTicket ticket = await stage.Jobs.EnqueueAsync(JobsStage.Request(), transaction, null, JobsStage.Token);
            await (commits ? transaction.CommitAsync(JobsStage.Token) : transaction.RollbackAsync(JobsStage.Token));

            Assert.Equal(commits, await stage.Jobs.GetAsync(ticket.Id, JobsStage.Token) is not null);
        }

        _ = await stage.Jobs.DrainAsync(JobsStage.Token);
        Assert.Equal(1, stage.Emulator.Counters.Posts);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Higher_priorities_are_submitted_first_and_then_the_older_tickets(DatabaseKind kind)
    {
        await using JobsStage stage = await JobsStage.CreateAsync(kind, server);
        KlingJobs jobs = stage.CreateJobs(static options => options.MaxInFlight = 1);
        foreach ((string prompt, int priority) in ((string, int)[])[("c", 0), ("d", 0), ("a", 9), ("e", -1), ("b", 9)])
        {
            _ = await jobs.EnqueueAsync(JobsStage.Request(prompt), new() { Priority = priority }, JobsStage.Token);
        }

        _ = await jobs.DrainAsync(JobsStage.Token);

        List<KlingTicket> tickets = await ListAsync(jobs);
        Assert.Equal(
            ["a", "b", "c", "d", "e"],
            tickets.OrderBy(static ticket => ticket.SubmittedAt).Select(static ticket => ticket.Body.GetProperty("prompt").GetString())
        );
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_cancelled_ticket_is_not_submitted_and_a_submitted_one_cannot_be_cancelled(DatabaseKind kind)
    {
        await using JobsStage stage = await JobsStage.CreateAsync(kind, server);
        KlingTicket cancelled = await stage.Jobs.EnqueueAsync(JobsStage.Request("a"), null, JobsStage.Token);
        KlingTicket kept = await stage.Jobs.EnqueueAsync(JobsStage.Request("b"), null, JobsStage.Token);

        Assert.True(await stage.Jobs.CancelAsync(cancelled.Id, JobsStage.Token));
        _ = await stage.Jobs.DrainAsync(JobsStage.Token);

        Assert.False(await stage.Jobs.CancelAsync(kept.Id, JobsStage.Token));
        Assert.Equal(KlingTicketState.Cancelled, (await stage.Jobs.GetAsync(cancelled.Id, JobsStage.Token))!.State);
        Assert.Equal(KlingTicketState.Completed, (await stage.Jobs.GetAsync(kept.Id, JobsStage.Token))!.State);
        Assert.Equal(1, stage.Emulator.Counters.Posts);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Nothing_is_submitted_while_the_queue_is_paused(DatabaseKind kind)
    {
        await using JobsStage stage = await JobsStage.CreateAsync(kind, server);
        _ = await stage.Jobs.EnqueueAsync(JobsStage.Request(), null, JobsStage.Token);

        await stage.Jobs.PauseAsync(JobsStage.Token);
        KlingQueueStatus paused = await stage.CreateJobs().DrainAsync(JobsStage.Token);
        Assert.Equal(0, stage.Emulator.Counters.Posts);
        await stage.Jobs.ResumeAsync(JobsStage.Token);
        KlingQueueStatus resumed = await stage.Jobs.DrainAsync(JobsStage.Token);

        Assert.True(paused.IsPaused);
        Assert.Equal(1, paused.Tickets[KlingTicketState.Enqueued]);
        Assert.NotNull(paused.OldestEnqueuedAt);
        Assert.Equal(1, resumed.Tickets[KlingTicketState.Completed]);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_model_without_a_place_does_not_stop_the_others(DatabaseKind kind)
    {
        await using JobsStage stage = await JobsStage.CreateAsync(kind, server);
        KlingJobs jobs = stage.CreateJobs(static options => options.MaxInFlightBySlug["clip"] = 0);
        for (int i = 0; i < 12; i++)
        {
            _ = await jobs.EnqueueAsync(JobsStage.Request(), null, JobsStage.Token);
        }

        KlingTicket other = await jobs.EnqueueAsync("other-clip", JobsStage.Json("{}"), null, JobsStage.Token);
        KlingQueueStatus status = await jobs.DrainAsync(JobsStage.Token);

        Assert.Equal(12, status.Tickets[KlingTicketState.Enqueued]);
        Assert.Equal(KlingTicketState.Completed, (await jobs.GetAsync(other.Id, JobsStage.Token))!.State);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_budget_reserves_the_highest_cost_and_counts_what_was_spent(DatabaseKind kind)
    {
        await using JobsStage stage = await JobsStage.CreateAsync(kind, server);

        // The schema's highest cost is 5, so that the second ticket waits for the first one. Both cost 2, and the third one could make 9.
        KlingJobs jobs = stage.CreateJobs(static options => options.Budgets.Add(new KlingBudget(8)));
        for (int i = 0; i < 3; i++)
        {
            _ = await jobs.EnqueueAsync(JobsStage.Request(), null, JobsStage.Token);
        }

        KlingQueueStatus status = await jobs.DrainAsync(JobsStage.Token);

        Assert.Equal(2, status.Tickets[KlingTicketState.Completed]);
        Assert.Equal(1, status.Tickets[KlingTicketState.Enqueued]);
        Assert.Equal(new KlingBudgetStatus("all", null, null, 4, 0), Assert.Single(status.Budgets));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Each_value_of_a_tag_has_a_budget_and_a_period_of_its_own(DatabaseKind kind)
    {
        await using JobsStage stage = await JobsStage.CreateAsync(kind, server);
        KlingJobs jobs = stage.CreateJobs(static options =>
            options.Budgets.Add(new KlingBudget(8) { Name = "customers", Tag = "customer", Period = KlingBudgetPeriod.Month })
        );
        foreach (string? customer in (string?[])["1", "1", "1", "2", null, null])
        {
            Dictionary<string, string> tags = customer is null ? [] : new() { ["customer"] = customer };
            _ = await jobs.EnqueueAsync(JobsStage.Request(), new() { Tags = tags }, JobsStage.Token);
        }

        KlingQueueStatus status = await jobs.DrainAsync(JobsStage.Token);

        // The third ticket of customer 1 could make 9. Tickets without the tag have no limit.
        Assert.Equal(5, status.Tickets[KlingTicketState.Completed]);
        Assert.Equal(["1", "2"], status.Budgets.Select(static budget => budget.TagValue));
        Assert.Equal([4m, 2m], status.Budgets.Select(static budget => budget.Spent));
        Assert.All(
            status.Budgets,
            static budget => Assert.Equal(("customers", 0m, 1), (budget.Name, budget.Reserved, budget.Period!.Value.Day))
        );
        Assert.Equal(3, (await ListAsync(jobs, new() { Tag = "customer", TagValue = "1" })).Count);
        Assert.Single(await ListAsync(jobs, new() { States = [KlingTicketState.Enqueued] }));
    }

    private static async Task<List<KlingTicket>> ListAsync(KlingJobs jobs, KlingTicketQuery? query = null)
    {
        List<KlingTicket> tickets = [];
        await foreach (KlingTicket ticket in jobs.ListAsync(query, JobsStage.Token))
        {
            tickets.Add(ticket);
        }

        return tickets;
    }
}
