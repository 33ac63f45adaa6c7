using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>kling jobs list</c>: the tickets of the queue.</summary>
internal sealed class JobsListCommand : Command
{
    private readonly Option<string[]> _states = new("--state")
    {
        Description = $"Only tickets in this state: {string.Join(", ", TicketText.States)}. May be repeated.",
        HelpName = "state",
        CompletionSources = { TicketText.States.ToArray() },
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _tag = new("--tag")
    {
        Description = "Only tickets that have this tag, with any value or with this one.",
        HelpName = "name[=value]",
    };

    private readonly Option<string?> _model = new("--model")
    {
        Description = "Only tickets of this model.",
        HelpName = "slug",
        CompletionSources = { Completions.Slug },
    };

    private readonly WholeNumberOption _limit = new("--limit", least: 1) { Description = "How many tickets to list at most. Default: all." };

    private readonly StoreOption _store = new();
    private readonly CliHost _host;
    private readonly Screen _screen;

    public JobsListCommand(CliHost host, Screen screen)
        : base("list", "Lists the tickets of the queue, the newest first.")
    {
        (_host, _screen) = (host, screen);
        foreach (Option option in (Option[])[_states, _tag, _model, _limit, _store])
        {
            Options.Add(option);
        }

        SetAction(ListAsync);
    }

    private async Task<int> ListAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        KlingTicketQuery query = Query(parse);
        await using TicketQueue queue = await _store.OpenAsync(parse, _host, cancellationToken);
        List<KlingTicket> tickets = [];
        await foreach (KlingTicket ticket in queue.Jobs.ListAsync(query, cancellationToken))
        {
            tickets.Add(ticket);
        }

        KlingQueueStatus status = await queue.Jobs.GetStatusAsync(cancellationToken);
        TicketText.Show(tickets, _screen);
        foreach (string line in TicketText.Holds(status))
        {
            _screen.Note(line);
        }

        _screen.Document(writer => TicketJson.Write(writer, tickets));
        return ExitCodes.Ok;
    }

    private KlingTicketQuery Query(ParseResult parse)
    {
        string[] tag = parse.GetValue(_tag)?.Split('=', 2) ?? [];
        return new KlingTicketQuery
        {
            States = [.. (parse.GetValue(_states) ?? []).Select(State)],
            Slug = parse.GetValue(_model),
            Tag = tag.ElementAtOrDefault(0),
            TagValue = tag.ElementAtOrDefault(1),
            Limit = (int?)parse.GetValue(_limit),
            NewestFirst = true,
        };
    }

    private static KlingTicketState State(string text) =>
        TicketText.ParseState(text)
        ?? throw new CliFailure(ExitCodes.Usage, $"--state must be one of {string.Join(", ", TicketText.States)}, not '{text}'");
}
