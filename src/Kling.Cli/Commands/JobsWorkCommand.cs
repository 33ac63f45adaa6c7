using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>kling jobs work</c>: submits, waits and saves.</summary>
internal sealed class JobsWorkCommand : Command
{
    private readonly Option<bool> _drain = new("--drain")
    {
        Description = "Ends when nothing is left to do. Default: works until Ctrl+C.",
    };

    private readonly WholeNumberOption _inFlight = new("--max-in-flight", least: 1)
    {
        Description = "How many jobs may run at once, over all workers of the queue. Default: 8.",
    };

    private readonly NumberOption _budget = new("--budget", static usd => usd is >= 0 and <= 1_000_000_000, "from 0 to 1000000000")
    {
        Description =
            "The most that the jobs of the queue may cost together, in USD, from the first job on that was submitted with --budget. "
            + "Jobs that could exceed it stay in the queue.",
        HelpName = "usd",
    };

    private readonly Option<string?> _folder = new("--output", "-o")
    {
        Description = "The folder for the results of tickets that have no folder of their own. Default: they are not saved.",
        HelpName = "folder",
    };

    private readonly TargetOptions _target = new()
    {
        Switch = new Option<bool>("--emulator")
        {
            Description = "Runs the jobs on the built-in emulator: no key, no cost, test videos. Jobs of an earlier command are unknown to it.",
        },
    };

    private readonly StoreOption _store = new();
    private readonly ModelCatalogue _catalogue;
    private readonly CliHost _host;
    private readonly Screen _screen;

    public JobsWorkCommand(ModelCatalogue catalogue, CliHost host, Screen screen)
        : base(
            "work",
            "Submits the requests of the queue, each at most once, waits for their jobs, and saves the results. "
                + "Several processes can work on one PostgreSQL database, but only one on a SQLite file."
        )
    {
        (_catalogue, _host, _screen) = (catalogue, host, screen);
        foreach (Option option in (Option[])[_drain, _inFlight, _budget, _folder, _store])
        {
            Options.Add(option);
        }

        _target.AddTo(this);
        SetAction(WorkAsync);
    }

    private async Task<int> WorkAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        QueueStore store = _store.Read(parse, _host);
        using Connection connection = parse.GetValue(_target.Switch)
            ? Connection.ToEmulator(_catalogue.Models, _target.Scale(parse), _host)
            : _target.ToSegmind(parse, _host);
        string? folder = parse.GetValue(_folder) is { } path ? _host.FullPath(path) : null;
        if (folder is not null)
        {
            new ResultFiles(exact: null, folder, static result => result.RequestId).Prepare();
        }

        IJobBoard board = JobBoard.For(_host, _screen);
        await using TicketQueue queue = await TicketQueue.OpenAsync(
            store, connection.Client, _host, options => Configure(options, parse, folder, board), cancellationToken
        );
        bool isDrain = parse.GetValue(_drain);
        await (connection.IsEmulator
            ? queue.EnsureNoneElsewhereAsync(cancellationToken)
            : ConfirmAsync(queue.Jobs, connection.Place, isDrain, parse, cancellationToken));

        if (connection.IsEmulator && folder is null)
        {
            _screen.Note("no folder is named (-o): the results of tickets without a folder of their own end with this command");
        }

        // What a worker without an end has done is printed at once, and not kept.
        Dictionary<Guid, KlingTicket>? ended = isDrain || _screen.IsJson ? [] : null;
        TimeSpan? Expected(string slug) => Model(slug) is { } model ? connection.Expected(model) : null;
        var work = new QueueWork(queue.Jobs, Expected, ticket => End(ticket, ended, board), connection.IsEmulator, board, _host);
        await board.ShowAsync([], () => work.RunAsync(isDrain, cancellationToken));
        QueueVerdict verdict = await QueueVerdict.ReadAsync(queue.Jobs, ended?.Values);
        verdict.Show(isDrain && !cancellationToken.IsCancellationRequested, connection.IsEmulator, _host, _screen);
        return !isDrain ? ExitCodes.Ok
            : cancellationToken.IsCancellationRequested ? ExitCodes.Cancelled
            : verdict.ExitCode;
    }

    private void Configure(KlingJobsOptions options, ParseResult parse, string? folder, IJobBoard board)
    {
        options.SaveTo = folder;
        options.MaxInFlight = (int)(parse.GetValue(_inFlight) ?? options.MaxInFlight);
        options.LoggerFactory = new BoardLog(board, _host);
        if (parse.GetValue(_budget) is { } usd)
        {
            options.Budgets.Add(new KlingBudget((decimal)usd));
        }
    }

    private void End(KlingTicket ticket, Dictionary<Guid, KlingTicket>? ended, IJobBoard board)
    {
        if (ended is not null)
        {
            ended[ticket.Id] = ticket with { Result = null, History = [] };
        }
        else if (_host is { ErrorIsTerminal: true, OutWidth: not null })
        {
            // A line between the bars of the same terminal.
            board.Note(_host.WithoutKey(TicketText.Outcome(ticket, _host)));
        }
        else
        {
            _screen.Line(TicketText.Outcome(ticket, _host));
        }
    }

    private KlingModel? Model(string slug) => _catalogue.Models.FirstOrDefault(model => model.Slug == slug);

    private async Task ConfirmAsync(KlingJobs jobs, string place, bool isDrain, ParseResult parse, CancellationToken cancellationToken)
    {
        List<KlingCost> costs = [];
        await foreach (KlingTicket ticket in jobs.ListAsync(new KlingTicketQuery { States = [KlingTicketState.Enqueued] }, cancellationToken))
        {
            costs.Add(Model(ticket.Slug)?.EstimateCost(ticket.Body) ?? new KlingCost());
        }

        if (costs.Count == 0 && isDrain)
        {
            return;
        }

        List<string> sentences = [];
        if (costs.Count > 0)
        {
            sentences.Add(Spending.Describe((costs.Count == 1 ? "1 job" : FormattableString.Invariant($"{costs.Count} jobs")) + $" of the queue at {place}", costs));
        }

        if (!isDrain)
        {
            sentences.Add("Jobs that are enqueued while it works are billed, too.");
        }

        if (parse.GetValue(_budget) is { } usd)
        {
            var limit = new KlingBudget((decimal)usd);
            sentences.Add($"The budget is {CostText.Usd(limit.Limit)}.");
            sentences.AddRange(
                from budget in (await jobs.GetStatusAsync(cancellationToken)).Budgets
                where budget.Name == limit.Name && budget.Spent + budget.Reserved > 0
                select $"Spent of it: {TicketText.Spent(budget)}."
            );
        }

        await Spending.ConfirmAsync(string.Join(' ', sentences), parse.GetValue(_target.Yes), _host, _screen, cancellationToken);
    }
}
