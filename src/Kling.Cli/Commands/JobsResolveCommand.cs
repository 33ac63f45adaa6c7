using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>kling jobs resolve</c>: what has become of a submit whose response was lost.</summary>
internal sealed class JobsResolveCommand : Command
{
    private readonly TicketArgument _ticket = new();

    private readonly Option<string?> _request = new("--request")
    {
        Description = "You know that the job with this id is the one of the ticket.",
        HelpName = "request-id",
    };

    private readonly Option<bool> _notAccepted = new("--not-accepted")
    {
        Description = "You know that the server has not accepted the request. The ticket ends as failed.",
    };

    private readonly Option<bool> _resubmit = new("--resubmit")
    {
        Description =
            "Enqueues the request again: of a ticket that has failed or expired, or of an unconfirmed one if you know that the server has not accepted it. "
            + "If it has, the request is billed twice.",
    };

    private readonly SegmindOptions _segmind = new();
    private readonly StoreOption _store = new();
    private readonly CliHost _host;
    private readonly Screen _screen;

    public JobsResolveCommand(CliHost host, Screen screen)
        : base(
            "resolve",
            "Decides what has become of an unconfirmed ticket. Without an option, looks for it once in the account's history and says the answer. "
                + "It is not billed."
        )
    {
        (_host, _screen) = (host, screen);
        Arguments.Add(_ticket);
        foreach (Option option in (Option[])[_request, _notAccepted, _resubmit, _store])
        {
            Options.Add(option);
        }

        _segmind.AddTo(this);
        SetAction(ResolveAsync);
    }

    private async Task<int> ResolveAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        string? requestId = parse.GetValue(_request);
        bool isNotAccepted = parse.GetValue(_notAccepted);
        bool isResubmit = parse.GetValue(_resubmit);
        if ((requestId is null ? 0 : 1) + (isNotAccepted ? 1 : 0) + (isResubmit ? 1 : 0) > 1)
        {
            throw new CliFailure(ExitCodes.Usage, "only one of --request, --not-accepted and --resubmit is allowed");
        }

        using Connection? connection = isNotAccepted || isResubmit ? null : _segmind.Connect(parse, _host);
        await using TicketQueue queue = await _store.OpenAsync(parse, connection?.Client, _host, cancellationToken);
        KlingTicket found = await queue.FindAsync(parse.GetRequiredValue(_ticket), cancellationToken);
        string answer =
            requestId is not null ? await AcceptAsync(queue.Jobs, found, requestId, cancellationToken)
            : isResubmit ? await ResubmitAsync(queue.Jobs, found, cancellationToken)
            : isNotAccepted ? await RefuseAsync(queue.Jobs, found, cancellationToken)
            : await LookUpAsync(queue.Jobs, found, cancellationToken);

        KlingTicket ticket = await queue.FindAsync(found.Id.ToString(), cancellationToken);
        _screen.Line($"{TicketText.Name(ticket)}: {answer}");
        _screen.Document(writer => TicketJson.Write(writer, ticket));
        return ticket.State is KlingTicketState.Unconfirmed ? ExitCodes.SubmitUnconfirmed : ExitCodes.Ok;
    }

    private static async Task<string> AcceptAsync(KlingJobs jobs, KlingTicket ticket, string requestId, CancellationToken cancellationToken)
    {
        try
        {
            return await jobs.ResolveAsync(ticket.Id, requestId, cancellationToken)
                ? $"submitted as the job {requestId}. 'kling jobs work' waits for it"
                : throw NotUnconfirmed(ticket);
        }
        catch (ArgumentException e)
        {
            throw new CliFailure(ExitCodes.Usage, e.Message, e);
        }
    }

    private static async Task<string> RefuseAsync(KlingJobs jobs, KlingTicket ticket, CancellationToken cancellationToken) =>
        await jobs.ResolveAsync(ticket.Id, requestId: null, cancellationToken) ? "failed" : throw NotUnconfirmed(ticket);

    private static async Task<string> ResubmitAsync(KlingJobs jobs, KlingTicket ticket, CancellationToken cancellationToken)
    {
        _ = await jobs.ResolveAsync(ticket.Id, requestId: null, cancellationToken);
        return await jobs.ResubmitAsync(ticket.Id, cancellationToken)
            ? "enqueued again. 'kling jobs work' submits it"
            : throw new CliFailure(
                ExitCodes.Unexpected,
                $"the ticket '{TicketText.Name(ticket)}' cannot be submitted again, because its state is {TicketText.State(ticket.State)}"
            );
    }

    private static async Task<string> LookUpAsync(KlingJobs jobs, KlingTicket ticket, CancellationToken cancellationToken)
    {
        KlingResolution answer = await jobs.LookUpAsync(ticket.Id, cancellationToken) ?? throw NotUnconfirmed(ticket);
        return answer.Kind switch
        {
            KlingResolutionKind.Found => $"found as the job {answer.Job!.RequestId}. 'kling jobs work' waits for it",
            KlingResolutionKind.NotFound => "the server has not accepted it. 'kling jobs resolve' with --resubmit enqueues it again",
            KlingResolutionKind.Ambiguous =>
                $"unconfirmed: it can be one of these jobs: {string.Join(", ", answer.Candidates.Select(static candidate => candidate.RequestId))}. "
                + "'kling history <request-id>' describes a job. Decide with --request <id> or --not-accepted",
            _ => FormattableString.Invariant(
                $"unconfirmed: it is not in the account's history yet. It counts as not accepted from {answer.SettlesAt.UtcDateTime:u} on"
            ),
        };
    }

    private static CliFailure NotUnconfirmed(KlingTicket ticket) =>
        new(
            ExitCodes.Unexpected,
            ticket.State is KlingTicketState.Unconfirmed
                ? $"the ticket '{TicketText.Name(ticket)}' cannot be resolved now, because it was just changed, or an equal request is being submitted"
                : $"the ticket '{TicketText.Name(ticket)}' is not unconfirmed: its state is {TicketText.State(ticket.State)}"
        );
}
