using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>kling run &lt;slug&gt;</c> of one model, with an option for each of its parameters.</summary>
internal sealed class RunModelCommand : Command
{
    private readonly OutputOption _output = new();
    private readonly TimeoutOption _timeout = new();

    private readonly TargetOptions _target = new()
    {
        Switch = new Option<bool>("--emulator") { Description = "Runs the job on the built-in emulator: no key, no cost, a test video." },
    };

    private readonly RequestOptions _request;
    private readonly KlingModel _model;
    private readonly ModelCatalogue _catalogue;
    private readonly CliHost _host;
    private readonly Screen _screen;

    public RunModelCommand(KlingModel model, ModelCatalogue catalogue, CliHost host, Screen screen)
        : base(model.Slug, ModelCard.Summary(model))
    {
        (_model, _catalogue, _host, _screen) = (model, catalogue, host, screen);
        Options.Add(_output);
        Options.Add(_timeout);
        _target.AddTo(this);
        _request = new RequestOptions(this, model);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        CheckedRequest request = await _request.ReadAsync(parse, _host, _screen, cancellationToken);
        using Connection connection = Connect(parse);
        ResultFiles files = _output.Read(parse, _host);
        files.Prepare();
        if (!connection.IsEmulator)
        {
            await Spending.ConfirmAsync([request], connection.Place, parse.GetValue(_target.Yes), _host, _screen, cancellationToken);
        }

        var view = new JobView(_model.Slug, connection.Expected(_model), _host.Clock);
        var single = new SingleJob(view, cancellation => connection.SubmitAsync(request, _screen, cancellation), files, connection);
        return await single.RunAsync(_timeout.Read(parse), _host, _screen, cancellationToken);
    }

    private Connection Connect(ParseResult parse) =>
        parse.GetValue(_target.Switch)
            ? Connection.ToEmulator(_catalogue.Models, _target.Scale(parse), _host)
            : _target.ToSegmind(parse, _host);
}
