using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>kling jobs cancel</c>: takes a ticket out of the queue.</summary>
internal sealed class JobsCancelCommand : Command
{
    private readonly TicketArgument _ticket = new();
    private readonly StoreOption _store = new();
    private readonly CliHost _host;
    private readonly Screen _screen;

    public JobsCancelCommand(CliHost host, Screen screen)
        : base("cancel", "Cancels a ticket that is not submitted yet. A submitted job cannot be cancelled.")
    {
        (_host, _screen) = (host, screen);
        Arguments.Add(_ticket);
        Options.Add(_store);
        SetAction(CancelAsync);
    }

    private async Task<int> CancelAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        await using TicketQueue queue = await _store.OpenAsync(parse, _host, cancellationToken);
        KlingTicket found = await queue.FindAsync(parse.GetRequiredValue(_ticket), cancellationToken);
        bool isCancelled = await queue.Jobs.CancelAsync(found.Id, cancellationToken);
        KlingTicket ticket = await queue.FindAsync(found.Id.ToString(), cancellationToken);
        if (!isCancelled)
        {
            throw new CliFailure(
                ExitCodes.Unexpected,
                $"the ticket '{TicketText.Name(ticket)}' cannot be cancelled, because its state is {TicketText.State(ticket.State)}"
            );
        }

        _screen.Line($"{TicketText.Name(ticket)}: cancelled");
        _screen.Document(writer => TicketJson.Write(writer, ticket));
        return ExitCodes.Ok;
    }
}
