using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>kling jobs show</c>: one ticket, with its history.</summary>
internal sealed class JobsShowCommand : Command
{
    private readonly TicketArgument _ticket = new();
    private readonly StoreOption _store = new();
    private readonly CliHost _host;
    private readonly Screen _screen;

    public JobsShowCommand(CliHost host, Screen screen)
        : base("show", "Describes one ticket: its state, its job, its files, its request, and every state that it had.")
    {
        (_host, _screen) = (host, screen);
        Arguments.Add(_ticket);
        Options.Add(_store);
        SetAction(ShowAsync);
    }

    private async Task<int> ShowAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        await using TicketQueue queue = await _store.OpenAsync(parse, _host, cancellationToken);
        KlingTicket ticket = await queue.FindAsync(parse.GetRequiredValue(_ticket), cancellationToken);
        TicketText.Show(ticket, _host, _screen);
        _screen.Document(writer => TicketJson.Write(writer, ticket));
        return ExitCodes.Ok;
    }
}
