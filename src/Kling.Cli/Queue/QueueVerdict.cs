namespace Kling.Cli;

/// <summary>What a worker leaves behind: what has ended, what waits for a person, and the exit code.</summary>
internal sealed class QueueVerdict
{
    private readonly IReadOnlyList<KlingTicket>? _ended;
    private readonly IReadOnlyList<KlingTicket> _unconfirmed;
    private readonly KlingQueueStatus _status;

    private QueueVerdict(IReadOnlyList<KlingTicket>? ended, IReadOnlyList<KlingTicket> unconfirmed, KlingQueueStatus status) =>
        (_ended, _unconfirmed, _status) = (ended, unconfirmed, status);

    /// <summary>Reads what is left in the queue.</summary>
    /// <param name="jobs">The queue.</param>
    /// <param name="ended">The tickets that have ended, or <see langword="null"/> if they were printed.</param>
    public static async Task<QueueVerdict> ReadAsync(KlingJobs jobs, IEnumerable<KlingTicket>? ended)
    {
        List<KlingTicket> unconfirmed = [];
        await foreach (KlingTicket ticket in jobs.ListAsync(new KlingTicketQuery { States = [KlingTicketState.Unconfirmed] }))
        {
            unconfirmed.Add(ticket);
        }

        return new QueueVerdict(ended?.OrderBy(static ticket => ticket.CreatedAt).ToList(), unconfirmed, await jobs.GetStatusAsync());
    }

    private long Enqueued => _status.Tickets.GetValueOrDefault(KlingTicketState.Enqueued);

    /// <summary>The exit code of a queue that was worked on to its end.</summary>
    public int ExitCode =>
        _ended?.Any(static ticket => ticket.State is KlingTicketState.Failed or KlingTicketState.Expired) is true ? ExitCodes.JobFailed
        : _unconfirmed.Count > 0 ? ExitCodes.SubmitUnconfirmed
        : Enqueued == 0 ? ExitCodes.Ok
        : _status.HeldBecause is not null ? ExitCodes.ApiError
        : ExitCodes.JobsWait;

    /// <summary>Prints it: the tickets that have ended and, for a person, those that wait.</summary>
    /// <param name="isDrained">Whether everything that could be done was done.</param>
    /// <param name="isEmulator">Whether the jobs and their files end with this command.</param>
    /// <param name="host">Where the command runs.</param>
    /// <param name="screen">Where it is printed.</param>
    public void Show(bool isDrained, bool isEmulator, CliHost host, Screen screen)
    {
        if (_ended is not null)
        {
            ShowEnded(_ended, isEmulator, host, screen);
        }

        foreach (KlingTicket ticket in _unconfirmed)
        {
            screen.Note($"{TicketText.Name(ticket)}: unconfirmed; 'kling jobs resolve {ticket.Id}' looks for it in the account's history. {ticket.Error}");
        }

        if (Enqueued > 0)
        {
            screen.Note(FormattableString.Invariant($"{Enqueued} {(Enqueued == 1 ? "job is" : "jobs are")} left in the queue"));
        }

        foreach (KlingBudgetStatus budget in _status.Budgets)
        {
            screen.Note($"spent with --budget: {TicketText.Spent(budget)}");
        }

        if (isDrained && Enqueued > 0 && _status is { Budgets.Count: > 0, IsPaused: false, HeldUntil: null })
        {
            screen.Note("the next job could exceed the budget, which all jobs of the queue share; a higher --budget continues");
        }

        foreach (string line in TicketText.Holds(_status))
        {
            screen.Note(line);
        }

        screen.Document(writer => TicketJson.Write(writer, [.. _ended ?? [], .. _unconfirmed]));
    }

    private static void ShowEnded(IReadOnlyList<KlingTicket> ended, bool isEmulator, CliHost host, Screen screen)
    {
        foreach (KlingTicket ticket in ended)
        {
            screen.Line(TicketText.Outcome(ticket, host));
        }

        int finished = ended.Count(static ticket => ticket.State is KlingTicketState.Saved or KlingTicketState.Completed);
        string cost = ended.Any(static ticket => ticket.Cost is not null) ? $", {CostText.Usd(ended.Sum(static ticket => ticket.Cost ?? 0))}" : "";
        screen.Line(FormattableString.Invariant($"{finished} of {ended.Count} jobs finished{cost}"));
        int unsaved = ended.Count(static ticket => ticket is { State: KlingTicketState.Completed, SaveTo: null });
        if (unsaved > 0)
        {
            string files = isEmulator
                ? "The files of the emulator end with this command; -o <folder> saves them"
                : "The server keeps the files for 7 days; 'kling jobs show' prints their URLs";
            screen.Note(
                FormattableString.Invariant($"{unsaved} {(unsaved == 1 ? "result was" : "results were")} not saved, because no folder was named (-o). {files}")
            );
        }
    }
}
