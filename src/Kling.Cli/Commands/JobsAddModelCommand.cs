using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>kling jobs add &lt;slug&gt;</c> of one model.</summary>
internal sealed class JobsAddModelCommand : Command
{
    private readonly Option<string?> _key = new("--key")
    {
        Description = "A key of your own, for example an order number. If a ticket has the key already, nothing is added.",
        HelpName = "key",
    };

    private readonly EnqueueOptions _enqueue = new();
    private readonly RequestOptions _request;
    private readonly CliHost _host;
    private readonly Screen _screen;

    public JobsAddModelCommand(KlingModel model, CliHost host, Screen screen)
        : base(model.Slug, ModelCard.Summary(model))
    {
        (_host, _screen) = (host, screen);
        Options.Add(_key);
        _enqueue.AddTo(this);
        _request = new RequestOptions(this, model);
        SetAction(AddAsync);
    }

    private async Task<int> AddAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        CheckedRequest request = await _request.ReadAsync(parse, _host, _screen, cancellationToken);
        KlingEnqueueOptions options = _enqueue.Read(parse, _host) with { Key = parse.GetValue(_key) };
        DateTimeOffset begun = _host.Clock.GetUtcNow();
        await using TicketQueue queue = await _enqueue.OpenAsync(parse, _host, cancellationToken);
        KlingTicket ticket = await queue.AddAsync(request, options, cancellationToken);
        _screen.Line(ticket.Id.ToString());
        _screen.Document(writer => TicketJson.Write(writer, ticket));
        _screen.Note(
            ticket.CreatedAt >= begun
                ? $"{TicketText.Name(ticket)}: enqueued. 'kling jobs work' submits it."
                : $"{TicketText.Name(ticket)}: a ticket has the key already, and nothing was added; its state is {TicketText.State(ticket.State)}."
        );
        return ExitCodes.Ok;
    }
}
