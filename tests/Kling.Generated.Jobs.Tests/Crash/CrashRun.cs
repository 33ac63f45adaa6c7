using System.Text.Json;
using Kling.Cli;
using Kling.Emulator;

namespace Kling.Tests.Crash;

/// <summary>One case: tickets, processes that die, and one that ends the work.</summary>
internal sealed class CrashRun
{
    public const string Schema = """{ "type": "object", "x-typical-cost": 2, "properties": { "prompt": { "type": "string" } } }""";

    /// <summary>How much later each process believes to live than the one before: its leases have ended then.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(15);

    private readonly EmulatorServer _server;
    private readonly string _folder;
    private readonly WorkerPlan _plan;
    private readonly List<Guid> _tickets = [];
    private readonly List<string> _wrong = [];

    /// <param name="server">The emulator, which outlives the processes.</param>
    /// <param name="crash">The case.</param>
    /// <param name="folder">Where the outputs go.</param>
    /// <param name="store">The file or the connection string.</param>
    /// <param name="isPostgreSql">Whether it is a connection string.</param>
    public CrashRun(EmulatorServer server, CrashCase crash, string folder, string store, bool isPostgreSql)
    {
        (_server, Crash, _folder) = (server, crash, folder);
        _plan = new WorkerPlan
        {
            Store = store,
            IsPostgreSql = isPostgreSql,
            Address = server.Address,
            ResubmitNotAccepted = crash.ResubmitsNotAccepted,
        };
        EmulatorFault duration = EmulatorFault.JobDuration(crash.Duration);
        if (Crash.LosesResponse)
        {
            server.Emulator.When(IsSubmit, EmulatorFault.Combine(duration, EmulatorFault.ResetAfterBody().AfterHandling()), times: 1);
        }

        server.Emulator.When(IsSubmit, duration);
    }

    public CrashCase Crash { get; }

    public async Task EnqueueAsync(CancellationToken cancellationToken)
    {
        using KlingClient client = _plan.CreateClient();
        await using KlingJobs jobs = _plan.CreateJobs(client);
        var model = KlingModel.FromSchema(Crash.Name, Schema);
        for (int number = 1; number <= Crash.Tickets; number++)
        {
            string key = FormattableString.Invariant($"{Crash.Name}-{number}");
            var request = new StoredRequest(model, JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["prompt"] = key }));
            KlingTicket ticket = await jobs.EnqueueAsync(request, new KlingEnqueueOptions { Key = key, SaveTo = _folder }, cancellationToken);
            _tickets.Add(ticket.Id);
        }
    }

    /// <summary>The worker that dies next.</summary>
    public WorkerPlan DyingPlan(int death) =>
        _plan with
        {
            MaxInFlight = Crash.MaxInFlight,
            DieAt = Crash.Deaths[death].Step,
            Occurrence = Crash.Deaths[death].Occurrence,
            Later = Later * death,
        };

    /// <summary>Works until nothing is left to do.</summary>
    /// <returns>What is wrong then.</returns>
    public async Task<string[]> EndAsync(CancellationToken cancellationToken)
    {
        WorkerPlan plan = _plan with { Later = Later * Crash.Deaths.Length };
        using KlingClient client = plan.CreateClient();
        await using KlingJobs jobs = plan.CreateJobs(client);
        await jobs.DrainAsync(cancellationToken);
        List<KlingTicket> tickets = [];
        foreach (Guid id in _tickets)
        {
            tickets.Add((await jobs.GetAsync(id, cancellationToken))!);
        }

        await JudgeAsync(tickets);
        return [.. _wrong];
    }

    private bool IsSubmit(EmulatorRequest request) => request.Operation is EmulatorOperation.Submit && request.Slug == Crash.Name;

    private async Task JudgeAsync(List<KlingTicket> tickets)
    {
        ILookup<string, EmulatorJob> made = _server
            .Emulator.Jobs.Where(job => job.Slug == Crash.Name)
            .ToLookup(static job => job.Body.GetProperty("prompt").GetString()!);
        foreach (KlingTicket ticket in tickets)
        {
            EmulatorJob[] own = [.. made[ticket.Key!]];
            string what = $"ticket {ticket.Key} is {ticket} with {own.Length} jobs and history {string.Join(", ", ticket.History.Select(static e => e.State))}: {ticket.Error}";
            if (ticket.State is KlingTicketState.Saved)
            {
                Require(own.Length == 1 && own[0].RequestId == ticket.RequestId && ticket.Cost == own[0].Cost, what);
                await JudgeFileAsync(ticket);
            }
            else
            {
                bool isNotAccepted = ticket.State is KlingTicketState.Failed && ticket.Error!.Contains("has not accepted", StringComparison.Ordinal);
                Require(own.Length == 0 && isNotAccepted, what);
            }
        }

        // What else each process was sending when it died may have been cut off.
        int most = Crash.MaxInFlight * Crash.Deaths.Length;
        int sent = _server.Emulator.Counters.PostsBySlug.GetValueOrDefault(Crash.Name);
        int saved = tickets.Count(static ticket => ticket.State is KlingTicketState.Saved);
        Require(sent - saved >= 0 && sent - saved <= most, $"{sent} POSTs and {saved} tickets saved");
        int cutOff = tickets.Count - saved - (Crash.NotAccepted ?? 0);
        Require(cutOff >= 0 && cutOff <= most, $"{tickets.Count - saved} tickets were not accepted");

        // A process that dies during a download leaves a part of it.
        int files = Directory.Exists(_folder) ? Directory.EnumerateFiles(_folder, "*.mp4").Count() : 0;
        Require(files == saved, $"{files} files");
    }

    private async Task JudgeFileAsync(KlingTicket ticket)
    {
        using var http = new HttpClient();
        byte[] whole = await http.GetByteArrayAsync(ticket.Outputs[0]);
        byte[] saved = ticket.Files is [var file] ? await File.ReadAllBytesAsync(file) : [];
        Require(saved.AsSpan().SequenceEqual(whole), $"the file of {ticket.Key} is not whole");
    }

    private void Require(bool holds, string what)
    {
        if (!holds)
        {
            _wrong.Add($"{Crash.Name}: {what}");
        }
    }
}
