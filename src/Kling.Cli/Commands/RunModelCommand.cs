using System.CommandLine;
using System.Text.Json;

namespace Kling.Cli;

/// <summary><c>kling run &lt;slug&gt;</c> of one model, with an option for each of its parameters.</summary>
internal sealed class RunModelCommand : Command
{
    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Sets a parameter by its name on the wire: name=value. It reaches those whose name an option of this command has. May be repeated.",
        HelpName = "name=value",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _input = new("--input")
    {
        Description = "A JSON file with the request body; '-' reads the standard input. Options and --set go before it.",
        HelpName = "file",
    };

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Where to save the result. Left out, it is a new file in the current folder, named after the model and the job.",
        HelpName = "file",
    };

    private readonly NumberOption _timeout = new("--timeout", static seconds => seconds is >= 0 and <= 86_400, "from 0 to 86400")
    {
        Description = "How many seconds to wait for the result. The job goes on after that. Left out: 15 minutes, or five times the usual time if that is more.",
        HelpName = "seconds",
    };

    private readonly TargetOptions _target = new()
    {
        Switch = new Option<bool>("--emulator") { Description = "Runs the job on the built-in emulator: no key, no cost, a test video." },
    };

    private readonly IReadOnlyList<ParameterOption> _parameters;
    private readonly KlingModel _model;
    private readonly ModelCatalogue _catalogue;
    private readonly CliHost _host;
    private readonly Screen _screen;

    public RunModelCommand(KlingModel model, ModelCatalogue catalogue, CliHost host, Screen screen)
        : base(model.Slug, PlainText.OneLine(model.Description))
    {
        (_model, _catalogue, _host, _screen) = (model, catalogue, host, screen);
        foreach (Option option in (Option[])[_set, _input, _output, _timeout])
        {
            Options.Add(option);
        }

        _target.AddTo(this);
        _parameters = ParameterOption.AddTo(this, model);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        CheckedRequest request = (await ReadAsync(parse, cancellationToken)).Valid();
        TimeSpan? timeout = parse.GetValue(_timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        using Connection connection = Connect(parse);
        ResultFiles files = Files(parse);
        files.Prepare();
        if (!connection.IsEmulator)
        {
            await Spending.ConfirmAsync([_model], parse.GetValue(_target.Yes), _host, _screen, cancellationToken);
        }

        IJobBoard board = JobBoard.For(_host, _screen);
        var run = new JobRun(request, files, connection, board, _host.Clock);
        var outcome = new JobOutcome(_model.Slug);
        await board.ShowAsync([run.View], async () => outcome = await run.RunAsync(timeout, cancellationToken));
        return Show(outcome);
    }

    private async Task<CheckedRequest> ReadAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        JsonElement? file = parse.GetValue(_input) is { } path ? await BodyFile.ReadAsync(path, _host, cancellationToken) : null;
        IEnumerable<Assignment> assignments = (parse.GetValue(_set) ?? []).Select(text => Assignment.Parse(text, _model));
        RequestBody body = RequestBody.From(file).With(parse, _parameters).With(assignments);
        var request = CheckedRequest.Of(_model, body.ToJson());
        foreach (string doubt in request.Doubts())
        {
            _screen.Note(doubt);
        }

        return request;
    }

    private Connection Connect(ParseResult parse) => parse.GetValue(_target.Switch)
        ? Connection.ToEmulator(_catalogue.Models, _target.Scale(parse), _host)
        : _target.ToSegmind(parse, _host);

    private ResultFiles Files(ParseResult parse) => new(
        parse.GetValue(_output) is { } path ? _host.FullPath(path) : null,
        _host.CurrentFolder,
        static result => $"{result.Slug}-{result.RequestId}");

    private int Show(JobOutcome outcome)
    {
        if (outcome.Failure is { } failure)
        {
            return _screen.Fail(failure);
        }

        foreach (string file in outcome.Files)
        {
            _screen.Line(_host.ShortPath(file));
        }

        _screen.Note(OutcomeText.Sentence(outcome));
        _screen.Document(outcome.WriteTo);
        return ExitCodes.Ok;
    }
}
