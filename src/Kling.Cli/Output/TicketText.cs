using System.Globalization;
using Spectre.Console;

namespace Kling.Cli;

/// <summary>Tickets as text. Times are UTC.</summary>
internal static class TicketText
{
    /// <summary>The words for the states.</summary>
    public static IReadOnlyList<string> States { get; } = [.. Enum.GetValues<KlingTicketState>().Select(State)];

    /// <summary>The state in one word.</summary>
    public static string State(KlingTicketState state) => state.ToString().ToLowerInvariant();

    /// <summary>The state of a word, or <see langword="null"/> if it is none.</summary>
    public static KlingTicketState? ParseState(string word)
    {
        foreach (KlingTicketState state in Enum.GetValues<KlingTicketState>())
        {
            if (State(state).Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return state;
            }
        }

        return null;
    }

    /// <summary>What a ticket is called in messages: its key, otherwise its model and its id.</summary>
    public static string Name(KlingTicket ticket) => ticket.Key ?? $"{ticket.Slug} {ticket.Id}";

    /// <summary>A table of tickets.</summary>
    public static void Show(IReadOnlyList<KlingTicket> tickets, Screen screen)
    {
        if (tickets.Count == 0)
        {
            screen.Note("the queue has no such tickets");
            return;
        }

        var table = new Table();
        foreach (string heading in (string[])["id", "key", "model", "state", "enqueued", "cost", "error"])
        {
            table.AddColumn(new TableColumn(PlainText.Cell(heading)));
        }

        foreach (KlingTicket ticket in tickets)
        {
            string[] cells =
            [
                ticket.Id.ToString(), ticket.Key ?? "", ticket.Slug, State(ticket.State), Time(ticket.CreatedAt), Cost(ticket), ticket.Error ?? "",
            ];
            table.AddRow(cells.Select(PlainText.Cell));
        }

        screen.Table(table);
    }

    /// <summary>All of one ticket.</summary>
    public static void Show(KlingTicket ticket, CliHost host, Screen screen)
    {
        screen.Line($"{ticket.Slug}: ticket {ticket.Id} {State(ticket.State)}");
        screen.Line(
            FormattableString.Invariant($"key {ticket.Key ?? "none"}, enqueued {Time(ticket.CreatedAt)}, priority {ticket.Priority}, submits {ticket.Attempts}")
        );
        if (ticket.RequestId is not null)
        {
            screen.Line($"job {ticket.RequestId}, cost {(ticket.Cost is null ? "unknown" : Cost(ticket))}");
        }

        foreach ((string name, string value) in ticket.Tags)
        {
            screen.Line($"tag: {name}={value}");
        }

        if (ticket.Error is { } error)
        {
            screen.Line($"error: {error}");
        }

        foreach (string file in ticket.Files)
        {
            screen.Line($"file: {host.ShortPath(file)}");
        }

        foreach (string output in ticket.Outputs)
        {
            screen.Line($"output: {output}");
        }

        screen.Line($"request: {ticket.Body.GetRawText()}");
        foreach (KlingTicketEvent change in ticket.History)
        {
            screen.Line($"{Time(change.At)} {State(change.State)}{(change.Detail is null ? "" : $": {change.Detail}")}");
        }
    }

    /// <summary>How a ticket has ended, in one line.</summary>
    public static string Outcome(KlingTicket ticket, CliHost host)
    {
        string files = ticket.Files.Count > 0 ? $": {string.Join(", ", ticket.Files.Select(host.ShortPath))}" : "";
        string reason = ticket.Error is null ? "" : $": {ticket.Error}";
        return $"{Name(ticket)}: {State(ticket.State)}{(ticket.Cost is null ? "" : $", {Cost(ticket)}")}{files}{reason}";
    }

    /// <summary>What was spent of a budget, and what is reserved.</summary>
    public static string Spent(KlingBudgetStatus budget) =>
        CostText.Usd(budget.Spent)
        + (budget.Reserved == 0 ? "" : $", and {CostText.Usd(budget.Reserved)} are reserved for jobs that are not over");

    /// <summary>What holds the whole queue, a line for each reason.</summary>
    public static IEnumerable<string> Holds(KlingQueueStatus status)
    {
        if (status.IsPaused)
        {
            yield return "the queue is paused; 'kling jobs resume' continues";
        }

        if (status.HeldUntil is { } until)
        {
            string why = status.HeldBecause is { } reason ? $" {reason}" : "";
            yield return FormattableString.Invariant($"nothing is submitted until {until.UtcDateTime:u}; 'kling jobs resume' ends that.{why}");
        }
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("u", CultureInfo.InvariantCulture);

    private static string Cost(KlingTicket ticket) => ticket.Cost is { } cost ? CostText.Usd(cost) : "";
}
