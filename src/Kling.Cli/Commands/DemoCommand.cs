using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>kling demo</c>: a job on each model, all at once.</summary>
internal sealed class DemoCommand : Command
{
    private readonly Option<string> _folder = new("--output", "-o")
    {
        Description = "The folder for the saved files. Each file is named after its model.",
        HelpName = "folder",
        DefaultValueFactory = static _ => "kling-demo",
    };

    private readonly TargetOptions _target = new()
    {
        Switch = new Option<bool>("--live")
        {
            Description = $"Runs the jobs at Segmind with the key from {CliHost.ApiKeyVariable}. They are billed.",
        },
    };

    private readonly ModelCatalogue _catalogue;
    private readonly CliHost _host;
    private readonly Screen _screen;

    public DemoCommand(ModelCatalogue catalogue, CliHost host, Screen screen)
        : base("demo", "Runs one job per model on the built-in emulator, without a key, and saves playable videos.")
    {
        (_catalogue, _host, _screen) = (catalogue, host, screen);
        Options.Add(_folder);
        _target.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        CheckedRequest[] requests = [.. _catalogue.Models.Select(Sample)];
        using Connection connection = await ConnectAsync(parse, cancellationToken);
        var files = new ResultFiles(exact: null, _host.FullPath(parse.GetRequiredValue(_folder)), static result => result.Slug);
        files.Prepare();

        IJobBoard board = JobBoard.For(_host, _screen);
        JobRun[] runs = [.. requests.Select(request => Run(request, files, connection, board))];
        JobOutcome[] outcomes = [];
        await board.ShowAsync(
            [.. runs.Select(static run => run.View)],
            async () => outcomes = await Task.WhenAll(runs.Select(run => run.RunAsync(timeout: null, cancellationToken)))
        );
        return Show(outcomes, connection);
    }

    private JobRun Run(CheckedRequest request, ResultFiles files, Connection connection, IJobBoard board)
    {
        var view = new JobView(request.Model.Slug, connection.Expected(request.Model), _host.Clock);
        return new JobRun(view, cancellation => connection.SubmitAsync(request, _screen, cancellation), files, connection, board);
    }

    private static CheckedRequest Sample(KlingModel model)
    {
        var request = CheckedRequest.Of(model, SampleBody.Of(model));
        return request.Violations.Count == 0
            ? request
            : throw new CliFailure(
                ExitCodes.InvalidRequest,
                $"no sample request can be created from the schema of '{model.Slug}'; add 'examples' to its parameters. Nothing was sent"
            )
            {
                Violations = request.Violations,
            };
    }

    private async Task<Connection> ConnectAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        if (!parse.GetValue(_target.Switch))
        {
            double scale = _target.Scale(parse);
            string unused = _host.ApiKey is null ? "" : $" {CliHost.ApiKeyVariable} is set but not used.";
            _screen.Note(
                FormattableString.Invariant(
                    $"No key is used and nothing is billed: the jobs run on the built-in emulator, {scale:0.###} times as fast as at Segmind.{unused} 'kling demo --live' runs them at Segmind."
                )
            );
            return Connection.ToEmulator(_catalogue.Models, scale, _host);
        }

        Connection connection = _target.ToSegmind(parse, _host);
        try
        {
            await Spending.ConfirmAsync(_catalogue.Models, parse.GetValue(_target.Yes), _host, _screen, cancellationToken);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private int Show(JobOutcome[] outcomes, Connection connection)
    {
        foreach (JobOutcome outcome in outcomes)
        {
            if (outcome.Failure is { } failure)
            {
                _screen.Error(failure);
            }
            else
            {
                _screen.Line($"{OutcomeText.Sentence(outcome)}: {string.Join(", ", outcome.Files.Select(_host.ShortPath))}");
            }
        }

        _screen.Line(
            FormattableString.Invariant($"{outcomes.Count(static outcome => outcome.Failure is null)} of {outcomes.Length} jobs finished")
        );
        _screen.Document(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("target", connection.IsEmulator ? "emulator" : "segmind");
            writer.WriteStartArray("jobs");
            foreach (JobOutcome outcome in outcomes)
            {
                outcome.WriteTo(writer);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
        return outcomes.FirstOrDefault(static outcome => outcome.Failure is not null)?.Failure?.ExitCode ?? ExitCodes.Ok;
    }
}
