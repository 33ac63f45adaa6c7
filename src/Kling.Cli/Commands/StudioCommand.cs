using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>kling studio</c>: the page on which people choose parameters by looking.</summary>
internal sealed class StudioCommand : Command
{
    private readonly AddressOption _urls = new(
        "The URL to listen on. Port 0 selects a free port. The command prints the URL.",
        "http://127.0.0.1:5090"
    );

    private readonly Option<bool> _noBrowser = new("--no-browser") { Description = "Does not open the page in a browser." };

    private readonly Option<string> _folder = new("--output", "-o")
    {
        Description = "The folder for the results.",
        HelpName = "folder",
        DefaultValueFactory = static _ => "kling-studio",
    };

    private readonly TargetOptions _target = new()
    {
        Switch = new Option<bool>("--live")
        {
            Description =
                $"Runs the jobs at Segmind with the key from {CliHost.ApiKeyVariable}. The page asks before each job that is billed.",
        },
    };

    private readonly StoreOption _store = new("a file in the folder of the results, one for the emulator and one for Segmind");
    private readonly ModelCatalogue _catalogue;
    private readonly CliHost _host;
    private readonly Screen _screen;

    public StudioCommand(ModelCatalogue catalogue, CliHost host, Screen screen)
        : base(
            "studio",
            "Serves a page with a form for every model: mistakes and price while you type, code to copy, jobs, and their videos side by side."
        )
    {
        (_catalogue, _host, _screen) = (catalogue, host, screen);
        foreach (Option option in (Option[])[_urls, _noBrowser, _folder, _store])
        {
            Options.Add(option);
        }

        _target.AddTo(this);
        SetAction(ServeAsync);
    }

    private async Task<int> ServeAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        Uri address = _urls.ReadLoopback(parse)!;
        using Connection connection = parse.GetValue(_target.Switch)
            ? _target.ToSegmind(parse, _host)
            : Connection.ToEmulator(_catalogue.Models, _target.Scale(parse), _host);
        string folder = _host.FullPath(parse.GetRequiredValue(_folder));
        new ResultFiles(exact: null, folder, static result => result.RequestId).Prepare();
        QueueStore? named = _store.ReadNamed(parse, _host);
        QueueStore store = named ?? QueueStore.OfFile(Path.Combine(folder, connection.IsEmulator ? "emulator.db" : "segmind.db"));
        await using TicketQueue queue = await TicketQueue.OpenAsync(
            store,
            connection.Client,
            _host,
            options =>
            {
                options.SaveTo = folder;
                options.LoggerFactory = new BoardLog(new PlainBoard(_screen), _host);
            },
            cancellationToken
        );
        if (named is not null || !connection.IsEmulator)
        {
            await EnsureNoneWaitsAsync(queue.Jobs, parse, cancellationToken);
        }

        await new StudioServing(_catalogue, connection, queue.Jobs, _host, _screen).ServeAsync(
            address,
            opensBrowser: !parse.GetValue(_noBrowser),
            cancellationToken
        );
        return ExitCodes.Ok;
    }

    /// <summary>Makes sure that the studio submits nothing that was enqueued elsewhere.</summary>
    /// <exception cref="CliFailure">Tickets wait in the queue, and <c>--yes</c> was not given.</exception>
    private async Task EnsureNoneWaitsAsync(KlingJobs jobs, ParseResult parse, CancellationToken cancellationToken)
    {
        KlingQueueStatus status = await jobs.GetStatusAsync(cancellationToken);
        if (status.Tickets.GetValueOrDefault(KlingTicketState.Enqueued) is > 0 and var waiting && !parse.GetValue(_target.Yes))
        {
            throw new CliFailure(
                ExitCodes.Usage,
                $"{waiting} tickets wait in the queue and would be submitted. 'kling jobs list' shows them. Pass --yes to submit them, or name another --store"
            );
        }
    }
}
