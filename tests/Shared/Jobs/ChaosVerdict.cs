using Kling.Emulator;

namespace Kling.Tests.Jobs;

/// <summary>Compares what the tickets say with what the server knows.</summary>
internal sealed class ChaosVerdict(SegmindEmulator emulator, IReadOnlyList<KlingTicket> tickets)
{
    private readonly List<string> _wrong = [];

    public ChaosFigures Judge()
    {
        ILookup<string, EmulatorJob> made = emulator.Jobs.ToLookup(static job => Prompt(job.Body));
        int twice = 0;
        foreach (IGrouping<string, KlingTicket> equal in tickets.GroupBy(static ticket => Prompt(ticket.Body)))
        {
            EmulatorJob[] jobs = [.. made[equal.Key]];
            twice += Math.Max(0, jobs.Length - equal.Count());
            JudgeEqual([.. equal], jobs);
        }

        foreach (IGrouping<string?, KlingTicket> shared in tickets.Where(static t => t.RequestId is not null).GroupBy(static t => t.RequestId))
        {
            Require(shared.Count() == 1, $"job {shared.Key} belongs to {shared.Count()} tickets");
        }

        return new ChaosFigures
        {
            Tickets = tickets.Count,
            States = tickets.CountBy(static ticket => ticket.State).ToDictionary(),
            Posts = emulator.Counters.Posts,
            JobsAccepted = emulator.Counters.JobsAccepted,
            BilledTwice = twice,
            Unconfirmed = tickets.Count(static ticket => ticket.History.Any(static e => e.State is KlingTicketState.Unconfirmed)),
            Ambiguous = tickets.Count(static ticket => ticket.State is KlingTicketState.Unconfirmed),
            Faults = 0,
            VirtualTime = default,
            Time = default,
            Wrong = _wrong,
        };
    }

    private static string Describe(KlingTicket ticket) =>
        $"{ticket} with job {ticket.RequestId}, cost {ticket.Cost}, {ticket.Files.Count} files, {ticket.Error}, after "
        + string.Join(", ", ticket.History.Select(static e => $"{e.At:HH:mm:ss} {e.State} {e.Detail}"));

    private static string Prompt(System.Text.Json.JsonElement body) => body.GetProperty("prompt").GetString()!;

    /// <summary>Tickets whose requests are equal, and the jobs of such requests.</summary>
    private void JudgeEqual(KlingTicket[] equal, EmulatorJob[] jobs)
    {
        string[] ids = [.. jobs.Select(static job => job.RequestId)];
        foreach (KlingTicket ticket in equal)
        {
            string what = Describe(ticket);
            EmulatorJob? job = jobs.FirstOrDefault(job => job.RequestId == ticket.RequestId);
            Require(ticket.RequestId is null || job is not null, $"the server has no such job: {what}");
            bool isRight = ticket.State switch
            {
                KlingTicketState.Saved => job?.Error is null && ticket.Cost == job?.Cost && ticket.Files.Count > 0,
                KlingTicketState.Failed => job?.Error is not null,
                KlingTicketState.Unconfirmed => job is null,
                _ => false,
            };
            Require(isRight, $"a wrong end: {what}");
        }

        // Only a number of jobs that is not the number of the tickets that wait for one leaves a doubt.
        int waiting = equal.Count(static ticket => ticket.State is KlingTicketState.Unconfirmed);
        int unclaimed = ids.Except(equal.Select(static ticket => ticket.RequestId)).Count();
        bool isAmbiguous = waiting > 0 && unclaimed > 0 && waiting != unclaimed;
        Require(
            waiting == 0 ? unclaimed == 0 : isAmbiguous,
            $"{waiting} of {equal.Length} tickets wait for a person, and {unclaimed} jobs belong to nobody: "
                + string.Join("; ", equal.Select(Describe))
        );
    }

    private void Require(bool holds, string what)
    {
        if (!holds)
        {
            _wrong.Add(what);
        }
    }
}
