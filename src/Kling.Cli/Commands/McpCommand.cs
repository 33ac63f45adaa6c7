using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>kling mcp</c>: the models as tools of an agent.</summary>
internal sealed class McpCommand : Command
{
    private readonly AddressOption _urls = new(
        "Serves HTTP at this URL, with the endpoint /mcp, in place of the standard streams. Only programs on this machine can reach it. "
            + "Port 0 selects a free port. The command prints the URL.",
        defaultUrl: null
    );

    private readonly NumberOption _budget = new("--budget", static usd => usd is >= 0 and <= 1_000_000_000, "from 0 to 1000000000")
    {
        Description =
            "The most that the jobs of all servers with --budget on this store may cost together, in USD. With it, a client that cannot ask "
            + "its user may submit. Without it, each submit must be confirmed by the user in the client.",
        HelpName = "usd",
    };

    private readonly Option<string[]> _roots = new("--root")
    {
        Description = "A folder from which upload_file may read, with its subfolders. May be repeated. Default: none.",
        HelpName = "folder",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _folder = new("--output", "-o")
    {
        Description =
            "The folder for the results that a client asks to save. Default: a folder of the user's own; job_result returns the path.",
        HelpName = "folder",
    };

    private readonly Option<bool> _perModel = new("--tools-per-model")
    {
        Description = "Adds one tool for each model, with the model's schema. The list of tools is then long.",
    };

    private readonly StoreOption _store = new("a file of the user's own, the same for all clients; with --emulator, one that ends with the command");

    private readonly Option<bool> _emulator = new("--emulator")
    {
        Description = "Runs the jobs on the built-in emulator: no key, no cost, test videos. The jobs end with the command.",
    };

    private readonly SegmindOptions _segmind = new();
    private readonly TimeScaleOption _timeScale = new();
    private readonly ModelCatalogue _catalogue;
    private readonly CliHost _host;
    private readonly Screen _screen;

    public McpCommand(ModelCatalogue catalogue, CliHost host, Screen screen)
        : base(
            "mcp",
            "Serves the models to an agent over the Model Context Protocol, on the standard input and output. The client starts it. "
                + "Jobs are kept in a store, so they survive the client."
        )
    {
        (_catalogue, _host, _screen) = (catalogue, host, screen);
        foreach (Option option in (Option[])[_budget, _roots, _folder, _perModel, _urls, _store, _emulator, _timeScale])
        {
            Options.Add(option);
        }

        _segmind.AddTo(this);
        SetAction(ServeAsync);
    }

    private async Task<int> ServeAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        Uri? address = _urls.ReadLoopback(parse);
        bool isEmulator = parse.GetValue(_emulator);
        using Connection connection = isEmulator
            ? Connection.ToEmulator(_catalogue.Models, _timeScale.Read(parse), _host)
            : _segmind.Connect(parse, _host);
        var roots = UploadRoots.Of(parse.GetValue(_roots) ?? [], _host);
        string target = isEmulator ? McpStore.Emulator : _segmind.Origin(parse);
        QueueStore? named = _store.ReadNamed(parse, _host);
        using TemporaryStore? temporary = isEmulator && named is null ? new TemporaryStore() : null;
        QueueStore store = named ?? temporary?.Store ?? McpStore.OfUser(target, _host);
        await using TicketQueue queue = await TicketQueue.OpenAsync(
            store,
            connection.Client,
            _host,
            options => options.LoggerFactory = new BoardLog(new PlainBoard(_screen), _host),
            cancellationToken
        );
        var ledger = new SubmitLedger(queue, target, (decimal?)parse.GetValue(_budget), _host.Clock);
        await ledger.BindAsync(cancellationToken);
        if (isEmulator)
        {
            await queue.EnsureNoneElsewhereAsync(cancellationToken);
        }

        var context = new McpContext(_catalogue, connection, queue, ledger, _host)
        {
            Roots = roots,
            OutputFolder = parse.GetValue(_folder) is { } folder ? _host.FullPath(folder) : McpStore.FolderOfUser(_host, "videos"),
            HasToolPerModel = parse.GetValue(_perModel),
        };
        var serving = new McpServing(context, _host, _screen);
        await (address is null ? serving.OnStreamsAsync(cancellationToken) : serving.OnHttpAsync(address, cancellationToken));
        return ExitCodes.Ok;
    }
}
