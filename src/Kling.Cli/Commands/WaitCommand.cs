using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>kling wait &lt;token&gt;</c>: waits for a submitted job and saves its result.</summary>
internal sealed class WaitCommand : Command
{
    private readonly TokenArgument _token = new();
    private readonly OutputOption _output = new();
    private readonly TimeoutOption _timeout = new();
    private readonly SegmindOptions _segmind = new();
    private readonly ModelCatalogue _catalogue;
    private readonly CliHost _host;
    private readonly Screen _screen;

    public WaitCommand(ModelCatalogue catalogue, CliHost host, Screen screen)
        : base("wait", "Waits for a submitted job and saves its result. Nothing is submitted.")
    {
        (_catalogue, _host, _screen) = (catalogue, host, screen);
        Arguments.Add(_token);
        Options.Add(_output);
        Options.Add(_timeout);
        _segmind.AddTo(this);
        SetAction(WaitAsync);
    }

    private async Task<int> WaitAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        using Connection connection = _segmind.Connect(parse, _host);
        KlingJob job = await _token.ReadAsync(parse, connection, _host, cancellationToken);
        ResultFiles files = _output.Read(parse, _host);
        files.Prepare();
        TimeSpan? usual = _catalogue.Models.FirstOrDefault(model => model.Slug == job.Slug)?.TypicalDuration;
        var view = new JobView(job.Slug, usual, _host.Clock);
        var single = new SingleJob(view, _ => Task.FromResult(job), files, connection);
        return await single.RunAsync(_timeout.Read(parse), _host, _screen, cancellationToken);
    }
}
